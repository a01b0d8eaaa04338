// hstack, vstack, dstack, columnStack and rowStack: cat along a dimension that each tensor is raised to.

import { ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { atleast1d, atleast2d, atleast3d } from "../views/reshapes.js";
import { reshape } from "../views/view.js";
import { joined } from "./cat.js";

function raised(op: string, tensors: readonly Tensor[], raise: (tensor: Tensor) => Tensor): Tensor[] {
  if (!Array.isArray(tensors) || tensors.length === 0)
    throw new ShapeError(`${op}: expects a non-empty list of Tensors`);
  return tensors.map((tensor, at) => {
    checkTensor(op, `tensor ${at}`, tensor);
    return raise(tensor);
  });
}

/**
 * The tensors side by side: along the second dimension, vectors and numbers along their only one.
 * See https://pytorch.org/docs/stable/generated/torch.hstack.html.
 *
 * @throws ShapeError for no tensors, or sizes that differ elsewhere.
 * @example
 * ```ts
 * import { hstack, tensor } from "@bernoulli/tensor";
 * hstack([tensor([1, 2]), tensor([3])]).toArray(); // → [1, 2, 3]
 * hstack([tensor([[1], [2]]), tensor([[3], [4]])]).toArray(); // → [[1, 3], [2, 4]]
 * ```
 */
export function hstack(tensors: readonly Tensor[]): Tensor {
  const each = raised("hstack", tensors, atleast1d);
  return joined("hstack", each, each[0]!.ndim === 1 ? 0 : 1);
}

/**
 * The tensors one below the other: along the first dimension, vectors as rows.
 * See https://pytorch.org/docs/stable/generated/torch.vstack.html.
 *
 * @throws ShapeError for no tensors, or sizes that differ elsewhere.
 * @example
 * ```ts
 * import { tensor, vstack } from "@bernoulli/tensor";
 * vstack([tensor([1, 2]), tensor([3, 4])]).toArray(); // → [[1, 2], [3, 4]]
 * ```
 */
export function vstack(tensors: readonly Tensor[]): Tensor {
  return joined("vstack", raised("vstack", tensors, atleast2d), 0);
}

/**
 * {@link vstack}, by another name. See https://pytorch.org/docs/stable/generated/torch.row_stack.html.
 *
 * @throws as {@link vstack}.
 * @example
 * ```ts
 * import { rowStack, tensor } from "@bernoulli/tensor";
 * rowStack([tensor([1, 2]), tensor([3, 4])]).toArray(); // → [[1, 2], [3, 4]]
 * ```
 */
export function rowStack(tensors: readonly Tensor[]): Tensor {
  return joined("rowStack", raised("rowStack", tensors, atleast2d), 0);
}

/**
 * The tensors one behind the other: along the third dimension, which vectors and matrices get first.
 * See https://pytorch.org/docs/stable/generated/torch.dstack.html.
 *
 * @throws ShapeError for no tensors, or sizes that differ elsewhere.
 * @example
 * ```ts
 * import { dstack, tensor } from "@bernoulli/tensor";
 * dstack([tensor([1, 2]), tensor([3, 4])]).toArray(); // → [[[1, 3], [2, 4]]]
 * ```
 */
export function dstack(tensors: readonly Tensor[]): Tensor {
  return joined("dstack", raised("dstack", tensors, atleast3d), 2);
}

/**
 * The tensors side by side, vectors and numbers as columns.
 * See https://pytorch.org/docs/stable/generated/torch.column_stack.html.
 *
 * @throws ShapeError for no tensors, or sizes that differ elsewhere.
 * @example
 * ```ts
 * import { columnStack, tensor } from "@bernoulli/tensor";
 * columnStack([tensor([1, 2]), tensor([3, 4])]).toArray(); // → [[1, 3], [2, 4]]
 * ```
 */
export function columnStack(tensors: readonly Tensor[]): Tensor {
  const asColumn = (tensor: Tensor) => (tensor.ndim < 2 ? reshape(tensor, tensor.numel(), 1) : tensor);
  return joined("columnStack", raised("columnStack", tensors, asColumn), 1);
}
