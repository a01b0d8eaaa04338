// matmul: matrix products, batched and broadcast. The primitive multiplies stacks of matrices; the rest is views.

import type { InputMeta } from "../../autograd/node.js";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { broadcastShapes, formatShape, numberOfElements } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { expand } from "../reductions/sum.js";
import { transpose } from "../views/permute.js";
import { reshape, reshapeResult, unsqueeze } from "../views/view.js";

// (batch, m, k) × (batch, k, n) → (batch, m, n)
const matmulOp = defineOp({
  name: "matmul",
  inputs: ["input", "other"],
  kernel: kernels.matmul,
  infer: ([a, b]) => [{ shape: [a.shape[0]!, a.shape[1]!, b.shape[2]!], dtype: a.dtype }],
  flops: ([a], [product]) => 2 * a!.shape[2]! * numberOfElements(product!.shape),
  save: { input: ["other"], other: ["input"] },
  backward: ({ grad, input, other, inputs, needs }): Gradients => [
    needs[0] ? productLike(inputs[0], grad, transpose(other, 1, 2)) : null,
    needs[1] ? productLike(inputs[1], transpose(input, 1, 2), grad) : null,
  ],
});

/** The product, lying in memory as `operand` does: the gradient of a transposed weight needs no copy to be the weight's. */
function productLike(operand: InputMeta, left: Tensor, right: Tensor): Tensor {
  const [, down, across] = operand.strides as [number, number, number];
  const isTransposed = down === 1 && across > 1;
  if (!isTransposed) return apply(matmulOp, [left, right]);
  return transpose(apply(matmulOp, [transpose(right, 1, 2), transpose(left, 1, 2)]), 1, 2);
}

/**
 * The matrix product. Shape: (k), (k) → (); (m, k), (k, n) → (m, n); (…, m, k), (…, k, n) → (…, m, n), where leading
 * dimensions broadcast; a 1-D operand is a row on the left and a column on the right, and its dimension is dropped.
 * See https://pytorch.org/docs/stable/generated/torch.matmul.html.
 *
 * @throws ShapeError if the inner sizes differ, an operand is 0-d, or the leading dimensions do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).matmul(tensor([10, 1])).toArray(); // → [12, 34]
 * ```
 */
export function matmul(input: Tensor, other: Tensor): Tensor {
  checkTensor("matmul", "input", input);
  checkTensor("matmul", "other", other);
  checkTensor("matmul", "the other operand", other);
  if (input.ndim === 0 || other.ndim === 0) {
    throw new ShapeError(
      `matmul: both arguments to matmul need to be at least 1D, but they are ${input.ndim}D and ${other.ndim}D`,
    );
  }
  if (input.dtype !== other.dtype) {
    throw new DTypeError(
      `matmul: expected m1 and m2 to have the same dtype, but got: ${input.dtype} != ${other.dtype}; convert one with .to(…)`,
    );
  }
  const a = input.ndim === 1 ? unsqueeze(input, 0) : input;
  const b = other.ndim === 1 ? unsqueeze(other, 1) : other;
  const [m, k] = [a.size(-2), a.size(-1)];
  const n = b.size(-1);
  if (k !== b.size(-2)) {
    throw new ShapeError(
      `matmul: mat1 and mat2 shapes cannot be multiplied (${m}x${k} and ${b.size(-2)}x${n}); got ${formatShape(input.shape)} and ${formatShape(other.shape)}, ` +
        `and the last size of the first must equal the ${other.ndim === 1 ? "size" : "second-last size"} of the second`,
    );
  }
  // A dimension that a 1-D operand was given is not the product's.
  const kept = [...(input.ndim === 1 ? [] : [m]), ...(other.ndim === 1 ? [] : [n])];
  if (b.ndim === 2) {
    // Leading dimensions of the left side are rows like any other: one large product instead of many small ones.
    const rows = unsqueeze(reshape(a, [a.shape.slice(0, -1).reduce((count, size) => count * size, 1), k]), 0);
    return reshapeResult(apply(matmulOp, [rows, unsqueeze(b, 0)]), [...a.shape.slice(0, -2), ...kept]);
  }
  const leading = broadcastShapes("matmul", a.shape.slice(0, -2), b.shape.slice(0, -2));
  const batch = leading.reduce((count, size) => count * size, 1);
  const stacked = (x: Tensor) =>
    reshape(expand(x, [...leading, x.size(-2), x.size(-1)]), [batch, x.size(-2), x.size(-1)]);
  return reshapeResult(apply(matmulOp, [stacked(a), stacked(b)]), [...leading, ...kept]);
}
