// finfo and iinfo: what a dtype's numbers reach, and how far apart they lie.

import { describe } from "../checks/describe.js";
import { DTypeError } from "../checks/errors.js";
import { checkDType, type DType, dtypeRanges, dtypeTraits, isFloating } from "./dtype.js";

/** What {@link finfo} tells. */
export interface FloatLimits {
  readonly dtype: DType;
  /** How many bits a number has. */
  readonly bits: number;
  /** The gap between 1 and the next larger number. */
  readonly eps: number;
  readonly min: number;
  readonly max: number;
  /** The least positive number with all its digits; `smallestNormal` by its older name. */
  readonly tiny: number;
  readonly smallestNormal: number;
  /** The number of decimal digits that every number keeps. */
  readonly resolution: number;
}

/** What {@link iinfo} tells. */
export interface IntegerLimits {
  readonly dtype: DType;
  readonly bits: number;
  readonly min: number;
  readonly max: number;
}

const precision = {
  float32: { eps: 2 ** -23, smallestNormal: 2 ** -126, resolution: 1e-6 },
  float64: { eps: 2 ** -52, smallestNormal: 2 ** -1022, resolution: 1e-15 },
};

/**
 * The limits of a dtype of floats. See https://pytorch.org/docs/stable/type_info.html#torch.torch.finfo.
 *
 * @throws DTypeError for any other dtype.
 * @example
 * ```ts
 * import { finfo } from "@bernoulli/tensor";
 * finfo("float32").eps === 2 ** -23; // → true
 * finfo("float64").max === Number.MAX_VALUE; // → true
 * ```
 */
export function finfo(dtype: DType = "float32"): FloatLimits {
  checkDType("finfo", dtype);
  if (dtype !== "float32" && dtype !== "float64")
    throw new DTypeError(`finfo: requires a floating point input type. Use iinfo to handle ${describe(dtype)}`);
  const [min, max] = dtypeRanges[dtype];
  const { smallestNormal } = precision[dtype];
  return { dtype, bits: 8 * dtypeTraits[dtype].bytes, min, max, tiny: smallestNormal, ...precision[dtype] };
}

/**
 * The limits of a dtype of integers. See https://pytorch.org/docs/stable/type_info.html#torch.torch.iinfo.
 *
 * @throws DTypeError for any other dtype.
 * @example
 * ```ts
 * import { iinfo } from "@bernoulli/tensor";
 * iinfo("int32").max; // → 2147483647
 * ```
 */
export function iinfo(dtype: DType): IntegerLimits {
  checkDType("iinfo", dtype);
  if (isFloating(dtype))
    throw new DTypeError(`iinfo: requires an integer input type. Use finfo to handle ${describe(dtype)}`);
  if (dtype === "bool") throw new DTypeError("iinfo: bool is not supported; its numbers are 0 and 1");
  const [min, max] = dtypeRanges[dtype];
  return { dtype, bits: 8 * dtypeTraits[dtype].bytes, min, max };
}
