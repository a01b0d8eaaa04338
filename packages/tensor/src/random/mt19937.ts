// The Mersenne Twister MT19937 with its state laid out as PyTorch's (ATen/core/MT19937RNGEngine.h). 32-bit words only;
// what is made of them is distributions.ts's.
// M. Matsumoto and T. Nishimura, ACM TOMACS 8 (1998) 3–30.

export const stateWords = 624;
/** The recurrence that makes the next state: W[i + 624] = W[i + shiftWords] ^ mix(W[i], W[i + 1]). */
export const twisting = { shiftWords: 397, upperMask: 0x80000000, lowerMask: 0x7fffffff, matrix: 0x9908b0df } as const;
/** The masks that scatter a word's bits on its way out, by the shifts they follow. */
export const tempering = { mask7: 0x9d2c5680, mask15: 0xefc60000 } as const;

const { shiftWords, upperMask, lowerMask, matrix } = twisting;

export class Mt19937 {
  readonly state = new Uint32Array(stateWords);
  /** Words left before the next twist, plus one: PyTorch counts down. */
  left = 1;
  /** The next word's place in the state. */
  next = 0;

  constructor(seed: number) {
    this.seed(seed);
  }

  /** Starts the stream anew from the low 32 bits of a seed. */
  seed(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let at = 1; at < stateWords; at++) {
      const before = state[at - 1]!;
      state[at] = Math.imul(1812433253, before ^ (before >>> 30)) + at;
    }
    this.left = 1;
    this.next = 0;
  }

  /** The next word of the stream, an integer in [0, 2³²). */
  random(): number {
    this.left -= 1;
    if (this.left === 0) this.#twist();
    return temper(this.state[this.next++]!);
  }

  /** Fills `words` with the next words of the stream; the same as as many calls of {@link random}, in fewer checks. */
  fill(words: Uint32Array): void {
    const { state } = this;
    let written = 0;
    while (written < words.length) {
      if (this.left === 1) {
        this.#twist();
        this.left += 1;
      }
      const count = Math.min(this.left - 1, words.length - written);
      for (let at = 0; at < count; at++) words[written + at] = temper(state[this.next + at]!);
      this.next += count;
      this.left -= count;
      written += count;
    }
  }

  /** How many words of the state have been drawn; all of them before the first twist. */
  get taken(): number {
    return stateWords + 1 - this.left;
  }

  /** Goes on from a state of which `taken` words, at least one, have been drawn. */
  resume(state: Uint32Array, taken: number): void {
    this.state.set(state);
    this.next = taken;
    this.left = stateWords + 1 - taken;
  }

  #twist(): void {
    const { state } = this;
    this.left = stateWords;
    this.next = 0;
    let at = 0;
    for (; at < stateWords - shiftWords; at++) state[at] = state[at + shiftWords]! ^ mix(state[at]!, state[at + 1]!);
    for (; at < stateWords - 1; at++)
      state[at] = state[at + shiftWords - stateWords]! ^ mix(state[at]!, state[at + 1]!);
    state[at] = state[shiftWords - 1]! ^ mix(state[at]!, state[0]!);
  }
}

/** Without a branch: the low bit is random, and a mispredicted branch costs more than the rest. */
function mix(high: number, low: number): number {
  return (((high & upperMask) | (low & lowerMask)) >>> 1) ^ (-(low & 1) & matrix);
}

/** A word of the state as it is given out. */
export function temper(word: number): number {
  let value = word;
  value ^= value >>> 11;
  value ^= (value << 7) & tempering.mask7;
  value ^= (value << 15) & tempering.mask15;
  return (value ^ (value >>> 18)) >>> 0;
}
