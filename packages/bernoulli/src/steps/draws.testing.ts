// What random training steps are drawn by: numbers of a seed, apart from the generators that they test. Holds no tests.

import { seeded } from "@bernoulli/testing";

/** Choices by a seed. */
export class Draws {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seeded(seed);
  }

  /** In [0, 1). */
  next(): number {
    return this.#next();
  }

  chance(chance: number): boolean {
    return this.next() < chance;
  }

  /** An integer from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<Choice>(choices: readonly Choice[]): Choice {
    return choices[Math.floor(this.next() * choices.length)]!;
  }
}

/** Choices of one call: those of all calls, but for some that the call makes anew. */
export class CallDraws extends Draws {
  readonly #own: Draws;
  /** How many of the choices are the call's own. */
  readonly #changing: number;

  constructor(seed: number, call: number, changing: number) {
    super(seed + 0.5);
    this.#own = new Draws(1000.25 + 7919 * seed + call);
    this.#changing = changing;
  }

  override next(): number {
    // All three advance at every choice: so the choices of two calls stay side by side.
    const [shared, own] = [super.next(), this.#own.next()];
    return this.#own.next() < this.#changing ? own : shared;
  }
}
