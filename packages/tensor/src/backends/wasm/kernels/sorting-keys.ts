// Keys of elements, of which unsigned order is the elements' order, and the digits by which they are sorted (sorting.ts).

import { type DType, dtypeTraits } from "../../../tensor/dtype.js";
import {
  F32x4,
  type FunctionBuilder,
  I32,
  type I32x4,
  type Local,
  loadF32,
  loadF64,
  loadI32,
  loadI32x4,
  loadU8,
} from "../assembler/index.js";

/** From so many on a digit is long: fewer passes, but more counters. */
export const leastOfLongDigits = 4096;
export type Digits = "short" | "long";

/** Doubles have two: sorted by the lower first, and then by the higher. */
export type Word = "low" | "high";

export const wordsOf = (type: DType): readonly Word[] => (type === "float64" ? ["low", "high"] : ["high"]);

/** Each digit's lowest bit, and how many numbers it can be. */
export function digitsOf(type: DType, digits: Digits): readonly { readonly shift: number; readonly radix: number }[] {
  if (dtypeTraits[type].bytes === 1) return [{ shift: 0, radix: 256 }];
  if (digits === "short") return [0, 8, 16, 24].map((shift) => ({ shift, radix: 256 }));
  return [0, 11, 22].map((shift) => ({ shift, radix: shift === 22 ? 1024 : 2048 }));
}

export const countersOf = (type: DType, digits: Digits): number =>
  digitsOf(type, digits).reduce((total, { radix }) => total + radix, 0);

/** The key of the element at an address, or a word of it, into a local. */
export function emitKey(
  f: FunctionBuilder,
  key: Local<I32>,
  from: I32,
  type: DType,
  descending: boolean,
  word: Word = "high",
): void {
  if (type === "uint8" || type === "bool") {
    f.set(key, descending ? I32.of(255).subtract(loadU8(from)) : loadU8(from));
    return;
  }
  f.set(key, loadI32(from));
  if (type === "float32") {
    // Zeros are equal, and so are NaN, which are larger than all else.
    f.if(loadF32(from).equals(0), () => f.set(key, 0));
    // Without a branch: signs are not to be foreseen.
    f.set(key, key.xor(key.lessThan(0).select(I32.of(-1), I32.of(-(2 ** 31)))));
    f.if(loadF32(from).notEquals(loadF32(from)), () => f.set(key, -1));
  } else if (type === "float64") {
    const high = f.local("i32", "highWord", loadI32(from, 4));
    const [value, zero] = [loadF64(from), word === "high" ? -(2 ** 31) : 0];
    const bits = word === "high" ? high : key;
    f.set(key, bits.xor(high.lessThan(0).select(I32.of(-1), I32.of(zero))));
    f.if(value.equals(0), () => f.set(key, zero));
    f.if(value.notEquals(value), () => f.set(key, -1));
  } else f.set(key, key.add(-(2 ** 31)));
  if (descending) f.set(key, I32.of(-1).subtract(key));
}

/** The keys of four neighbours, as `emitKey` has them. */
export function emitFourKeys(f: FunctionBuilder, from: I32, type: DType, descending: boolean): I32x4 {
  const bits = f.local("i32x4", "bits", loadI32x4(from));
  const lowest = f.constant("i32x4", -(2 ** 31));
  let keys: I32x4 = bits.xor(lowest);
  if (type === "float32") {
    const value = f.local("f32x4", "four", bits.asF32x4());
    f.set(bits, bits.and(value.equals(F32x4.of(0)).not()));
    keys = bits.xor(bits.shiftRight(31).or(lowest)).or(value.notEquals(value));
  }
  return descending ? keys.not() : keys;
}
