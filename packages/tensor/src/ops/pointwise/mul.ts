// mul: products, element by element.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes } from "../../tensor/dtype.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { writeConverted } from "../creation/copy.js";
import { broadcast, inPlaceOperand, isScalar, isWider, type Operand, promote } from "../operands.js";
import { applyInPlace } from "../write.js";

export const mulOp = pointwise({
  name: "mul",
  inputs: ["input", "other"],
  dtypes: allDTypes,
  formula: ({ input, other }) => input.mul(other),
});

/**
 * input · other, broadcast. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.mul.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2, 3]).mul(2).toArray(); // → [2, 4, 6]
 * ```
 */
export function mul(input: number | boolean, other: Tensor): Tensor;
export function mul(input: Tensor, other: Operand): Tensor;
export function mul(input: Operand, other: Operand): Tensor {
  if (isScalar(input) && isTensor(other)) return mul(other, input);
  checkTensor("mul", "input", input);
  return apply(mulOp, broadcast("mul", ...promote("mul", input, other)));
}

/**
 * Multiplies by `other`, broadcast, in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.mul_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).mul_(3).toArray(); // → [3, 6]
 * ```
 */
export function mul_(input: Tensor, other: Operand): Tensor {
  checkTensor("mul_", "input", input);
  const operand = inPlaceOperand("mul_", input, other);
  if (isWider(input, other)) return writeConverted("mul_", input, mul(input, other));
  return applyInPlace("mul_", mulOp, [input, operand]);
}
