// The random numbers of the synthetic set: xoshiro128**, seeded by splitmix32. Not PyTorch's stream: pictures need
// no parity with it, and a stream per picture lets any of them be drawn alone.

const twoToThe32 = 2 ** 32;

/** One output of splitmix32: a well mixed 32-bit function of its state. */
function mix(state: number): number {
  let z = state | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** What a drawing may ask for. Every method takes one 32-bit draw. */
export interface PictureRandom {
  /** A whole number of 0 to 2³² − 1. */
  bits(): number;
  /** A real number of [low, high). */
  between(low: number, high: number): number;
  /** A whole number of 0 to count − 1. */
  below(count: number): number;
}

/**
 * The stream of one picture, fixed by the words given (seed, split, index). Integer operations and exact multiples of
 * 2⁻³² only, so that every engine draws the same.
 *
 * Source: D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators, 2021 (xoshiro128**).
 */
export function pictureRandom(...words: readonly number[]): PictureRandom {
  let key = 0;
  for (const word of words) key = mix(key ^ mix((word + 0x9e3779b9) | 0));
  const next = () => mix((key = (key + 0x9e3779b9) | 0));
  let a = next();
  let b = next();
  let c = next();
  let d = next() | 1; // never all zeros, the one state the generator cannot leave

  const bits = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return {
    bits,
    between: (low, high) => low + (high - low) * (bits() / twoToThe32),
    below: (count) => Math.floor((bits() / twoToThe32) * count),
  };
}
