// set, indexPut: Python's x[…] = v. What the indices are, index-list.ts says; reading them is at.ts's.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, cureOf, optionsOf, type Positional } from "../../checks/options.js";
import { formatShape, numberOfElements, viewStrides } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { copy_ } from "../creation/copy.js";
import { to } from "../creation/to.js";
import { isScalar, writtenNumber } from "../operands.js";
import { expand } from "../reductions/sum.js";
import { permute } from "../views/permute.js";
import { reshape, view as viewAs } from "../views/view.js";
import { applyInPlace } from "../write.js";
import { alongRows, rowsOf } from "./at.js";
import { scatterAddOp, scatterOp } from "./gathering.js";
import { type Followed, type Index, resolve } from "./index-list.js";
import { maskedFill_ } from "./masks.js";

type Value = Tensor | number | boolean;

/** The value behind its indices: one, a list of them, or two and more one by one. */
type SetArguments =
  | readonly [index: Index | readonly Index[], value: Value]
  | readonly [first: Index, second: Index, ...others: readonly Index[], value: Value];

/**
 * Python's `x[…] = value`, in place; returns the input. The indices are one, or those between the brackets one by one or as a list, each as
 * in `at`: `x.set(0, v)` is `x[0] = v`, `x.set(":", 1, v)` and `x.set([":", 1], v)` are `x[:, 1] = v`, `x.set([[0, 2]], v)` is `x[[0, 2]] =
 * v`, `x.set(mask, 0)` is `x[mask] = 0`. The value is a number, or a tensor that is broadcast and converted to the input's dtype. Where
 * several indices lead to one element, the last value stays. A bool mask beside a tensor of several values is read.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.index_put_.html.
 *
 * @throws as `at`; ShapeError if the value does not broadcast; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * const x = zeros(2, 3);
 * x.set([0, "1:"], 5).set([":", 0], tensor([1, 2])).toArray(); // → [[1, 5, 5], [2, 0, 0]]
 * x.set(x.eq(5), -1).toArray(); // → [[1, -1, -1], [2, 0, 0]]
 * x.set(":", -1, 9).toArray(); // → [[1, -1, 9], [2, 0, 9]]
 * ```
 */
export function set(input: Tensor, ...given: SetArguments): Tensor {
  checkTensor("set", "input", input);
  const value = given[Math.max(1, given.length - 1)] as Value;
  const [index] = given;
  const several = given.length > 2 ? given.slice(0, -1) : Array.isArray(index) ? index : [index];
  const indices = several as readonly Index[];
  const [mask] = indices;
  const isOne = isScalar(value) || (isTensor(value) && value.ndim === 0);
  if (isOne && indices.length === 1 && isTensor(mask) && mask.dtype === "bool" && mask.ndim > 0) {
    // Checks the mask's shape as every index's; what is filled need not be counted.
    const whole = resolveMask(input, mask);
    maskedFill_(input, whole, isScalar(value) ? value : to(value as Tensor, input.dtype));
    return input;
  }
  const { view, followed } = resolve("set", input, indices);
  put("set", view, followed, valueFor("set", input, value), false);
  return input;
}

/** A mask of an input's first dimensions, for all of them. */
function resolveMask(input: Tensor, mask: Tensor): Tensor {
  const fits = mask.ndim <= input.ndim && mask.shape.every((size, dim) => size === input.shape[dim]);
  // Says what does not fit.
  if (!fits) resolve("set", input, [mask]);
  return expand(reshape(mask, [...mask.shape, ...input.shape.slice(mask.ndim).map(() => 1)]), input.shape);
}

function valueFor(op: string, input: Tensor, value: Tensor | number | boolean): Tensor {
  if (isScalar(value)) return writtenNumber(op, value, input);
  if (isTensor(value)) return to(value, input.dtype);
  throw new ArgumentError(
    `${op}: expected the value to be a number or a Tensor, but got ${describe(value)}${Array.isArray(value) ? "; make a tensor of it with tensor(…)" : cureOf(value)}`,
  );
}

export interface IndexPutOptions {
  /** Adds the values to what is there, as often as a place is named. Default false: the last value stays. */
  readonly accumulate?: boolean;
}

