// div: quotients, element by element; integers divide to floats, as in PyTorch.

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import { pointwise } from "../../formulas/pointwise.js";
import * as kernels from "../../kernels/kernels.js";
import { floatingDTypes, isFloating } from "../../tensor/dtype.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { writeConverted } from "../creation/copy.js";
import {
  broadcast,
  firstOperand,
  floating,
  inPlaceOperand,
  isScalar,
  isWider,
  likeFirst,
  numberTensor,
  type Operand,
  promote,
  promoteFloats,
} from "../operands.js";
import { expand } from "../reductions/sum.js";
import { applyInPlace } from "../write.js";

const divOp = pointwise({
  name: "div",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => input.div(other),
});

// A step has no slope.
export const roundedDivOp = defineOp({
  name: "div",
  inputs: ["input", "other"],
  kernel: kernels.divRounded,
  infer: likeFirst,
  backward: ({ grad, needs }): Gradients => {
    const zeros = expand(numberTensor(0, grad.dtype, grad), grad.shape);
    return [needs[0] ? zeros : null, needs[1] ? zeros : null];
  },
});

export interface DivOptions {
  /** `"trunc"` cuts the fraction off, `"floor"` rounds down; integers then stay integers. Default: a true quotient. */
  readonly roundingMode?: "trunc" | "floor" | null;
}

function roundingOf(op: string, options: DivOptions): "trunc" | "floor" | null {
  checkOptions(op, options, ["roundingMode"]);
  const { roundingMode = null } = options;
  if (roundingMode === null || roundingMode === "trunc" || roundingMode === "floor") return roundingMode;
  throw new ArgumentError(
    `${op}: div expected rounding_mode to be one of None, 'trunc', or 'floor' but found ${describe(roundingMode)}`,
  );
}

/**
 * input / other, broadcast; the result is floating unless it is rounded. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.div.html.
 *
 * @throws ShapeError if the shapes do not broadcast; ArgumentError where integers are divided by zero and rounded.
 * @example
 * ```ts
 * import { div, tensor } from "@bernoulli/tensor";
 * const x = tensor([1, -7], { dtype: "int32" });
 * x.div(4).toArray(); // → [0.25, -1.75]
 * div(1, x).toArray(); // → [1, -0.14285715]
 * x.div(4, { roundingMode: "floor" }).toArray(); // → [0, -2]
 * ```
 */
export function div(input: number | boolean, other: Tensor, options?: DivOptions): Tensor;
export function div(input: Tensor, other: Operand, options?: DivOptions): Tensor;
export function div(input: Operand, other: Operand, options: DivOptions = {}): Tensor {
  const rounding = roundingOf("div", options);
  // A number over integers is a float before it could wrap.
  const below = rounding === null && isScalar(input) && isTensor(other) ? floating(other) : other;
  const above = firstOperand("div", input, below);
  if (rounding === null) return quotient(above, below);
  return apply(roundedDivOp, broadcast("div", ...promote("div", above, below)), { rounding, op: "div" });
}

/** div without options, for ops that round no quotient: bundles of theirs are without what rounds. */
export function quotient(input: Tensor, other: Operand): Tensor {
  // A number beside integers is a float before it could wrap; −0 is no integer, and 0 then.
  const [a, b] = isScalar(other)
    ? promote("div", floating(input), isFloating(input.dtype) ? other : Number(other) + 0)
    : promoteFloats("div", input, other);
  return apply(divOp, broadcast("div", a, b));
}

/**
 * Divides by `other`, broadcast, in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.div_.html.
 *
 * @throws DTypeError on an integer tensor, AutogradError on a leaf that requires a gradient outside `noGrad`.
 */
export function div_(input: Tensor, other: Operand, options: DivOptions = {}): Tensor {
  checkTensor("div_", "input", input);
  const rounding = roundingOf("div_", options);
  const operand = inPlaceOperand("div_", input, other);
  if (isWider(input, other) && (rounding !== null || isFloating(input.dtype)))
    return writeConverted("div_", input, div(input, other, options));
  if (rounding !== null) return applyInPlace("div_", roundedDivOp, [input, operand], { rounding, op: "div_" });
  return applyInPlace("div_", divOp, [input, operand]);
}
