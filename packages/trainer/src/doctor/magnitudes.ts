// How large a tensor's elements are, read in JavaScript: nothing is computed on a device, and nothing is drawn.

import { isFloating, type Tensor } from "@bernoulli/tensor";

/** Whether all elements are finite. Reads them, so never while a compiled function is recorded. */
export function allFinite(tensor: Tensor): boolean {
  return !isFloating(tensor.dtype) || largest(tensor) < Number.POSITIVE_INFINITY;
}

/** The largest absolute value; infinity where one is NaN or infinite, 0 where there is none. */
export function largest(tensor: Tensor): number {
  const { storage, dtype, shape, strides, offset } = tensor;
  const elements = storage.read(dtype);
  let result = 0;
  const note = (at: number): void => {
    const value = Math.abs(Number(elements[at]));
    if (!(value <= result)) result = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  // As parameters do as a rule: in one piece.
  if (tensor.isContiguous()) {
    const end = offset + tensor.numel();
    for (let at = offset; at < end; at++) note(at);
    return result;
  }
  const visit = (dim: number, at: number): void => {
    if (dim === shape.length) {
      note(at);
      return;
    }
    for (let index = 0; index < shape[dim]!; index++) visit(dim + 1, at + index * strides[dim]!);
  };
  visit(0, offset);
  return result;
}
