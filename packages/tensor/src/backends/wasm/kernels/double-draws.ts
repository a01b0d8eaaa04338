// Uniform doubles of two words each, two at a time, and their logarithms, as random/distributions.ts and Math.log have them one by one:
// what samplers are made of.

import { type F64x2, type FunctionBuilder, type I32, I32x4, type I64x2, type Local } from "../assembler/index.js";
import { emitTemper } from "./twister.js";

/** 2⁵²: a whole number below it, written into the lowest bits, is added. */
const twoTo52 = 2 ** 52;

/** A double out of its two words, in both halves. */
export const splatOf = (low: I32, high: I32): F64x2 => I32x4.splat(low).withLane(1, high).withLane(3, high).asF64x2();

/** The whole number in the lowest 52 bits of each half, as a double. */
function toDouble(f: FunctionBuilder, bits: I64x2): F64x2 {
  const offset = f.constant("f64x2", twoTo52);
  return bits.or(offset.asI64x2()).asF64x2().subtract(offset);
}

/** In [0, 1), of 53 bits: the first word of each half has the high ones. */
export function emitUnitDoubles(f: FunctionBuilder, words: I32x4): Local<F64x2> {
  const tempered = f.local("i64x2", "temperedWords", emitTemper(f, words).asI64x2()) as Local<I64x2>;
  // As bits, the smallest double is 1.
  const highBits = f.constant("f64x2", 0x1fffff * Number.MIN_VALUE).asI64x2();
  const high = toDouble(f, tempered.and(highBits)).multiply(f.constant("f64x2", 2 ** -21));
  const low = toDouble(f, tempered.shiftRightUnsigned(32)).multiply(f.constant("f64x2", 2 ** -53));
  return f.local("f64x2", "unit", high.add(low));
}

/** ln x = e · ln 2 + 2 artanh ((m − 1) / (m + 1)), x = m · 2^e, √½ ≤ m < √2: terms of the series while they are not lost. */
const terms = [1 / 21, 1 / 19, 1 / 17, 1 / 15, 1 / 13, 1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3];
/** ln 2 in two parts, the first so short that its product with an exponent is exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** ln x of x in 2⁻⁵³ … 1, a local, within an ulp or two of float64; of 0 less than any of these. */
export function emitLogOfUnit(f: FunctionBuilder, x: F64x2): F64x2 {
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  const bits = x.asI64x2();
  // The exponent, from √½ to √2, counted from 0 on; the bias is 1023.
  const exponent = f.local(
    "i64x2",
    "exponent",
    bits.add(constant(1).asI64x2().subtract(constant(Math.SQRT1_2).asI64x2())).shiftRightUnsigned(52),
  ) as Local<I64x2>;
  const count = f.local("f64x2", "count", toDouble(f, exponent).subtract(constant(1023)));
  const fraction = bits.subtract(exponent.shiftLeft(52)).add(constant(1).asI64x2()).asF64x2();
  const m = f.local("f64x2", "fraction", fraction);
  const z = f.local("f64x2", "z", m.subtract(constant(1)).divide(m.add(constant(1))));
  const square = f.local("f64x2", "square", z.multiply(z));
  const series = terms
    .slice(1)
    .reduce((sum, term) => sum.multiply(square).add(constant(term)), constant(terms[0]!) as F64x2);
  const twice = f.local("f64x2", "twice", z.add(z));
  const tail = series
    .multiply(square)
    .multiply(twice)
    .add(count.multiply(constant(ln2Low)));
  return tail.add(twice).add(count.multiply(constant(ln2High)));
}
