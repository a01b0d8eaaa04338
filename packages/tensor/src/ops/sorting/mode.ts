// mode: the most frequent element along a dimension.

import { noGrad } from "../../autograd/grad-mode.js";
import { checkTensor } from "../../checks/options.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { arange, ones } from "../creation/creation.js";
import { gather } from "../indexing/gather.js";
import { sub } from "../pointwise/add.js";
import { ne } from "../pointwise/compare.js";
import { where } from "../pointwise/where.js";
import { argmax, type ExtremeResult, pairOf } from "../reductions/max.js";
import {
  dropDims,
  expand,
  type ReduceArguments,
  type ReduceOptions,
  reduceArguments,
  reduceKinds,
  type WithDim,
} from "../reductions/sum.js";
import { cumulative } from "../scans/cummax.js";
import { cat } from "../shapes/cat.js";
import { narrow } from "../views/slice.js";
import { reshape } from "../views/view.js";
import { sizeToChooseFrom, sorted } from "./sort.js";

/** Where the element stands, the dimension kept: of the longest run of the sorted ones the last, and of such runs the first. */
function placeOfMode(rows: Tensor, dim: number): Tensor {
  const size = rows.shape[dim]!;
  const { values, indices } = sorted(rows, dim, false, size);
  const along = rows.shape.map((_, own) => (own === dim ? size : 1));
  const places = expand(reshape(arange(size, { device: rows.device }), along), rows.shape);
  const first = ones(rows.shape.with(dim, 1), { dtype: "bool", device: rows.device });
  const begins = cat([first, ne(narrow(values, dim, 1, size - 1), narrow(values, dim, 0, size - 1))], dim);
  const beginning = cumulative("max", where(begins, places, 0), dim).values;
  return gather(indices, dim, argmax(sub(places, beginning), dim, { keepdim: true }));
}

/**
 * The most frequent element along a dimension, the smallest of several, and where the last of its like stands, as int32.
 * Shape: (*) → two of (*) without the dimension. See https://pytorch.org/docs/stable/generated/torch.mode.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const { values, indices } = tensor([[1, 2, 2], [3, 1, 3]]).mode();
 * [values.toArray(), indices.toArray()]; // → [[2, 3], [2, 2]]
 * ```
 */
export function mode(input: Tensor, ...rest: ReduceArguments<ReduceOptions, number>): ExtremeResult {
  checkTensor("mode", "input", input);
  const { dim = -1, keepdim } = reduceArguments<WithDim<ReduceOptions, number>>("mode", rest, reduceKinds);
  const at = normalizeDim("mode", dim, input.ndim);
  sizeToChooseFrom("mode", input, at);
  const rows = input.ndim === 0 ? reshape(input, 1) : input;
  const places = noGrad(() => placeOfMode(rows, at));
  const drop = (kept: Tensor) => (input.ndim === 0 ? reshape(kept, []) : dropDims(kept, [at], keepdim));
  return pairOf(drop(gather(rows, at, places)), drop(places));
}
