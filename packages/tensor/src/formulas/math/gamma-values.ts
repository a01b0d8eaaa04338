// lgamma, digamma and polygamma of float64, which JavaScript has not: by their series in 1 / x, to which a small argument is raised, and
// by reflection.

import { erfc } from "./error-values.js";

/** Bernoulli's numbers of even order, from 2 on. */
const bernoulli = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798];
const enough = 12;

/** sin πx, exact in what is left of x to the nearest whole number, but for its sign. */
function sineOfPi(x: number): number {
  return Math.abs(Math.sin(Math.PI * (x - Math.round(x))));
}

/** 1 − γ, and (ζ(k) − 1) / k for k from 2 on. */
const lessEuler = 0.42278433509846713;
const zetas = [
  0.3224670334241132, 0.0673523010531981, 0.020580808427784546, 0.007385551028673986, 0.0028905103307415234,
  0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939, 9.945751278180853e-5, 4.492623673813314e-5,
  2.050721277567069e-5, 9.439488275268397e-6, 4.374866789907488e-6, 2.039215753801366e-6, 9.55141213040742e-7,
  4.492469198764566e-7, 2.1207184805554665e-7, 1.0043224823968099e-7, 4.7698101693639804e-8, 2.2711094608943164e-8,
  1.0838659214896955e-8, 5.183475041970047e-9, 2.4836745438024785e-9, 1.1921401405860912e-9, 5.731367241678862e-10,
  2.7595228851242334e-10,
];

/** ln Γ(2 + z) for |z| ≤ ½: 0 at 0, and as exact beside it. */
function beside2(z: number): number {
  return z * (lessEuler + z * zetas.reduceRight((sum, zeta) => zeta - z * sum, 0));
}

/** log Γ(1 + t), which keeps its digits where t is next to nothing. */
function ofOneMore(t: number): number {
  return Math.abs(t) <= 0.5 ? beside2(t) - Math.log1p(t) : lgamma(1 + t);
}

export function lgamma(x = Number.NaN): number {
  if (Math.abs(x) === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  // Γ(x) is 1 / x, which for subnormal x is no number.
  if (Math.abs(x) < 2 ** -64) return -Math.log(Math.abs(x));
  if (x >= 0.5 && x < 1.5) return ofOneMore(x - 1);
  if (x >= 1.5 && x < enough) {
    let [below, factors] = [x, 1];
    while (below > 2.5) {
      below -= 1;
      factors *= below;
    }
    return Math.log(factors) + beside2(below - 2);
  }
  if (x < 0.5) return Math.log(Math.PI / sineOfPi(x)) - lgamma(1 - x);
  const series = bernoulli.reduceRight((sum, number, at) => {
    const order = 2 * (at + 1);
    return sum / (x * x) + number / (order * (order - 1));
  }, 0);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series / x;
}

export function digamma(x = Number.NaN): number {
  if (x === 0) return -1 / x;
  if (x < 0.5) {
    if (x === Math.floor(x)) return Number.NaN;
    return digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x - Math.round(x)));
  }
  if (x === Number.POSITIVE_INFINITY) return x;
  let [w, below] = [x, 0];
  for (; w < enough; w++) below += 1 / w;
  const series = bernoulli.reduceRight((sum, number, at) => (sum + number / (2 * (at + 1))) / (w * w), 0);
  return Math.log(w) - 0.5 / w - series - below;
}

/** The derivative of digamma of that order, from 1 on. */
export function polygamma(order: number, x = Number.NaN): number {
  if (order === 1 && x < 0.5) return (Math.PI / sineOfPi(x)) ** 2 - polygamma(1, 1 - x);
  let factorial = 1;
  for (let factor = 2; factor <= order; factor++) factorial *= factor;
  return (order % 2 === 1 ? 1 : -1) * factorial * zeta(order + 1, x);
}

/** Hurwitz's: the sum of (x + k)⁻ˢ, by Euler's and Maclaurin's formula. */
function zeta(s: number, x: number): number {
  // A pole; below −2⁵³ all are, and no step leads up from there.
  if (x <= 0 && x === Math.floor(x)) return Number.POSITIVE_INFINITY;
  let [w, sum] = [x, 0];
  for (; w < enough; w++) sum += w ** -s;
  sum += w ** (1 - s) / (s - 1) + w ** -s / 2;
  let term = s * w ** (-s - 1);
  for (const [at, number] of bernoulli.entries()) {
    const order = 2 * (at + 1);
    sum += (number * term) / factorialOf(order);
    term *= ((s + order - 1) * (s + order)) / (w * w);
  }
  return sum;
}

