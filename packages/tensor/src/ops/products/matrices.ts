// mm, bmm, mv, dot, vdot and inner: matmul for operands of one rank each, which refuse all others. The products are matmul's.

import { DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { mul } from "../pointwise/mul.js";
import { transpose } from "../views/permute.js";
import { reshape, reshapeResult } from "../views/view.js";
import { matmul } from "./matmul.js";

/** Throws unless all operands have the first one's dtype. */
export function checkSameDType(op: string, ...operands: readonly (readonly [name: string, operand: Tensor])[]): void {
  const [[name, { dtype }], ...others] = operands as [(typeof operands)[number], ...typeof operands];
  for (const [otherName, other] of others) {
    if (other.dtype !== dtype)
      throw new DTypeError(
        `${op}: expected ${name} and ${otherName} to have the same dtype, but got: ${dtype} != ${other.dtype}; convert one with .to(…)`,
      );
  }
}

/** Two matrices whose product there is. `names` are PyTorch's of them. */
export function checkMatrices(op: string, names: readonly [string, string], first: Tensor, second: Tensor): void {
  for (const [at, matrix] of [first, second].entries()) {
    checkTensor(op, names[at]!, matrix);
    if (matrix.ndim !== 2)
      throw new ShapeError(
        `${op}: ${names[at]} must be a matrix, got ${matrix.ndim}-D tensor; matmul takes vectors and batches too`,
      );
  }
  if (first.size(1) !== second.size(0))
    throw new ShapeError(
      `${op}: mat1 and mat2 shapes cannot be multiplied (${first.shape.join("x")} and ${second.shape.join("x")})`,
    );
  checkSameDType(op, [names[0], first], [names[1], second]);
}

/** Two batches of matrices whose products there are. */
export function checkBatches(op: string, names: readonly [string, string], first: Tensor, second: Tensor): void {
  for (const [at, batch] of [first, second].entries()) {
    checkTensor(op, names[at]!, batch);
    if (batch.ndim !== 3)
      throw new ShapeError(
        `${op}: ${names[at]} must be a 3D tensor, but got ${formatShape(batch.shape)}; matmul takes other ranks and broadcasts batches`,
      );
  }
  const [count, , inner] = first.shape as readonly [number, number, number];
  if (second.size(0) !== count || second.size(1) !== inner)
    throw new ShapeError(
      `${op}: Expected size for first two dimensions of ${names[1]} tensor to be: [${count}, ${inner}] but got: [${second.size(0)}, ${second.size(1)}].`,
    );
  checkSameDType(op, [names[0], first], [names[1], second]);
}

/** A matrix and a vector whose product there is. */
export function checkMatrixAndVector(op: string, names: readonly [string, string], mat: Tensor, vec: Tensor): void {
  checkTensor(op, names[0], mat);
  checkTensor(op, names[1], vec);
  if (mat.ndim !== 2 || vec.ndim !== 1)
    throw new ShapeError(
      `${op}: vector + matrix @ vector expected, got ${mat.ndim}-D matrix and ${vec.ndim}-D vector; matmul takes other ranks`,
    );
  if (mat.size(1) !== vec.size(0))
    throw new ShapeError(
      `${op}: size mismatch, got input (${mat.size(0)}), mat (${mat.shape.join("x")}), vec (${vec.size(0)})`,
    );
  checkSameDType(op, [names[0], mat], [names[1], vec]);
}

/**
 * The product of two matrices. Shape: (n, m), (m, p) → (n, p). `matmul` takes batches and vectors too.
 * See https://pytorch.org/docs/stable/generated/torch.mm.html.
 *
 * @throws ShapeError unless both are matrices of which the inner sizes are equal; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).mm(tensor([[0, 1], [1, 0]])).toArray(); // → [[2, 1], [4, 3]]
 * ```
 */
export function mm(input: Tensor, mat2: Tensor): Tensor {
  checkMatrices("mm", ["input", "mat2"], input, mat2);
  return matmul(input, mat2);
}

/**
 * The products of the matrices of two batches. Shape: (b, n, m), (b, m, p) → (b, n, p). `matmul` broadcasts batches.
 * See https://pytorch.org/docs/stable/generated/torch.bmm.html.
 *
 * @throws ShapeError unless both have three dimensions and fit; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[[1, 2]], [[3, 4]]]).bmm(tensor([[[1], [1]], [[1], [0]]])).toArray(); // → [[[3]], [[3]]]
 * ```
 */
export function bmm(input: Tensor, mat2: Tensor): Tensor {
  checkBatches("bmm", ["input", "mat2"], input, mat2);
  return matmul(input, mat2);
}

/**
 * The product of a matrix and a vector. Shape: (n, m), (m) → (n).
 * See https://pytorch.org/docs/stable/generated/torch.mv.html.
 *
 * @throws ShapeError unless they are a matrix and a vector and fit; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).mv(tensor([10, 1])).toArray(); // → [12, 34]
 * ```
 */
export function mv(input: Tensor, vec: Tensor): Tensor {
  checkMatrixAndVector("mv", ["input", "vec"], input, vec);
  return matmul(input, vec);
}

function vectorProduct(op: string, input: Tensor, other: Tensor): Tensor {
  checkTensor(op, "input", input);
  checkTensor(op, "the other operand", other);
  if (input.ndim !== 1 || other.ndim !== 1)
    throw new ShapeError(`${op}: 1D tensors expected, but got ${input.ndim}D and ${other.ndim}D tensors`);
  if (input.size(0) !== other.size(0))
    throw new ShapeError(
      `${op}: inconsistent tensor size, expected tensor [${input.size(0)}] and src [${other.size(0)}] to have the same number of elements, but got ${input.size(0)} and ${other.size(0)} elements respectively`,
    );
  if (input.dtype !== other.dtype)
    throw new DTypeError(
      `${op}: expected both vectors to have same dtype, but found ${input.dtype} and ${other.dtype}; convert one with .to(…)`,
    );
  return matmul(input, other);
}

/**
 * The sum of the products of two vectors' elements. Shape: (n), (n) → ().
 * See https://pytorch.org/docs/stable/generated/torch.dot.html.
 *
 * @throws ShapeError unless both are vectors of one size; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([2, 3]).dot(tensor([2, 1])).item(); // → 7
 * ```
 */
export function dot(input: Tensor, tensor: Tensor): Tensor {
  return vectorProduct("dot", input, tensor);
}

/**
 * As {@link dot}: of real numbers there is no conjugate. Shape: (n), (n) → ().
 * See https://pytorch.org/docs/stable/generated/torch.vdot.html.
 *
 * @throws ShapeError unless both are vectors of one size; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([2, 3]).vdot(tensor([2, 1])).item(); // → 7
 * ```
 */
export function vdot(input: Tensor, other: Tensor): Tensor {
  return vectorProduct("vdot", input, other);
}

/**
 * The dot products of all rows of the one with all rows of the other; of a 0-d tensor, the product with each element.
 * Shape: (*, n), (+, n) → (*, +). See https://pytorch.org/docs/stable/generated/torch.inner.html.
 *
 * @throws ShapeError if the last sizes differ; DTypeError if the dtypes do.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).inner(tensor([1, 1])).toArray(); // → [3, 7]
 * ```
 */
export function inner(input: Tensor, other: Tensor): Tensor {
  checkTensor("inner", "input", input);
  checkTensor("inner", "other", other);
  checkSameDType("inner", ["input", input], ["other", other]);
  if (input.ndim === 0 || other.ndim === 0) return mul(input, other);
  const size = input.size(-1);
  if (other.size(-1) !== size)
    throw new ShapeError(
      `inner: the last dimension must match on both input tensors but got shapes ${formatShape(input.shape)} and ${formatShape(other.shape)}`,
    );
  const rows = (x: Tensor) => reshape(x, [x.shape.slice(0, -1).reduce((count, next) => count * next, 1), size]);
  const product = matmul(rows(input), transpose(rows(other), 0, 1));
  return reshapeResult(product, [...input.shape.slice(0, -1), ...other.shape.slice(0, -1)]);
}
