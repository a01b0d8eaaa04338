// The transforms of Winograd's convolution F(2 × 2, 3 × 3): sixteen products of matrices give what a window of 3 × 3 would
// take 36 multiplications for. Who multiplies is winograd-convolution.ts.
// S. Winograd, Arithmetic Complexity of Computations (1980); A. Lavin and S. Gray, arXiv:1509.09308, whose matrices these are:
//
//   U = G g Gᵀ of each kernel g, V = Bᵀ d B of each patch d of 4 × 4, and Y = Aᵀ (U ⊙ V) A, a tile of 2 × 2 outputs.
//
// A plane is one of the sixteen places of the patches; in it lie rows of tiles, a row a channel, four tiles a vector. The last
// vector of a row of tiles may hang over: its surplus lies where the next row of tiles is written, or behind the plane.

import {
  type F32,
  F32x4,
  type FunctionBuilder,
  I32,
  type I32x4,
  type Local,
  loadF32,
  loadF32x4,
  loadF32x4Splat,
  ModuleBuilder,
} from "../assembler/index.js";

export const patch = 4;
export const tile = 2;
export const planes = patch * patch;
const vectorBytes = 16;

/** How the rows of a transform are made of two rows of a patch: [first, sign, second]. */
const patchRows = [
  [0, -1, 2],
  [1, 1, 2],
  [2, -1, 1],
  [1, -1, 3],
] as const;

export function emitWinograd(): ModuleBuilder {
  const module = new ModuleBuilder();
  emitWeights(module);
  emitPatches(module);
  emitTiles(module);
  return module;
}

/** `weights(…)`: U of all kernels, [plane][output][input]. Steps are in bytes, and may be negative: a kernel turned round. */
function emitWeights(module: ModuleBuilder): void {
  const parameters = {
    weight: "i32",
    to: "i32",
    outputs: "i32",
    inputs: "i32",
    outputStep: "i32",
    inputStep: "i32",
    rowStep: "i32",
    columnStep: "i32",
    planeBytes: "i32",
  } as const;
  module.define("weights", parameters, (f, p) => {
    const kernel = f.local("i32", "kernel");
    const row = f.local("i32", "row");
    const at = f.local("i32", "at");
    const loaded = f.locals("f32", "loaded", 9);
    const half = f.locals("f32", "half", 12);
    const ends = f.local("f32", "ends");
    const middle = f.local("f32", "middle");
    /** G's four combinations of three numbers. */
    const combine = (a: F32, b: F32, c: F32, use: (value: F32, at: number) => void) => {
      f.set(ends, a.add(c).multiply(0.5));
      f.set(middle, b.multiply(0.5));
      use(a, 0);
      use(ends.add(middle as F32), 1);
      use(ends.subtract(middle as F32), 2);
      use(c, 3);
    };
    f.repeat(p.outputs, () => {
      f.set(kernel, p.weight);
      f.repeat(p.inputs, () => {
        f.set(row, kernel);
        for (let i = 0; i < 3; i += 1) {
          f.set(at, row);
          for (let j = 0; j < 3; j += 1) {
            f.set(loaded[3 * i + j]!, loadF32(at));
            f.increase(at, p.columnStep);
          }
          f.increase(row, p.rowStep);
        }
        for (let j = 0; j < 3; j += 1)
          combine(loaded[j]!, loaded[3 + j]!, loaded[6 + j]!, (value, i) => f.set(half[3 * i + j]!, value));
        f.set(at, p.to);
        for (let i = 0; i < patch; i += 1) {
          combine(half[3 * i]!, half[3 * i + 1]!, half[3 * i + 2]!, (value) => {
            f.store(at, value);
            f.increase(at, p.planeBytes);
          });
        }
        f.increase(p.to, 4);
        f.increase(kernel, p.inputStep);
      });
      f.increase(p.weight, p.outputStep);
    });
  });
}

