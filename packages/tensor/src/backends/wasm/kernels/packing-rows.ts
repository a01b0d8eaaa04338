// Packs the rows of a product into tiles, in each of which depth runs slowest. Elements are moved where their neighbours are: rows that
// lie side by side, as those of a transposed matrix do, several tiles at once, since a tile alone would take a piece of each cache line and
// come back for the next when the line is gone; and rows that lie along their depth by blocks of four depths.

import {
  type F32x4,
  type FunctionBuilder,
  type Local,
  loadF32,
  loadF32x4,
  loadI32,
  type ModuleBuilder,
} from "../assembler/index.js";
import type { Tile } from "../simd.js";
import { areNeighbours, packParameters } from "./packing.js";
import { emitTransposed } from "./transpose.js";

/** Tiles that are packed at once, where their rows lie side by side. */
const tilesAtOnce = 4;
/** Of a vector. Lower tiles are rare, and go lane by lane. */
const lowest = 4;

/** What `packFour` does, for a single lane. */
function emitPackOne(module: ModuleBuilder): FunctionBuilder {
  return module.define("packOne", packParameters, (f, { source, lanes, depths, depth, packed, pitch }) => {
    const end = f.local("i32", "end", depths.add(depth.shiftLeft(2)));
    f.set(source, source.add(loadI32(lanes)));
    f.while(depths.below(end), () => {
      f.store(packed, loadF32(source.add(loadI32(depths))));
      f.increase(depths, 4);
      f.increase(packed, pitch);
    });
  });
}

const ofTile = { source: "i32", lanes: "i32", depths: "i32", depth: "i32", packed: "i32" } as const;

/** Tiles of `height` rows that all are neighbours. */
function emitPackTiles(module: ModuleBuilder, height: number): FunctionBuilder {
  return module.define(`packTiles of ${height}`, ofTile, (f, { source, lanes, depths, depth, packed }) => {
    const end = f.local("i32", "end", depths.add(depth.shiftLeft(2)));
    const from = f.local("i32", "from");
    const tileBytes = f.local("i32", "tileBytes", depth.multiply(4 * height));
    const targets = Array.from({ length: tilesAtOnce }, () => f.local("i32", "target"));
    targets.forEach((target, at) => {
      f.set(target, at === 0 ? packed : targets[at - 1]!.add(tileBytes));
    });
    f.set(source, source.add(loadI32(lanes)));
    f.while(depths.below(end), () => {
      f.set(from, source.add(loadI32(depths)));
      targets.forEach((target, at) => {
        const first = 4 * height * at;
        f.store(target, loadF32x4(from, first));
        // The last four, some of them again.
        if (height > lowest) f.store(target, loadF32x4(from, first + 4 * (height - 4)), 4 * (height - 4));
        f.increase(target, 4 * height);
      });
      f.increase(depths, 4);
    });
  });
}

/** A tile of `height` rows, wherever they lie. */
function emitPackTile(module: ModuleBuilder, height: number): FunctionBuilder {
  return module.define(`packTile of ${height}`, ofTile, (f, { source, lanes, depths, depth, packed }) => {
    const end = f.local("i32", "end", depths.add(depth.shiftLeft(2)));
    const at = f.local("i32", "at");
    const rows = Array.from({ length: height }, (_, row) =>
      f.local("i32", `row${row}`, source.add(loadI32(lanes, 4 * row))),
    );
    const advance = (count: number) => {
      f.increase(depths, 4 * count);
      f.increase(packed, 4 * height * count);
    };
    const one = () => {
      f.set(at, loadI32(depths));
      rows.forEach((row, i) => {
        f.store(packed, loadF32(row.add(at)), 4 * i);
      });
      advance(1);
    };
    const vectors = f.locals("f32x4", "vector", 4) as [Local<F32x4>, Local<F32x4>, Local<F32x4>, Local<F32x4>];
    f.while(depths.add(12).below(end), () => {
      f.if(
        areNeighbours(depths),
        () => {
          f.set(at, loadI32(depths));
          for (const [i, vector] of vectors.entries()) f.set(vector, loadF32x4(rows[i]!.add(at)));
          for (const [i, column] of emitTransposed(f, vectors).entries()) f.store(packed, column, 4 * height * i);
          for (let row = 4; row < height; row += 1) {
            f.set(vectors[0], loadF32x4(rows[row]!.add(at)));
            for (const lane of [0, 1, 2, 3] as const) f.storeLane(packed, vectors[0], lane, 4 * (height * lane + row));
          }
          advance(4);
        },
        one,
      );
    });
    f.while(depths.below(end), one);
  });
}

