// maxPool2d: the largest element of each window of an image, and the way back to where it stood.

import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import type { Pair, PoolingAttributes } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import { formatShape, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { reshapeResult, unsqueeze } from "../views/view.js";
import { pair, windowCount } from "./geometry.js";

const maxPool2dOp = defineOp({
  extra: attributes<{ readonly ceilMode: boolean }>(),
  name: "maxPool2d",
  inputs: ["input"],
  outputs: ["output", "indices"],
  kernel: kernels.maxPool2d,
  infer: ([{ shape, dtype }], attributes) => {
    const pooled = pooledShape(shape, attributes);
    return [
      { shape: pooled, dtype },
      { shape: pooled, dtype: "int32" },
    ];
  },
  save: { indices: ["input"] },
  backward: ({ grad, indices, inputs: [{ shape }] }): Gradients => [apply(backwardOp, [grad, indices], { shape })],
});

const backwardOp = defineOp({
  extra: attributes<{ readonly shape: Shape }>(),
  name: "maxPool2dBackward",
  inputs: ["grad", "indices"],
  kernel: kernels.maxPool2dBackward,
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  save: { indices: ["grad"] },
  backward: ({ grad, indices }): Gradients => [apply(gatherOp, [grad, indices]), null],
});

const gatherOp = defineOp({
  name: "maxPool2dGather",
  inputs: ["input", "indices"],
  kernel: kernels.maxPool2dGather,
  infer: ([{ dtype }, { shape }]) => [{ shape, dtype }],
  save: { indices: ["input"] },
  backward: ({ grad, indices, inputs: [{ shape }] }): Gradients => [
    apply(backwardOp, [grad, indices], { shape }),
    null,
  ],
});

function pooledShape(
  [batch, channels, height, width]: Shape,
  { kernelSize, stride, padding, dilation, ceilMode }: PoolingAttributes & { readonly ceilMode: boolean },
): number[] {
  const count = (size: number, at: 0 | 1) =>
    windowCount(size, kernelSize[at], stride[at], padding[at], dilation[at], ceilMode);
  return [batch!, channels!, count(height!, 0), count(width!, 1)];
}

export interface MaxPool2dOptions {
  /** Steps of the window. Default: its size. */
  readonly stride?: number | Pair;
  /** Border of −∞ on each side; at most half the window. Default 0. */
  readonly padding?: number | Pair;
  /** Distance between the window's elements. Default 1. */
  readonly dilation?: number | Pair;
  /** Whether a last window may reach over the edge. Default false. */
  readonly ceilMode?: boolean;
}

/** What `maxPool2d` gives with `returnIndices: true`. */
export interface MaxPool2dResult {
  readonly output: Tensor;
  /** int32: where in its H · W plane each element stood. */
  readonly indices: Tensor;
}

/**
 * The largest element of each window. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with
 * H' = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, and W' likewise. With `returnIndices: true` also where
 * they stood. See https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool2d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window.
 * @example
 * ```ts
 * import { arange, maxPool2d } from "@bernoulli/tensor";
 * maxPool2d(arange(16).to("float32").view(1, 4, 4), 2).toArray(); // → [[[5, 7], [13, 15]]]
 * ```
 */
export function maxPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  options: MaxPool2dOptions & { readonly returnIndices: true },
): MaxPool2dResult;
export function maxPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  options?: MaxPool2dOptions & { readonly returnIndices?: false },
): Tensor;
export function maxPool2d(
  input: Tensor,
  kernelSize: number | Pair,
  options: MaxPool2dOptions & { readonly returnIndices?: boolean } = {},
): Tensor | MaxPool2dResult {
  checkTensor("maxPool2d", "input", input);
  checkOptions("maxPool2d", options, ["stride", "padding", "dilation", "ceilMode", "returnIndices"]);
  const window = pair("maxPool2d", "kernelSize", kernelSize, 1);
  const attributes = {
    kernelSize: window,
    stride: pair("maxPool2d", "stride", options.stride ?? window, 1),
    padding: pair("maxPool2d", "padding", options.padding ?? 0, 0),
    dilation: pair("maxPool2d", "dilation", options.dilation ?? 1, 1),
    ceilMode: options.ceilMode ?? false,
  };
  if (input.ndim !== 3 && input.ndim !== 4) {
    throw new ShapeError(
      `maxPool2d: expected 3D (unbatched) or 4D (batched) input, but got input of size: ${formatShape(input.shape)}`,
    );
  }
  if (attributes.padding.some((size, at) => size > window[at as 0 | 1] / 2)) {
    throw new ArgumentError(
      `maxPool2d: pad should be at most half of effective kernel size, but got padding=${attributes.padding.join("x")} and kernelSize=${window.join("x")}`,
    );
  }
  const batched = input.ndim === 4 ? input : unsqueeze(input, 0);
  if (batched.size(2) === 0 || batched.size(3) === 0) {
    throw new ShapeError(
      `maxPool2d: expected images with non-zero height and width, but got input of size: ${formatShape(input.shape)}`,
    );
  }
  const pooled = pooledShape(batched.shape, attributes);
  if (pooled[2]! < 1 || pooled[3]! < 1) {
    throw new ShapeError(
      `maxPool2d: given input size: (${batched.shape.slice(1).join("x")}). Calculated output size: (${pooled.slice(1).join("x")}). Output size is too small`,
    );
  }
  const [output, indices] = apply(maxPool2dOp, [batched], attributes);
  const unbatched = (result: Tensor) => (input.ndim === 4 ? result : reshapeResult(result, result.shape.slice(1)));
  return options.returnIndices === true
    ? { output: unbatched(output), indices: unbatched(indices) }
    : unbatched(output);
}
