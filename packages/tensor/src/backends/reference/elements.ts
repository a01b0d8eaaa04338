// How the reference kernels reach elements: by position in row-major order, whatever the strides.

import { DTypeError } from "../../checks/errors.js";
import type { Operand } from "../../kernels/contract.js";
import { isContiguous, numberOfElements } from "../../tensor/shape.js";

/** Where the element at a row-major position lies in the storage. */
export function placeOf(operand: Operand): (position: number) => number {
  const { shape, strides, offset } = operand;
  if (isContiguous(operand)) return (position) => offset + position;
  return (position) => {
    let place = offset;
    let rest = position;
    for (let dim = shape.length - 1; dim >= 0; dim--) {
      const size = shape[dim]!;
      place += (rest % size) * strides[dim]!;
      rest = Math.floor(rest / size);
    }
    return place;
  };
}

/** Reads elements by row-major position. */
export function reader(operand: Operand | null | undefined): (position: number) => number {
  const elements = operand!.storage.elements(operand!.dtype);
  const place = placeOf(operand!);
  return (position) => elements[place(position)]!;
}

/** Writes elements by row-major position; the typed array rounds or wraps, and bool takes anything but zero as one. */
export function writer(operand: Operand | undefined): (position: number, value: number) => void {
  const elements = operand!.storage.elements(operand!.dtype);
  const place = placeOf(operand!);
  if (operand!.dtype === "bool") {
    return (position, value) => {
      elements[place(position)] = value !== 0 ? 1 : 0;
    };
  }
  return (position, value) => {
    elements[place(position)] = value;
  };
}

/** What is said of integers that int32, standing for PyTorch's int64, does not hold. */
export function refuseBeyond(op: string): never {
  throw new DTypeError(
    `${op}: a result does not fit int32, which holds −2147483648 to 2147483647 and stands for int64; convert with .to("float64") first`,
  );
}

/** The number of elements of an operand. */
export function count(operand: Operand | undefined): number {
  return numberOfElements(operand!.shape);
}

/** A dimension seen as (outer, size, inner): position = (outer · size + index) · inner + rest. */
export function around(shape: readonly number[], dim: number): { outer: number; size: number; inner: number } {
  return {
    outer: numberOfElements(shape.slice(0, dim)),
    size: shape[dim]!,
    inner: numberOfElements(shape.slice(dim + 1)),
  };
}