/** `packRows(…)`: lanes into tiles of `height`, the last `shorter` tiles of one row less. */
export function emitPackRows(module: ModuleBuilder, tile: Tile, packFour: FunctionBuilder): void {
  const packOne = emitPackOne(module);
  const heights = [tile.rows, tile.rows - 1].filter((height) => height >= lowest);
  const ways = heights.map((height) => {
    return { height, packTiles: emitPackTiles(module, height), packTile: emitPackTile(module, height) };
  });
  const parameters = {
    source: "i32",
    lanes: "i32",
    depths: "i32",
    depth: "i32",
    packed: "i32",
    tiles: "i32",
    height: "i32",
    shorter: "i32",
  } as const;
  module.define("packRows", parameters, (f, { source, lanes, depths, depth, packed, tiles, height, shorter }) => {
    const [rows, remaining] = [f.local("i32", "rowsOfTile"), f.local("i32", "remaining")];
    const [pitch, to, lane] = [f.local("i32", "pitch"), f.local("i32", "to"), f.local("i32", "lane")];
    const done = (count: number) => {
      f.increase(lanes, rows.multiply(4 * count));
      f.increase(packed, depth.multiply(rows).multiply(4 * count));
      f.set(tiles, tiles.subtract(count));
    };
    const byItself = (pack: FunctionBuilder, count: number) => {
      f.call(pack, source, lanes, depths, depth, packed);
      done(count);
    };
    const laneByLane = () => {
      f.set(pitch, rows.shiftLeft(2));
      f.set(remaining, rows);
      f.set(lane, lanes);
      f.set(to, packed);
      const move = (pack: FunctionBuilder, count: number) => () => {
        f.call(pack, source, lane, depths, depth, to, pitch);
        f.increase(lane, 4 * count);
        f.increase(to, 4 * count);
        f.set(remaining, remaining.subtract(count));
      };
      f.while(remaining.greaterThan(0), () => f.if(remaining.atLeast(4), move(packFour, 4), move(packOne, 1)));
      done(1);
    };
    /** Whether so many tiles are alike, and their lanes neighbours, of which the first four are so already. */
    const areAlike = tiles.subtract(tilesAtOnce).atLeast(shorter).or(tiles.atMost(shorter));
    const allNeighbours = (own: number) =>
      Array.from({ length: (tilesAtOnce * own) / 4 - 1 }, (_, at) => areNeighbours(lanes, at + 1)).reduce((all, next) =>
        all.and(next),
      );
    const ofNeighbours = ({ height: own, packTiles }: (typeof ways)[number]) =>
      f.if(
        tiles.atLeast(tilesAtOnce).and(areAlike),
        () => f.if(allNeighbours(own), () => byItself(packTiles, tilesAtOnce), laneByLane),
        laneByLane,
      );
    f.while(tiles.greaterThan(0), () => {
      f.set(rows, height.subtract(tiles.atMost(shorter)));
      const choose = ([way, ...others]: typeof ways): void => {
        if (way === undefined) laneByLane();
        else
          f.if(
            rows.equals(way.height),
            () =>
              f.if(
                areNeighbours(lanes),
                () => ofNeighbours(way),
                () => byItself(way.packTile, 1),
              ),
            () => choose(others),
          );
      };
      choose(ways);
    });
  });
}
