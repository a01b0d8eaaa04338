// How large a tensor's elements are, read in JavaScript: nothing is computed on a device, and nothing is drawn.

import { isFloating, type Tensor } from "@bernoulli/tensor";

/** Whether all elements are finite. Reads them, so never while a compiled function is recorded. */
export function allFinite(tensor: Tensor): boolean {
  return !isFloating(tensor.dtype) || largest(tensor) < Number.POSITIVE_INFINITY;
}

/** The largest absolute value; infinity where one is NaN or infinite, 0 where there is none. */
export function largest({ storage, dtype, shape, strides, offset }: Tensor): number {
  const elements = storage.read(dtype);
  let result = 0;
  const visit = (dim: number, at: number): void => {
    if (dim === shape.length) {
      const value = Math.abs(Number(elements[at]));
      if (!(value <= result)) result = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
      return;
    }
    const [size, stride] = [shape[dim]!, strides[dim]!];
    for (let index = 0; index < size; index++) visit(dim + 1, at + index * stride);
  };
  visit(0, offset);
  return result;
}
