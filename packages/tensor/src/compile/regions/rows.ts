// What one element a row is: where the dimensions that sums are over lie behind the others, a shape or a view without them, by which
// regions go on from finished sums.

import { type Shape, sameShape } from "../../tensor/shape.js";
import type { ValueView } from "../graph.js";

const withoutOnes = (shape: Shape): Shape => shape.filter((size) => size !== 1);

/** Whether a shape has one element for each row of a space, if its rows are as long as may be. */
export function couldBeOfRows(shape: Shape, space: Shape): boolean {
  const [own, all] = [withoutOnes(shape), withoutOnes(space)];
  return own.length < all.length && own.every((size, dim) => size === all[dim]);
}

/** Whether a shape has one element for each row of a space, along `dims`. */
export function isOfRows(shape: Shape, space: Shape, dims: readonly number[]): boolean {
  const kept = space.filter((_, dim) => !dims.includes(dim));
  return (
    dims.every((dim) => dim >= kept.length) &&
    space.length > kept.length &&
    space.some((size, dim) => dims.includes(dim) && size > 1) &&
    sameShape(withoutOnes(shape), withoutOnes(kept))
  );
}

/** A view's strides along rows' own dimensions, those of size 1 left out. */
export function rowStrides({ shape, strides }: Pick<ValueView, "shape" | "strides">): readonly number[] {
  return strides.filter((_, dim) => shape[dim] !== 1);
}

/** Whether two views of one element a row show the same. */
export function isEqualRow(a: ValueView, b: ValueView): boolean {
  return a.value === b.value && a.offset === b.offset && a.dtype === b.dtype && sameShape(rowStrides(a), rowStrides(b));
}

/** Whether a view of all elements shows, all along each row, what another has there. */
export function isSpread(view: ValueView, row: ValueView, dims: readonly number[]): boolean {
  const isStill = (stride: number, dim: number) => !dims.includes(dim) || view.shape[dim] === 1 || stride === 0;
  const kept = view.strides.filter((_, dim) => !dims.includes(dim) && view.shape[dim] !== 1);
  return (
    view.value === row.value &&
    view.offset === row.offset &&
    view.dtype === row.dtype &&
    view.strides.every(isStill) &&
    sameShape(kept, rowStrides(row))
  );
}
