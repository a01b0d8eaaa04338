// sort, argsort, topk and kthvalue: elements in order along a dimension, all of them, the first few, or one. One kernel; equals stay in
// their order, and a NaN is larger than everything.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { type ByName, checkOptions, checkTensor, inPlace, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { formatShape, normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { scatterAddOp } from "../indexing/gathering.js";
import { numberTensor } from "../operands.js";
import { type ExtremeResult, pairOf } from "../reductions/max.js";
import { expand, type ReduceOptions, reduceKinds, type WithDim } from "../reductions/sum.js";
import { select } from "../views/slice.js";
import { reshape } from "../views/view.js";

const sortOp = defineOp({
  name: "sort",
  inputs: ["input"],
  outputs: ["values", "indices"],
  kernel: kernels.sort,
  infer: ([{ shape, dtype }], { dim, count }) => {
    const sorted = shape.with(dim, count);
    return [
      { shape: sorted, dtype },
      { shape: sorted, dtype: "int32" },
    ];
  },
  save: { indices: ["input"] },
  backward: ({ grad, indices, attributes: { dim }, inputs: [input] }): Gradients => [
    apply(scatterAddOp, [expand(numberTensor(0, grad.dtype, grad), input.shape), indices, grad], {
      dim,
      checks: null,
    }),
  ],
});

/** The `count` from place `first` on along a dimension, in order. */
export function sorted(input: Tensor, dim: number, descending: boolean, count: number, first = 0): ExtremeResult {
  if (input.ndim === 0) {
    const [values, indices] = apply(sortOp, [reshape(input, 1)], { dim: 0, descending, first, count: 1 });
    return pairOf(reshape(values, []), reshape(indices, []));
  }
  const [values, indices] = apply(sortOp, [input], { dim, descending, first, count });
  return pairOf(values, indices);
}

export interface SortOptions {
  /** The dimension to sort along. Default −1, the last. */
  readonly dim?: number;
  /** Largest first. Default false. */
  readonly descending?: boolean;
  /** Equals stay in their order, which they do here in any case. */
  readonly stable?: boolean;
}

/** By name, or in PyTorch's order: `sort(1, true)`. */
type SortArguments = Positional<SortOptions, ["dim", "descending"]>;

const sortKinds = { dim: "number", descending: "boolean", stable: "boolean" } as const;

function sortedBy(op: string, input: Tensor, given: SortArguments): ExtremeResult {
  const options = optionsOf<SortOptions>(op, ["dim", "descending"], given);
  checkOptions(op, options, sortKinds);
  const { dim = -1, descending = false } = options;
  const at = normalizeDim(op, dim, input.ndim);
  return sorted(input, at, descending, input.shape[at] ?? 1);
}

/**
 * The elements in order along a dimension, and where they stood; equals stay in their order, and a NaN is larger than everything.
 * Shape: (*) → two of (*). See https://pytorch.org/docs/stable/generated/torch.sort.html.
 *
 * @throws IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const { values, indices } = tensor([3, 1, 2]).sort();
 * [values.toArray(), indices.toArray()]; // → [[1, 2, 3], [1, 2, 0]]
 * tensor([[3, 1], [2, 5]]).sort({ dim: 0, descending: true }).values.toArray(); // → [[3, 5], [2, 1]]
 * ```
 */
export function sort(input: Tensor, ...rest: SortArguments): ExtremeResult {
  checkTensor("sort", "input", input);
  return sortedBy("sort", input, rest);
}

/**
 * Where the elements stand that {@link sort} puts in order; int32. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.argsort.html.
 *
 * @throws IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([3, 1, 2]).argsort().toArray(); // → [1, 2, 0]
 * ```
 */
export function argsort(input: Tensor, ...rest: SortArguments): Tensor {
  checkTensor("argsort", "input", input);
  return sortedBy("argsort", input, rest).indices;
}

/**
 * The elements in order along the first dimension. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.msort.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[3, 1], [2, 5]]).msort().toArray(); // → [[2, 1], [3, 5]]
 * ```
 */
export function msort(input: Tensor): Tensor {
  checkTensor("msort", "input", input);
  return sortedBy("msort", input, [0]).values;
}

