// Cosines and powers as Python has them, whose C library rounds nearly always correctly; JavaScript's engines are off by a digit of the
// last place in some of thirty. Schedules multiply what they gave before, so that it would add up.

const bits = 200n;
/** π · 2²⁰⁰ */
const pi = 5048344754617993871973410141242436836214643421488662971535368n;

/** The cosine of a finite number, rounded once. */
export function cosine(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  let at = fixed(Math.abs(x)) % (2n * pi);
  if (at > pi) at = 2n * pi - at;
  const isNegative = 2n * at > pi;
  if (isNegative) at = pi - at;
  const square = (at * at) >> bits;
  let term = 1n << bits;
  let sum = term;
  for (let n = 1n; term !== 0n; n += 2n) {
    term = -((term * square) >> bits) / (n * (n + 1n));
    sum += term;
  }
  return Number(isNegative ? -sum : sum) / 2 ** Number(bits);
}

/** x ** n; rounded once where x is above 0 and n a whole number of at least 0. */
export function power(x: number, n: number): number {
  if (!(x > 0 && Number.isFinite(x) && Number.isSafeInteger(n) && n >= 0)) return x ** n;
  let result: Scaled = [1n, 0];
  let factor = scaled(x);
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = product(result, factor);
    factor = product(factor, factor);
  }
  const [digits, exponent] = result;
  const rounded = Number(digits);
  // In two steps, so that neither is beyond a double's range while the result is within; subnormal ones are rounded twice.
  const half = Math.trunc(exponent / 2);
  return rounded * 2 ** half * 2 ** (exponent - half);
}

/** digits · 2^exponent */
type Scaled = readonly [digits: bigint, exponent: number];

function scaled(x: number): Scaled {
  const exponent = Math.max(-1022, Math.floor(Math.log2(x))) - 52;
  const half = Math.trunc(exponent / 2);
  return [BigInt(Math.round(x / 2 ** half / 2 ** (exponent - half))), exponent];
}

function product([a, i]: Scaled, [b, j]: Scaled): Scaled {
  const digits = a * b;
  const beyond = Math.max(0, 4 * digits.toString(16).length - 256);
  return [digits >> BigInt(beyond), i + j + beyond];
}

/** x · 2²⁰⁰, exactly where x is at least 2⁻¹⁴⁷. */
function fixed(x: number): bigint {
  if (x === 0) return 0n;
  const [digits, exponent] = scaled(x);
  const shift = bits + BigInt(exponent);
  return shift >= 0n ? digits << shift : digits >> -shift;
}
