// Uniform doubles of two words each, two at a time, and their logarithms, as random/distributions.ts and Math.log have them one by one:
// what samplers are made of, and how what they draw in doubles is stored, as such or as float32.

import {
  type F32x4,
  type F64x2,
  type FunctionBuilder,
  type I32,
  I32x4,
  type I64x2,
  type Local,
} from "../assembler/index.js";
import { emitDoubleTurn } from "./math/doubles.js";
import { emitTemper } from "./twister.js";

/** 2⁵²: a whole number below it, written into the lowest bits, is added. */
const twoTo52 = 2 ** 52;

/** What is drawn in doubles may be stored as. */
export type Stored = "float32" | "float64";

/** Two draws as they are stored: of floats the first two lanes count. */
export function storedAs(dtype: Stored, drawn: F64x2): F32x4 | F64x2 {
  return dtype === "float32" ? drawn.toF32x4() : drawn;
}

/** So many of them in memory, for JavaScript. */
export function floatsAt(
  dtype: Stored,
  buffer: ArrayBufferLike,
  address: number,
  count: number,
): Float32Array | Float64Array {
  return dtype === "float32" ? new Float32Array(buffer, address, count) : new Float64Array(buffer, address, count);
}

interface Turns {
  readonly words: Local<I32>;
  readonly output: Local<I32>;
  readonly elements: I32;
}

/** Stores two draws a turn, of two words each; the last may be one. `next` goes on to the next turn. */
export function emitByTwos(
  f: FunctionBuilder,
  dtype: Stored,
  { words, output, elements }: Turns,
  draw: () => F32x4 | F64x2,
  next: () => void = () => {},
): void {
  const two: Local<F32x4 | F64x2> = f.local(dtype === "float32" ? "f32x4" : "f64x2", "two");
  f.repeat(elements.shiftRightUnsigned(1), () => {
    f.set(two, draw());
    if (dtype === "float64") f.store(output, two);
    else for (const lane of [0, 1] as const) f.storeLane(output, two, lane, 4 * lane);
    f.increase(words, 16);
    f.increase(output, dtype === "float64" ? 16 : 8);
    next();
  });
  f.if(elements.and(1), () => {
    f.set(two, draw());
    if (dtype === "float64") f.store(output, (two as F64x2).lane(0));
    else f.storeLane(output, two, 0);
  });
}

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

/** Of two uniform doubles a normal draw is `radius` times the cosine, and another times the sine (Box and Muller): √(−2 ln (1 − u)), 2π · turn. */
export function emitBoxMuller(f: FunctionBuilder, unit: F64x2, turn: F64x2) {
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  const complement = f.local("f64x2", "complement", constant(1).subtract(unit));
  const square = emitLogOfUnit(f, complement).multiply(constant(-2));
  const radius = f.local("f64x2", "radius", square.squareRoot());
  const angle = f.local("f64x2", "angle", turn.multiply(constant(2 * Math.PI)));
  return { ...emitDoubleTurn(f, angle), radius };
}
