// a · b + c rounded once, as the machine's fused multiply-add does it, which JavaScript cannot name. For the random
// streams, where PyTorch's builds fuse and the last bit counts; not for kernels, which it would slow tenfold.

const f = Math.fround;

/** What p + c, rounded to `sum`, lost (D. E. Knuth, TAOCP 2, 4.2.2, theorem B). */
function lostBySum(p: number, c: number, sum: number): number {
  const share = sum - p;
  return p - (sum - share) + (c - share);
}

/** a · b + c of three float32, as a float32. */
export function fusedFloat(a: number, b: number, c: number): number {
  // The product is exact in float64; the sum need not be. Where it was rounded to the very middle of two float32, what
  // it lost decides between them.
  const product = a * b;
  const sum = product + c;
  const rounded = f(sum);
  const opposite = 2 * sum - rounded;
  if (opposite === rounded || f(opposite) !== opposite) return rounded;
  const lost = lostBySum(product, c, sum);
  if (lost === 0) return rounded;
  return lost > 0 === opposite > rounded ? opposite : rounded;
}

/** The upper 26 of a float64's 53 bits. */
function upperHalf(value: number): number {
  const shifted = value * (2 ** 27 + 1);
  return shifted - (shifted - value);
}

/** a · b + c of three float64, but for ties of ties: what product and sum lose is added at the end. */
export function fusedDouble(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  // T. J. Dekker, Numer. Math. 18 (1971) 224–242: the four products of halves are exact.
  const [aHigh, bHigh] = [upperHalf(a), upperHalf(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  const lostByProduct = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  const result = sum + (lostBySum(product, c, sum) + lostByProduct);
  // Factors near the largest float64 overflow when they are halved: they stay unfused. Nothing is lost by what is zero but its sign.
  return Number.isFinite(result) && result !== 0 ? result : sum;
}
