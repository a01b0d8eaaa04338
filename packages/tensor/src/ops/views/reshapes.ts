// unflatten, viewAs, reshapeAs, ravel and atLeast1d to 3d: forms of view and reshape.

import { describeAll } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { reshape } from "./own.js";
import { unsqueeze, view } from "./view.js";

/**
 * A view in which `dim` has become several of `sizes`, one of which may be −1 and is worked out: the opposite of `flatten`.
 * Shape: (2, 12) → (2, 3, 4) with `dim` 1 and `sizes` [3, −1].
 * See https://pytorch.org/docs/stable/generated/torch.unflatten.html.
 *
 * @throws ShapeError unless the sizes multiply up to the dimension's; ArgumentError for what is no list of sizes; IndexError for a
 * dimension that is not there.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 12).unflatten(1, [3, -1]).shape; // → [2, 3, 4]
 * ```
 */
export function unflatten(input: Tensor, dim: number, sizes: readonly number[]): Tensor {
  checkTensor("unflatten", "input", input);
  const at = normalizeDim("unflatten", dim, input.ndim);
  if (!Array.isArray(sizes) || sizes.length === 0)
    throw new ArgumentError(`unflatten: sizes must be non-empty, but got ${describeAll(sizes)}`);
  if (input.ndim === 0) throw new ShapeError("unflatten: a 0-dim tensor has no dimension to unflatten; use view");
  const whole = input.shape[at]!;
  const open = sizes.indexOf(-1);
  const known = sizes.reduce((product, size, index) => (index === open ? product : product * size), 1);
  if (sizes.some((size, index) => !Number.isSafeInteger(size) || (size < 0 && index !== open)))
    throw new ShapeError(
      `unflatten: sizes must be non-negative integers, and one of them may be -1, but got ${describeAll(sizes)}`,
    );
  if (open < 0 ? known !== whole : known === 0 || whole % known !== 0)
    throw new ShapeError(
      `unflatten: Provided sizes ${describeAll(sizes)} don't multiply up to the size of dim ${at} (${whole}) in the input tensor`,
    );
  return view(input, input.shape.toSpliced(at, 1, ...(open < 0 ? sizes : sizes.with(open, whole / known))));
}

/**
 * A view in another tensor's shape: `view(other.shape)`. See https://pytorch.org/docs/stable/generated/torch.Tensor.view_as.html.
 *
 * @throws as `view`.
 * @example
 * ```ts
 * import { arange, zeros } from "@bernoulli/tensor";
 * arange(6).viewAs(zeros(2, 3)).toArray(); // → [[0, 1, 2], [3, 4, 5]]
 * ```
 */
export function viewAs(input: Tensor, other: Tensor): Tensor {
  checkTensor("viewAs", "input", input);
  checkTensor("viewAs", "other", other);
  return view(input, other.shape);
}

/**
 * In another tensor's shape: `reshape(other.shape)`. See https://pytorch.org/docs/stable/generated/torch.Tensor.reshape_as.html.
 *
 * @throws as `reshape`.
 * @example
 * ```ts
 * import { arange, zeros } from "@bernoulli/tensor";
 * arange(6).reshapeAs(zeros(3, 2)).toArray(); // → [[0, 1], [2, 3], [4, 5]]
 * ```
 */
export function reshapeAs(input: Tensor, other: Tensor): Tensor {
  checkTensor("reshapeAs", "input", input);
  checkTensor("reshapeAs", "other", other);
  return reshape(input, other.shape);
}

/**
 * All elements in one row: a view where it can be one, else a copy. Shape: (*) → (n).
 * See https://pytorch.org/docs/stable/generated/torch.ravel.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).ravel().toArray(); // → [1, 2, 3, 4]
 * ```
 */
export function ravel(input: Tensor): Tensor {
  checkTensor("ravel", "input", input);
  return reshape(input, input.numel());
}

/** One tensor, several, or a list of them: as many come back, and no list of one alone. */
export interface AtLeast {
  (input: Tensor): Tensor;
  (tensors: readonly Tensor[]): Tensor[];
  (...tensors: Tensor[]): Tensor[];
}

/** @__NO_SIDE_EFFECTS__ */
function ofEach(op: string, raise: (input: Tensor) => Tensor): AtLeast {
  return ((...given: readonly unknown[]) => {
    const [first] = given;
    const raised = (tensor: unknown, at: number) => {
      checkTensor(op, given.length === 1 && !Array.isArray(first) ? "input" : `tensor ${at}`, tensor);
      return raise(tensor);
    };
    if (Array.isArray(first)) return first.map(raised);
    return given.length === 1 ? raised(first, 0) : given.map(raised);
  }) as AtLeast;
}

const toOne = (input: Tensor) => (input.ndim === 0 ? reshape(input, 1) : input);
const toTwo = (input: Tensor) => (input.ndim < 2 ? unsqueeze(toOne(input), 0) : input);
const toThree = (input: Tensor) => (input.ndim < 3 ? unsqueeze(toTwo(input), 2) : input);

/**
 * A 0-d tensor as a vector of one; others as they are. Of several tensors, or a list, a list.
 * See https://pytorch.org/docs/stable/generated/torch.atleast_1d.html.
 *
 * @example
 * ```ts
 * import { atleast1d, tensor } from "@bernoulli/tensor";
 * atleast1d(tensor(5)).shape; // → [1]
 * ```
 */
export const atleast1d: AtLeast = ofEach("atleast1d", toOne);

/**
 * A vector as a row, and a 0-d tensor as a row of one; others as they are. Of several tensors, or a list, a list.
 * See https://pytorch.org/docs/stable/generated/torch.atleast_2d.html.
 *
 * @example
 * ```ts
 * import { atleast2d, tensor } from "@bernoulli/tensor";
 * atleast2d(tensor([1, 2])).shape; // → [1, 2]
 * ```
 */
export const atleast2d: AtLeast = ofEach("atleast2d", toTwo);

/**
 * With a dimension of size 1 behind a matrix, and around a vector; tensors of more dimensions as they are. Of several tensors, or a
 * list, a list. Shape: (n) → (1, n, 1), (n, m) → (n, m, 1). See https://pytorch.org/docs/stable/generated/torch.atleast_3d.html.
 *
 * @example
 * ```ts
 * import { atleast3d, zeros } from "@bernoulli/tensor";
 * atleast3d(zeros(2, 3)).shape; // → [2, 3, 1]
 * ```
 */
export const atleast3d: AtLeast = ofEach("atleast3d", toThree);