/** `patches(…)`: V of one image's channels, whose border of zeros lies around them. */
function emitPatches(module: ModuleBuilder): void {
  const parameters = {
    image: "i32",
    to: "i32",
    channels: "i32",
    tileRows: "i32",
    tileColumns: "i32",
    channelBytes: "i32",
    rowBytes: "i32",
    rowOfTilesBytes: "i32",
    planeBytes: "i32",
  } as const;
  module.define("patches", parameters, (f, p) => {
    const rows = f.locals("i32", "row", patch);
    const from = f.local("i32", "from");
    const to = f.local("i32", "to");
    const at = f.local("i32", "at");
    const [even, odd] = [f.local("f32x4", "even"), f.local("f32x4", "odd")];
    const [low, middle, high] = [f.local("f32x4", "low"), f.local("f32x4", "middle"), f.local("f32x4", "high")];
    const [nextEven, nextOdd] = [f.local("f32x4", "nextEven"), f.local("f32x4", "nextOdd")];
    const remaining = f.local("i32", "remainingTiles");
    f.repeat(p.channels, () => {
      f.set(from, p.image);
      f.set(to, p.to);
      f.repeat(p.tileRows, () => {
        f.set(rows[0]!, from);
        for (let i = 1; i < patch; i += 1) f.set(rows[i]!, rows[i - 1]!.add(p.rowBytes));
        f.set(at, to);
        f.set(remaining, p.tileColumns);
        f.while(remaining.greaterThan(0), () => {
          const plane = f.local("i32", "plane", at);
          const store = (value: F32x4) => {
            f.store(plane, value);
            f.increase(plane, p.planeBytes);
          };
          for (const [first, sign, second] of patchRows) {
            for (const [vector, offset] of [
              [low, 0],
              [middle, 16],
              [high, 32],
            ] as const) {
              const [a, b] = [loadF32x4(rows[first]!, offset), loadF32x4(rows[second]!, offset)];
              f.set(vector, sign > 0 ? a.add(b) : a.subtract(b));
            }
            // Of ten neighbours, each tile's four: every second one, from the first, the second, the third and the fourth on.
            f.set(even, low.shuffle(middle, [0, 2, 4, 6]));
            f.set(odd, low.shuffle(middle, [1, 3, 5, 7]));
            f.set(nextEven, even.shuffle(high, [1, 2, 3, 4]));
            f.set(nextOdd, odd.shuffle(high, [1, 2, 3, 5]));
            store(even.subtract(nextEven));
            store(odd.add(nextEven));
            store(nextEven.subtract(odd));
            store(odd.subtract(nextOdd));
          }
          for (const row of rows) f.increase(row, 4 * tile * 4);
          f.increase(at, vectorBytes);
          f.set(remaining, remaining.subtract(4));
        });
        f.increase(from, p.rowBytes.shiftLeft(1));
        f.increase(to, p.tileColumns.shiftLeft(2));
      });
      f.increase(p.image, p.channelBytes);
      f.increase(p.to, p.rowOfTilesBytes);
    });
  });
}

/**
 * `tiles(…)`: Y plus a bias a channel, into one image's channels of rows × columns. Where an output is not finite it says so
 * in `flag`: then the sums of a whole tile may be spoilt. `edge` is room for a tile's rows that hang over.
 */
