// Rows of a product in tiles of a register's height or a little less: how many, how high, and which rows a tile begins at. What lies in them
// is the packers' affair (packed-operands.ts, blocks/linear.ts).

/** The first tiles have `height` rows, the last `shorter` ones one less. So no tile is much smaller than the others. */
export interface Tiles {
  readonly count: number;
  readonly height: number;
  readonly shorter: number;
}

/** As few tiles as hold the rows. */
export function tilesOf(rows: number, most: number): Tiles {
  const count = Math.ceil(rows / most);
  const height = Math.ceil(rows / count);
  return { count, height, shorter: count * height - rows };
}

/** The rows before a tile. */
export function rowsBefore({ count, height, shorter }: Tiles, tile: number): number {
  return tile * height - Math.max(0, tile - (count - shorter));
}

/** Some of the tiles, as tiles of their own. */
export function someOf({ count, height, shorter }: Tiles, begin: number, end: number): Tiles {
  return { count: end - begin, height, shorter: Math.max(0, end - Math.max(begin, count - shorter)) };
}
