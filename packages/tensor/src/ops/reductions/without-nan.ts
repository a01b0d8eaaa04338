// nansum and nanmean: of those elements that are numbers.

import { DTypeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { eq } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { reducedMeta } from "./reduce.js";
import {
  dropDims,
  expand,
  type ReduceArguments,
  reduceArguments,
  reducedDims,
  type SumOptions,
  sum,
  sumKinds,
  sumOf,
  type WithDim,
} from "./sum.js";

const nansumOp = defineOp({
  name: "nansum",
  inputs: ["input"],
  kernel: kernels.reduce,
  infer: ([input], { dims }) => [reducedMeta(input, dims)],
  save: { input: ["input"] },
  // A product, as in PyTorch: where the gradient is NaN, so it is for all.
  backward: ({ grad, input }): Gradients => [mul(expand(grad, input.shape), to(eq(input, input), grad.dtype))],
});

/**
 * The sum over `dim`, one or several, or over everything, with NaN counted as 0. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.nansum.html.
 *
 * @throws IndexError if a dimension is out of range; DTypeError where a sum of integers does not fit int32.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, NaN, 2]).nansum().item(); // → 3
 * ```
 */
export function nansum(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor {
  checkTensor("nansum", "input", input);
  const { dim, ...options } = reduceArguments<WithDim<SumOptions>>("nansum", rest, sumKinds);
  const { dtype, keepdim } = options;
  const values = dtype === undefined ? input : to(input, dtype);
  if (!isFloating(values.dtype)) return sumOf("nansum", values, dim, options);
  const dims = reducedDims("nansum", values, dim);
  return dropDims(apply(nansumOp, [values], { dims, by: "numbers" }), dims, keepdim);
}

/**
 * The mean over `dim`, one or several, or over everything, of what is not NaN; of none it is NaN. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.nanmean.html.
 *
 * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, NaN], [2, 4]]).nanmean(1).toArray(); // → [1, 3]
 * ```
 */
export function nanmean(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor {
  checkTensor("nanmean", "input", input);
  const { dim, ...options } = reduceArguments<WithDim<SumOptions>>("nanmean", rest, sumKinds);
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `nanmean: expected input to have floating point dtype but got ${input.dtype}; convert with .to("float32")`,
    );
  const total = nansum(input, dim, options);
  const count = sum(eq(input, input), dim, { keepdim: options.keepdim ?? false });
  return div(total, to(count, total.dtype));
}
