// Masks of attention as what is added to scores.

import {
  checkArgument,
  type DeviceName,
  type DType,
  DTypeError,
  full,
  isFloating,
  isTensor,
  type Tensor,
  where,
} from "@bernoulli/tensor";

/** Zeros up to the diagonal, −∞ above it. */
export function squareMask(
  rows: number,
  columns: number,
  options: { readonly dtype?: DType; readonly device?: DeviceName },
): Tensor {
  return full([rows, columns], Number.NEGATIVE_INFINITY, options).triu(1);
}

/**
 * A mask as what is added to scores: bool ones close where they are true.
 *
 * @throws DTypeError for integers.
 */
export function additiveMask(name: string, mask: Tensor | null, dtype: DType): Tensor | null {
  if (mask === null) return null;
  if (!isTensor(mask)) checkArgument("attention", name, mask, "Tensor");
  if (mask.dtype === "bool") {
    const zero = full([], 0, { dtype, device: mask.device as DeviceName });
    return where(mask, Number.NEGATIVE_INFINITY, zero);
  }
  if (!isFloating(mask.dtype))
    throw new DTypeError(
      `attention: only bool and floating types of ${name} are supported, but got ${mask.dtype}; compare it with 0, mask.ne(0)`,
    );
  return mask;
}
