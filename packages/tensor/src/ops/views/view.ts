// view, flatten and unsqueeze, and reshape and squeeze for ops: the same elements in another shape.

import { ShapeError } from "../../checks/errors.js";
import {
  checkOptions,
  checkTensor,
  type NamedArgument,
  namedArgument,
  optionsOf,
  type Positional,
} from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineView, type Gradients } from "../../door/op.js";
import {
  contiguousStrides,
  formatShape,
  inferShape,
  normalizeDim,
  normalizeDims,
  type Shape,
  sameShape,
  viewStrides,
} from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";

export const viewOp = defineView<{ readonly shape: Shape; readonly strides: readonly number[] }>({
  name: "view",
  layout: ({ offset }, { shape, strides }) => ({ shape, strides, offset }),
  backward: ({ grad, inputs: [input] }): Gradients => [reshape(grad, input.shape)],
});

/** Sizes spread, or as one array. */
export type Sizes = readonly number[] | readonly [Shape];

export function sizesOf(sizes: Sizes): readonly number[] {
  return (typeof sizes[0] === "object" ? sizes[0] : sizes) as readonly number[];
}

/**
 * A view in another shape; one size may be −1 and is worked out.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.view.html.
 *
 * @throws ShapeError if the number of elements differs, or if the elements do not lie so that a view can show them.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(6).view(2, -1).toArray(); // → [[0, 1, 2], [3, 4, 5]]
 * ```
 */
export function view(input: Tensor, ...sizes: Sizes): Tensor {
  checkTensor("view", "input", input);
  const shape = inferShape("view", sizesOf(sizes), input.shape);
  const strides = viewStrides(input, shape);
  if (strides === null) {
    throw new ShapeError(
      `view: view size is not compatible with input tensor's size and stride (size ${formatShape(input.shape)}, stride ${formatShape(input.strides)}, ` +
        `wanted ${formatShape(shape)}; at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.`,
    );
  }
  return apply(viewOp, [input], { shape, strides });
}

/** The input in another shape: a view where it can be one, else a copy; itself where it has that shape. Users have own.ts's. */
export function reshape(input: Tensor, ...sizes: Sizes): Tensor {
  checkTensor("reshape", "input", input);
  const shape = inferShape("reshape", sizesOf(sizes), input.shape);
  if (sameShape(shape, input.shape)) return input;
  const strides = viewStrides(input, shape);
  return strides === null ? view(clone(input), shape) : apply(viewOp, [input], { shape, strides });
}

/**
 * A result that nobody else holds in another shape of as many elements: no view to its user, who may write it in place.
 */
export function reshapeResult(result: Tensor, shape: Shape): Tensor {
  if (sameShape(shape, result.shape)) return result;
  return apply(viewOp, [result], { shape, strides: contiguousStrides(shape) }, { inPlaceOfInput: true });
}

export interface FlattenOptions {
  /** The first of the dimensions that become one. Default 0. */
  readonly startDim?: number;
  /** The last of them. Default −1. */
  readonly endDim?: number;
}

/**
 * Joins the dimensions from `startDim` to `endDim` into one. Shape: (2, 3, 4) → (2, 12) with `startDim` 1.
 * See https://pytorch.org/docs/stable/generated/torch.flatten.html.
 *
 * @throws ShapeError if `startDim` comes after `endDim`.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3, 4).flatten(1).shape; // → [2, 12]
 * ```
 */
export function flatten(input: Tensor, ...rest: Positional<FlattenOptions, ["startDim", "endDim"]>): Tensor {
  checkTensor("flatten", "input", input);
  const options = optionsOf<FlattenOptions>("flatten", ["startDim", "endDim"], rest);
  checkOptions("flatten", options, ["startDim", "endDim"]);
  const { startDim = 0, endDim = -1 } = options;
  const start = normalizeDim("flatten", startDim, input.ndim);
  const end = normalizeDim("flatten", endDim, input.ndim);
  if (start > end) throw new ShapeError(`flatten: startDim (${startDim}) cannot come after endDim (${endDim})`);
  if (input.ndim === 0) return reshape(input, 1);
  const { shape } = input;
  const joined = shape.slice(start, end + 1).reduce((product, size) => product * size, 1);
  return reshape(input, [...shape.slice(0, start), joined, ...shape.slice(end + 1)]);
}

/**
 * A view with a dimension of size 1 put in at `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.unsqueeze.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3).unsqueeze(1).shape; // → [2, 1, 3]
 * ```
 */
export function unsqueeze(input: Tensor, dim: number | { readonly dim: number }): Tensor {
  checkTensor("unsqueeze", "input", input);
  const at = normalizeDim("unsqueeze", namedArgument<number>("unsqueeze", "dim", [dim])!, input.ndim + 1);
  const stride = at < input.ndim ? input.shape[at]! * input.strides[at]! : 1;
  return apply(viewOp, [input], {
    shape: input.shape.toSpliced(at, 0, 1),
    strides: input.strides.toSpliced(at, 0, stride),
  });
}

/** Without dimensions of size 1; the input where it has none of them. Users have own.ts's. */
export function squeeze(input: Tensor, ...rest: NamedArgument<"dim", number | readonly number[]>): Tensor {
  checkTensor("squeeze", "input", input);
  const dim = namedArgument<number | readonly number[]>("squeeze", "dim", rest);
  const dims = normalizeDims("squeeze", dim, input.ndim);
  const stays = (size: number, index: number) => size !== 1 || !dims.includes(index);
  const shape = input.shape.filter(stays);
  if (shape.length === input.ndim) return input;
  return apply(viewOp, [input], {
    shape,
    strides: input.strides.filter((_, index) => stays(input.shape[index]!, index)),
  });
}
