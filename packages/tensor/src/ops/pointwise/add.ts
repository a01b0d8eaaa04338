// add and sub: sums and differences, element by element. One op serves both: sub is add with alpha = −1.

import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { inNameOf } from "../../checks/in-name-of.js";
import { checkNumber, checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes, checkFits, isFloating, isWhole } from "../../tensor/dtype.js";
import { isTensor, type Tensor, type TensorMeta } from "../../tensor/tensor.js";
import { writeConverted } from "../creation/copy.js";
import { broadcast, firstOperand, inPlaceOperand, isWider, type Operand, promote } from "../operands.js";
import { applyInPlace } from "../write.js";

export const addOp = pointwise({
  name: "add",
  inputs: ["input", "other"],
  numbers: ["alpha"],
  dtypes: allDTypes,
  formula: ({ input, other, alpha }) => input.add(other.mul(alpha)),
});

interface AddOptions {
  /** What `other` is multiplied by first; a boolean for two bool tensors. Default 1. */
  readonly alpha?: number | boolean;
}

/** The factor of `other`, which must fit the dtype that is computed in; `sign` is −1 for a difference. */
function alphaOf(name: string, options: AddOptions, { dtype }: TensorMeta, sign: 1 | -1): number {
  checkOptions(name, options, ["alpha"]);
  const { alpha: given = 1 } = options;
  if (typeof given === "boolean") {
    if (dtype === "bool") return Number(given);
    throw new ArgumentError(`${name}: Boolean alpha only supported for Boolean results, but the result is ${dtype}`);
  }
  checkNumber(name, "alpha", given);
  const alpha = sign * given;
  if (!isFloating(dtype) && !isWhole(alpha))
    throw new ArgumentError(
      `${name}: for integral input tensors, argument alpha must not be a floating point number, but got ${given}; convert with .to("float32") first`,
    );
  checkFits(name, alpha, dtype);
  return alpha;
}

function combine(name: string, input: Tensor, other: Operand, options: AddOptions, sign: 1 | -1): Tensor {
  const operands = promote(name, input, other);
  return apply(addOp, broadcast(name, ...operands), { alpha: alphaOf(name, options, operands[0], sign) });
}

function combineInPlace(name: string, input: Tensor, other: Operand, options: AddOptions, sign: 1 | -1): Tensor {
  const operand = inPlaceOperand(name, input, other);
  if (isWider(input, other)) return writeConverted(name, input, combine(name, input, other, options, sign));
  return applyInPlace(name, addOp, [input, operand], { alpha: alphaOf(name, options, input, sign) });
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
export function add(input: number | boolean, other: Tensor, options?: AddOptions): Tensor;
export function add(input: Tensor, other: Operand, options?: AddOptions): Tensor;
export function add(input: Operand, other: Operand, options: AddOptions = {}): Tensor {
  return combine("add", firstOperand("add", input, other), other, options, 1);
}

/**
 * input − alpha · other, broadcast. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.sub.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError for a bool tensor.
 * @example
 * ```ts
 * import { sub, tensor } from "@bernoulli/tensor";
 * tensor([5, 7]).sub(2).toArray(); // → [3, 5]
 * sub(1, tensor([5, 7])).toArray(); // → [-4, -6]
 * ```
 */
export function sub(input: number | boolean, other: Tensor, options?: AddOptions): Tensor;
export function sub(input: Tensor, other: Operand, options?: AddOptions): Tensor;
export function sub(input: Operand, other: Operand, options: AddOptions = {}): Tensor {
  checkNotBools("sub", input, other);
  const first = firstOperand("sub", input, other);
  return inNameOf("sub", ["add"], () => combine("sub", first, other, options, -1));
}

function checkNotBools(op: string, input: Operand, other: Operand): void {
  const isBool = (operand: Operand) => (isTensor(operand) ? operand.dtype === "bool" : typeof operand === "boolean");
  if (isBool(input) && isBool(other))
    throw new DTypeError(
      `${op}: subtraction with two bool tensors is not supported; compare them with ne, or convert with .to("int32") first`,
    );
  if (isBool(input) || isBool(other))
    throw new DTypeError(`${op}: subtraction with a bool tensor is not supported; convert it with .to("int32") first`);
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
  checkTensor("add_", "input", input);
  return combineInPlace("add_", input, other, options, 1);
}

/**
 * Subtracts alpha · other, broadcast, in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.sub_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function sub_(input: Tensor, other: Operand, options: AddOptions = {}): Tensor {
  checkTensor("sub_", "input", input);
  checkNotBools("sub_", input, other);
  return combineInPlace("sub_", input, other, options, -1);
}
