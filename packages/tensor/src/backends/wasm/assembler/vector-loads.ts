// What loads vectors from memory: whole, in part, or one number into several lanes. Stores are statements: function.ts has them.

import { type I32, memoryImmediate } from "./values.js";
import { F32x4, F64x2, type I32x4, I64x2, type Lane, simd } from "./vectors.js";

/** Loads at `address + offset`, from any alignment. */
export const loadF32x4 = (address: I32, offset = 0): F32x4 =>
  new F32x4([...address.code, ...simd(0x00), ...memoryImmediate(2, offset)]);
export const loadI32x4 = (address: I32, offset = 0): I32x4 => loadF32x4(address, offset).asI32x4();
/** One number into all four lanes. */
export const loadF32x4Splat = (address: I32, offset = 0): F32x4 =>
  new F32x4([...address.code, ...simd(0x09), ...memoryImmediate(2, offset)]);
/** One double into both halves. */
export const loadF64x2Splat = (address: I32, offset = 0): F64x2 =>
  new F64x2([...address.code, ...simd(0x0a), ...memoryImmediate(3, offset)]);
/** One number into the lowest lane; zeros above. */
export const loadF32x4Low = (address: I32, offset = 0): F32x4 =>
  new F32x4([...address.code, ...simd(0x5c), ...memoryImmediate(2, offset)]);
/** Two neighbours into the two low lanes; zeros above. */
export const loadF32x4Half = (address: I32, offset = 0): F32x4 =>
  new F32x4([...address.code, ...simd(0x5d), ...memoryImmediate(2, offset)]);
/** Two doubles that lie apart. */
export const loadF64x2Apart = (first: I32, second: I32): F64x2 =>
  new F64x2([
    ...second.code,
    ...first.code,
    ...simd(0x5d),
    ...memoryImmediate(3, 0),
    ...simd(0x57),
    ...memoryImmediate(3, 0),
    1,
  ]);
/** Two neighbouring integers, widened to 64 bits. */
export const loadI64x2Widened = (address: I32, offset = 0): I64x2 =>
  new I64x2([...address.code, ...simd(0x05), ...memoryImmediate(3, offset)]);
/** One number into one lane of `vector`. */
export const loadF32x4Lane = (address: I32, vector: F32x4, lane: Lane, offset = 0): F32x4 =>
  new F32x4([...address.code, ...vector.code, ...simd(0x56), ...memoryImmediate(2, offset), lane]);
