// What gather and the scatters do with an element, and with four neighbours: moves, sums, products and extremes. The loops are
// indexing.ts's and scattered-rows.ts's.

import type { DType } from "../../../tensor/dtype.js";
import {
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32,
  loadF32x4,
  loadF64,
  loadI32,
  loadI32x4,
  loadU8,
} from "../assembler/index.js";

export type IndexingName =
  | "gather"
  | "scatter"
  | "scatterAdd"
  | "scatterMultiply"
  | "scatterMaximum"
  | "scatterMinimum";

/** Each is given what it does with elements, so that a page has that of those it uses. */
export interface Indexing {
  readonly name: IndexingName;
  readonly moves: { readonly [E in DType]: Move };
}

/** To `to` what is at `present` with what is at `from`: one element, or four neighbours where there is a way to. */
export interface Move {
  readonly one: (f: FunctionBuilder, to: I32, from: I32, present: I32) => void;
  /** Whether nothing is done to it: a long row is then a copy of the engine's, which has wider vectors. */
  readonly isCopy?: boolean;
  /** So many bytes on. */
  readonly four?: (f: FunctionBuilder, to: I32, from: I32, present: I32, on: number) => void;
}

const moveWords: Move = {
  isCopy: true,
  one: (f, to, from) => f.store(to, loadI32(from)),
  four: (f, to, from, _, on) => f.store(to, loadI32x4(from, on), on),
};
const moveBytes: Move = {
  isCopy: true,
  one: (f, to, from) => f.storeByte(to, loadU8(from)),
  four: (f, to, from, _, on) => f.store(to, loadI32(from, on), on),
};

const moveDoubles: Move = {
  isCopy: true,
  one: (f, to, from) => f.store(to, loadF64(from)),
  four: (f, to, from, _, on) => {
    for (const at of [on, on + 16]) f.store(to, loadI32x4(from, at), at);
  },
};

export const moves: { readonly [E in DType]: Move } = {
  float32: moveWords,
  float64: moveDoubles,
  int32: moveWords,
  uint8: moveBytes,
  bool: moveBytes,
};

export const additions: { readonly [E in DType]: Move } = {
  float32: {
    one: (f, to, from, present) => f.store(to, loadF32(present).add(loadF32(from))),
    four: (f, to, from, present, on) => f.store(to, loadF32x4(present, on).add(loadF32x4(from, on)), on),
  },
  float64: {
    one: (f, to, from, present) => f.store(to, loadF64(present).add(loadF64(from))),
    four: (f, to, from, present, on) => {
      for (const at of [on, on + 16])
        f.store(to, loadF32x4(present, at).asF64x2().add(loadF32x4(from, at).asF64x2()), at);
    },
  },
  int32: {
    one: (f, to, from, present) => f.store(to, loadI32(present).add(loadI32(from))),
    four: (f, to, from, present, on) => f.store(to, loadI32x4(present, on).add(loadI32x4(from, on)), on),
  },
  uint8: { one: (f, to, from, present) => f.storeByte(to, loadU8(present).add(loadU8(from))) },
  // A sum of bools is an or, a product an and.
  bool: { one: (f, to, from, present) => f.storeByte(to, loadU8(present).or(loadU8(from))) },
};

export const products: { readonly [E in DType]: Move } = {
  float32: { one: (f, to, from, present) => f.store(to, loadF32(present).multiply(loadF32(from))) },
  float64: { one: (f, to, from, present) => f.store(to, loadF64(present).multiply(loadF64(from))) },
  int32: { one: (f, to, from, present) => f.store(to, loadI32(present).multiply(loadI32(from))) },
  uint8: { one: (f, to, from, present) => f.storeByte(to, loadU8(present).multiply(loadU8(from))) },
  bool: { one: (f, to, from, present) => f.storeByte(to, loadU8(present).and(loadU8(from))) },
};

/** The larger or the smaller; NaN where there is one. @__NO_SIDE_EFFECTS__ */
export function extremes(which: "max" | "min"): { readonly [E in DType]: Move } {
  const isBetter = which === "max" ? "greaterThan" : "lessThan";
  const better = (a: I32, b: I32): I32 => a[isBetter](b).select(a, b);
  const ofBytes: Move = { one: (f, to, from, present) => f.storeByte(to, better(loadU8(present), loadU8(from))) };
  return {
    float32: { one: (f, to, from, present) => f.store(to, loadF32(present)[which](loadF32(from))) },
    float64: { one: (f, to, from, present) => f.store(to, loadF64(present)[which](loadF64(from))) },
    int32: { one: (f, to, from, present) => f.store(to, better(loadI32(present), loadI32(from))) },
    uint8: ofBytes,
    bool: ofBytes,
  };
}

/** Bytes of a row from which on a call of the engine's copy takes less than the loop. */
const leastOfCopy = 512;

/** Emits a move of a row of neighbours; the addresses, of which some may be one, go on to its end. */
export function emitRow(
  f: FunctionBuilder,
  { one, four, isCopy = false }: Move,
  bytes: number,
  elements: I32,
  [to, from, present]: readonly [Local<I32>, Local<I32>, Local<I32>],
): void {
  const goOn = (moved: I32 | number) => {
    const length = typeof moved === "number" ? moved * bytes : moved.multiply(bytes);
    for (const address of new Set([to, from, present])) f.increase(address, length);
  };
  const turn = (vectors: number) => () => {
    for (let vector = 0; vector < vectors; vector += 1) four?.(f, to, from, present, 4 * bytes * vector);
    goOn(4 * vectors);
  };
  const loop = () => {
    if (four !== undefined) {
      f.repeat(elements.shiftRightUnsigned(4), turn(4));
      f.repeat(elements.shiftRightUnsigned(2).and(3), turn(1));
    }
    f.repeat(four === undefined ? elements : elements.and(3), () => {
      one(f, to, from, present);
      goOn(1);
    });
  };
  if (!isCopy) {
    loop();
    return;
  }
  const isLong = elements.atLeast(leastOfCopy / bytes);
  f.if(
    isLong,
    () => {
      f.copy(to, from, elements.multiply(bytes));
      goOn(elements);
    },
    loop,
  );
}
