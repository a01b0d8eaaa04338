// addcmul, addcdiv and their twins in place: products and quotients added; what optimizers are made of.

import { DTypeError } from "../../checks/errors.js";
import { checkNumber, checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { pointwise } from "../../formulas/pointwise.js";
import { checkFits, type DType, floatingDTypes, isFloating, numericDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { writeConverted } from "../creation/copy.js";
import { to } from "../creation/to.js";
import { broadcast, inPlaceOperand, isWider, promote } from "../operands.js";
import { applyInPlace } from "../write.js";

const addcmulOp = pointwise({
  name: "addcmul",
  inputs: ["input", "tensor1", "tensor2"],
  numbers: ["value"],
  dtypes: numericDTypes,
  formula: ({ input, tensor1, tensor2, value }) => input.add(value.mul(tensor1).mul(tensor2)),
});

const addcdivOp = pointwise({
  name: "addcdiv",
  inputs: ["input", "tensor1", "tensor2"],
  numbers: ["value"],
  dtypes: floatingDTypes,
  formula: ({ input, tensor1, tensor2, value }) => input.add(value.mul(tensor1).div(tensor2)),
  gradient: ({ grad, tensor1, tensor2, value }) => {
    const scaled = grad.mul(value).div(tensor2);
    return [grad, scaled, scaled.mul(tensor1.div(tensor2)).neg()];
  },
});

interface ValueOptions {
  /** The factor; beside integers a fraction is cut off. Default 1. */
  readonly value?: number | boolean;
}

/** In place, in the input's dtype and shape: the two others, and the factor, which must fit. */
function termsOf(op: string, input: Tensor, tensor1: Tensor, tensor2: Tensor, options: ValueOptions) {
  checkOptions(op, options, ["value"]);
  const { value = 1 } = options;
  if (typeof value !== "boolean") checkNumber(op, "value", value);
  for (const tensor of [tensor1, tensor2]) checkTensor(op, "each factor", tensor);
  const [first, second] = [tensor1, tensor2].map((tensor) => inPlaceOperand(op, input, tensor)) as [Tensor, Tensor];
  checkFits(op, Number(value), input.dtype);
  // PyTorch cuts a fraction off, beside integers.
  const factor = isFloating(input.dtype) ? Number(value) : Math.trunc(Number(value));
  return { inputs: [input, first, second] as const, attributes: { value: factor } };
}

/** Out of place: all three in one dtype and shape. */
function allOf(op: string, tensors: readonly [Tensor, Tensor, Tensor], options: ValueOptions) {
  checkOptions(op, options, ["value"]);
  const { value = 1 } = options;
  if (typeof value !== "boolean") checkNumber(op, "value", value);
  for (const [at, tensor] of tensors.entries()) checkTensor(op, at === 0 ? "input" : `tensor${at}`, tensor);
  const [input, tensor1, tensor2] = tensors;
  const { dtype } = promote(op, promote(op, input, tensor1)[0], tensor2)[0];
  checkFits(op, Number(value), dtype);
  const factor = isFloating(dtype) ? Number(value) : Math.trunc(Number(value));
  const inputs = broadcast(op, to(input, dtype), to(tensor1, dtype), to(tensor2, dtype));
  return { inputs, attributes: { value: factor } };
}

function checkDivision(op: string, dtype: DType): void {
  if (isFloating(dtype)) return;
  throw new DTypeError(
    `${op}: Integer division with addcdiv is no longer supported, but got ${dtype}; convert with .to("float32"), or use div`,
  );
}

/**
 * input + value · tensor1 · tensor2, broadcast. Shape: (*), (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.addcmul.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * ones(2).addcmul(tensor([1, 2]), tensor([3, 4]), { value: 10 }).toArray(); // → [31, 81]
 * ```
 */
export function addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, options: ValueOptions = {}): Tensor {
  const { inputs, attributes } = allOf("addcmul", [input, tensor1, tensor2], options);
  return apply(addcmulOp, inputs, attributes);
}

/**
 * input + value · tensor1 / tensor2, broadcast. Shape: (*), (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.addcdiv.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError where an integer would be divided by another.
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * ones(2).addcdiv(tensor([1, 2]), tensor([2, 4])).toArray(); // → [1.5, 1.5]
 * ```
 */
export function addcdiv(input: Tensor, tensor1: Tensor, tensor2: Tensor, options: ValueOptions = {}): Tensor {
  const { inputs, attributes } = allOf("addcdiv", [input, tensor1, tensor2], options);
  checkDivision("addcdiv", inputs[1].dtype);
  return apply(addcdivOp, inputs, attributes);
}

/**
 * Adds value · tensor1 · tensor2 in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.addcmul_.html.
 *
 * @throws ShapeError if the others do not broadcast to the input's shape.
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * ones(2).addcmul_(tensor([1, 2]), tensor([3, 4]), { value: 10 }).toArray(); // → [31, 81]
 * ```
 */
export function addcmul_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options: ValueOptions = {}): Tensor {
  checkTensor("addcmul_", "input", input);
  checkTensor("addcmul_", "tensor1", tensor1);
  checkTensor("addcmul_", "tensor2", tensor2);
  const { inputs, attributes } = termsOf("addcmul_", input, tensor1, tensor2, options);
  if (isWider(input, tensor1) || isWider(input, tensor2))
    return writeConverted("addcmul_", input, addcmul(input, tensor1, tensor2, options));
  return applyInPlace("addcmul_", addcmulOp, inputs, attributes);
}

/**
 * Adds value · tensor1 / tensor2 in place, and returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.addcdiv_.html.
 *
 * @throws ShapeError if the others do not broadcast to the input's shape.
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * ones(2).addcdiv_(tensor([1, 2]), tensor([2, 4])).toArray(); // → [1.5, 1.5]
 * ```
 */
export function addcdiv_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options: ValueOptions = {}): Tensor {
  checkTensor("addcdiv_", "input", input);
  checkTensor("addcdiv_", "tensor1", tensor1);
  checkTensor("addcdiv_", "tensor2", tensor2);
  checkDivision("addcdiv_", input.dtype);
  const { inputs, attributes } = termsOf("addcdiv_", input, tensor1, tensor2, options);
  if (isWider(input, tensor1) || isWider(input, tensor2))
    return writeConverted("addcdiv_", input, addcdiv(input, tensor1, tensor2, options));
  return applyInPlace("addcdiv_", addcdivOp, inputs, attributes);
}
