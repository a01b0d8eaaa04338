// The logarithm, sine and cosine with which PyTorch's x86 builds turn uniform floats into normal ones: Cephes' float32
// polynomials as in ATen/native/cpu/avx_mathfun.h, with a fused multiply-add wherever a product feeds a sum, as compilers
// contract them. Only for randn's stream: elsewhere Math.log and its kin are more accurate.

import { fusedFloat as fma } from "./fused-multiply-add.js";

const f = Math.fround;

const bits = new Int32Array(1);
const float = new Float32Array(bits.buffer);

/** The polynomial of the logarithm, and ln 2 in two parts. */
export const logTerms: readonly number[] = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
].map(f);
export const [ln2Low, ln2High] = [f(-2.1219444e-4), f(0.693359375)];
const sqrtHalf = f(Math.SQRT1_2);

/** ln(x) of a positive normal float32. */
export function logFloat(x: number): number {
  float[0] = x;
  let exponent = (bits[0]! >>> 23) - 0x7f + 1;
  bits[0] = (bits[0]! & 0x007fffff) | 0x3f000000;
  let mantissa = float[0]!;
  if (mantissa < sqrtHalf) {
    exponent -= 1;
    mantissa = f(f(mantissa - 1) + mantissa);
  } else {
    mantissa = f(mantissa - 1);
  }
  const square = f(mantissa * mantissa);
  let y = logTerms[0]!;
  for (let at = 1; at < logTerms.length; at++) y = fma(y, mantissa, logTerms[at]!);
  y = f(y * mantissa);
  y = fma(y, square, f(exponent * ln2Low));
  y = fma(square, -0.5, y);
  return fma(exponent, ln2High, f(mantissa + y));
}

/** Of sine and cosine: what finds the octant, −π/4 in three parts, the polynomials. */
export const sineAndCosine: {
  readonly fourOverPi: number;
  readonly pi: readonly number[];
  readonly cosine: readonly number[];
  readonly sine: readonly number[];
} = {
  fourOverPi: f(1.27323954473516),
  pi: [-0.78515625, -2.4187564849853516e-4, -3.774894977445941e-8].map(f),
  cosine: [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2].map(f),
  sine: [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1].map(f),
};
const { fourOverPi } = sineAndCosine;
const [pi0, pi1, pi2] = sineAndCosine.pi as [number, number, number];
const [c0, c1, c2] = sineAndCosine.cosine as [number, number, number];
const [s0, s1, s2] = sineAndCosine.sine as [number, number, number];

/** The sine and cosine of a non-negative float32, as [sine, cosine] in `result`. */
export function sineAndCosineFloat(x: number, result: Float32Array): void {
  const octant = (Math.trunc(f(x * fourOverPi)) + 1) & ~1;
  const angle = fma(octant, pi2, fma(octant, pi1, fma(octant, pi0, x)));
  const square = f(angle * angle);
  let cosine = f(fma(fma(c0, square, c1), square, c2) * square);
  cosine = f(fma(cosine, square, -f(square * 0.5)) + 1);
  const sine = fma(f(fma(fma(s0, square, s1), square, s2) * square), angle, angle);
  const swapped = (octant & 2) !== 0;
  const sineSign = (octant & 4) !== 0 ? -1 : 1;
  const cosineSign = ((octant - 2) & 4) === 0 ? -1 : 1;
  result[0] = sineSign * (swapped ? cosine : sine);
  result[1] = cosineSign * (swapped ? sine : cosine);
}
