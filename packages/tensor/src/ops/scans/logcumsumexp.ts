// logcumsumexp: sums of what the elements up to each are logarithms of, without leaving the logarithms.

import { DTypeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating } from "../../tensor/dtype.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { sub } from "../pointwise/add.js";
import { eq } from "../pointwise/compare.js";
import { exp } from "../pointwise/exp.js";
import { mul } from "../pointwise/mul.js";
import { where } from "../pointwise/where.js";
import { reshape, reshapeResult } from "../views/view.js";
import { backwards, moved } from "./cumsum.js";

const logcumsumexpOp = defineOp({
  name: "logcumsumexp",
  inputs: ["input"],
  kernel: kernels.scanLogarithms,
  infer: ([input]) => [input],
  save: { input: ["input"], output: ["input"] },
  // By factors of at most 1, since results only grow: PyTorch's goes through logarithms of the gradient.
  backward: ({ grad, input, output, attributes: { dim } }): Gradients => {
    // Of ∞, than which nothing is more, all is its own; less itself would be NaN.
    const apart = (less: Tensor, more: Tensor) => {
      const finite = where(eq(less, Number.POSITIVE_INFINITY), 0, sub(less, more));
      return exp(where(eq(less, Number.NEGATIVE_INFINITY), less, finite));
    };
    return [mul(backwards(grad, apart(moved(output, dim, 0), output), dim), apart(input, output))];
  },
});

/**
 * log Σ exp of the elements up to each along a dimension. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.logcumsumexp.html.
 *
 * @throws IndexError if the dimension is out of range; DTypeError unless the input is floating.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 0, 1000]).logcumsumexp(0).toArray(); // → [0, 0.693147, 1000]
 * ```
 */
export function logcumsumexp(input: Tensor, dim: number): Tensor {
  checkTensor("logcumsumexp", "input", input);
  if (!isFloating(input.dtype))
    throw new DTypeError(`"logcumsumexp" not implemented for ${input.dtype}; convert with .to("float32") first`);
  const at = normalizeDim("logcumsumexp", dim, input.ndim);
  if (input.ndim > 0) return apply(logcumsumexpOp, [input], { dim: at });
  return reshapeResult(apply(logcumsumexpOp, [reshape(input, 1)], { dim: 0 }), []);
}
