// erf, erfc, erfcx, erfinv, ndtri and logNdtr of float64, which JavaScript has not.

const twoOverRootPi = 2 / Math.sqrt(Math.PI);

/** exp(−x²) without what the square loses. */
function gaussian(x: number): number {
  const high = Math.fround(x);
  return Math.exp(-high * high) * Math.exp((high - x) * (high + x));
}

/** By its series of positive terms. */
function series(x: number): number {
  let [term, sum] = [x, x];
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (2 * x * x) / odd;
    sum += term;
  }
  return twoOverRootPi * gaussian(x) * sum;
}

/** exp(x²) · erfc x for x ≥ ½, by its continued fraction from behind. */
function fraction(x: number, terms: number): number {
  let value = 0;
  for (let at = terms; at > 0; at--) value = at / 2 / (x + value);
  return twoOverRootPi / 2 / (x + value);
}

/**
 * exp(x²) · erfc x for x > ½. Below, the difference from 1 loses little; the fraction begins where it would. What n terms leave falls as
 * exp(−2x√(2n)): below a rounding from some 180 / x² on.
 */
const scaled = (x: number): number => fraction(x, Math.ceil(30 + 220 / (x * x)));

export function erf(x = Number.NaN): number {
  if (Math.abs(x) < 2) return series(x);
  return Number.isNaN(x) ? x : Math.sign(x) * (1 - erfc(Math.abs(x)));
}

export function erfc(x = Number.NaN): number {
  if (x > 28) return 0;
  return x > 0.5 ? gaussian(x) * scaled(x) : 1 - erf(x);
}

/** exp(x²) · erfc x. */
export function erfcx(x = Number.NaN): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  if (x < -27) return Number.POSITIVE_INFINITY;
  if (x > 0.5) return scaled(x);
  // From −½ down the square has digits that its exponential would lose.
  return x < -0.5 ? 2 / gaussian(x) - erfcx(-x) : Math.exp(x * x) * (1 - erf(x));
}

export function erfinv(x = Number.NaN): number {
  const size = Math.abs(x);
  if (!(size < 1)) return size === 1 ? x * Number.POSITIVE_INFINITY : Number.NaN;
  if (size === 0) return x;
  // Winitzki's, and Halley's steps: each has thrice the digits.
  const log = Math.log((1 - size) * (1 + size));
  const middle = 2 / (Math.PI * 0.147) + log / 2;
  let result = Math.sqrt(Math.sqrt(middle * middle - log / 0.147) - middle);
  for (let round = 0; round < 3; round++) {
    const error = size < 0.5 ? erf(result) - size : 1 - size - erfc(result);
    const step = error / (twoOverRootPi * gaussian(result));
    result -= step / (1 + result * step);
  }
  return Math.sign(x) * result;
}

/** Below which a share of the standard normal distribution lies. */
export function ndtri(share = Number.NaN): number {
  if (!(share > 0 && share < 1))
    return share === 0 || share === 1 ? (share - 0.5) * Number.POSITIVE_INFINITY : Number.NaN;
  if (share > 0.75) return -ndtri(1 - share);
  // Twice it less one is exact.
  if (share >= 0.25) return Math.SQRT2 * erfinv(2 * share - 1);
  // Newton's steps for the logarithm of erfc, which bends little, until one is below a rounding.
  const log = Math.log(2 * share);
  let result = Math.sqrt(-log);
  for (let round = 0; round < 8; round++) {
    const own = erfcx(result);
    const step = ((Math.log(own) - result * result - log) * own) / twoOverRootPi;
    result += step;
    if (Math.abs(step) <= 2 ** -54 * result) break;
  }
  return -Math.SQRT2 * result;
}

/** The logarithm of the share of the standard normal distribution that lies below. */
export function logNdtr(x = Number.NaN): number {
  const half = erfcx(Math.abs(x) * Math.SQRT1_2) / 2;
  if (x < 0) return Math.log(half) - (x / 2) * x;
  // exp(−x² / 2) in two factors, as in {@link gaussian}.
  const high = Math.fround(x);
  return x > 40 ? -0 : Math.log1p(-half * Math.exp((-high * high) / 2) * Math.exp(((high - x) * (high + x)) / 2));
}
