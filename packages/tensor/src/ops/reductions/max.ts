// max, argmax, min and argmin: the largest or smallest element, of everything, along one dimension, or of two tensors, and
// where it stands. One implementation; what differs is which kernel looks.

import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { inNameOf } from "../../checks/in-name-of.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import { pointwise } from "../../formulas/pointwise.js";
import type { Kernel } from "../../kernels/kernel.js";
import * as kernels from "../../kernels/kernels.js";
import { allDTypes } from "../../tensor/dtype.js";
import { formatShape, normalizeDim, type Shape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { broadcast, promote } from "../operands.js";
import { eq, ne } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { where } from "../pointwise/where.js";
import { type Several, several } from "../several.js";
import { reshape, reshapeResult } from "../views/view.js";
import {
  type AlongDim,
  dropDims,
  expand,
  type ReduceArguments,
  type ReduceOptions,
  reduceArguments,
  reduceKinds,
  sum,
  type WithDim,
} from "./sum.js";

type Which = "max" | "min";

/** @__NO_SIDE_EFFECTS__ */
function defineExtreme(kernel: Kernel<Which>) {
  return defineOp({
    name: kernel.name,
    inputs: ["input"],
    outputs: ["values", "indices"],
    kernel,
    infer: ([{ shape, dtype }], { dim }) => {
      const reduced = shape.with(dim, 1);
      return [
        { shape: reduced, dtype },
        { shape: reduced, dtype: "int32" },
      ];
    },
    save: { indices: ["input"] },
    backward: ({ grad, indices, attributes: { dim }, inputs: [input] }): Gradients => [
      extremeBackward(grad, indices, dim, input.shape),
    ],
  });
}

// One element a row gets the gradient: the first of equals, as the forward chose.
function extremeBackward(grad: Tensor, indices: Tensor, dim: number, shape: Shape): Tensor {
  const positions = apply(positionsOp, [], { start: 0, step: 1, length: shape[dim]! }, { device: grad.device });
  const along = reshape(
    positions,
    shape.map((_, at) => (at === dim ? shape[dim]! : 1)),
  );
  // A choice, not a product: beside an infinite gradient the others still have none.
  return where(eq(along, indices), expand(grad, shape), 0);
}

const positionsOp = defineOp({
  extra: attributes<{ readonly length: number }>(),
  name: "positions",
  inputs: [],
  kernel: kernels.arange,
  infer: (_, { length }) => [{ shape: [length], dtype: "int32" }],
});

// Over everything, PyTorch shares the gradient among equals, or among the NaN where there are any.
/** @__NO_SIDE_EFFECTS__ */
function defineExtremeOfAll(kernel: Kernel<Which>) {
  return defineOp({
    name: kernel.name,
    inputs: ["input"],
    outputs: ["output", "indices"],
    kernel,
    infer: ([{ dtype }]) => [
      { shape: [1], dtype },
      { shape: [1], dtype: "int32" },
    ],
    save: { input: ["input"], output: ["input"] },
    backward: ({ grad, input, output }): Gradients => {
      const chosen = where(ne(output, output), ne(input, input), eq(input, expand(output, input.shape)));
      return [where(chosen, div(grad, sum(to(chosen, grad.dtype))), 0)];
    },
  });
}

/** @__NO_SIDE_EFFECTS__ */
function definePairwise(name: "maximum" | "minimum") {
  return pointwise({
    name,
    inputs: ["input", "other"],
    dtypes: allDTypes,
    formula: ({ input, other }) => input[name](other),
  });
}

export const extremeOps = {
  max: { along: defineExtreme(kernels.max), ofAll: defineExtremeOfAll(kernels.max), ofTwo: definePairwise("maximum") },
  min: { along: defineExtreme(kernels.min), ofAll: defineExtremeOfAll(kernels.min), ofTwo: definePairwise("minimum") },
};

/** The larger or smaller of each two elements, in `op`'s name. */
export function extremeOfTwo(which: Which, op: string, input: Tensor, other: Tensor): Tensor {
  const { ofTwo } = extremeOps[which];
  return inNameOf(op, [ofTwo.name], () => apply(ofTwo, broadcast(op, ...promote(op, input, other))));
}

/** What `max` and `min` give along a dimension: by name, by place, `x.max(1)[1]`, or as a pair, `const [values, indices] = x.max(1)`. */
export interface ExtremeResult extends Several<"values" | "indices"> {
  readonly values: Tensor;
  /** int32; the first of equals. */
  readonly indices: Tensor;
  /** The values. */
  readonly 0: Tensor;
  /** The indices. */
  readonly 1: Tensor;
}

/**
 * The largest element, or, with `dim`, the largest along it and where it stands; beside another
 * tensor the larger of each two elements, broadcast. A NaN counts as largest.
 * See https://pytorch.org/docs/stable/generated/torch.max.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 5], [7, 3]]);
 * x.max().item(); // → 7
 * x.max(1).indices.toArray(); // → [1, 0]
 * x.max(1, true)[0].toArray(); // → [[5], [7]]
 * x.max(tensor([4, 4])).toArray(); // → [[4, 5], [7, 4]]
 * ```
 */
export function max(input: Tensor): Tensor;
export function max(input: Tensor, other: Tensor): Tensor;
export function max(input: Tensor, ...rest: AlongDim): ExtremeResult;
export function max(input: Tensor, ...rest: readonly [] | readonly [other: Tensor] | AlongDim): Tensor | ExtremeResult {
  checkTensor("max", "input", input);
  return extreme("max", input, rest);
}

/**
 * The smallest element, or, with `dim`, the smallest along it and where it stands; beside another
 * tensor the smaller of each two elements, broadcast. A NaN counts as smallest.
 * See https://pytorch.org/docs/stable/generated/torch.min.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 5], [7, 3]]);
 * x.min().item(); // → 1
 * x.min(0).values.toArray(); // → [1, 3]
 * const [smallest, places] = x.min(0);
 * [smallest.toArray(), places.toArray()]; // → [[1, 3], [0, 1]]
 * ```
 */
export function min(input: Tensor): Tensor;
export function min(input: Tensor, other: Tensor): Tensor;
export function min(input: Tensor, ...rest: AlongDim): ExtremeResult;
export function min(input: Tensor, ...rest: readonly [] | readonly [other: Tensor] | AlongDim): Tensor | ExtremeResult {
  checkTensor("min", "input", input);
  return extreme("min", input, rest);
}

/**
 * Where the largest element stands, along `dim` or in the flattened input, as int32; the first of equals.
 * See https://pytorch.org/docs/stable/generated/torch.argmax.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range; DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 5], [7, 3]]);
 * x.argmax(1).toArray(); // → [1, 0]
 * x.argmax({ dim: 1, keepdim: true }).toArray(); // → [[1], [0]]
 * ```
 */
export function argmax(input: Tensor, ...rest: ReduceArguments<ReduceOptions, number>): Tensor {
  checkTensor("argmax", "input", input);
  return place("argmax", "max", input, reduceArguments("argmax", rest, reduceKinds));
}

/**
 * Where the smallest element stands, along `dim` or in the flattened input, as int32; the first of equals.
 * See https://pytorch.org/docs/stable/generated/torch.argmin.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range; DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 5], [7, 3]]).argmin(1).toArray(); // → [0, 1]
 * ```
 */
export function argmin(input: Tensor, ...rest: ReduceArguments<ReduceOptions, number>): Tensor {
  checkTensor("argmin", "input", input);
  return place("argmin", "min", input, reduceArguments("argmin", rest, reduceKinds));
}

function extreme(which: Which, input: Tensor, given: readonly unknown[]): Tensor | ExtremeResult {
  const options = reduceArguments<WithDim<ReduceOptions, number | Tensor>>(which, given, reduceKinds);
  const { dim } = options;
  if (isTensor(dim)) return extremeOfTwo(which, which, input, dim);
  if (dim === undefined) {
    checkHasDim(which, options);
    checkSome(which, input);
    return reshapeResult(apply(extremeOps[which].ofAll, [reshape(input, -1)], { dim: 0 })[0], []);
  }
  const { values, indices } = alongDim(which, which, input, dim);
  const at = normalizeDim(which, dim, input.ndim);
  const drop = (result: Tensor) =>
    input.ndim === 0 ? reshapeResult(result, []) : dropDims(result, [at], options.keepdim);
  return pairOf(drop(values), drop(indices));
}

/** Throws where a dimension is to be kept and none is told. */
export function checkHasDim(op: string, { keepdim }: ReduceOptions): void {
  if (keepdim === true) throw new ArgumentError(`${op}: keepdim is of a dimension; tell which, as ${op}(1, true)`);
}

function place(op: string, which: Which, input: Tensor, { dim, keepdim }: WithDim<ReduceOptions, number>): Tensor {
  if (input.dtype === "bool")
    throw new DTypeError(`${op}(): does not support bool input; convert it with .to("uint8")`);
  if (dim === undefined) {
    checkSome(op, input);
    const { indices } = alongDim(op, which, reshape(input, -1), 0);
    return reshapeResult(indices, keepdim ? input.shape.map(() => 1) : []);
  }
  const { indices } = alongDim(op, which, input, dim);
  return input.ndim === 0 ? reshape(indices, []) : dropDims(indices, [normalizeDim(op, dim, input.ndim)], keepdim);
}

function checkSome(op: string, input: Tensor): void {
  if (input.numel() > 0) return;
  throw new ShapeError(
    `${op}: expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
  );
}

export const pairOf = (values: Tensor, indices: Tensor): ExtremeResult =>
  several({ values, indices }, ["values", "indices"]) as ExtremeResult;

function alongDim(op: string, which: Which, input: Tensor, dim: number): ExtremeResult {
  const at = normalizeDim(op, dim, input.ndim);
  const rows = input.ndim === 0 ? reshape(input, 1) : input;
  if (rows.shape[at] === 0)
    throw new ShapeError(
      `${op}: expected reduction dim ${at} to have non-zero size, but the input has shape ${formatShape(input.shape)}`,
    );
  const [values, indices] = apply(extremeOps[which].along, [rows], { dim: at });
  return pairOf(values, indices);
}