function factorialOf(number: number): number {
  return number < 2 ? 1 : number * factorialOf(number - 1);
}

const tiny = 2 ** -1022;

/** e⁻ˣ xᵃ / Γ(a + 1), by logarithms. */
function leading(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - ofOneMore(a));
}

/** The sum of xᵏ / (a + 1)…(a + k), below the hump of the integrand. */
function lowerSeries(a: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; k < 20_000 && term > sum * 2 ** -54; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum * leading(a, x);
}

/** Whether nearly all of a small a's integral lies below x, however small that is. */
function isBeyondAll(a: number, x: number): boolean {
  return x <= 1.1 && a < (x <= 0.5 ? -0.4 / Math.log(x) : x / 1.1);
}

/** What is left above x where {@link isBeyondAll}, in parts that do not cancel; DLMF 8.7.3. */
function upperSeries(a: number, x: number): number {
  let [sum, power] = [0, 1];
  for (let k = 1; k < 100 && Math.abs(power) > 2 ** -60; k++) {
    power *= -x / k;
    sum += (a * power) / (a + k);
  }
  // xᵃ / Γ(a + 1)
  const height = a * Math.log(x) - ofOneMore(a);
  return -Math.expm1(height) - Math.exp(height) * sum;
}

/** Lentz's continued fraction, above the hump. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let [c, d] = [1 / tiny, 1 / b];
  let product = d;
  for (let k = 1; k < 20_000; k++) {
    const factor = -k * (k - a);
    b += 2;
    const [below, above] = [factor * d + b, b + factor / c];
    d = 1 / (below === 0 ? tiny : below);
    c = above === 0 ? tiny : above;
    product *= c * d;
    if (Math.abs(c * d - 1) < 2 ** -53) break;
  }
  return product * leading(a, x) * a;
}

/** From here on the series take too many terms near the hump, and logarithms of its height cancel. */
const many = 1e5;

/** Whether x is so near to a large a that only {@link normalShare} will do. */
function isOnHump(a: number, x: number): boolean {
  return a >= many && Math.abs(x - a) < 40 * Math.sqrt(a);
}

/** Temme's expansion for a large a: the upper share, or the lower one, as a normal distribution's with its skew; DLMF 8.12. */
function normalShare(a: number, x: number, side: "lower" | "upper"): number {
  const far = (x - a) / a;
  // far − log(1 + far) = η² / 2
  let half = 0;
  for (let k = 14; k >= 2; k--) half = (k % 2 === 0 ? 1 : -1) / k + far * half;
  const eta = Math.sign(far) * Math.sqrt(2 * half * far * far);
  const [c0, c1] = [-1 / 3 + eta * (1 / 12 - eta * (2 / 135 - eta * (1 / 864 + eta / 2835))), -1 / 540 - eta / 288];
  const skew = (Math.exp((-a * eta * eta) / 2) / Math.sqrt(2 * Math.PI * a)) * (c0 + c1 / a);
  const normal = eta * Math.sqrt(a / 2);
  return side === "upper" ? erfc(normal) / 2 + skew : erfc(-normal) / 2 - skew;
}

/** The lower regularised incomplete gamma function. */
export function lowerShare(a: number, x: number): number {
  if (!(a >= 0) || !(x >= 0) || (a === 0 && x === 0)) return Number.NaN;
  if (a === 0 || x === Number.POSITIVE_INFINITY) return a === Number.POSITIVE_INFINITY ? Number.NaN : 1;
  if (x === 0 || a === Number.POSITIVE_INFINITY) return 0;
  if (isOnHump(a, x)) return normalShare(a, x, "lower");
  return x > a + 1 ? 1 - upperFraction(a, x) : lowerSeries(a, x);
}

/** What it leaves of 1. */
export function upperShare(a: number, x: number): number {
  if (!(a >= 0) || !(x >= 0) || (a === 0 && x === 0)) return Number.NaN;
  if (a === 0 || x === Number.POSITIVE_INFINITY) return a === Number.POSITIVE_INFINITY ? Number.NaN : 0;
  if (x === 0 || a === Number.POSITIVE_INFINITY) return 1;
  if (isOnHump(a, x)) return normalShare(a, x, "upper");
  if (x > a + 1) return upperFraction(a, x);
  return isBeyondAll(a, x) ? upperSeries(a, x) : 1 - lowerSeries(a, x);
}
