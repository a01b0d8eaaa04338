// gather, indexSelect, scatter and scatterAdd: elements taken from, or put to, places that another tensor tells.

import { describe } from "../../checks/describe.js";
import { ArgumentError, AutogradError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { checkFits } from "../../tensor/dtype.js";
import { toTypedArray } from "../../tensor/reads.js";
import { formatShape, normalizeDim } from "../../tensor/shape.js";
import { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { isScalar, numberTensor } from "../operands.js";
import { expand } from "../reductions/sum.js";
import { narrow } from "../views/slice.js";
import { reshape, reshapeResult } from "../views/view.js";
import { applyInPlace } from "../write.js";
import { gatherOp, scatterAddOp, scatterOp } from "./gathering.js";
import { asIndex } from "./places.js";

const scatterMultiplyOp = defineOp({
  name: "scatterMultiply",
  inputs: ["input", "index", "source"],
  readsElsewhere: true,
  kernel: kernels.scatterMultiply,
  infer: ([input]) => [input],
  backward: (): Gradients => {
    throw new AutogradError(
      'scatter: the derivative of reduce: "multiply" is not implemented, nor is it in PyTorch; multiply by a gathered tensor instead',
    );
  },
});

/**
 * Elements along `dim`, at the places that `index` tells: for a matrix and `dim` 0, out[i][j] = input[index[i][j]][j].
 * Shape: (*), index of as many dimensions, none but `dim` larger than the input's → like index.
 * See https://pytorch.org/docs/stable/generated/torch.gather.html.
 *
 * @throws IndexError for an index outside the dimension; ShapeError if the shapes do not fit; DTypeError unless the index
 * is int32.
 * @example
 * ```ts
 * import { gather, tensor } from "@bernoulli/tensor";
 * const index = tensor([[1], [0]], { dtype: "int32" });
 * gather(tensor([[1, 2], [3, 4]]), 1, index).toArray(); // → [[2], [3]]
 * ```
 */
export function gather(input: Tensor, dim: number, index: Tensor): Tensor {
  checkTensor("gather", "input", input);
  checkTensor("gather", "index", index);
  const own = indexIn("gather", index);
  const at = checkIndex("gather", input, dim, own);
  const places = own.numel() === 0 ? emptyLike(input, own, at) : rows(own);
  return reshapeResult(apply(gatherOp, [rows(input), places], { dim: at, checks: "gather" }), index.shape);
}

/**
 * Whole slices along `dim`, at the places that `index` tells, in its order.
 * Shape: (*), index (n) → the input's, with n in place of the size of `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.index_select.html.
 *
 * @throws IndexError for an index outside the dimension; ShapeError unless the index is a vector; DTypeError unless it is
 * int32.
 * @example
 * ```ts
 * import { indexSelect, tensor } from "@bernoulli/tensor";
 * indexSelect(tensor([[1, 2], [3, 4]]), 0, tensor([1, 1], { dtype: "int32" })).toArray(); // → [[3, 4], [3, 4]]
 * ```
 */
export function indexSelect(input: Tensor, dim: number, index: Tensor): Tensor {
  checkTensor("indexSelect", "input", input);
  checkTensor("indexSelect", "index", index);
  if (index.ndim > 1)
    throw new ShapeError(
      `indexSelect: Index is supposed to be a vector, but got one of shape ${formatShape(index.shape)}`,
    );
  const at = normalizeDim("indexSelect", dim, input.ndim);
  const own = asIndex("indexSelect", index);
  checkRange("indexSelect", rows(input), own, at);
  const count = index.numel();
  const along = rows(input).shape.map((_, dimension) => (dimension === at ? count : 1));
  const places = expand(reshape(own, along), rows(input).shape.with(at, count));
  const output = apply(gatherOp, [rows(input), places], { dim: at, checks: "indexSelect" });
  return input.ndim === 0 ? reshapeResult(output, []) : output;
}

export interface ScatterOptions {
  /** Combines what is put to a place with what stands there, instead of writing over it. The product has no gradient. */
  readonly reduce?: "add" | "multiply";
}

/**
 * The input with the elements of `source`, or one number, written at the places that `index` tells: for a matrix and `dim`
 * 0, out[index[i][j]][j] = source[i][j]. Where several go to one place, the last stays.
 * Shape: (*), index and source of as many dimensions, the source no smaller than the index → like input.
 * See https://pytorch.org/docs/stable/generated/torch.scatter.html.
 *
 * @throws IndexError for an index outside the dimension; ShapeError if the shapes do not fit; DTypeError unless the index
 * is int32, and the source of the input's dtype.
 * @example
 * ```ts
 * import { scatter, tensor, zeros } from "@bernoulli/tensor";
 * const labels = tensor([[2], [0]], { dtype: "int32" });
 * scatter(zeros(2, 3), 1, labels, 1).toArray(); // → [[0, 0, 1], [1, 0, 0]]
 * ```
 */
export function scatter(
  input: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor | number | boolean,
  options: ScatterOptions = {},
): Tensor {
  const { kind, attributes, inputs } = scattered("scatter", input, dim, index, source, options);
  return reshapeResult(apply(kind, inputs, attributes), input.shape);
}

/**
 * {@link scatter} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.scatter_.html.
 *
 * @throws as {@link scatter}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function scatter_(
  input: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor | number | boolean,
  options: ScatterOptions = {},
): Tensor {
  const { kind, attributes, inputs } = scattered("scatter_", input, dim, index, source, options);
  applyInPlace("scatter_", kind, inputs, attributes);
  return input;
}

/**
 * The input with the elements of `source` added at the places that `index` tells, as often as they are named.
 * Shape: as {@link scatter}. See https://pytorch.org/docs/stable/generated/torch.scatter_add.html.
 *
 * @throws as {@link scatter}.
 * @example
 * ```ts
 * import { ones, scatterAdd, tensor, zeros } from "@bernoulli/tensor";
 * scatterAdd(zeros(3), 0, tensor([2, 0, 2], { dtype: "int32" }), ones(3)).toArray(); // → [1, 0, 2]
 * ```
 */
export function scatterAdd(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  checkTensor("scatterAdd", "source", source);
  const { attributes, inputs } = scattered("scatterAdd", input, dim, index, source);
  return reshapeResult(apply(scatterAddOp, inputs, attributes), input.shape);
}

/**
 * {@link scatterAdd} in place; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.scatter_add_.html.
 *
 * @throws as {@link scatter}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function scatterAdd_(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  checkTensor("scatterAdd_", "source", source);
  const { attributes, inputs } = scattered("scatterAdd_", input, dim, index, source);
  applyInPlace("scatterAdd_", scatterAddOp, inputs, attributes);
  return input;
}

/** What all scatters are given, checked: the target, the places in it, and what is put there. */
export function scattered(
  op: string,
  input: Tensor,
  dim: number,
  given: Tensor,
  source: Tensor | number | boolean,
  options: ScatterOptions = {},
) {
  checkTensor(op, "input", input);
  checkTensor(op, "index", given);
  checkOptions(op, options, ["reduce"]);
  const { reduce } = options;
  if (reduce !== undefined && reduce !== "add" && reduce !== "multiply")
    throw new ArgumentError(`${op}: reduce argument must be either add or multiply, but got ${describe(reduce)}`);
  const index = indexIn(op, given);
  const attributes = { dim: checkIndex(op, input, dim, index), checks: op };
  const kind = reduce === "add" ? scatterAddOp : reduce === "multiply" ? scatterMultiplyOp : scatterOp;
  const places = index.numel() === 0 ? emptyLike(input, index, attributes.dim) : rows(index);
  return { kind, attributes, inputs: [rows(input), places, sourceOf(op, input, places, source)] as const };
}

/** What is put to `places`: the part of the source under them, or a number everywhere. */
function sourceOf(op: string, input: Tensor, places: Tensor, source: Tensor | number | boolean): Tensor {
  if (!(source instanceof Tensor)) {
    if (!isScalar(source))
      throw new DTypeError(`${op}: expected source to be a Tensor or a number, got ${typeof source}`);
    checkFits(op, Number(source), input.dtype);
    return expand(numberTensor(Number(source), input.dtype, input), places.shape);
  }
  if (source.dtype !== input.dtype)
    throw new DTypeError(
      `${op}: expected self.dtype to be equal to src.dtype, but got ${input.dtype} and ${source.dtype}; convert with .to("${input.dtype}")`,
    );
  // An empty index fits any source.
  if (places.numel() === 0) return reshape(narrow(reshape(source, -1), 0, 0, 0), places.shape);
  const whole = rows(source);
  if (whole.ndim !== places.ndim || places.shape.some((size, dimension) => size > whole.shape[dimension]!)) {
    throw new ShapeError(
      `${op}: Expected index ${formatShape(places.shape)} to be no larger size than src ${formatShape(source.shape)}`,
    );
  }
  // What lies behind the index's end is not read.
  return places.shape.reduce(
    (part, size, dimension) => (part.shape[dimension] === size ? part : narrow(part, dimension, 0, size)),
    whole,
  );
}

/** A 0-d tensor as a row of one, which the kernels walk. */
function rows(input: Tensor): Tensor {
  return input.ndim === 0 ? reshape(input, 1) : input;
}

/** An empty index may be of any dtype. */
function indexIn(op: string, index: Tensor): Tensor {
  checkTensor(op, "the index", index);
  return index.numel() === 0 ? index : asIndex(op, index);
}

/** Checks an index against the input; returns the dimension. An empty one leads nowhere, whatever its shape and dtype. */
function checkIndex(op: string, input: Tensor, dim: number, index: Tensor): number {
  const at = normalizeDim(op, dim, input.ndim);
  if (index.numel() === 0) return at;
  const [shape, own] = [rows(input).shape, rows(index).shape];
  if (own.length !== shape.length) {
    throw new ShapeError(
      `${op}: Index tensor must have the same number of dimensions as input tensor, but got ${index.ndim} and ${input.ndim}`,
    );
  }
  if (own.some((size, dimension) => dimension !== at && size > shape[dimension]!)) {
    throw new ShapeError(
      `${op}: Expected index ${formatShape(index.shape)} to be no larger than self ${formatShape(input.shape)} apart from dimension ${at}`,
    );
  }
  checkRange(op, rows(input), index, at);
  return at;
}

/** An empty index as the kernels take one: of the input's dimensions, none of it. */
function emptyLike(input: Tensor, index: Tensor, dim: number): Tensor {
  return to(reshape(index, rows(input).shape.with(dim, 0)), "int32");
}

/** The kernel looks at the elements, but there is none to run where the input has no element; and then no index fits. */
function checkRange(op: string, input: Tensor, index: Tensor, dim: number): void {
  const size = input.shape[dim]!;
  const wrong = input.numel() > 0 ? undefined : toTypedArray(index).find((place) => place < 0 || place >= size);
  if (wrong !== undefined)
    throw new IndexError(`${op}: index ${wrong} is out of bounds for dimension ${dim} with size ${size}`);
}
