// Single numbers as transforms draw them: those of torch.rand(1), torch.randint(…, (1,)) and so on, without a tensor for each.

import { defaultGenerator, empty, type Generator, scope } from "@bernoulli/tensor";

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
