// neg: the sign turned.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { pointwise } from "../../formulas/pointwise.js";
import { numericDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";

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
