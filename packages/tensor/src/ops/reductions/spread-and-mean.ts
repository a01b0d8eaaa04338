// varMean and stdMean: var or std beside the mean.

import { checkTensor } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { mean } from "./mean.js";
import { std, type VarianceArguments, variance, varianceArguments } from "./var.js";

/**
 * The variance over `dim`, one or several, or over everything, and the mean. Shape: (*) → two of (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.var_mean.html.
 *
 * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor, varMean } from "@bernoulli/tensor";
 * varMean(tensor([1, 3]), 0).map((result) => result.item()); // → [2, 2]
 * ```
 */
export function varMean(input: Tensor, ...rest: VarianceArguments): [Tensor, Tensor] {
  checkTensor("varMean", "input", input);
  const { dim, ...options } = varianceArguments("varMean", rest);
  return [variance(input, dim, options), mean(input, dim, options.keepdim)];
}

/**
 * The standard deviation over `dim`, one or several, or over everything, and the mean. Shape: (*) → two of (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.std_mean.html.
 *
 * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { stdMean, tensor } from "@bernoulli/tensor";
 * stdMean(tensor([1, 3]), 0, { correction: 0 }).map((result) => result.item()); // → [1, 2]
 * ```
 */
export function stdMean(input: Tensor, ...rest: VarianceArguments): [Tensor, Tensor] {
  checkTensor("stdMean", "input", input);
  const { dim, ...options } = varianceArguments("stdMean", rest);
  return [std(input, dim, options), mean(input, dim, options.keepdim)];
}
