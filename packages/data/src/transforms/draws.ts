// Single numbers as transforms draw them: those of torch.rand(1), torch.randint(…, (1,)) and so on, without a tensor for each.

import {
  ArgumentError,
  checkOptions,
  defaultGenerator,
  empty,
  type Generator,
  optionsOf,
  type Positional,
  scope,
} from "@bernoulli/tensor";

/** torch.rand(1): 24 bits of a word. */
export function drawUniform(generator: Generator | undefined): number {
  return ((generator ?? defaultGenerator()).random() & 0xffffff) / 2 ** 24;
}

/** torch.randint(0, high, (1,)), for `high` of up to 32 bits. */
export function drawBelow(high: number, generator: Generator | undefined): number {
  return (generator ?? defaultGenerator()).random() % high;
}

/** torch.empty(1).uniform_(low, high), a float32. */
export function drawBetween(low: number, high: number, generator: Generator | undefined): number {
  return scope(() =>
    empty([1])
      .uniform_(low, high, generator === undefined ? {} : { generator })
      .item(),
  );
}

/** The options of what happens by chance, and no more. */
interface ChanceOptions {
  readonly p?: number;
  readonly generator?: Generator;
}

/** How likely it is, checked, and where that is drawn from. */
export function chanceOf(owner: string, byDefault: number, rest: Positional<ChanceOptions, ["p"]>) {
  const options = optionsOf<ChanceOptions>(owner, ["p"], rest);
  checkOptions(owner, options, { p: "number", generator: "Generator" });
  const { p = byDefault, generator } = options;
  checkChance(owner, p);
  return { p, generator };
}

/** Throws unless it is a probability. */
export function checkChance(owner: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new ArgumentError(`${owner}: p must be in [0, 1], but got ${String(p)}`);
}
