// lgamma, digamma and polygamma of float64, which JavaScript has not: by their series in 1 / x, to which a small argument is raised, and
// by reflection.

import { erfc } from "./error-values.js";
import { temme } from "./temme.js";

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
  if (x < 0.5) {
    const sine = sineOfPi(x);
    return sine === 0 ? Number.POSITIVE_INFINITY : Math.log(Math.PI / sine) - lgamma(1 - x);
  }
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + stirling(x);
}

/** What Stirling's formula lacks of log Γ(x). */
function stirling(x: number): number {
  const series = bernoulli.reduceRight((sum, number, at) => {
    const order = 2 * (at + 1);
    return sum / (x * x) + number / (order * (order - 1));
  }, 0);
  return series / x;
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

/** Beyond, a factorial is infinite, and so is a derivative of digamma that is not 0. */
export const mostOrder = 170;

/** The derivative of digamma of that order, from 1 on. */
export function polygamma(order: number, x = Number.NaN): number {
  if (order === 1 && x < 0.5) return (Math.PI / sineOfPi(x)) ** 2 - polygamma(1, 1 - x);
  const [sign, factor] = [order % 2 === 1 ? 1 : -1, factorialOf(order)];
  if (!(x > 1e17)) return sign * (order > mostOrder ? factor * zeta(order + 1, x, 1) : zeta(order + 1, x, factor));
  // In two factors: neither is subnormal where the result is not.
  const half = x ** (-order / 2);
  return ((sign * factor * half) / order) * half;
}

/** factor · w⁻ˢ, in two factors: neither is subnormal where the product is not. */
function raised(w: number, s: number, factor: number): number {
  const half = Math.abs(w) ** (-s / 2);
  return (w < 0 && s % 2 === 1 ? -factor : factor) * half * half;
}

/** Hurwitz's times a factor above 0: the sum of (x + k)⁻ˢ. Below 0, of what lies between x and the nearest whole number, by two sums the other way. */
function zeta(s: number, x: number, factor: number): number {
  if (!(x <= 0)) return zetaAbove(s, x, factor);
  // A pole; below −2⁵³ all are.
  if (x === Math.floor(x)) return Number.POSITIVE_INFINITY;
  // Halfway it is ½, where the first two sums are alike to the last bit, and go out against the third.
  const rest = x - Math.ceil(x - 0.5);
  const turned = s % 2 === 0 ? 1 : -1;
  // Without the factor these do not overflow together.
  const about = raised(rest, s, 1) + zetaAbove(s, 1 + rest) + turned * zetaAbove(s, 1 - rest);
  return factor * (about - turned * zetaAbove(s, 1 - x));
}

/** The same above 0, by Euler's and Maclaurin's formula. */
function zetaAbove(s: number, x: number, factor = 1): number {
  let [w, sum] = [x, 0];
  for (const far = enough + 1.2 * Math.min(s, mostOrder); w < far; w++) sum += raised(w, s, factor);
  sum += raised(w, s, factor) * (w / (s - 1) + 0.5);
  let term = (s * raised(w, s, factor)) / w;
  for (const [at, number] of bernoulli.entries()) {
    const order = 2 * (at + 1);
    sum += (number * term) / factorialOf(order);
    term *= ((s + order - 1) * (s + order)) / (w * w);
  }
  return sum;
}

export function factorialOf(number: number): number {
  if (number > mostOrder) return Number.POSITIVE_INFINITY;
  return number < 2 ? 1 : number * factorialOf(number - 1);
}

const tiny = 2 ** -1022;

/** far − log (1 + far), far being (x − a) / a, whose digits a difference would lose. */
function lessLog(a: number, x: number): number {
  const far = (x - a) / a;
  if (Math.abs(far) > 0.4) return far - Math.log(x / a);
  const s = far / (2 + far);
  let [sum, power] = [0, 1];
  for (let order = 3; power > 2 ** -60; order += 2) {
    sum += power / order;
    power *= s * s;
  }
  return far * s - 2 * s * s * s * sum;
}

/** e⁻ˣ xᵃ / Γ(a + 1), by logarithms; of a large a by how far x is from it. */
function leading(a: number, x: number): number {
  if (a < enough) return Math.exp(a * Math.log(x) - x - ofOneMore(a));
  return Math.exp(-a * lessLog(a, x) - stirling(a)) / Math.sqrt(2 * Math.PI * a);
}

/** The sum of xᵏ / (a + 1)…(a + k), below the hump of the integrand. */
function lowerSeries(a: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; k < 20_000 && term > sum * 2 ** -54; k++) {
    term *= x / (a + k);
    sum += term;
  }
  // No share is more than all, by its last bit either.
  return Math.min(1, sum * leading(a, x));
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

/** From here on the series take too many terms near the hump. */
const many = 1e5;

/** Whether x is so near to a large a that only {@link normalShare} will do. */
function isOnHump(a: number, x: number): boolean {
  return a >= many && Math.abs(x - a) < 40 * Math.sqrt(a);
}

/** Temme's expansion for a large a: the upper share, or the lower one, as a normal distribution's with its skew; DLMF 8.12. */
function normalShare(a: number, x: number, side: "lower" | "upper"): number {
  const eta = Math.sign(x - a) * Math.sqrt(2 * lessLog(a, x));
  const sum = temme.reduceRight(
    (less, terms) => less / a + terms.reduce((value, coefficient) => value * eta + coefficient, 0),
    0,
  );
  const skew = (Math.exp((-a * eta * eta) / 2) / Math.sqrt(2 * Math.PI * a)) * sum;
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
