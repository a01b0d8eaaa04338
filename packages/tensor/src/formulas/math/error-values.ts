// erf, erfc and erfinv of float64, which JavaScript has not.

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

/** erfc x for x ≥ 2, by its continued fraction from behind. */
function fraction(x: number): number {
  let value = 0;
  for (let at = 120; at > 0; at--) value = at / 2 / (x + value);
  return (gaussian(x) * twoOverRootPi) / 2 / (x + value);
}

export function erf(x = Number.NaN): number {
  if (Math.abs(x) < 2) return series(x);
  return Number.isNaN(x) ? x : Math.sign(x) * (1 - erfc(Math.abs(x)));
}

export function erfc(x = Number.NaN): number {
  if (x > 28) return 0;
  if (x >= 2) return fraction(x);
  // Between ½ and 2 the difference loses little: the fraction begins where it would.
  return x > 0.5 ? betweenFractions(x) : 1 - erf(x);
}

/** By more terms of the fraction, which converges slowly there. */
function betweenFractions(x: number): number {
  let value = 0;
  for (let at = 1500; at > 0; at--) value = at / 2 / (x + value);
  return (gaussian(x) * twoOverRootPi) / 2 / (x + value);
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
