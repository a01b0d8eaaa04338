// put, unravelIndex and nonzeroStatic: places among all elements in a row, and their coordinates.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { checkSizes, numberOfElements, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { full } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { inPlaceOf } from "../in-place.js";
import { floorDivide, remainder } from "../pointwise/remainder.js";
import { cat } from "../shapes/cat.js";
import { slice } from "../views/slice.js";
import { reshape } from "../views/view.js";
import { asIndex, nonzero } from "./places.js";
import { type IndexPutOptions, indexPut } from "./put.js";

/**
 * The input, seen as one row, with the elements of `source` at the places of the index; negative ones count from its end. Shape: (*), index and
 * source of as many elements → (*). See https://pytorch.org/docs/stable/generated/torch.Tensor.put_.html.
 *
 * @throws ShapeError unless index and source have as many elements; IndexError for a place outside the input.
 * @example
 * ```ts
 * import { put, tensor, zeros } from "@bernoulli/tensor";
 * put(zeros(2, 2), tensor([1, -1], { dtype: "int32" }), tensor([5, 6])).toArray(); // → [[0, 5], [0, 6]]
 * ```
 */
export function put(input: Tensor, index: Tensor, source: Tensor, options: IndexPutOptions = {}): Tensor {
  checkTensor("put", "input", input);
  checkTensor("put", "index", index);
  checkTensor("put", "source", source);
  if (index.numel() !== source.numel())
    throw new ShapeError(
      `put: Expected source and index to have the same number of elements, but got source.numel() = ${source.numel()}, index.numel() = ${index.numel()}`,
    );
  const places = reshape(asIndex("put", index), -1);
  return reshape(indexPut(reshape(input, -1), [places], reshape(source, -1), options), input.shape);
}

/** {@link put} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.put_.html. */
export const put_: typeof put = inPlaceOf("put_", put);

/**
 * Places among all elements of a shape, as a tensor of indices for each of its dimensions. Shape: (*) → as many (*) as there are dimensions.
 * See https://pytorch.org/docs/stable/generated/torch.unravel_index.html.
 *
 * @throws ArgumentError for a shape that is none.
 * @example
 * ```ts
 * import { tensor, unravelIndex } from "@bernoulli/tensor";
 * unravelIndex(tensor([5, 3], { dtype: "int32" }), [2, 3]).map((one) => one.toArray()); // → [[1, 1], [2, 0]]
 * ```
 */
export function unravelIndex(indices: Tensor, shape: Shape): Tensor[] {
  checkTensor("unravelIndex", "indices", indices);
  checkSizes("unravelIndex", shape);
  // Bytes are places here, and no mask, as they are where a tensor is indexed.
  const places = indices.dtype === "uint8" ? to(indices, "int32") : asIndex("unravelIndex", indices);
  return shape.map((size, dim) => remainder(floorDivide(places, numberOfElements(shape.slice(dim + 1))), size));
}

export interface NonzeroStaticOptions {
  /** How many places are given: what is more is left out. */
  readonly size: number;
  /** What stands where there are less. Default −1. */
  readonly fillValue?: number;
}

/**
 * The places of what is not zero, as `nonzero`, of which there are `size`. Shape: (*) → (size, number of dimensions).
 * See https://pytorch.org/docs/stable/generated/torch.nonzero_static.html.
 *
 * @throws ArgumentError unless the size is an integer from 0 on.
 * @example
 * ```ts
 * import { nonzeroStatic, tensor } from "@bernoulli/tensor";
 * nonzeroStatic(tensor([1, 0, 2]), { size: 3 }).toArray(); // → [[0], [2], [-1]]
 * ```
 */
export function nonzeroStatic(input: Tensor, options: NonzeroStaticOptions): Tensor {
  checkTensor("nonzeroStatic", "input", input);
  checkOptions("nonzeroStatic", options, { size: "number", fillValue: "number" });
  const { size, fillValue = -1 } = options;
  if (!Number.isSafeInteger(size) || size < 0)
    throw new ArgumentError(`nonzeroStatic: 'size' must be a non-negative integer, but got ${describe(size)}`);
  const found = readFor("nonzeroStatic", "shape", () => nonzero(input));
  const missing = full([Math.max(0, size - found.shape[0]!), input.ndim], fillValue, {
    dtype: "int32",
    device: input.device,
  });
  return cat([slice(found, 0, 0, size), missing]);
}
