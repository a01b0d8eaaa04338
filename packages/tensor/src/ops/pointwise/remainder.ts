// fmod, remainder and floorDivide: what is left of a division, and the quotient rounded down.

import { AutogradError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp } from "../../door/op.js";
import * as math from "../../formulas/math/division.js";
import { pointwise } from "../../formulas/pointwise.js";
import * as kernels from "../../kernels/kernels.js";
import { floatingDTypes, isFloating } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { broadcast, firstOperand, likeFirst, type Operand, promote } from "../operands.js";
import { sub } from "./add.js";
import { roundedDivOp } from "./div.js";
import { mul } from "./mul.js";

const fmodOp = pointwise({
  name: "fmod",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => math.fmod(input, other),
});

const remainderOp = pointwise({
  name: "remainder",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => math.remainder(input, other),
});

// `div`, rounded, has a gradient of zeros in PyTorch, and this has none.
const floorDivideOp = defineOp({
  name: "floorDivide",
  inputs: ["input", "other"],
  kernel: kernels.divRounded,
  infer: likeFirst,
  backward: (): never => {
    throw new AutogradError(
      'floorDivide: derivative for aten::floor_divide is not implemented; div(other, { roundingMode: "floor" }) has one, of zeros, and detach() says that none is wanted',
    );
  },
});

/** Of integers by their quotient, rounded as it is said. */
function leftOf(op: string, a: Tensor, b: Tensor, rounding: "trunc" | "floor"): Tensor {
  const [left, right] = broadcast(op, a, b);
  return sub(left, mul(apply(roundedDivOp, [left, right], { rounding, op }), right));
}

/**
 * What is left of input / other, broadcast, with the sign of input; NaN where a float is divided by zero. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.fmod.html.
 *
 * @throws ShapeError if the shapes do not broadcast; ArgumentError where integers are divided by zero.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([5, -5]).fmod(3).toArray(); // → [2, -2]
 * ```
 */
export function fmod(input: Tensor, other: Operand): Tensor {
  checkTensor("fmod", "input", input);
  const [a, b] = promote("fmod", input, other);
  if (!isFloating(a.dtype) && a.dtype !== "bool") return leftOf("fmod", a, b, "trunc");
  return apply(fmodOp, broadcast("fmod", a, b));
}

/**
 * What is left of input / other, broadcast, with the sign of other; NaN where a float is divided by zero. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.remainder.html.
 *
 * @throws ShapeError if the shapes do not broadcast; ArgumentError where integers are divided by zero.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([5, -5]).remainder(3).toArray(); // → [2, 1]
 * ```
 */
export function remainder(input: number | boolean, other: Tensor): Tensor;
export function remainder(input: Tensor, other: Operand): Tensor;
export function remainder(input: Operand, other: Operand): Tensor {
  const [a, b] = promote("remainder", firstOperand("remainder", input, other), other);
  if (!isFloating(a.dtype) && a.dtype !== "bool") return leftOf("remainder", a, b, "floor");
  return apply(remainderOp, broadcast("remainder", a, b));
}

/**
 * input / other, broadcast, rounded down. Shape: (*), (*) → (*). Integers stay integers.
 * See https://pytorch.org/docs/stable/generated/torch.floor_divide.html.
 *
 * @throws ShapeError if the shapes do not broadcast; ArgumentError where integers are divided by zero; AutogradError from backward, which
 * PyTorch has none for.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([5, -5]).floorDivide(3).toArray(); // → [1, -2]
 * ```
 */
export function floorDivide(input: number | boolean, other: Tensor): Tensor;
export function floorDivide(input: Tensor, other: Operand): Tensor;
export function floorDivide(input: Operand, other: Operand): Tensor {
  const first = firstOperand("floorDivide", input, other);
  const operands = broadcast("floorDivide", ...promote("floorDivide", first, other));
  return apply(floorDivideOp, operands, { rounding: "floor", op: "floorDivide" });
}
