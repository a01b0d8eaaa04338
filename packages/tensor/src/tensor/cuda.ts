// cuda: what a script asks of CUDA before it goes without. There is none: nothing here computes.

export * as amp from "../amp/cuda.js";

import { checkNumber } from "../checks/options.js";

/**
 * Whether tensors can be on a GPU: they cannot.
 * See https://pytorch.org/docs/stable/generated/torch.cuda.is_available.html.
 *
 * @example
 * ```ts
 * import { cuda, ones } from "@bernoulli/tensor";
 * ones(2, { device: cuda.isAvailable() ? "cuda" : "cpu" }).device; // → "cpu"
 * ```
 */
export function isAvailable(): boolean {
  return false;
}

/**
 * How many GPUs there are: none. See https://pytorch.org/docs/stable/generated/torch.cuda.device_count.html.
 *
 * @example
 * ```ts
 * import { cuda } from "@bernoulli/tensor";
 * cuda.deviceCount(); // → 0
 * ```
 */
export function deviceCount(): number {
  return 0;
}

/**
 * Does nothing, as in PyTorch where there is no GPU: `manualSeed` seeds the draws. See
 * https://pytorch.org/docs/stable/generated/torch.cuda.manual_seed.html.
 */
export function manualSeed(seed: number): void {
  checkNumber("cuda.manualSeed", "seed", seed);
}

/** Does nothing, as {@link manualSeed}. See https://pytorch.org/docs/stable/generated/torch.cuda.manual_seed_all.html. */
export function manualSeedAll(seed: number): void {
  checkNumber("cuda.manualSeedAll", "seed", seed);
}
