// Where each layer of the net's figure stands, for a width. Not how it is drawn (net-figure.ts).

import { type Place, places, shapeAt } from "../state/places.js";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Part = "image" | Place | "answers";
export const parts = ["image", ...places, "answers"] as const satisfies readonly Part[];

export interface Layout {
  readonly boxes: Readonly<Record<Part, Box>>;
  readonly height: number;
  /** Of the text. */
  readonly font: number;
}

/** How a layer's maps or units lie: columns × rows of tiles of so many elements. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly side: number;
}

export const grids: Readonly<Record<Place, Grid>> = {
  conv1: { columns: 4, rows: 8, side: 15 },
  conv2: { columns: 8, rows: 8, side: 6 },
  fc1: { columns: 16, rows: 32, side: 1 },
  fc2: { columns: 16, rows: 32, side: 1 },
};

/** Widths of the parts by the figure's height. */
const shares: Readonly<Record<Part, number>> = { image: 0.34, conv1: 0.5, conv2: 1, fc1: 0.5, fc2: 0.5, answers: 0.62 };
/** Between the parts, by height: the connections of the last layer want room. */
const gaps: readonly number[] = [0.12, 0.12, 0.12, 0.16, 0.3];
const [tallest, labels] = [300, 22];

/** In one row, or where that would be too small in two: images and maps, then units and answers. */
export function layoutFor(width: number): Layout {
  const rows: readonly (readonly Part[])[] = width >= 640 ? [parts] : [parts.slice(0, 3), parts.slice(3)];
  const boxes: Partial<Record<Part, Box>> = {};
  let y = 0;
  for (const row of rows) {
    const between = row.slice(1).map((part) => gaps[parts.indexOf(part) - 1]!);
    const total = row.reduce((sum, part) => sum + shares[part], 0) + between.reduce((sum, gap) => sum + gap, 0);
    const height = Math.floor(Math.min(tallest, width / total));
    let x = (width - total * height) / 2;
    for (const [at, part] of row.entries()) {
      if (at > 0) x += between[at - 1]! * height;
      const size = shares[part] * height;
      const isImage = part === "image";
      boxes[part] = {
        x,
        y: y + labels + (isImage ? (height - size) / 2 : 0),
        width: size,
        height: isImage ? size : height,
      };
      x += size;
    }
    y += height + labels + 10;
  }
  return { boxes: boxes as Record<Part, Box>, height: Math.ceil(y), font: width >= 640 ? 12 : 11 };
}

/** The middle of a unit of a layer of units. */
export function middleOf(box: Box, grid: Grid, unit: number): readonly [x: number, y: number] {
  const [column, row] = [unit % grid.columns, Math.floor(unit / grid.columns)];
  return [box.x + ((column + 0.5) * box.width) / grid.columns, box.y + ((row + 0.5) * box.height) / grid.rows];
}

/** How many elements of a place a mask drops. */
export const droppedIn = (kept: Uint8Array | null): number =>
  kept?.reduce((sum, value) => sum + Number(value === 0), 0) ?? 0;

export const countAt = (place: Place): number => shapeAt[place].reduce((all, size) => all * size, 1);