export interface TopkOptions {
  /** The dimension to choose along. Default −1, the last. */
  readonly dim?: number;
  /** The largest; the smallest if false. Default true. */
  readonly largest?: boolean;
  /** In order, which they are here in any case. */
  readonly sorted?: boolean;
}

/**
 * The `k` largest elements along a dimension, in order, and where they stood. A NaN is larger than everything. Shape: (*) → two of (*)
 * with `k` along the dimension. See https://pytorch.org/docs/stable/generated/torch.topk.html.
 *
 * @throws ArgumentError unless there are `k` elements; IndexError if the dimension is out of range; DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const { values, indices } = tensor([3, 1, 5, 2]).topk(2);
 * [values.toArray(), indices.toArray()]; // → [[5, 3], [2, 0]]
 * tensor([3, 1, 5, 2]).topk(1, 0, false)[1].toArray(); // → [1]
 * ```
 */
export function topk(
  input: Tensor,
  k: number | ByName<"k", number, TopkOptions>,
  ...rest: Positional<TopkOptions, ["dim", "largest", "sorted"]>
): ExtremeResult {
  checkTensor("topk", "input", input);
  [k, rest] = inPlace<number, typeof rest>("topk", "k", k, rest);
  const options = optionsOf<TopkOptions>("topk", ["dim", "largest", "sorted"], rest);
  checkOptions("topk", options, { dim: "number", largest: "boolean", sorted: "boolean" });
  refuseBool("topk", input);
  const { dim = -1, largest = true } = options;
  const at = normalizeDim("topk", dim, input.ndim);
  const size = input.shape[at] ?? 1;
  if (!Number.isInteger(k) || k < 0 || k > size)
    throw new ArgumentError(
      `topk: selected index k out of range: there are ${size} elements along dimension ${at}, k is ${describe(k)}`,
    );
  if (input.ndim > 0) return sorted(input, at, largest, k);
  if (k === 1) return sorted(input, 0, largest, 1);
  throw new ArgumentError("topk: of a 0-d tensor k must be 1");
}

export function refuseBool(op: string, input: Tensor): void {
  if (input.dtype === "bool") throw new DTypeError(`${op}: does not support bool; convert with .to("uint8")`);
}

/**
 * The `k`-th smallest element along a dimension, counted from 1, and where it stood. Shape: (*) → two of (*) without the dimension.
 * See https://pytorch.org/docs/stable/generated/torch.kthvalue.html.
 *
 * @throws ArgumentError unless there are `k` elements; IndexError if the dimension is out of range; DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([3, 1, 5, 2]).kthvalue(2).values.item(); // → 2
 * ```
 */
export function kthvalue(
  input: Tensor,
  k: number,
  ...rest: Positional<WithDim<ReduceOptions, number>, ["dim", "keepdim"]>
): ExtremeResult {
  checkTensor("kthvalue", "input", input);
  const options = optionsOf<WithDim<ReduceOptions, number>>("kthvalue", ["dim", "keepdim"], rest);
  checkOptions("kthvalue", options, reduceKinds);
  const { dim = -1 } = options;
  refuseBool("kthvalue", input);
  const at = normalizeDim("kthvalue", dim, input.ndim);
  const size = sizeToChooseFrom("kthvalue", input, at);
  if (!Number.isInteger(k) || k < 1 || k > size)
    throw new ArgumentError(
      `kthvalue: selected number k out of range for dimension ${at}: it is ${describe(k)}, of ${size} elements`,
    );
  return kth(input, at, k, options.keepdim);
}

/** The size along a dimension, which must not be zero. */
export function sizeToChooseFrom(op: string, input: Tensor, dim: number): number {
  const size = input.shape[dim] ?? 1;
  if (size === 0)
    throw new ShapeError(
      `${op}: Expected reduction dim ${dim} to have non-zero size, but the input has shape ${formatShape(input.shape)}`,
    );
  return size;
}

/** The k-th of the sorted, counted from 1. */
export function kth(input: Tensor, dim: number, k: number, keepdim?: boolean): ExtremeResult {
  const { values, indices } = sorted(input, dim, false, 1, k - 1);
  if (input.ndim === 0) return pairOf(values, indices);
  const own = (all: Tensor) => (keepdim ? all : select(all, dim, 0));
  return pairOf(own(values), own(indices));
}
