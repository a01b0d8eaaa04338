// add and sub: sums and differences, element by element. One op serves both: sub is add with alpha = −1.

import { apply } from "../apply.js";
import { applyInPlace } from "../apply-in-place.js";
import { isFloating } from "../dtype.js";
import { ArgumentError, DTypeError } from "../errors.js";
import { defineOp, type Gradients } from "../op.js";
import { checkNumber, checkOptions } from "../options.js";
import { isTensor, type Tensor } from "../tensor.js";
import { mul } from "./mul.js";
import { broadcast, inPlaceOperand, type Operand, pointwise, promote } from "./operands.js";

export const addOp = defineOp({
  name: "add",
  inputs: ["input", "other"],
  kernel: "add",
  infer: pointwise,
  backward: ({ grad, attributes: { alpha }, needs: [, other] }): Gradients => [
    grad,
    other ? (alpha === 1 ? grad : mul(grad, alpha)) : null,
  ],
});

interface AddOptions {
  /** What `other` is multiplied by first. Default 1. */
  readonly alpha?: number;
}

function alphaOf(name: string, options: AddOptions, target?: Tensor): number {
  checkOptions(name, options, ["alpha"]);
  const { alpha = 1 } = options;
  checkNumber(name, "alpha", alpha);
  if (target !== undefined) checkAlpha(name, alpha, target);
  return alpha;
}

function checkAlpha(name: string, alpha: number, { dtype }: Tensor): void {
  if (isFloating(dtype) || Number.isInteger(alpha)) return;
  throw new ArgumentError(
    `${name}: for integral input tensors, argument alpha must not be a floating point number, but got ${alpha}; convert with .to("float32") first`,
  );
}

function combine(name: string, input: Tensor, other: Operand, alpha: number): Tensor {
  const operands = promote(name, input, other);
  checkAlpha(name, alpha, operands[0]);
  return apply(addOp, broadcast(name, ...operands), { alpha });
}

/**
 * input + alpha · other, broadcast. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.add.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).add(tensor([[10], [20]])).toArray(); // → [[11, 12], [21, 22]]
 * ```
 */
export function add(input: Tensor, other: Operand, options: AddOptions = {}): Tensor {
  return combine("add", input, other, alphaOf("add", options));
}

/**
 * input − alpha · other, broadcast. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.sub.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError for two bool tensors.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([5, 7]).sub(2).toArray(); // → [3, 5]
 * ```
 */
export function sub(input: Tensor, other: Operand, options: AddOptions = {}): Tensor {
  checkNotBools("sub", input, other);
  return combine("sub", input, other, -alphaOf("sub", options));
}

function checkNotBools(op: string, input: Tensor, other: Operand): void {
  if (input.dtype === "bool" && isTensor(other) && other.dtype === "bool")
    throw new DTypeError(
      `${op}: subtraction with two bool tensors is not supported; compare them with ne, or convert with .to("int32") first`,
    );
}

/**
 * Adds alpha · other, broadcast, in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.add_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(2).add_(3).toArray(); // → [4, 4]
 * ```
 */
export function add_(input: Tensor, other: Operand, options: AddOptions = {}): Tensor {
  return applyInPlace("add_", addOp, [input, inPlaceOperand("add_", input, other)], {
    alpha: alphaOf("add_", options, input),
  });
}

/**
 * Subtracts alpha · other, broadcast, in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.sub_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function sub_(input: Tensor, other: Operand, options: AddOptions = {}): Tensor {
  checkNotBools("sub_", input, other);
  return applyInPlace("sub_", addOp, [input, inPlaceOperand("sub_", input, other)], {
    alpha: -alphaOf("sub_", options, input),
  });
}
