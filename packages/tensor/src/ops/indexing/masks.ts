// maskedFill, maskedSelect and maskedScatter: elements where a mask holds. Filling is a formula; the others read how many there are.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor, cureOf } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { where as choose } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes, isFloating } from "../../tensor/dtype.js";
import { formatShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { copy_ } from "../creation/copy.js";
import { to } from "../creation/to.js";
import { broadcast, isScalar, writtenNumber } from "../operands.js";
import { expand, expandTo } from "../reductions/sum.js";
import { narrow } from "../views/slice.js";
import { reshape, reshapeResult } from "../views/view.js";
import { applyInPlace } from "../write.js";
import { gatherOp, scatterOp } from "./gathering.js";
import { positionsOf } from "./places.js";

const maskedFillOp = pointwise({
  name: "maskedFill",
  inputs: ["input", "mask", "value"],
  truths: ["mask"],
  dtypes: allDTypes,
  formula: ({ input, mask, value }) => choose(mask, value, input),
});

function checkMask(op: string, mask: Tensor): void {
  checkTensor(op, "mask", mask);
  if (mask.dtype !== "bool")
    throw new DTypeError(
      `${op}: only supports boolean masks, but got mask with dtype ${mask.dtype}; compare it first, as in x.ne(0)`,
    );
}

/** A number, or a tensor without dimensions, as one of the input's dtype. */
function valueFor(op: string, input: Tensor, value: Tensor | number | boolean): Tensor {
  if (isScalar(value)) return writtenNumber(op, value, input);
  if (!isTensor(value))
    throw new ArgumentError(
      `${op}: expected value to be a number or a Tensor, but got ${describe(value)}${cureOf(value)}`,
    );
  if (value.ndim > 0)
    throw new ShapeError(
      `${op}: only supports a 0-dimensional value tensor, but got tensor with ${value.ndim} dimension(s)`,
    );
  if (isFloating(value.dtype) && !isFloating(input.dtype))
    throw new DTypeError(`${op}: value of dtype ${value.dtype} cannot be cast to the input's ${input.dtype}`);
  return to(value, input.dtype);
}

/**
 * The input with `value`, a number or a 0-d tensor, where the mask holds. Shape: (*), mask (*), broadcast → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.masked_fill.html.
 *
 * @throws DTypeError unless the mask is bool; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([1, -2, 3]);
 * x.maskedFill(x.lt(0), 0).toArray(); // → [1, 0, 3]
 * ```
 */
export function maskedFill(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor {
  checkTensor("maskedFill", "input", input);
  checkMask("maskedFill", mask);
  return apply(maskedFillOp, broadcast("maskedFill", input, mask, valueFor("maskedFill", input, value)));
}

/**
 * {@link maskedFill} in place; returns the input. The mask is broadcast to it.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.masked_fill_.html.
 *
 * @throws as {@link maskedFill}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function maskedFill_(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor {
  checkTensor("maskedFill_", "input", input);
  checkMask("maskedFill_", mask);
  const number = expand(valueFor("maskedFill_", input, value), input.shape);
  return applyInPlace("maskedFill_", maskedFillOp, [input, expandTo("maskedFill_", mask, input.shape), number]);
}

/**
 * The elements where the mask holds, in a row. Its shape depends on values: it reads them, and in a compiled function ends a plan.
 * Shape: (*), mask (*), broadcast → (count).
 * See https://pytorch.org/docs/stable/generated/torch.masked_select.html.
 *
 * @throws DTypeError unless the mask is bool; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { maskedSelect, tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 2], [3, 4]]);
 * maskedSelect(x, x.gt(2)).toArray(); // → [3, 4]
 * ```
 */
export function maskedSelect(input: Tensor, mask: Tensor): Tensor {
  checkTensor("maskedSelect", "input", input);
  checkMask("maskedSelect", mask);
  const [values, truth] = broadcast("maskedSelect", input, mask);
  return apply(gatherOp, [reshape(values, -1), positionsOf("maskedSelect", truth)], { dim: 0, checks: null });
}

/**
 * The input with the elements of `source`, one after the other, where the mask holds. Reads how many those are.
 * Shape: (*), mask (*), broadcast, source of no fewer elements → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.masked_scatter.html.
 *
 * @throws DTypeError unless the mask is bool and the source of the input's dtype; ShapeError if the source has too few elements.
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * zeros(3).maskedScatter(tensor([true, false, true]), tensor([5, 6])).toArray(); // → [5, 0, 6]
 * ```
 */
export function maskedScatter(input: Tensor, mask: Tensor, source: Tensor): Tensor {
  checkTensor("maskedScatter", "input", input);
  checkMask("maskedScatter", mask);
  const [values, truth] = broadcast("maskedScatter", input, mask);
  return scattered("maskedScatter", values, truth, source);
}

/**
 * {@link maskedScatter} in place; returns the input. The mask is broadcast to it.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.masked_scatter_.html.
 *
 * @throws as {@link maskedScatter}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function maskedScatter_(input: Tensor, mask: Tensor, source: Tensor): Tensor {
  checkTensor("maskedScatter_", "input", input);
  checkMask("maskedScatter_", mask);
  const truth = expandTo("maskedScatter_", mask, input.shape);
  return copy_(input, scattered("maskedScatter_", clone(input), truth, source));
}

function scattered(op: string, values: Tensor, truth: Tensor, source: Tensor): Tensor {
  checkTensor(op, "source", source);
  if (source.dtype !== values.dtype)
    throw new DTypeError(
      `${op}: expected self and source to have same dtypes but got ${values.dtype} and ${source.dtype}; convert with .to("${values.dtype}")`,
    );
  const positions = positionsOf(op, truth);
  const count = positions.numel();
  if (source.numel() < count)
    throw new ShapeError(
      `${op}: Number of elements of source < number of ones in mask; got ${source.numel()} for ${count} (shapes ${formatShape(source.shape)} and ${formatShape(truth.shape)})`,
    );
  const given = narrow(reshape(source, -1), 0, 0, count);
  const result = apply(scatterOp, [reshape(values, -1), positions, given], { dim: 0, checks: null });
  return reshapeResult(result, truth.shape);
}
