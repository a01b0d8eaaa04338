// maxUnpool1d, maxUnpool2d and maxUnpool3d: what a max pooling gave, back where it stood, zeros everywhere else.

import { describeAll } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { scatterOp } from "../indexing/gathering.js";
import { asIndex } from "../indexing/places.js";
import { numberTensor } from "../operands.js";
import { expand } from "../reductions/sum.js";
import { reshape, reshapeResult } from "../views/view.js";
import { type Dims, imageOf, type Size1d, type Size2d, type Size3d, sizesAlong } from "./windows.js";

interface MaxUnpoolOptions<Size> {
  /** Steps of the window. Default: its size. */
  readonly stride?: Size;
  /** Border that was there on each side. Default 0. */
  readonly padding?: Size;
  /** The result's sizes behind its channels, or its whole shape, where the default, (n − 1) · stride − 2 · padding + kernel, is not what was pooled. */
  readonly outputSize?: readonly number[];
}

export interface MaxUnpool1dOptions extends MaxUnpoolOptions<Size1d> {}
export interface MaxUnpool2dOptions extends MaxUnpoolOptions<Size2d> {}
export interface MaxUnpool3dOptions extends MaxUnpoolOptions<Size3d> {}

type Places = ["stride", "padding", "outputSize"];

function unpooled(
  op: string,
  dims: Dims,
  input: Tensor,
  indices: Tensor,
  kernelSize: number | readonly number[],
  rest: readonly unknown[],
): Tensor {
  checkTensor(op, "input", input);
  checkTensor(op, "indices", indices);
  const names = ["stride", "padding", "outputSize"] as const;
  const options = optionsOf<MaxUnpoolOptions<number | readonly number[]>>(op, names, rest);
  checkOptions(op, options, names);
  const window = sizesAlong(op, "kernelSize", kernelSize, dims, 1);
  const stride = sizesAlong(op, "stride", options.stride ?? window, dims, 1);
  const padding = sizesAlong(op, "padding", options.padding ?? 0, dims, 0);
  if (!sameShape(input.shape, indices.shape))
    throw new ShapeError(
      `${op}: Expected shape of indices to be same as that of the input tensor (${formatShape(input.shape)}) but got indices tensor with shape: ${formatShape(indices.shape)}`,
    );
  const { batched, sizes, back } = imageOf(op, input, dims, "alone");
  const plain = sizes.map((size, at) => (size - 1) * stride[at]! + window[at]! - 2 * padding[at]!);
  const wanted = outputSizeOf(op, options.outputSize, plain, stride, dims);
  const volume = wanted.reduce((product, size) => product * size, 1);
  const [batch, channels] = batched.shape as readonly [number, number];
  const flat = [batch, channels, sizes.reduce((product, size) => product * size, 1)];
  const nothing = expand(numberTensor(0, input.dtype, input), [batch, channels, volume]);
  const places = reshape(asIndex(op, indices), flat);
  const result = apply(scatterOp, [nothing, places, reshape(batched, flat)], { dim: 2, checks: op });
  return back(reshapeResult(result, [batch, channels, ...wanted]));
}

function outputSizeOf(
  op: string,
  given: readonly number[] | undefined,
  plain: readonly number[],
  stride: readonly number[],
  dims: Dims,
): readonly number[] {
  if (given === undefined) return plain;
  if (!Array.isArray(given) || (given.length !== dims && given.length !== dims + 2))
    throw new ArgumentError(
      `${op}: output_size should be a sequence containing ${dims} or ${dims + 2} elements, but got ${describeAll(given)}`,
    );
  const wanted = given.slice(-dims);
  for (const [at, size] of wanted.entries()) {
    const [least, most] = [plain[at]! - stride[at]!, plain[at]! + stride[at]!];
    if (!Number.isInteger(size) || size <= least || size >= most)
      throw new ArgumentError(
        `${op}: invalid output_size ${describeAll(given)} (dim ${at} must be between ${least} and ${most})`,
      );
  }
  return wanted;
}

/**
 * What {@link maxPool1d} gave with `returnIndices: true`, back where it stood, among zeros. Where several name one place the last stays.
 * Shape: (N, C, L') and indices alike → (N, C, L) or (C, L') → (C, L), with L = (L' − 1) · stride − 2 · padding + kernel, or `outputSize`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_unpool1d.html.
 *
 * @throws ShapeError unless the indices are shaped as the input; IndexError for one outside the result; ArgumentError for an `outputSize`
 * that no such pooling has.
 * @example
 * ```ts
 * import { maxUnpool1d, tensor } from "@bernoulli/tensor";
 * maxUnpool1d(tensor([[5, 7]]), tensor([[1, 2]], { dtype: "int32" }), 2).toArray(); // → [[0, 5, 7, 0]]
 * ```
 */
export function maxUnpool1d(
  input: Tensor,
  indices: Tensor,
  kernelSize: Size1d,
  ...rest: Positional<MaxUnpool1dOptions, Places>
): Tensor {
  return unpooled("maxUnpool1d", 1, input, indices, kernelSize, rest);
}

/**
 * What {@link maxPool2d} gave with `returnIndices: true`, back where it stood, among zeros, as {@link maxUnpool1d}.
 * Shape: (N, C, H', W') and indices alike → (N, C, H, W) or (C, H', W') → (C, H, W).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_unpool2d.html.
 *
 * @throws as {@link maxUnpool1d}.
 * @example
 * ```ts
 * import { arange, maxPool2d, maxUnpool2d } from "@bernoulli/tensor";
 * const image = arange(4).to("float32").view(1, 2, 2);
 * const { output, indices } = maxPool2d(image, 2, { returnIndices: true });
 * maxUnpool2d(output, indices, 2).toArray(); // → [[[0, 0], [0, 3]]]
 * ```
 */
export function maxUnpool2d(
  input: Tensor,
  indices: Tensor,
  kernelSize: Size2d,
  ...rest: Positional<MaxUnpool2dOptions, Places>
): Tensor {
  return unpooled("maxUnpool2d", 2, input, indices, kernelSize, rest);
}

/**
 * What {@link maxPool3d} gave with `returnIndices: true`, back where it stood, among zeros, as {@link maxUnpool1d}.
 * Shape: (N, C, D', H', W') and indices alike → (N, C, D, H, W) or (C, D', H', W') → (C, D, H, W).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_unpool3d.html.
 *
 * @throws as {@link maxUnpool1d}.
 * @example
 * ```ts
 * import { arange, maxPool3d, maxUnpool3d } from "@bernoulli/tensor";
 * const volume = arange(8).to("float32").view(1, 2, 2, 2);
 * const { output, indices } = maxPool3d(volume, 2, { returnIndices: true });
 * maxUnpool3d(output, indices, 2).toArray(); // → [[[[0, 0], [0, 0]], [[0, 0], [0, 7]]]]
 * ```
 */
export function maxUnpool3d(
  input: Tensor,
  indices: Tensor,
  kernelSize: Size3d,
  ...rest: Positional<MaxUnpool3dOptions, Places>
): Tensor {
  return unpooled("maxUnpool3d", 3, input, indices, kernelSize, rest);
}
