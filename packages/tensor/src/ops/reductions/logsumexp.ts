// logsumexp: the logarithm of a sum of exponentials, without their overflow.

import { isGradEnabled, noGrad } from "../../autograd/grad-mode.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import { where as choose } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import * as kernels from "../../kernels/kernels.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { floating } from "../operands.js";
import { add, sub } from "../pointwise/add.js";
import { exp, log } from "../pointwise/exp.js";
import { mul } from "../pointwise/mul.js";
import { extremeOver } from "./extremes.js";
import {
  type AlongDim,
  type Dims,
  dropDims,
  reduceArguments,
  reducedDims,
  reduceKinds,
  requiredDim,
  sum,
} from "./sum.js";

// The value is composed; the gradient reads nothing but it and the input.
const logsumexpOp = defineOp({
  name: "logsumexp",
  inputs: ["value", "input"],
  kernel: kernels.copy,
  infer: ([value]) => [value] as const,
  save: { input: ["input"], output: ["input"] },
  backward: ({ grad, input, output }): Gradients => [null, mul(grad, exp(sub(input, output)))],
});

const finiteOrZero = pointwise({
  name: "finiteOrZero",
  inputs: ["input"],
  dtypes: floatingDTypes,
  formula: ({ input }) => choose(input.abs().eq(Number.POSITIVE_INFINITY), 0, input),
});

/**
 * log Σ exp(xᵢ) over `dim`, one or several; integers give float32. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.logsumexp.html.
 *
 * @throws IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1000, 1000], [0, 0]]).logsumexp(1).toArray(); // → [1000.6931, 0.6931472]
 * ```
 */
export function logsumexp(input: Tensor, ...rest: AlongDim<Dims>): Tensor {
  checkTensor("logsumexp", "input", input);
  const options = reduceArguments("logsumexp", rest, reduceKinds);
  const values = floating(input);
  const dims = reducedDims("logsumexp", values, requiredDim("logsumexp", options.dim));
  const total = noGrad(() => {
    if (dims.some((at) => values.shape[at] === 0)) return log(sum(values, dims, { keepdim: true }));
    const shift = apply(finiteOrZero, [extremeOver("amax", values, dims)]);
    return add(log(sum(exp(sub(values, shift)), dims, { keepdim: true })), shift);
  });
  const result = values.requiresGrad && isGradEnabled() ? apply(logsumexpOp, [total, values], {}) : total;
  return dropDims(result, dims, options.keepdim);
}
