// What optimizers make zero of: averages below 2⁻¹²⁶, with which processors are twenty times as slow, where nobody can see that it
// was (docs/decisions/0011-subnormal-averages.md).

import type { DType } from "@bernoulli/tensor";
import { type Value, where } from "@bernoulli/tensor/formulas";

/** Zero where the magnitude is below `least`; NaN stays. */
export function flushed(value: Value, least: Value): Value {
  return where(value.abs().lt(least), 0, value);
}

/** Below it floats have fewer digits. */
export const leastNormal = 2 ** -126;
/** So small that nobody sees it: beside parameters, and beside a float of magnitude one. */
export const [unseen, unseenBeside] = [2 ** -80, 2 ** -26] as const;

/** The least of which products with all these factors are normal; those with zero are what they are. */
export function leastBehind(...factors: readonly number[]): number {
  let least = leastNormal;
  for (const factor of factors) if (factor !== 0) least = Math.max(least, leastNormal / Math.abs(factor));
  return least;
}

/** What {@link flushed} is given so that magnitudes below `least` become zero: 0, which is none, if somebody would see it. */
export function threshold(dtype: DType, least: number, isUnseen: boolean): number {
  return dtype === "float32" && isUnseen && least <= unseen ? least : 0;
}

/**
 * The magnitudes below which an average of squares, and a gradient to be squared, are zero: none where eps does not hide them.
 * `keep` is the share of the average that stays, `scale` what its root is divided by.
 */
export function squareThresholds(
  { dtype }: { readonly dtype: DType },
  { keep, eps, scale = 1 }: { readonly keep: number; readonly eps: number; readonly scale?: number },
): readonly [leastSquare: number, leastRoot: number] {
  const square = leastBehind(keep);
  const root = Math.sqrt(leastNormal / (1 - keep));
  // What a square never grows to, since it is zero again after each step, comes to 1 / (1 − keep) times what one step loses.
  const isBesideEps = keep < 1 && Math.max(Math.sqrt(square), root) <= unseenBeside * eps * scale;
  return [threshold(dtype, square, isBesideEps), threshold(dtype, root, isBesideEps)];
}

/** The magnitude below which an average of gradients is zero, which moves a parameter by up to itself times `rate` over `eps`. */
export function averageThreshold(
  { dtype }: { readonly dtype: DType },
  { keep, rate, eps = 1 }: { readonly keep: number; readonly rate: number; readonly eps?: number },
): number {
  const least = leastBehind(keep, rate);
  return threshold(dtype, least, Math.abs(rate) * least <= unseen * eps);
}
