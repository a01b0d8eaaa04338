// What linear algebra asks of its operands, and how batches of any rank become batches of one. No op is defined here.

import { DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { dtypeTraits, isFloating } from "../../tensor/dtype.js";
import { numberOfElements, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { transpose } from "../views/permute.js";
import { reshape, reshapeResult } from "../views/view.js";

/** Throws unless it is a floating tensor. */
export function checkFloating(op: string, input: Tensor): void {
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `${op}: Expected a floating point tensor as input. Got ${dtypeTraits[input.dtype].scalarName}; convert with .to("float32")`,
    );
}

/** Throws unless it is a matrix, or a batch of them, of floats. */
export function checkMatrix(op: string, name: string, input: Tensor): void {
  checkTensor(op, name, input);
  if (input.ndim < 2) throw new ShapeError(`${op}: The input tensor ${name} must have at least 2 dimensions.`);
  checkFloating(op, input);
}

export function checkSquareShape(op: string, name: string, input: Tensor): void {
  checkTensor(op, name, input);
  if (input.ndim < 2) throw new ShapeError(`${op}: The input tensor ${name} must have at least 2 dimensions.`);
  const [rows, columns] = input.shape.slice(-2) as [number, number];
  if (rows !== columns)
    throw new ShapeError(
      `${op}: ${name} must be batches of square matrices, but they are ${rows} by ${columns} matrices`,
    );
}

/** Throws unless it is a square matrix, or a batch of them, of floats. */
export function checkSquare(op: string, name: string, input: Tensor): void {
  checkSquareShape(op, name, input);
  checkFloating(op, input);
}

/** The dimensions in front of the matrices'. */
export const leadingOf = (input: Tensor): Shape => input.shape.slice(0, -2);

/** All matrices of a batch of any rank, as [count, rows, columns]. */
export function stacked(input: Tensor): Tensor {
  return input.ndim === 3
    ? input
    : reshape(input, [numberOfElements(leadingOf(input)), input.size(-2), input.size(-1)]);
}

/** What was computed of each of a batch, with the batch's dimensions in place of the first. */
export function unstacked(result: Tensor, leading: Shape): Tensor {
  return leading.length === 1 ? result : reshapeResult(result, [...leading, ...result.shape.slice(1)]);
}

/** What a kernel is told of the op, for its errors. */
export const told = (op: string, input: Tensor) => ({ op, isBatch: input.ndim > 2 });

/** The transposes of a batch. */
export const transposed = (input: Tensor): Tensor => transpose(input, -2, -1);
