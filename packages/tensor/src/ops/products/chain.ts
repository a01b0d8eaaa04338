// chainMatmul: the product of several matrices, in the order that multiplies least. `linalg.multiDot` is the same with vectors.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { reshapeResult, unsqueeze } from "../views/view.js";
import { matmul } from "./matmul.js";

/**
 * The product of matrices, of which each order gives the same and one multiplies least: that one is taken. Also a list.
 * Shape: (a, b), (b, c), …, (y, z) → (a, z). See https://pytorch.org/docs/stable/generated/torch.chain_matmul.html.
 *
 * @throws ShapeError unless all are matrices that fit; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { chainMatmul, ones } from "@bernoulli/tensor";
 * chainMatmul(ones(2, 10), ones(10, 3), ones(3, 1)).toArray(); // → [[30], [30]]
 * ```
 */
export function chainMatmul(...matrices: readonly Tensor[] | readonly [readonly Tensor[]]): Tensor {
  const list = (Array.isArray(matrices[0]) ? matrices[0] : matrices) as readonly Tensor[];
  if (list.length === 0) throw new ArgumentError("chainMatmul: expected at least one matrix");
  for (const [at, matrix] of list.entries()) {
    checkTensor("chainMatmul", `matrix ${at}`, matrix);
    if (matrix.ndim !== 2)
      throw new ShapeError(`chainMatmul: Tensor dimension is ${matrix.ndim}, expected 2 instead, in matrix ${at}`);
  }
  return list.length === 1 ? clone(list[0]!) : productOf("chainMatmul", list);
}

/** The product of at least two matrices, of which the first may be a row and the last a column, each as a vector. */
export function productOf(op: string, tensors: readonly Tensor[]): Tensor {
  if (!Array.isArray(tensors))
    throw new ArgumentError(`${op}: expected a list of tensors, but got ${describe(tensors)}`);
  const count = tensors.length;
  if (count < 2) throw new ArgumentError(`${op}: expected at least 2 tensors but got ${count}`);
  for (const [at, one] of tensors.entries()) {
    checkTensor(op, `tensor ${at}`, one);
    const isEnd = at === 0 || at === count - 1;
    if (one.ndim !== 2 && !(isEnd && one.ndim === 1))
      throw new ShapeError(
        isEnd
          ? `${op}: the ${at === 0 ? "first" : "last"} tensor must be 1D or 2D but got ${one.ndim}D`
          : `${op}: tensor ${at} must be 2D but got ${one.ndim}D`,
      );
    if (one.dtype !== tensors[0]!.dtype)
      throw new DTypeError(
        `${op}: all tensors must be the same dtype but tensor 0 is ${tensors[0]!.dtype} and tensor ${at} ${one.dtype}; convert one with .to(…)`,
      );
  }
  const [first, last] = [tensors[0]!, tensors[count - 1]!];
  const matrices = tensors.map((one, at) => (one.ndim === 2 ? one : unsqueeze(one, at === 0 ? 0 : 1)));
  for (let at = 0; at + 1 < count; at++) {
    if (matrices[at]!.size(1) !== matrices[at + 1]!.size(0))
      throw new ShapeError(
        `${op}: tensors ${at} and ${at + 1} with shapes ${formatShape(tensors[at]!.shape)} and ${formatShape(tensors[at + 1]!.shape)} cannot be multiplied`,
      );
  }
  const result = inOrder(matrices);
  const kept = [...(first.ndim === 1 ? [] : [result.size(0)]), ...(last.ndim === 1 ? [] : [result.size(1)])];
  return reshapeResult(result, kept);
}

/** Multiplies as the textbook's table of the chain says: see Cormen et al., "Introduction to Algorithms", 15.2. */
function inOrder(matrices: readonly Tensor[]): Tensor {
  const sizes = [matrices[0]!.size(0), ...matrices.map((matrix) => matrix.size(1))];
  const count = matrices.length;
  const cost = matrices.map(() => new Array<number>(count).fill(0));
  const cut = matrices.map(() => new Array<number>(count).fill(0));
  for (let length = 1; length < count; length++) {
    for (let from = 0; from + length < count; from++) {
      const to = from + length;
      cost[from]![to] = Number.POSITIVE_INFINITY;
      for (let at = from; at < to; at++) {
        const here = cost[from]![at]! + cost[at + 1]![to]! + sizes[from]! * sizes[at + 1]! * sizes[to + 1]!;
        if (here < cost[from]![to]!) [cost[from]![to], cut[from]![to]] = [here, at];
      }
    }
  }
  const multiply = (from: number, to: number): Tensor => {
    if (from === to) return matrices[from]!;
    const at = cut[from]![to]!;
    return matmul(multiply(from, at), multiply(at + 1, to));
  };
  return multiply(0, count - 1);
}