function emitTiles(module: ModuleBuilder): void {
  const parameters = {
    products: "i32",
    image: "i32",
    bias: "i32",
    edge: "i32",
    flag: "i32",
    channels: "i32",
    tileRows: "i32",
    tileColumns: "i32",
    rows: "i32",
    columns: "i32",
    channelBytes: "i32",
    rowBytes: "i32",
    rowOfTilesBytes: "i32",
    planeBytes: "i32",
  } as const;
  module.define("tiles", parameters, (f, p) => {
    const from = f.local("i32", "from");
    const at = f.local("i32", "at");
    const row = f.local("i32", "row");
    const to = f.local("i32", "to");
    const rowsLeft = f.local("i32", "rowsLeft");
    const columnsLeft = f.local("i32", "columnsLeft");
    const bias = f.local("f32x4", "biases");
    const upper = f.locals("f32x4", "upper", patch);
    const lower = f.locals("f32x4", "lower", patch);
    const products = f.locals("f32x4", "product", patch);
    const [left, right] = [f.local("f32x4", "left"), f.local("f32x4", "right")];
    const spoilt = f.local("i32x4", "spoilt");
    f.repeat(p.channels, () => {
      f.set(bias, loadF32x4Splat(p.bias));
      f.set(from, p.products);
      f.set(row, p.image);
      f.set(rowsLeft, p.rows);
      f.repeat(p.tileRows, () => {
        f.set(at, from);
        f.set(to, row);
        f.set(columnsLeft, p.columns);
        f.while(columnsLeft.greaterThan(0), () => {
          emitSums(f, at, p.planeBytes, products, upper, lower);
          const emitRow = (sums: readonly Local<F32x4>[], target: I32) => {
            f.set(left, sums[0]!.add(sums[1]!).add(sums[2]!).add(bias));
            f.set(right, sums[1]!.subtract(sums[2]!).subtract(sums[3]!).add(bias));
            f.store(target, left.shuffle(right, [0, 4, 1, 5]));
            f.store(target, left.shuffle(right, [2, 6, 3, 7]), 16);
          };
          const look = () => {
            for (const value of [left, right]) f.set(spoilt, spoilt.or(value.subtract(value).notEquals(0)));
          };
          f.if(
            columnsLeft.atLeast(4 * tile),
            () => {
              emitRow(upper, to);
              look();
              f.if(rowsLeft.greaterThan(1), () => {
                emitRow(lower, to.add(p.rowBytes));
                look();
              });
            },
            () => {
              emitRow(upper, p.edge);
              emitRow(lower, p.edge.add(32));
              emitEdge(f, p.edge, to, columnsLeft, spoilt);
              f.if(rowsLeft.greaterThan(1), () => emitEdge(f, p.edge.add(32), to.add(p.rowBytes), columnsLeft, spoilt));
            },
          );
          f.increase(to, 4 * tile * 4);
          f.increase(at, vectorBytes);
          f.set(columnsLeft, columnsLeft.subtract(4 * tile));
        });
        f.increase(row, p.rowBytes.shiftLeft(1));
        f.increase(from, p.tileColumns.shiftLeft(2));
        f.set(rowsLeft, rowsLeft.subtract(tile));
      });
      f.increase(p.bias, 4);
      f.increase(p.products, p.rowOfTilesBytes);
      f.increase(p.image, p.channelBytes);
    });
    f.if(spoilt.anyTrue(), () => f.store(p.flag, I32.of(1)));
  });
}

/** Aᵀ M of four tiles: their upper and their lower row, not yet summed along the row. */
function emitSums(
  f: FunctionBuilder,
  at: I32,
  planeBytes: I32,
  products: readonly Local<F32x4>[],
  upper: readonly Local<F32x4>[],
  lower: readonly Local<F32x4>[],
): void {
  const column = f.local("i32", "column", at);
  const plane = f.local("i32", "planeOfSum");
  for (let j = 0; j < patch; j += 1) {
    f.set(plane, column);
    for (const product of products) {
      f.set(product, loadF32x4(plane));
      f.increase(plane, planeBytes.shiftLeft(2));
    }
    const [first, second, third, fourth] = products as unknown as readonly [F32x4, F32x4, F32x4, F32x4];
    f.set(upper[j]!, first.add(second).add(third));
    f.set(lower[j]!, second.subtract(third).subtract(fourth));
    f.increase(column, planeBytes);
  }
}

/** Moves the first `count` floats of a row, and looks at each. */
function emitEdge(f: FunctionBuilder, edge: I32, target: I32, count: I32, spoilt: Local<I32x4>): void {
  const from = f.local("i32", "edgeFrom", edge);
  const to = f.local("i32", "edgeTo", target);
  const value = f.local("f32x4", "edgeValue");
  f.repeat(count, () => {
    f.set(value, loadF32x4Splat(from));
    f.set(spoilt, spoilt.or(value.subtract(value).notEquals(F32x4.of(0))));
    f.storeLane(to, value, 0);
    f.increase(from, 4);
    f.increase(to, 4);
  });
}
