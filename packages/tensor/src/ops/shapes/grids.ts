// meshgrid and cartesianProd: every combination of the elements of vectors.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { formatShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { expand } from "../reductions/sum.js";
import { own } from "../views/own.js";
import { reshape, reshapeResult } from "../views/view.js";
import { stack } from "./cat.js";

export interface MeshgridOptions {
  /**
   * `"ij"`: the first vector goes along the first dimension, as with matrices. `"xy"`: it goes along the second, as with pictures and in NumPy.
   * Default `"ij"`.
   */
  readonly indexing?: "ij" | "xy";
}

/** Tensors one by one, or in a list; options last. */
type TensorsThen<Options> =
  | readonly Tensor[]
  | readonly [...tensors: [...Tensor[], Options]]
  | readonly [tensors: readonly Tensor[], options?: Options];

/**
 * Views of vectors of n, m, … elements, or of numbers, stretched to one grid of n × m × …, each along a dimension of its own. Tensors one
 * by one or in a list, options behind them. Shape: (n), (m), … → as many of (n, m, …); with `"xy"` (m, n, …).
 * See https://pytorch.org/docs/stable/generated/torch.meshgrid.html.
 *
 * @throws ShapeError for tensors of more than one dimension, or none at all; DTypeError for different dtypes; ArgumentError for another
 * `indexing`.
 * @example
 * ```ts
 * import { meshgrid, tensor } from "@bernoulli/tensor";
 * const [rows, columns] = meshgrid(tensor([1, 2]), tensor([3, 4, 5]));
 * rows.toArray(); // → [[1, 1, 1], [2, 2, 2]]
 * columns.toArray(); // → [[3, 4, 5], [3, 4, 5]]
 * meshgrid([tensor([1, 2]), tensor([3])], { indexing: "xy" })[0].toArray(); // → [[1, 2]]
 * ```
 */
export function meshgrid(...given: TensorsThen<MeshgridOptions>): Tensor[] {
  const last = given.at(-1);
  const hasOptions = typeof last === "object" && !isTensor(last) && !Array.isArray(last);
  const options = hasOptions ? (last as MeshgridOptions) : {};
  const before = hasOptions ? given.slice(0, -1) : given;
  checkOptions("meshgrid", options, ["indexing"]);
  const { indexing = "ij" } = options;
  if (indexing !== "ij" && indexing !== "xy")
    throw new ArgumentError(`meshgrid: indexing must be one of "xy" or "ij", but received: ${describe(indexing)}`);
  const tensors = (Array.isArray(before[0]) ? before[0] : before) as readonly Tensor[];
  checkVectors("meshgrid", tensors);
  return grid(tensors, indexing === "xy" && tensors.length > 1);
}

function checkVectors(op: string, tensors: readonly Tensor[]): void {
  if (tensors.length === 0) throw new ShapeError(`${op}: expects a non-empty list of Tensors`);
  for (const [at, tensor] of tensors.entries()) {
    checkTensor(op, `tensor ${at}`, tensor);
    if (tensor.ndim > 1)
      throw new ShapeError(
        `${op}: Expected 0D or 1D tensor in the tensor list but got: shape ${formatShape(tensor.shape)} at ${at}`,
      );
    if (tensor.dtype !== tensors[0]!.dtype)
      throw new DTypeError(
        `${op}: expects all tensors to have the same dtype, but got ${tensors[0]!.dtype} and ${tensor.dtype}`,
      );
  }
}

/** Crossed: the first two have each other's dimension. */
function grid(tensors: readonly Tensor[], isCrossed: boolean): Tensor[] {
  const dimOf = (at: number) => (isCrossed && at < 2 ? 1 - at : at);
  const sizes = new Array<number>(tensors.length);
  for (const [at, tensor] of tensors.entries()) sizes[dimOf(at)] = tensor.numel();
  return tensors.map((tensor, at) => {
    const row = reshape(
      tensor,
      sizes.map((size, dim) => (dim === dimOf(at) ? size : 1)),
    );
    return own(expand(row, sizes), tensor);
  });
}

/**
 * All combinations of the elements of vectors, a row each, the last one changing fastest; one vector as it is.
 * Shape: (n), (m), … → (n · m · …, number of vectors).
 * See https://pytorch.org/docs/stable/generated/torch.cartesian_prod.html.
 *
 * @throws ShapeError for anything but vectors, or none at all; DTypeError for different dtypes.
 * @example
 * ```ts
 * import { cartesianProd, tensor } from "@bernoulli/tensor";
 * cartesianProd(tensor([1, 2]), tensor([3, 4])).toArray(); // → [[1, 3], [1, 4], [2, 3], [2, 4]]
 * ```
 */
export function cartesianProd(...tensors: readonly Tensor[]): Tensor {
  checkVectors("cartesianProd", tensors);
  const other = tensors.find(({ ndim }) => ndim !== 1);
  if (other !== undefined)
    throw new ShapeError(`cartesianProd: Expect a 1D vector, but got shape ${formatShape(other.shape)}`);
  if (tensors.length === 1) return tensors[0]!;
  const combined = stack(grid(tensors, false), -1);
  return reshapeResult(combined, [combined.numel() / tensors.length, tensors.length]);
}