/**
 * The input with values at the places that tensors tell together: int32 ones, or bool ones, for its first dimensions.
 * Shape: (*) → (*); the values broadcast to `x.at(...indices)`.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.index_put.html.
 *
 * @throws as `at`; ShapeError if the values do not broadcast; DTypeError unless they are of the input's dtype.
 * @example
 * ```ts
 * import { ones, tensor, zeros } from "@bernoulli/tensor";
 * const places = tensor([0, 0, 2], { dtype: "int32" });
 * zeros(3).indexPut([places], ones(3), { accumulate: true }).toArray(); // → [2, 0, 1]
 * ```
 */
export function indexPut(
  input: Tensor,
  indices: readonly (Tensor | null)[],
  values: Tensor,
  ...rest: Positional<IndexPutOptions, ["accumulate"]>
): Tensor {
  checkTensor("indexPut", "input", input);
  const result = clone(input);
  putAt("indexPut", result, indices, values, rest);
  return result;
}

/**
 * {@link indexPut} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_put_.html.
 *
 * @throws as {@link indexPut}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function indexPut_(
  input: Tensor,
  indices: readonly (Tensor | null)[],
  values: Tensor,
  ...rest: Positional<IndexPutOptions, ["accumulate"]>
): Tensor {
  checkTensor("indexPut_", "input", input);
  putAt("indexPut_", input, indices, values, rest);
  return input;
}

function putAt(
  op: string,
  input: Tensor,
  indices: readonly (Tensor | null)[],
  values: Tensor,
  given: Positional<IndexPutOptions, ["accumulate"]>,
): void {
  checkTensor(op, "values", values);
  const options = optionsOf<IndexPutOptions>(op, ["accumulate"], given);
  checkOptions(op, options, { accumulate: "boolean" });
  if (!Array.isArray(indices) || !indices.every((index) => index === null || isTensor(index)))
    throw new ArgumentError(
      `${op}: expected a list of Tensors, null for a whole dimension, but got ${describe(indices)}`,
    );
  if (values.dtype !== input.dtype)
    throw new DTypeError(
      `${op}: requires the source and destination dtypes match, got ${input.dtype} for the destination and ${values.dtype} for the source; convert with .to("${input.dtype}")`,
    );
  const { view, followed } = resolve(
    op,
    input,
    indices.map((index) => (index === null ? ":" : index)),
  );
  put(op, view, followed, values, options.accumulate === true);
}

/** Writes a value, broadcast, to where tensors lead in a view, or over all of it. */
function put(op: string, view: Tensor, followed: readonly Followed[], value: Tensor, accumulate: boolean): void {
  if (followed.length === 0) {
    copy_(view, stretched(op, value, view.shape));
    return;
  }
  const { input, dim, places, shape, start, count } = rowsOf(op, view, followed);
  const values = stretched(op, value, shape);
  const kind = accumulate ? scatterAddOp : scatterOp;
  const write = (target: Tensor, source: Tensor) =>
    applyInPlace(op, kind, [target, alongRows(places, target, dim), source], { dim, checks: null });
  if (followed.length === 1) {
    write(view, reshape(values, view.shape.with(dim, places.numel())));
    return;
  }
  const own = shape.map((_, at) => at);
  const order = [...own.slice(start, start + count), ...own.toSpliced(start, count)];
  const source = reshape(
    permute(values, order),
    input.shape.with(0, numberOfElements(shape.slice(start, start + count))),
  );
  const dims = followed.map((one) => one.dim);
  const moved = permute(view, [...dims, ...view.shape.map((_, at) => at).filter((at) => !dims.includes(at))]);
  // Of dimensions that lie apart there is no view as one: then what is written is a copy, which is written back.
  if (viewStrides(moved, input.shape) !== null) write(viewAs(moved, input.shape), source);
  else {
    const copied = clone(input);
    write(copied, source);
    copy_(moved, reshape(copied, moved.shape));
  }
}

/** A value broadcast to a shape; dimensions of 1 in front may be too many. */
function stretched(op: string, value: Tensor, shape: readonly number[]): Tensor {
  const extra = Math.max(0, value.ndim - shape.length);
  const own = value.shape.slice(extra);
  const fits =
    value.shape.slice(0, extra).every((size) => size === 1) &&
    own.every((size, at) => size === 1 || size === shape[at - own.length + shape.length]);
  if (!fits)
    throw new ShapeError(
      `${op}: shape mismatch: value tensor of shape ${formatShape(value.shape)} cannot be broadcast to indexing result of shape ${formatShape(shape)}`,
    );
  return expand(extra === 0 ? value : reshape(value, own), shape);
}
