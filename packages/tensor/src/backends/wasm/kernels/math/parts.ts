// What the functions of this folder are made of, over four floats or two doubles at a time. Their numbers are constants of the
// whole kernel: engines put an immediate together anew in every turn.

import type { F32x4, F64x2, FunctionBuilder, I32x4, Local } from "../../assembler/index.js";
import { getSimd, tiles } from "../../simd.js";

/** a · b + c: one instruction, and one rounding, where the kernels' instructions have it. */
export function multiplyAdd(a: F32x4, b: F32x4, c: F32x4): F32x4 {
  return tiles[getSimd()].fused ? a.multiplyAdd(b, c) : a.multiply(b).add(c);
}

/**
 * A polynomial in x, which is a local, the highest coefficient first: by pairs, and pairs of pairs, rather than one term after the
 * other, so that few operations wait for each other.
 */
export function polynomial(f: FunctionBuilder, x: F32x4, coefficients: readonly number[]): F32x4 {
  let power = x;
  let terms: F32x4[] = coefficients.map((coefficient) => splat(f, coefficient)).reverse();
  for (;;) {
    const pairs: F32x4[] = [];
    for (let at = 0; at < terms.length; at += 2) {
      const higher = terms[at + 1];
      pairs.push(higher === undefined ? terms[at]! : multiplyAdd(higher, power, terms[at]!));
    }
    terms = pairs;
    if (terms.length === 1) return terms[0]!;
    power = f.local("f32x4", "power", power.multiply(power));
  }
}

/** The same term by term, which loses less where x is more than 1. */
export function termByTerm(f: FunctionBuilder, x: F32x4, [first = 0, ...rest]: readonly number[]): F32x4 {
  return rest.reduce((value, coefficient) => multiplyAdd(value, x, splat(f, coefficient)), splat(f, first));
}

/** The same of doubles. */
export function doublePolynomial(f: FunctionBuilder, x: F64x2, [first = 0, ...rest]: readonly number[]): F64x2 {
  const start: F64x2 = f.constant("f64x2", first);
  return rest.reduce((value, coefficient) => value.multiply(x).add(f.constant("f64x2", coefficient)), start);
}

/** One polynomial over another, the highest coefficients first. */
export interface Quotient {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

/** A quotient in a local. */
export function emitQuotient(f: FunctionBuilder, x: F64x2, { over, under }: Quotient): F64x2 {
  return doublePolynomial(f, x, over).divide(doublePolynomial(f, x, under));
}

/** A long polynomial of a local as two, of the even and the odd powers, which do not wait for each other. */
export function byHalves(f: FunctionBuilder, x: F64x2, terms: readonly number[]): F64x2 {
  const square = f.local("f64x2", "square", x.multiply(x));
  const of = (rest: number) =>
    doublePolynomial(
      f,
      square,
      terms.filter((_, at) => (terms.length - 1 - at) % 2 === rest),
    );
  return of(1).multiply(x).add(of(0));
}

/** x · (1 + x² · p(x²)), for odd functions; x is a local. */
export function odd(f: FunctionBuilder, x: F32x4, coefficients: readonly number[]): F32x4 {
  const square = f.local("f32x4", "square", x.multiply(x));
  return multiplyAdd(polynomial(f, square, coefficients).multiply(square), x, x);
}

/** The magnitude, as a local. */
export function sizeOf(f: FunctionBuilder, x: F32x4): Local<F32x4> {
  return f.local("f32x4", "size", x.asI32x4().and(f.constant("i32x4", 0x7fffffff)).asF32x4());
}

/** The sign as bits. */
export function signOf(f: FunctionBuilder, x: F32x4): I32x4 {
  return x.asI32x4().and(f.constant("i32x4", -0x80000000));
}

/** With the sign of `x`, the value being positive, or turned where `x` is negative. */
export function signedAs(f: FunctionBuilder, value: F32x4, x: F32x4): F32x4 {
  return value.asI32x4().xor(signOf(f, x)).asF32x4();
}

export function splat(f: FunctionBuilder, value: number): F32x4 {
  return f.constant("f32x4", value);
}

/** `compute` of two lanes as doubles, and of the two others. */
export function inDoubles(
  f: FunctionBuilder,
  compute: (...lanes: F64x2[]) => F64x2,
  ...operands: readonly F32x4[]
): F32x4 {
  const low = f.local("f64x2", "low", compute(...operands.map((lanes) => lanes.lowToF64x2())));
  const high = compute(...operands.map((lanes) => lanes.highHalf().lowToF64x2()));
  return low.toF32x4().shuffle(high.toF32x4(), [0, 1, 4, 5]);
}

/** The same by one code in two turns: of what is long, and so is compiled for long, most of all where it is put down several times. */
export function inDoublesByTurns(
  f: FunctionBuilder,
  compute: (...lanes: Local<F64x2>[]) => F64x2,
  ...operands: readonly F32x4[]
): F32x4 {
  const result = f.local("f32x4", "result");
  const left = operands.map((lanes) => f.local("f32x4", "left", lanes));
  f.repeat(2, () => {
    const two = compute(...left.map((lanes) => f.local("f64x2", "two", lanes.lowToF64x2())));
    f.set(result, result.shuffle(two.toF32x4(), [2, 3, 4, 5]));
    for (const lanes of left) f.set(lanes, lanes.highHalf());
  });
  return result;
}

/** 2ⁿ for −126 ≤ n ≤ 127, by writing n into the exponent. */
export function powerOfTwo(f: FunctionBuilder, exponent: I32x4): F32x4 {
  return exponent.add(f.constant("i32x4", 127)).shiftLeft(23).asF32x4();
}

const roundsToInteger = 1.5 * 2 ** 23;

/** The nearest whole number of one below 2²², as a float and as an integer modulo 2²². */
export function rounded(f: FunctionBuilder, x: F32x4) {
  return unshifted(f, x.add(splat(f, roundsToInteger)), 0);
}

/** The same of x · factor; the integer is so many more. */
export function roundedProduct(f: FunctionBuilder, x: F32x4, factor: number, more = 0) {
  return unshifted(f, multiplyAdd(x, splat(f, factor), splat(f, roundsToInteger + more)), more);
}

function unshifted(f: FunctionBuilder, sum: F32x4, more: number) {
  const shifted = f.local("f32x4", "shifted", sum);
  return {
    whole: f.local("f32x4", "whole", shifted.subtract(splat(f, roundsToInteger + more))),
    /** The bits above are those of a float. */
    low: shifted.asI32x4(),
  };
}

/** x · 2ⁿ in two factors, since 2ⁿ by itself leaves the range of a float where the result is subnormal or near its largest. */
export function scaled(f: FunctionBuilder, x: F32x4, low: I32x4): F32x4 {
  // Of n / 2 and of what is left of it: 127 is the bias.
  const exponent = f.local("i32x4", "exponent", low.subtract(f.constant("i32x4", roundsToIntegerBits - 2 * 127)));
  const half = f.local("i32x4", "half", exponent.shiftRightUnsigned(1));
  const rest = exponent.subtract(half);
  return x.multiply(half.shiftLeft(23).asF32x4()).multiply(rest.shiftLeft(23).asF32x4());
}

/** The float that {@link rounded} adds, as bits: n stands in the lowest of a sum with it. */
const roundsToIntegerBits = 0x4b400000;

/** ln 2 in two parts, the first short enough that its product with an exponent is exact. */
export const ln2High = 0.693359375;
export const ln2Low = -2.1219444e-4;

export const quiet = Number.NaN;
export const infinity = Number.POSITIVE_INFINITY;
