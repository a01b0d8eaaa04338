// sum and expand: adding up along dimensions, and repeating along them. Each is the other's gradient, so they share a
// home. Broadcasting in every pointwise op is expand.

import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, type Kinds, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, defineView, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { type DType, isFloating } from "../../tensor/dtype.js";
import { checkSizes, formatShape, normalizeDims, type Shape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { reshape, reshapeResult } from "../views/view.js";

// Reduced dimensions stay with size 1, so that the gradient is a mere expand; `sum` drops them afterwards.
const sumOp = defineOp({
  name: "sum",
  inputs: ["input"],
  kernel: kernels.sum,
  infer: ([{ shape, dtype }], { dims }) => [
    {
      shape: shape.map((size, dim) => (dims.includes(dim) ? 1 : size)),
      dtype: isFloating(dtype) ? dtype : ("int32" satisfies DType),
    },
  ],
  backward: ({ grad, inputs: [input] }): Gradients => [expand(grad, input.shape)],
});

export interface ReduceOptions {
  /** Leaves reduced dimensions in place with size 1. Default false. */
  readonly keepdim?: boolean;
}

export interface SumOptions extends ReduceOptions {
  /** What is added up in: the input is converted first. Default: the input's, or int32 for integers and bool. */
  readonly dtype?: DType;
}

/** The dimensions to reduce: one, several, or all where left out. */
export type Dims = number | readonly number[];

/** `keepdim` and its like with the dimensions beside them: what stands behind the input in PyTorch's order. */
export type WithDim<Options, Dim = Dims> = Options & { readonly dim?: Dim };

/** By place, as `sum(1, true)` and `sum(1, { keepdim: true })`, or by name, as `sum({ dim: 1, keepdim: true })`. */
export type ReduceArguments<Options extends ReduceOptions = ReduceOptions, Dim = Dims> = Positional<
  WithDim<Options, Dim>,
  ["dim", "keepdim"]
>;

/** The same where PyTorch wants the dimension told. */
export type AlongDim<Dim = number, Options extends ReduceOptions = ReduceOptions> =
  | readonly [dim: Dim, ...rest: Positional<Options, ["keepdim"]>]
  | readonly [options: Options & { readonly dim: Dim }];

/** What a reduction may be given by name; dimensions are told by what they lead to. */
export const reduceKinds = { dim: "anything", keepdim: "boolean" } as const satisfies Kinds<WithDim<ReduceOptions>>;
export const sumKinds = { ...reduceKinds, dtype: "anything" } as const satisfies Kinds<WithDim<SumOptions>>;

/** The options of a reduction out of what stands behind its input. */
export function reduceArguments<Options extends WithDim<ReduceOptions, any>>(
  op: string,
  given: readonly unknown[],
  kinds: Kinds<Options>,
): Options {
  const options = optionsOf<Options>(op, ["dim", "keepdim"], given);
  checkOptions(op, options, kinds);
  return options;
}

/**
 * The sum over `dim`, or over everything. Integers and bool sum to int32. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.sum.html.
 *
 * @throws IndexError if a dimension is out of range; DTypeError where a sum of integers does not fit int32.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 2], [3, 4]]);
 * x.sum().item(); // → 10
 * x.sum(0).toArray(); // → [4, 6]
 * x.sum(1, true).toArray(); // → [[3], [7]]
 * x.sum({ dim: 1, keepdim: true }).toArray(); // → [[3], [7]]
 * ```
 */
export function sum(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor {
  checkTensor("sum", "input", input);
  const { dim, ...options } = reduceArguments<WithDim<SumOptions>>("sum", rest, sumKinds);
  return sumOf("sum", input, dim, options);
}

/** @throws ArgumentError for a dimension that is not told. */
export function requiredDim<Dim>(op: string, dim: Dim | undefined): Dim {
  if (dim === undefined)
    throw new ArgumentError(`${op}: missing 1 required argument: dim; write ${op}(1) for the columns of a matrix`);
  return dim;
}

/** The sum in the name of another op, which integers that do not fit are told. */
export function sumOf(op: string, input: Tensor, dim: Dims | undefined, { dtype, keepdim }: SumOptions = {}): Tensor {
  const dims = reducedDims(op, input, dim);
  const total = apply(sumOp, [dtype === undefined ? input : to(input, dtype)], { dims, op });
  return dropDims(dtype === undefined ? total : to(total, dtype), dims, keepdim);
}

// PyTorch reduces over everything for an empty list too.
export function reducedDims(op: string, input: Tensor, dim: Dims | undefined): number[] {
  return normalizeDims(op, Array.isArray(dim) && dim.length === 0 ? undefined : dim, input.ndim);
}

/** Removes reduced dimensions, which have size 1, unless they are to be kept. */
export function dropDims(reduced: Tensor, dims: readonly number[], keepdim = false): Tensor {
  if (keepdim || dims.length === 0) return reduced;
  return reshapeResult(
    reduced,
    reduced.shape.filter((_, dim) => !dims.includes(dim)),
  );
}

/** The gradient of broadcasting: sums `grad` down to the shape it was stretched from. */
export function sumTo(grad: Tensor, shape: Shape): Tensor {
  const added = grad.ndim - shape.length;
  const dims = grad.shape.flatMap((size, dim) =>
    dim < added || (shape[dim - added] === 1 && size !== 1) ? [dim] : [],
  );
  return dims.length === 0 ? reshape(grad, shape) : reshape(apply(sumOp, [grad], { dims }), shape);
}

const expandOp = defineView<{ readonly shape: Shape }>({
  name: "expand",
  layout: ({ shape, strides, offset }, { shape: wanted }) => {
    const added = wanted.length - shape.length;
    return {
      shape: wanted,
      offset,
      strides: wanted.map((size, dim) => (dim < added || shape[dim - added] !== size ? 0 : strides[dim - added]!)),
    };
  },
  backward: ({ grad, inputs: [input] }): Gradients => [sumTo(grad, input.shape)],
});

/** A view in which dimensions of size 1 are repeated; the input where it has those sizes. Users have views/own.ts's. */
export function expand(input: Tensor, ...sizes: [...number[]] | [Shape]): Tensor {
  checkTensor("expand", "input", input);
  return expandTo("expand", input, (Array.isArray(sizes[0]) ? sizes[0] : sizes) as Shape);
}

export function expandTo(op: string, input: Tensor, sizes: Shape): Tensor {
  checkSizes(op, sizes, -1);
  const added = sizes.length - input.ndim;
  if (added < 0) {
    throw new ShapeError(
      `${op}: the number of sizes provided (${sizes.length}) must be greater or equal to the number of dimensions in the tensor (${input.ndim})`,
    );
  }
  const shape = sizes.map((size, dim) => {
    const present = input.shape[dim - added];
    if (size === -1 && present !== undefined) return present;
    if (present !== undefined && present !== 1 && present !== size) {
      throw new ShapeError(
        `${op}: the expanded size of the tensor (${size}) must match the existing size (${present}) at non-singleton dimension ${dim}. ` +
          `Target sizes: ${formatShape(sizes)}. Tensor sizes: ${formatShape(input.shape)}`,
      );
    }
    return size;
  });
  checkSizes(op, shape);
  return sameShape(shape, input.shape) ? input : apply(expandOp, [input], { shape });
}
