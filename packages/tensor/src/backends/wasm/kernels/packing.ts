// Gathers the elements of a matrix operand into tiles and panels, where the micro-kernels of gemm.ts read them in order.
// Runs of neighbours, along the lanes or along the depth, are moved four at a time.

import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  I32x4,
  type Local,
  loadF32x4,
  loadF32x4Lane,
  loadF32x4Low,
  loadI32,
  loadI32x4,
  type ModuleBuilder,
} from "../assembler/index.js";
import type { Tile } from "../simd.js";
import { storeAbreast } from "./abreast.js";
import { emitTransposed } from "./transpose.js";

/** Of what moves some lanes over all of a depth. */
export const packParameters = {
  source: "i32",
  lanes: "i32",
  depths: "i32",
  depth: "i32",
  packed: "i32",
  pitch: "i32",
} as const;

/** Whether four table entries, the first or later ones, are offsets that go on from the first as neighbours in memory do. */
export function areNeighbours(table: I32, vector = 0): I32 {
  const first = 16 * vector;
  return loadI32x4(table, first)
    .subtract(I32x4.splat(loadI32(table)))
    .equals(I32x4.constant(first, first + 4, first + 8, first + 12))
    .allTrue();
}

/** packed[d][0…3] = source[lanes[0…3] + depths[d]], with `pitch` bytes from one d to the next. */
export function emitPackFour(module: ModuleBuilder): FunctionBuilder {
  return module.define("packFour", packParameters, (f, { source, lanes, depths, depth, packed, pitch }) => {
    const end = f.local("i32", "end", depths.add(depth.shiftLeft(2)));
    const addresses = [0, 1, 2, 3].map((lane) =>
      f.local("i32", `lane${lane}`, source.add(loadI32(lanes, 4 * lane))),
    ) as [Local<I32>, Local<I32>, Local<I32>, Local<I32>];
    const at = f.local("i32", "at");
    const advance = (entries: number) => {
      f.increase(depths, 4 * entries);
      f.increase(packed, entries === 1 ? pitch : pitch.shiftLeft(2));
    };
    const gatherOne = () => {
      f.set(at, loadI32(depths));
      const low = loadF32x4Low(addresses[0].add(at));
      const four = ([1, 2, 3] as const).reduce<F32x4>(
        (v, lane) => loadF32x4Lane(addresses[lane].add(at), v, lane),
        low,
      );
      f.store(packed, four);
      advance(1);
    };
    f.if(
      areNeighbours(lanes),
      () =>
        f.while(depths.below(end), () => {
          f.store(packed, loadF32x4(addresses[0].add(loadI32(depths))));
          advance(1);
        }),
      () => {
        const rows = f.locals("f32x4", "row", 4) as [Local<F32x4>, Local<F32x4>, Local<F32x4>, Local<F32x4>];
        f.while(depths.add(12).below(end), () => {
          f.if(
            areNeighbours(depths),
            () => {
              f.set(at, loadI32(depths));
              for (const lane of [0, 1, 2, 3] as const) f.set(rows[lane], loadF32x4(addresses[lane].add(at)));
              const to = f.local("i32", "to", packed);
              for (const column of emitTransposed(f, rows)) {
                f.store(to, column);
                f.increase(to, pitch);
              }
              advance(4);
            },
            gatherOne,
          );
        });
        f.while(depths.below(end), gatherOne);
      },
    );
  });
}

/** `packPanel(source, lanes, depths, depth, panel)`: the lanes of a whole panel; neighbours are moved a row of it at a time. */
export function emitPackPanel(
  module: ModuleBuilder,
  { columns, abreast }: Tile,
  packFour: FunctionBuilder,
): FunctionBuilder {
  const parameters = { source: "i32", lanes: "i32", depths: "i32", depth: "i32", panel: "i32" } as const;
  return module.define("packPanel", parameters, (f, { source, lanes, depths, depth, panel }) => {
    const count = columns / 4;
    const vectors = f.locals("f32x4", "vector", count);
    const from = f.local("i32", "from");
    const end = f.local("i32", "end", depths.add(depth.shiftLeft(2)));
    f.if(
      vectors.map((_, at) => areNeighbours(lanes, at)).reduce((all, own) => all.and(own)),
      () => {
        f.set(source, source.add(loadI32(lanes)));
        f.while(depths.below(end), () => {
          f.set(from, source.add(loadI32(depths)));
          for (const [at, vector] of vectors.entries()) f.set(vector, loadF32x4(from, 16 * at));
          storeAbreast(f, count, abreast, (at) => f.store(panel, vectors[at] as F32x4, 16 * at));
          f.increase(depths, 4);
          f.increase(panel, 4 * columns);
        });
      },
      () => {
        for (let at = 0; at < count; at += 1)
          f.call(packFour, source, lanes.add(16 * at), depths, depth, panel.add(16 * at), 4 * columns);
      },
    );
  });
}
