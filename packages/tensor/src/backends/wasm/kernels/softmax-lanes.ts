// How softmax.ts takes elements: by vectors and one by one, floats here, and doubles in double-softmax.ts.

import {
  type F32,
  F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  loadF32x4Splat,
} from "../assembler/index.js";
import { copyFloats } from "./copy.js";
import { emitExpOfNegative, emitLog } from "./transcendental.js";

/** Vectors of a turn. */
export const abreast = 4;

/** Elements of a dtype in vectors. Of doubles they are typed as of floats: whatever is done with either has the same name. */
export interface Lanes {
  readonly dtype: "float32" | "float64";
  readonly kind: "f32x4";
  readonly bytes: 4 | 8;
  /** Of a vector. */
  readonly count: 2 | 4;
  readonly load: (address: I32, offset: number) => F32x4;
  /** One element into all lanes, and back. */
  readonly loadOne: (address: I32) => F32x4;
  readonly storeOne: (f: FunctionBuilder, address: I32, value: F32x4) => void;
  readonly of: (value: number) => F32x4;
  readonly splat: (value: F32) => F32x4;
  /** Of what is not above 0, a local. */
  readonly exp: (f: FunctionBuilder, x: F32x4) => F32x4;
  readonly log: (f: FunctionBuilder, x: F32x4) => F32x4;
  /** Between two layouts. */
  readonly copy: typeof copyFloats;
}

// Neither spread nor read out of a class: bundlers would keep it.
export const floats: Lanes = {
  dtype: "float32",
  kind: "f32x4",
  bytes: 4,
  count: 4,
  load: loadF32x4,
  loadOne: (address) => loadF32x4Splat(address),
  storeOne: (f, address, value) => f.storeLane(address, value, 0),
  of: (value) => F32x4.of(value),
  splat: (value) => F32x4.splat(value),
  exp: emitExpOfNegative,
  log: emitLog,
  copy: copyFloats,
};

/** How loops take elements: a vector of them, or one. */
export type Taken = "vector" | "one";

/** Goes over `size` neighbours, `abreast` vectors a turn, then one, then one element; `take` is told the vector and the bytes before it. */
export function eachOf(
  f: FunctionBuilder,
  { bytes, count }: Lanes,
  size: I32,
  pointers: readonly Local<I32>[],
  take: (taken: Taken, vector: number, offset: number) => void,
): void {
  const turn = (taken: Taken, vectors: number) => () => {
    for (let vector = 0; vector < vectors; vector += 1) take(taken, vector, 16 * vector);
    for (const pointer of pointers) f.increase(pointer, taken === "vector" ? 16 * vectors : bytes);
  };
  const vectors = f.local("i32", "vectors", size.shiftRightUnsigned(Math.log2(count)));
  f.repeat(vectors.shiftRightUnsigned(Math.log2(abreast)), turn("vector", abreast));
  f.repeat(vectors.and(abreast - 1), turn("vector", 1));
  f.repeat(size.and(count - 1), turn("one", 1));
}

export const loadSome = (lanes: Lanes, taken: Taken, address: I32, offset: number): F32x4 =>
  taken === "vector" ? lanes.load(address, offset) : lanes.loadOne(address);

export function storeSome(
  f: FunctionBuilder,
  lanes: Lanes,
  taken: Taken,
  address: I32,
  value: F32x4,
  offset: number,
): void {
  if (taken === "vector") f.store(address, value, offset);
  else lanes.storeOne(f, address, value);
}
