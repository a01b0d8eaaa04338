// matrixPower, multiDot and cross: products, as linalg has them.

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkOptions } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { eye, zeros } from "../creation/creation.js";
import { where } from "../pointwise/where.js";
import { productOf } from "../products/chain.js";
import { matmul } from "../products/matmul.js";
import { crossAlong } from "../products/outer.js";
import { expand } from "../reductions/sum.js";
import { checkSquareShape } from "./matrices.js";
import { inv } from "./systems.js";

/**
 * A square matrix times itself, n times; of a negative n, the inverse of that. Shape: (*, m, m) → (*, m, m).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.matrix_power.html.
 *
 * @throws ShapeError unless they are square; ArgumentError unless n is an integer, or where there is no inverse.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.matrixPower(tensor([[1, 1], [0, 1]]), 10).toArray(); // → [[1, 10], [0, 1]]
 * ```
 */
export function matrixPower(A: Tensor, n: number): Tensor {
  const op = "linalg.matrixPower";
  checkSquareShape(op, "A", A);
  if (!Number.isSafeInteger(n)) throw new ArgumentError(`${op}: n must be an integer, but got ${describe(n)}`);
  if (n === 0) {
    const one = eye(A.size(-1), { dtype: A.dtype, device: A.device });
    // By way of a choice that never falls on A, so that there is a gradient: zeros.
    return where(zeros([], { dtype: "bool", device: A.device }), A, expand(one, A.shape));
  }
  if (n < 0) return matrixPower(inv(A), -n);
  if (n === 1) return clone(A);
  // Squares, of which those are multiplied whose bit is set.
  let [square, result]: [Tensor, Tensor | null] = [A, null];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result === null ? square : matmul(result, square);
    if (rest > 1) square = matmul(square, square);
  }
  return result!;
}

/**
 * The product of matrices in the order that multiplies least; the first may be a vector as a row, the last as a column.
 * Shape: (a, b), (b, c), …, (y, z) → (a, z). See https://pytorch.org/docs/stable/generated/torch.linalg.multi_dot.html.
 *
 * @throws ArgumentError for fewer than two; ShapeError if shapes do not fit; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { linalg, ones } from "@bernoulli/tensor";
 * linalg.multiDot([ones(2, 10), ones(10, 3), ones(3)]).toArray(); // → [30, 30]
 * ```
 */
export function multiDot(tensors: readonly Tensor[]): Tensor {
  return productOf("linalg.multiDot", tensors);
}

export interface CrossOptions {
  /** Along which the vectors lie. Default −1. */
  readonly dim?: number;
}

/**
 * The cross product of vectors of three along `dim`. Shape: (*, 3), (*, 3) → (*, 3), other dimensions broadcast.
 * See https://pytorch.org/docs/stable/generated/torch.linalg.cross.html.
 *
 * @throws ShapeError unless both have three elements along it and as many dimensions; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.cross(tensor([1, 0, 0]), tensor([0, 1, 0])).toArray(); // → [0, 0, 1]
 * ```
 */
export function cross(input: Tensor, other: Tensor, options: CrossOptions = {}): Tensor {
  checkOptions("linalg.cross", options, { dim: "number" });
  return crossAlong("linalg.cross", input, other, options.dim ?? -1);
}
