// exp, log and tanh over four floats at once, each within about 1 ulp, special values included.
// Argument reduction and polynomials as in Cephes' expf and logf (S. L. Moshier, netlib.org/cephes).

import { F32x4, type FunctionBuilder, type I32x4, type Local } from "../assembler/index.js";

/** x · c₀ + c₁, then · x + c₂, and so on. */
function polynomial(x: F32x4, [first = 0, ...rest]: readonly number[]): F32x4 {
  return rest.reduce((value, coefficient) => value.multiply(x).add(coefficient), F32x4.of(first));
}

/** 2ⁿ for −126 ≤ n ≤ 127, by writing n into the exponent. */
function powerOfTwo(exponent: I32x4): F32x4 {
  return exponent.add(127).shiftLeft(23).asF32x4();
}

/** ln 2 in two parts, the first short enough that its product with an exponent is exact. */
const ln2High = 0.693359375;
const ln2Low = -2.1219444e-4;

/** eˣ = 2ⁿ · eʳ with n = round(x / ln 2), |r| ≤ ln 2 / 2. */
export function emitExp(f: FunctionBuilder, x: F32x4): F32x4 {
  // Outside these bounds the result is 0 or ∞ all the same. min and max keep NaN.
  const bounded = f.local("f32x4", "bounded", x.max(-104).min(89));
  const count = f.local("f32x4", "count", bounded.multiply(Math.LOG2E).nearest());
  const rest = f.local("f32x4", "rest", bounded.subtract(count.multiply(ln2High)).subtract(count.multiply(ln2Low)));
  const series = polynomial(
    rest,
    [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 0.5],
  );
  const power = f.local("f32x4", "power", series.multiply(rest.multiply(rest)).add(rest).add(1));
  // Two factors, since 2ⁿ by itself leaves the range of a float where the result is subnormal or near its largest.
  const exponent = f.local("i32x4", "exponent", count.toI32x4());
  const half = f.local("i32x4", "half", exponent.shiftRight(1));
  return power.multiply(powerOfTwo(half)).multiply(powerOfTwo(exponent.subtract(half)));
}

/** The magnitude and, as bits, the sign. */
function magnitude(x: F32x4): F32x4 {
  return x.asI32x4().and(0x7fffffff).asF32x4();
}

/** tanh x: a polynomial near 0, where 1 − 2 / (e²ˣ + 1) would cancel, and that elsewhere. As Cephes' tanhf. */
export function emitTanh(f: FunctionBuilder, x: F32x4): F32x4 {
  const size = f.local("f32x4", "size", magnitude(x));
  const power = f.local("f32x4", "doublePower", emitExp(f, size.add(size)));
  const far = F32x4.of(1).subtract(F32x4.of(2).divide(power.add(1)));
  const square = f.local("f32x4", "squareOfSmall", x.multiply(x));
  const series = polynomial(
    square,
    [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1],
  );
  const near = series.multiply(square).multiply(x).add(x);
  // The sign is put on last: near −0 the polynomial gives +0.
  const sign = x.asI32x4().and(-0x80000000);
  return size.lessThan(0.625).select(near, far).asI32x4().or(sign).asF32x4();
}

const smallestNormal = 2 ** -126;
const sqrtHalf = Math.SQRT1_2;

/** x = (1 + rest) · 2^exponent, √½ ≤ 1 + rest < √2, of a finite x above 0; both are locals. */
export function emitFraction(
  f: FunctionBuilder,
  x: F32x4,
): { readonly exponent: Local<I32x4>; readonly rest: Local<F32x4> } {
  const subnormal = f.local("i32x4", "subnormal", x.lessThan(smallestNormal));
  const scaled = f.local("i32x4", "scaled", subnormal.select(x.multiply(2 ** 23), x).asI32x4());
  // Take the exponent apart so that the fraction lies in [½, 1), then move [½, √½) up by a factor of 2.
  const fraction = f.local("f32x4", "fraction", scaled.and(0x007fffff).or(0x3f000000).asF32x4());
  const low = f.local("i32x4", "low", fraction.lessThan(sqrtHalf));
  // A true mask is −1, and 126 is the bias for fractions in [½, 1).
  const exponent = scaled.shiftRight(23).subtract(126).add(low).subtract(subnormal.and(23));
  const rest = fraction.subtract(1).add(low.and(fraction.asI32x4()).asF32x4());
  return { exponent: f.local("i32x4", "exponent", exponent), rest: f.local("f32x4", "rest", rest) };
}

/** ln x = e · ln 2 + ln m with x = m · 2ᵉ. */
export function emitLog(f: FunctionBuilder, x: F32x4): F32x4 {
  const { exponent, rest } = emitFraction(f, x);
  const count = f.local("f32x4", "count", exponent.toF32x4());
  const square = f.local("f32x4", "square", rest.multiply(rest));
  const series = polynomial(
    rest,
    [
      7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
      2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
    ],
  );
  const tail = series.multiply(rest).multiply(square).add(count.multiply(ln2Low)).subtract(square.multiply(0.5));
  const finite = f.local("f32x4", "finite", tail.add(rest).add(count.multiply(ln2High)));
  // ∞ and NaN are their own logarithms.
  const orItself = f.local("f32x4", "orItself", x.lessThan(Number.POSITIVE_INFINITY).select(finite, x));
  const orPole = f.local("f32x4", "orPole", x.equals(0).select(F32x4.of(Number.NEGATIVE_INFINITY), orItself));
  return x.lessThan(0).select(F32x4.of(Number.NaN), orPole);
}
