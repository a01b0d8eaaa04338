// mean: a sum divided by how many were added up.

import { DTypeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { isFloating } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { quotient } from "../pointwise/div.js";
import {
  type ReduceArguments,
  reduceArguments,
  reducedDims,
  type SumOptions,
  sum,
  sumKinds,
  type WithDim,
} from "./sum.js";

/**
 * The mean over `dim`, or over everything; of no elements NaN. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.mean.html.
 *
 * @throws DTypeError unless the input, or the `dtype` asked for, is floating; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).mean(1).toArray(); // → [1.5, 3.5]
 * ```
 */
export function mean(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor {
  checkTensor("mean", "input", input);
  const { dim, ...options } = reduceArguments<WithDim<SumOptions>>("mean", rest, sumKinds);
  const dtype = options.dtype ?? input.dtype;
  if (!isFloating(dtype)) {
    throw new DTypeError(
      `mean: could not infer output dtype. Input dtype must be floating point, got ${dtype}; convert with .to("float32")`,
    );
  }
  const dims = reducedDims("mean", input, dim);
  const count = dims.reduce((product, at) => product * input.shape[at]!, 1);
  return quotient(sum(input, dims, options), count);
}
