// sparseCooTensor, spmm and toDense: the names by which scripts make a matrix of its few numbers. All elements are stored here, zeros too.

import { IndexError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { item } from "../../tensor/reads.js";
import { checkSizes, formatShape, type Shape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { newZeros } from "../creation/new.js";
import { matmul } from "../products/matmul.js";
import { checkMatrices } from "../products/matrices.js";
import { max, min } from "../reductions/max.js";
import { unbind } from "../views/parts.js";
import { asIndex } from "./places.js";
import { indexPut } from "./put.js";

/**
 * A tensor of zeros with the values at the places that the columns of `indices` name; where a place comes twice, they are added. PyTorch stores those
 * places alone; here all of it is stored, so that a size of 100,000 × 100,000 does not fit. Without a size it reaches to the last place, which is read.
 * Shape: [D, N] of int32 and [N, *] → [...size, *].
 * See https://pytorch.org/docs/stable/generated/torch.sparse_coo_tensor.html.
 *
 * @throws ShapeError unless there are as many values as places and the size has their dimensions; IndexError for a place outside it.
 * @example
 * ```ts
 * import { sparseCooTensor, tensor } from "@bernoulli/tensor";
 * const places = tensor([[0, 1, 1], [2, 0, 0]], { dtype: "int32" });
 * sparseCooTensor(places, tensor([3, 4, 5]), [2, 3]).toArray(); // → [[0, 0, 3], [9, 0, 0]]
 * ```
 */
export function sparseCooTensor(indices: Tensor, values: Tensor, size?: Shape): Tensor {
  checkTensor("sparseCooTensor", "indices", indices);
  checkTensor("sparseCooTensor", "values", values);
  if (indices.ndim !== 2)
    throw new ShapeError(
      `sparseCooTensor: indices must be sparse_dim x nnz, but got ${formatShape(indices.shape)}; a row for each dimension`,
    );
  const [rows, count] = indices.shape as readonly [number, number];
  if (values.shape[0] !== count)
    throw new ShapeError(
      `sparseCooTensor: indices and values must have same nnz, but got nnz from indices: ${count}, nnz from values: ${values.shape[0] ?? "none"}`,
    );
  const places = unbind(asIndex("sparseCooTensor", indices));
  const reached = places.map((row) =>
    count === 0 ? 0 : readFor("sparseCooTensor", "shape", () => item(max(row)) as number) + 1,
  );
  const rest = values.shape.slice(1);
  const shape = size ?? [...reached, ...rest];
  checkSizes("sparseCooTensor", shape);
  if (shape.length !== rows + rest.length)
    throw new ShapeError(
      `sparseCooTensor: 'len(size) == sparse_dim + dense_dim' is not satisfied: len(size) = ${shape.length}, sparse_dim = ${rows}, dense_dim = ${rest.length}`,
    );
  for (const [dim, row] of places.entries()) {
    const least = count === 0 ? 0 : readFor("sparseCooTensor", "shape", () => item(min(row)) as number);
    if (least < 0) throw new IndexError(`sparseCooTensor: found negative index ${least} for dim ${dim}`);
    if (reached[dim]! > shape[dim]!)
      throw new IndexError(
        `sparseCooTensor: size is inconsistent with indices: for dim ${dim}, size is ${shape[dim]} but found index ${reached[dim]! - 1}`,
      );
  }
  if (!sameShape(shape.slice(rows), rest))
    throw new ShapeError(
      `sparseCooTensor: values has incorrect size, expected [${[count, ...shape.slice(rows)].join(", ")}], got ${formatShape(values.shape)}`,
    );
  return indexPut(newZeros(values, shape), places, values, { accumulate: true });
}

/**
 * The tensor itself: those of `sparseCooTensor` have all their elements already.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.to_dense.html.
 *
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * const x = ones(2);
 * x.toDense() === x; // → true
 * ```
 */
export function toDense(input: Tensor): Tensor {
  checkTensor("toDense", "input", input);
  return input;
}

/**
 * The product of two matrices, as `mm`: here a sparse one is stored whole, and so is its product computed.
 * Shape: [N, K] and [K, M] → [N, M]. See https://pytorch.org/docs/stable/generated/torch.smm.html.
 *
 * @throws as {@link mm}.
 * @example
 * ```ts
 * import { sparseCooTensor, spmm, tensor } from "@bernoulli/tensor";
 * const places = tensor([[0, 1], [1, 0]], { dtype: "int32" });
 * spmm(sparseCooTensor(places, tensor([2, 3]), [2, 2]), tensor([[1], [10]])).toArray(); // → [[20], [3]]
 * ```
 */
export function spmm(mat1: Tensor, mat2: Tensor): Tensor {
  checkMatrices("spmm", ["mat1", "mat2"], mat1, mat2);
  return matmul(mat1, mat2);
}
