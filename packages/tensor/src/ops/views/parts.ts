// chunk, split, tensorSplit, its kin and unbind: a tensor as a list of views of its parts. Their gradients come back together, as one cat or stack.

import { describe, describeAll } from "../../checks/describe.js";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { checkTensor, type DimArgument, namedArgument } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { applyViews } from "../../door/apply.js";
import { defineViews, type Gradients } from "../../door/op.js";
import { toTypedArray } from "../../tensor/reads.js";
import { formatShape, normalizeDim } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { cat, stack } from "../shapes/cat.js";
import { slice } from "./slice.js";

const splitOp = defineViews<{ readonly dim: number; readonly sizes: readonly number[] }>({
  name: "split",
  layouts: ({ shape, strides, offset }, { dim, sizes }) => {
    let start = 0;
    return sizes.map((size) => {
      const layout = { shape: shape.with(dim, size), strides, offset: offset + start * strides[dim]! };
      start += size;
      return layout;
    });
  },
  backward: ({ grads, attributes: { dim } }): Gradients => [cat(grads, dim)],
});

const unbindOp = defineViews<{ readonly dim: number }>({
  name: "unbind",
  layouts: ({ shape, strides, offset }, { dim }) =>
    Array.from({ length: shape[dim]! }, (_, at) => ({
      shape: shape.toSpliced(dim, 1),
      strides: strides.toSpliced(dim, 1),
      offset: offset + at * strides[dim]!,
    })),
  backward: ({ grads, attributes: { dim } }): Gradients => [stack(grads, dim)],
});

function dimOf(op: string, input: Tensor, given: DimArgument): number {
  checkTensor(op, "input", input);
  const dim = namedArgument<number>(op, "dim", given) ?? 0;
  if (input.ndim === 0) throw new ShapeError(`${op}: expects at least a 1-dimensional tensor`);
  return normalizeDim(op, dim, input.ndim);
}

/** A list has so many at most; each would be a view of its own. */
const mostParts = 2 ** 24;

function checkCount(op: string, parts: number): void {
  if (parts > mostParts) throw new ArgumentError(`${op}: expected at most ${mostParts} parts, but got ${parts}`);
}

/** Sizes of `size`, the last one smaller where they do not come out even; one alone where there is nothing to split. */
function evenSizes(whole: number, size: number): number[] {
  const count = Math.max(1, Math.ceil(whole / size));
  return Array.from({ length: count }, (_, at) => Math.min(size, whole - at * size));
}

/**
 * At most `chunks` views along `dim`, all of one size but the last, which may be smaller.
 * Shape: (*) → a list of (*), of which the sizes of `dim` add up to the input's.
 * See https://pytorch.org/docs/stable/generated/torch.chunk.html.
 *
 * @throws ArgumentError unless `chunks` is an integer greater than 0; ShapeError for a 0-d tensor; IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(5).chunk(2).map((part) => part.toArray()); // → [[0, 1, 2], [3, 4]]
 * ```
 */
export function chunk(input: Tensor, chunks: number, ...rest: DimArgument): Tensor[] {
  const at = dimOf("chunk", input, rest);
  if (!Number.isSafeInteger(chunks) || chunks <= 0)
    throw new ArgumentError(`chunk: expects \`chunks\` to be an integer greater than 0, got: ${describe(chunks)}`);
  checkCount("chunk", chunks);
  const whole = input.shape[at]!;
  const sizes = whole === 0 ? new Array<number>(chunks).fill(0) : evenSizes(whole, Math.ceil(whole / chunks));
  return applyViews(splitOp, input, { dim: at, sizes });
}

/**
 * Views along `dim` of `splitSizeOrSections` elements each, the last of what is left, or of the sizes in a list.
 * Shape: (*) → a list of (*), of which the sizes of `dim` add up to the input's.
 * See https://pytorch.org/docs/stable/generated/torch.split.html.
 *
 * @throws ArgumentError for sizes that are no integers, negative, or do not add up to the dimension's; ShapeError for a 0-d tensor;
 * IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(5).split(2).map((part) => part.toArray()); // → [[0, 1], [2, 3], [4]]
 * arange(5).split([1, 4]).map((part) => part.toArray()); // → [[0], [1, 2, 3, 4]]
 * ```
 */
export function split(input: Tensor, splitSizeOrSections: number | readonly number[], ...rest: DimArgument): Tensor[] {
  const at = dimOf("split", input, rest);
  const whole = input.shape[at]!;
  if (Array.isArray(splitSizeOrSections)) {
    const sizes = [...(splitSizeOrSections as readonly number[])];
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (sizes.some((size) => !Number.isSafeInteger(size) || size < 0))
      throw new ArgumentError(
        `split: expects split sizes to have only non-negative integers, but got ${describeAll(sizes)}`,
      );
    if (total !== whole)
      throw new ArgumentError(
        `split: expects split sizes to sum exactly to ${whole} (input tensor's size at dimension ${at}), but got ${formatShape(sizes)}`,
      );
    return applyViews(splitOp, input, { dim: at, sizes });
  }
  const size = splitSizeOrSections as number;
  if (!Number.isSafeInteger(size) || size < 0)
    throw new ArgumentError(`split: expects the split size to be a non-negative integer, but got ${describe(size)}`);
  if (size === 0 && whole !== 0)
    throw new ArgumentError(
      `split: the split size can only be 0 if dimension size is 0, but got dimension size of ${whole}`,
    );
  return applyViews(splitOp, input, { dim: at, sizes: size === 0 ? [0] : evenSizes(whole, size) });
}

