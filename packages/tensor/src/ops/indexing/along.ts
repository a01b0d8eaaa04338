// take, takeAlongDim, indexAdd, indexCopy and indexFill: elements by their place in a row, and slices added, written or filled along a
// dimension.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { checkNumber, checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { isFloating } from "../../tensor/dtype.js";
import { broadcastShapes, formatShape, normalizeDim, sameShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { isScalar, numberTensor } from "../operands.js";
import { mul } from "../pointwise/mul.js";
import { expand } from "../reductions/sum.js";
import { reshape, reshapeResult } from "../views/view.js";
import { applyInPlace } from "../write.js";
import { alongRows } from "./at.js";
import { gatherOp, scatterAddOp, scatterOp } from "./gathering.js";
import { maskedFill, maskedFill_ } from "./masks.js";
import { asIndex, placesOf } from "./places.js";

/**
 * The elements at the given places of the input, seen as one row; negative ones count from its end. Shape: (*), index (*) → like index.
 * See https://pytorch.org/docs/stable/generated/torch.take.html.
 *
 * @throws IndexError for an index outside the input; DTypeError unless the index is int32.
 * @example
 * ```ts
 * import { take, tensor } from "@bernoulli/tensor";
 * take(tensor([[4, 3], [5, 6]]), tensor([0, -1])).toArray(); // → [4, 6]
 * ```
 */
export function take(input: Tensor, index: Tensor): Tensor {
  checkTensor("take", "input", input);
  checkTensor("take", "index", index);
  const own = asIndex("take", index);
  const row = reshape(input, -1);
  if (row.numel() === 0 && own.numel() > 0) throw new IndexError("take: tried to take from an empty tensor");
  const places = placesOf("take", reshape(own, -1), 0, row.numel());
  return reshapeResult(apply(gatherOp, [row, places], { dim: 0, checks: null }), index.shape);
}

/**
 * As `gather`, with input and index broadcast against each other but along `dim`, and places that may count from its end; without `dim`
 * both are seen as one row.
 * Shape: (*), index (*) → the common one. See https://pytorch.org/docs/stable/generated/torch.take_along_dim.html.
 *
 * @throws IndexError for an index outside the dimension; ShapeError unless both have as many dimensions.
 * @example
 * ```ts
 * import { takeAlongDim, tensor } from "@bernoulli/tensor";
 * takeAlongDim(tensor([[10, 30, 20], [60, 40, 50]]), tensor([[1], [0]]), 1).toArray(); // → [[30], [60]]
 * ```
 */
export function takeAlongDim(input: Tensor, index: Tensor, dim?: number): Tensor {
  checkTensor("takeAlongDim", "input", input);
  checkTensor("takeAlongDim", "index", index);
  const own = asIndex("takeAlongDim", index);
  if (dim === undefined) return takeAlongDim(reshape(input, -1), reshape(own, -1), 0);
  if (input.ndim !== index.ndim)
    throw new ShapeError(
      `takeAlongDim: input and indices should have the same number of dimensions, but got ${input.ndim} dimensions for input, and ${index.ndim} dimensions for indices`,
    );
  const at = normalizeDim("takeAlongDim", dim, input.ndim);
  if (input.ndim === 0) return reshape(takeAlongDim(reshape(input, 1), reshape(own, 1), 0), []);
  const common = broadcastShapes("takeAlongDim", input.shape.with(at, 1), index.shape.with(at, 1));
  const places = placesOf("takeAlongDim", own, at, input.shape[at]!);
  const inputs = [
    expand(input, common.with(at, input.shape[at]!)),
    expand(places, common.with(at, index.shape[at]!)),
  ] as const;
  return apply(gatherOp, inputs, { dim: at, checks: null });
}

export interface IndexAddOptions {
  /** What the source is multiplied by. Default 1. */
  readonly alpha?: number | boolean;
}

/**
 * The input with slices of `source` added along `dim` at the places that the index names, as often as it names them.
 * Shape: (*), index (n), source like the input with n in place of the size of `dim` → (*).
 * See https://pytorch.org/docs/stable/generated/torch.index_add.html.
 *
 * @throws IndexError for an index outside the dimension; ShapeError if the shapes do not fit; DTypeError unless the index is int32 and
 * the source of the input's dtype.
 * @example
 * ```ts
 * import { indexAdd, ones, tensor, zeros } from "@bernoulli/tensor";
 * indexAdd(zeros(3, 2), 0, tensor([2, 0, 2]), ones(3, 2)).toArray(); // → [[1, 1], [0, 0], [2, 2]]
 * ```
 */
export function indexAdd(
  input: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor,
  options: IndexAddOptions = {},
): Tensor {
  checkTensor("indexAdd", "input", input);
  return made(input, added("indexAdd", input, dim, index, source, options));
}

/**
 * {@link indexAdd} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_add_.html.
 *
 * @throws as {@link indexAdd}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function indexAdd_(
  input: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor,
  options: IndexAddOptions = {},
): Tensor {
  checkTensor("indexAdd_", "input", input);
  return inPlace("indexAdd_", input, added("indexAdd_", input, dim, index, source, options));
}

function added(op: string, input: Tensor, dim: number, index: Tensor, source: Tensor, options: IndexAddOptions): Write {
  checkOptions(op, options, ["alpha"]);
  const alpha = typeof options.alpha === "boolean" ? Number(options.alpha) : (options.alpha ?? 1);
  checkNumber(op, "alpha", alpha);
  checkTensor(op, "source", source);
  if (!isFloating(input.dtype) && !Number.isInteger(alpha))
    throw new ArgumentError(`${op}: For integral input tensors, argument alpha must not be a floating point number.`);
  return written(op, input, dim, index, alpha === 1 ? source : to(mul(source, alpha), source.dtype), scatterAddOp);
}

/**
 * The input with slices of `source` written along `dim` at the places that the index names; of several to one place the last stays.
 * Shape: as `indexAdd`. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_copy.html.
 *
 * @throws as `indexAdd`.
 * @example
 * ```ts
 * import { indexCopy, tensor, zeros } from "@bernoulli/tensor";
 * indexCopy(zeros(3), 0, tensor([2, 0]), tensor([5, 6])).toArray(); // → [6, 0, 5]
 * ```
 */
export function indexCopy(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  checkTensor("indexCopy", "input", input);
  checkTensor("indexCopy", "source", source);
  return made(input, written("indexCopy", input, dim, index, source, scatterOp));
}

/**
 * {@link indexCopy} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_copy_.html.
 *
 * @throws as {@link indexCopy}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function indexCopy_(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  checkTensor("indexCopy_", "input", input);
  checkTensor("indexCopy_", "source", source);
  return inPlace("indexCopy_", input, written("indexCopy_", input, dim, index, source, scatterOp));
}

/**
 * The input with a number, or a 0-d tensor, in all slices along `dim` that the index names; negative ones count from the end.
 * Shape: (*), index (n) → (*). See https://pytorch.org/docs/stable/generated/torch.Tensor.index_fill.html.
 *
 * @throws as `indexAdd`.
 * @example
 * ```ts
 * import { indexFill, ones, tensor } from "@bernoulli/tensor";
 * indexFill(ones(2, 3), 1, tensor([0, 2]), -1).toArray(); // → [[-1, 1, -1], [-1, 1, -1]]
 * ```
 */
export function indexFill(input: Tensor, dim: number, index: Tensor, value: Tensor | number | boolean): Tensor {
  checkTensor("indexFill", "input", input);
  return maskedFill(input, slices("indexFill", input, dim, index), valueFor("indexFill", value));
}

/**
 * {@link indexFill} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_fill_.html.
 *
 * @throws as {@link indexFill}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function indexFill_(input: Tensor, dim: number, index: Tensor, value: Tensor | number | boolean): Tensor {
  checkTensor("indexFill_", "input", input);
  return maskedFill_(input, slices("indexFill_", input, dim, index), valueFor("indexFill_", value));
}

function valueFor(op: string, value: Tensor | number | boolean): Tensor | number | boolean {
  if (isScalar(value) || (isTensor(value) && value.ndim === 0)) return value;
  throw new ArgumentError(
    `${op}: only supports a 0-dimensional value tensor or a number, but got ${isTensor(value) ? `tensor with ${value.ndim} dimension(s)` : describe(value)}`,
  );
}

/** A mask of the slices that an index names: of one that is named again the gradient is counted once. */
function slices(op: string, input: Tensor, dim: number, index: Tensor): Tensor {
  const [target, at, places] = alongDim(op, input, dim, index);
  const size = target.shape[at]!;
  const none = expand(numberTensor(0, "bool", input), [size]);
  const own = placesOf(op, places, at, size);
  const named = apply(scatterOp, [none, own, expand(numberTensor(1, "bool", input), own.shape)], {
    dim: 0,
    checks: null,
  });
  const mask = reshape(
    named,
    target.shape.map((_, other) => (other === at ? size : 1)),
  );
  return input.ndim === 0 ? reshape(mask, []) : expand(mask, input.shape);
}

/** The input with a dimension at least, and the index as a row for it. */
function alongDim(op: string, input: Tensor, dim: number, index: Tensor): readonly [Tensor, number, Tensor] {
  checkTensor(op, "index", index);
  if (index.ndim > 1)
    throw new ShapeError(
      `${op}: Index is supposed to be a vector, but got dim: ${index.ndim} with shape ${formatShape(index.shape)}`,
    );
  const at = normalizeDim(op, dim, input.ndim);
  return [input.ndim === 0 ? reshape(input, 1) : input, at, reshape(asIndex(op, index), -1)];
}

/** What is to be done to the input, or to a copy of it. */
interface Write {
  readonly kind: typeof scatterOp | typeof scatterAddOp;
  readonly inputs: readonly [input: Tensor, places: Tensor, source: Tensor];
  readonly attributes: { readonly dim: number; readonly checks: string };
}

function made(input: Tensor, { kind, inputs, attributes }: Write): Tensor {
  return reshapeResult(apply(kind, inputs, attributes), input.shape);
}

function inPlace(op: string, input: Tensor, { kind, inputs, attributes }: Write): Tensor {
  applyInPlace(op, kind, inputs, attributes);
  return input;
}

function written(
  op: string,
  input: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor,
  kind: typeof scatterOp | typeof scatterAddOp,
): Write {
  const [target, at, places] = alongDim(op, input, dim, index);
  if (source.dtype !== input.dtype)
    throw new DTypeError(
      `${op}: self and source expected to have the same dtype, but got (self) ${input.dtype} and (source) ${source.dtype}; convert with .to("${input.dtype}")`,
    );
  const wanted = target.shape.with(at, places.numel());
  const given = source.ndim === 0 ? reshape(source, 1) : source;
  if (!sameShape(given.shape, wanted))
    throw new ShapeError(
      `${op}: Source/destination tensor must have same slice shapes and as many slices as indices: expected source of shape ${formatShape(wanted)}, but got ${formatShape(source.shape)}`,
    );
  return { kind, inputs: [target, alongRows(places, target, at), given], attributes: { dim: at, checks: op } };
}
