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
