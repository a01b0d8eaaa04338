// neg: the sign turned.

import { apply } from "../apply.js";
import { numericDTypes } from "../dtype.js";
import { pointwise } from "../formulas/pointwise.js";
import { checkTensor } from "../options.js";
import type { Tensor } from "../tensor.js";

const negOp = pointwise({ name: "neg", inputs: ["input"], dtypes: numericDTypes, formula: ({ input }) => input.neg() });

/**
 * −input. Shape: (*) → (*). See https://pytorch.org/docs/stable/generated/torch.neg.html.
 *
 * @throws DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, -2]).neg().toArray(); // → [-1, 2]
 * ```
 */
export function neg(input: Tensor): Tensor {
  checkTensor("neg", "input", input);
  return apply(negOp, [input]);
}
