// cuda.amp: what older scripts have in torch.amp's place, with the device "cuda". There is none, so that nothing here scales or casts.

import { optionsOf, type Positional } from "../checks/options.js";
import { type AutocastOptions, autocast as autocastOn } from "./autocast.js";
import { type GradScalerOptions, GradScaler as Scaler } from "./grad-scaler.js";

/**
 * {@link amp.autocast} for `"cuda"`: runs `body`. See https://pytorch.org/docs/stable/amp.html#torch.cuda.amp.autocast.
 *
 * @example
 * ```ts
 * import { cuda, ones } from "@bernoulli/tensor";
 * cuda.amp.autocast(() => ones(1).mul(2)).toArray(); // → [2]
 * ```
 */
export function autocast<Result>(body: () => Result): Result;
export function autocast<Result>(options: AutocastOptions, body: () => Result): Result;
export function autocast<Result>(enabled: boolean, body: () => Result): Result;
export function autocast<Result>(
  enabled: boolean,
  options: Omit<AutocastOptions, "enabled">,
  body: () => Result,
): Result;
export function autocast<Result>(...rest: readonly unknown[]): Result {
  const options = optionsOf<AutocastOptions>("autocast", ["enabled", "dtype", "cacheEnabled"], rest.slice(0, -1));
  return autocastOn("cuda", options, rest.at(-1) as () => Result);
}

/**
 * {@link amp.GradScaler} for `"cuda"`, which is disabled. See https://pytorch.org/docs/stable/amp.html#torch.cuda.amp.GradScaler.
 *
 * @example
 * ```ts
 * import { cuda } from "@bernoulli/tensor";
 * new cuda.amp.GradScaler().isEnabled(); // → false
 * ```
 */
export class GradScaler extends Scaler {
  constructor(
    ...rest: Positional<GradScalerOptions, ["initScale", "growthFactor", "backoffFactor", "growthInterval", "enabled"]>
  ) {
    super("cuda", ...rest);
  }
}