/**
 * Views along `dim`: as many as `indicesOrSections` says, the first ones larger by one where they do not come out even, or those that
 * begin at the indices in a list or a vector. Shape: (*) → a list of (*).
 * See https://pytorch.org/docs/stable/generated/torch.tensor_split.html.
 *
 * @throws ArgumentError for a number of sections below 1, or what is no integer; DTypeError for a tensor that is not int32; ShapeError for a 0-d
 * input, or a tensor of more than one dimension; IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(5).tensorSplit(3).map((part) => part.toArray()); // → [[0, 1], [2, 3], [4]]
 * arange(5).tensorSplit([1, 3]).map((part) => part.toArray()); // → [[0], [1, 2], [3, 4]]
 * ```
 */
export function tensorSplit(
  input: Tensor,
  indicesOrSections: number | readonly number[] | Tensor,
  ...rest: DimArgument
): Tensor[] {
  const at = dimOf("tensorSplit", input, rest);
  const given = isTensor(indicesOrSections) ? numbersIn(indicesOrSections) : indicesOrSections;
  const whole = input.shape[at]!;
  if (Array.isArray(given)) {
    const indices = [...(given as readonly number[])];
    if (!indices.every(Number.isSafeInteger))
      throw new ArgumentError(`tensorSplit: indices must be integers, but got ${describeAll(indices)}`);
    return [...indices, whole].map((end, part) => slice(input, at, part === 0 ? 0 : indices[part - 1]!, end));
  }
  const sections = given as number;
  if (!Number.isSafeInteger(sections) || sections <= 0)
    throw new ArgumentError(
      `tensorSplit: number of sections must be an integer larger than 0, got ${describe(sections)}`,
    );
  checkCount("tensorSplit", sections);
  const least = Math.floor(whole / sections);
  const sizes = Array.from({ length: sections }, (_, part) => (part < whole % sections ? least + 1 : least));
  return applyViews(splitOp, input, { dim: at, sizes });
}

function numbersIn(tensor: Tensor): number | readonly number[] {
  if (tensor.ndim > 1)
    throw new ShapeError(
      `tensorSplit: expected indicesOrSections to be a zero-dimensional or one-dimensional tensor, but got a tensor with ${tensor.ndim} dims`,
    );
  if (tensor.dtype !== "int32")
    throw new DTypeError(
      `tensorSplit: expected indicesOrSections to have dtype of int32, but got ${tensor.dtype}; convert with .to("int32")`,
    );
  const numbers = readFor("tensorSplit", "shape", () => Array.from(toTypedArray(tensor)));
  return tensor.ndim === 0 ? numbers[0]! : numbers;
}

function splitAlong(
  op: string,
  input: Tensor,
  least: number,
  dim: number,
  indicesOrSections: number | readonly number[],
): Tensor[] {
  checkTensor(op, "input", input);
  if (input.ndim < least)
    throw new ShapeError(
      `${op}: requires a tensor with at least ${least} dimension${least === 1 ? "" : "s"}, but got a tensor with ${input.ndim} dimensions!`,
    );
  const size = input.shape[dim]!;
  if (typeof indicesOrSections === "number" && (indicesOrSections <= 0 || size % indicesOrSections !== 0))
    throw new ShapeError(
      `${op}: attempted to split along dimension ${dim}, but the size of the dimension ${size} is not divisible by the split_size ${indicesOrSections}!`,
    );
  return tensorSplit(input, indicesOrSections, dim);
}

/**
 * Equal parts along the second dimension, of a vector along its only one, or those that begin at the indices in a list: views.
 * See https://pytorch.org/docs/stable/generated/torch.hsplit.html.
 *
 * @throws ShapeError for a 0-d tensor, or parts that would not be equal.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(4).hsplit(2).map((part) => part.toArray()); // → [[0, 1], [2, 3]]
 * ```
 */
export function hsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[] {
  checkTensor("hsplit", "input", input);
  return splitAlong("hsplit", input, 1, input.ndim === 1 ? 0 : 1, indicesOrSections);
}

/**
 * Equal parts along the first dimension, or those that begin at the indices in a list: views.
 * See https://pytorch.org/docs/stable/generated/torch.vsplit.html.
 *
 * @throws ShapeError for fewer than two dimensions, or parts that would not be equal.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).vsplit(2).map((part) => part.toArray()); // → [[[1, 2]], [[3, 4]]]
 * ```
 */
export function vsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[] {
  return splitAlong("vsplit", input, 2, 0, indicesOrSections);
}

/**
 * Equal parts along the third dimension, or those that begin at the indices in a list: views.
 * See https://pytorch.org/docs/stable/generated/torch.dsplit.html.
 *
 * @throws ShapeError for fewer than three dimensions, or parts that would not be equal.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(4).view(1, 2, 2).dsplit(2).map((part) => part.toArray()); // → [[[[0], [2]]], [[[1], [3]]]]
 * ```
 */
export function dsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[] {
  return splitAlong("dsplit", input, 3, 2, indicesOrSections);
}

/**
 * Views of all indices along `dim`, which is removed: `x.unbind()` are the rows of a matrix. Shape: (n, *) → n of (*).
 * See https://pytorch.org/docs/stable/generated/torch.unbind.html.
 *
 * @throws IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).unbind(1).map((part) => part.toArray()); // → [[1, 3], [2, 4]]
 * ```
 */
export function unbind(input: Tensor, ...rest: DimArgument): Tensor[] {
  checkTensor("unbind", "input", input);
  const dim = namedArgument<number>("unbind", "dim", rest) ?? 0;
  if (input.ndim === 0) throw new IndexError(`unbind: dimension specified as ${dim} but tensor has no dimensions`);
  return applyViews(unbindOp, input, { dim: normalizeDim("unbind", dim, input.ndim) });
}
