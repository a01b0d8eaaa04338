// vander, tensorinv and tensorsolve: matrices of powers, and inverses and systems of tensors that stand for square matrices.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { isFloating } from "../../tensor/dtype.js";
import { normalizeEach, numberOfElements } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { expand } from "../reductions/sum.js";
import { cumprod } from "../scans/cumsum.js";
import { cat } from "../shapes/cat.js";
import { permute } from "../views/permute.js";
import { reshape, unsqueeze } from "../views/view.js";
import { checkFloating } from "./matrices.js";
import { inv, solve } from "./systems.js";

export interface VanderOptions {
  /** How many powers, the 0th among them. Default: as many as there are numbers. */
  readonly N?: number;
}

/**
 * The powers of each number, from the 0th on: a Vandermonde matrix. Integers give int32. Shape: (*, n) → (*, n, N).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.vander.html.
 *
 * @throws ArgumentError unless N > 1; DTypeError for bool, and where a power of integers does not fit int32.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.vander(tensor([1, 2, 3])).toArray(); // → [[1, 1, 1], [1, 2, 4], [1, 3, 9]]
 * linalg.vander(tensor([2]), { N: 4 }).toArray(); // → [[1, 2, 4, 8]]
 * ```
 */
export function vander(x: Tensor, options: VanderOptions = {}): Tensor {
  const op = "linalg.vander";
  checkTensor(op, "x", x);
  checkOptions(op, options, ["N"]);
  if (x.dtype === "bool")
    throw new DTypeError(`${op} supports floating point and integer tensors, but got bool; convert with .to("int32")`);
  const numbers = unsqueeze(x.ndim === 0 ? reshape(x, 1) : x, -1);
  const { N = numbers.size(-2) } = options;
  if (!(Number.isSafeInteger(N) && N > 1))
    throw new ArgumentError(`${op}: N must be greater than 1, but got ${describe(N)}`);
  const values = isFloating(x.dtype) ? numbers : to(numbers, "int32");
  const powers = cumprod(expand(values, values.shape.with(-1, N - 1)), -1);
  return cat([ones([...values.shape], { dtype: values.dtype, device: x.device }), powers], -1);
}

/**
 * The inverse of what `tensordot(A, x, x.ndim)` does, whose first `ind` dimensions are the rows of a square matrix, as it were, and the
 * others its columns: `tensordot(tensorinv(A, ind), b, ind)` solves. Shape: (a, b) → (b, a), a and b several dimensions of equal numbers
 * of elements. See https://pytorch.org/docs/stable/generated/torch.linalg.tensorinv.html.
 *
 * @throws ShapeError unless both parts have as many elements; ArgumentError unless ind > 0, and where there is no inverse; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const A = tensor([[[2, 0]], [[0, 4]]]);
 * linalg.tensorinv(A, 1).toArray(); // → [[[0.5, 0], [0, 0.25]]]
 * ```
 */
export function tensorinv(A: Tensor, ind = 2): Tensor {
  const op = "linalg.tensorinv";
  checkTensor(op, "A", A);
  if (!Number.isSafeInteger(ind) || ind <= 0)
    throw new ArgumentError(`${op}: Expected a strictly positive integer for 'ind', but got ${describe(ind)}`);
  checkFloating(op, A);
  const [first, last] = [A.shape.slice(0, ind), A.shape.slice(ind)];
  const count = (sizes: readonly number[]) => sizes.reduce((product, size) => product * size, 1);
  if (count(first) !== count(last))
    throw new ShapeError(
      `${op}: Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got ${count(last)} != ${count(first)}`,
    );
  return reshape(inv(reshape(A, count(first), count(last))), ...last, ...first);
}

/**
 * X of `tensordot(A, X, X.ndim)` = B: the dimensions of A behind those of B are X's. With `dims` these are moved to A's end first.
 * Shape: (b, x), b → x, b and x several dimensions of equal numbers of elements.
 * See https://pytorch.org/docs/stable/generated/torch.linalg.tensorsolve.html.
 *
 * @throws ShapeError unless both parts have as many elements; DTypeError for integers or two dtypes; ArgumentError where there is no answer.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.tensorsolve(tensor([[[2, 0]], [[0, 4]]]), tensor([6, 8])).toArray(); // → [[3, 2]]
 * ```
 */
export function tensorsolve(A: Tensor, B: Tensor, dims?: readonly number[]): Tensor {
  const op = "linalg.tensorsolve";
  checkTensor(op, "A", A);
  checkTensor(op, "B", B);
  checkFloating(op, A);
  const moved = dims === undefined ? A : movedToEnd(op, A, dims);
  const unknown = moved.shape.slice(B.ndim);
  const [equations, unknowns] = [numberOfElements(B.shape), numberOfElements(unknown)];
  if (moved.ndim < B.ndim || equations !== unknowns || moved.numel() !== equations * unknowns)
    throw new ShapeError(
      `${op}: Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but got ${unknowns} != ${equations}`,
    );
  return reshape(solve(reshape(moved, [equations, unknowns]), reshape(B, [equations])), unknown);
}

function movedToEnd(op: string, A: Tensor, dims: readonly number[]): Tensor {
  const last = normalizeEach(op, dims, A.ndim);
  return permute(A, [...A.shape.keys()].filter((dim) => !last.includes(dim)).concat(last));
}
