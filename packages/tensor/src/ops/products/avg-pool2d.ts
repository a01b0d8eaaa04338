// avgPool2d: the mean of each window of an image, and the way back. Each is the other's gradient.

import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import type { AveragePoolingAttributes, Pair } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating } from "../../tensor/dtype.js";
import { formatShape, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { reshapeResult, unsqueeze } from "../views/view.js";
import { pair, windowCount } from "./geometry.js";

type Attributes = AveragePoolingAttributes & { readonly ceilMode: boolean };

const avgPool2dOp = defineOp({
  extra: attributes<Attributes>(),
  name: "avgPool2d",
  inputs: ["input"],
  kernel: kernels.avgPool2d,
  infer: ([{ shape, dtype }], attributes) => [{ shape: pooledShape(shape, attributes), dtype }],
  backward: ({ grad, attributes, inputs: [{ shape }] }): Gradients => [
    apply(backwardOp, [grad], { ...attributes, shape }),
  ],
});

const backwardOp = defineOp({
  extra: attributes<Attributes & { readonly shape: Shape }>(),
  name: "avgPool2dBackward",
  inputs: ["grad"],
  kernel: kernels.avgPool2dBackward,
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  backward: ({ grad, attributes }): Gradients => [apply(avgPool2dOp, [grad], attributes)],
});

function pooledShape(
  [batch, channels, height, width]: Shape,
  { kernelSize, stride, padding, ceilMode }: Attributes,
): number[] {
  const count = (size: number, at: 0 | 1) => windowCount(size, kernelSize[at], stride[at], padding[at], 1, ceilMode);
  return [batch!, channels!, count(height!, 0), count(width!, 1)];
}

export interface AvgPool2dOptions {
  /** Steps of the window. Default: its size. */
  readonly stride?: number | Pair;
  /** Border of zeros on each side; at most half the window. Default 0. */
  readonly padding?: number | Pair;
  /** Whether a last window may reach over the edge. Default false. */
  readonly ceilMode?: boolean;
  /** Whether the border counts when the mean is taken. Default true. */
  readonly countIncludePad?: boolean;
  /** What every sum is divided by instead. */
  readonly divisorOverride?: number;
}

/**
 * The mean of each window. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with
 * H' = ⌊(H + 2·padding − kernel) / stride⌋ + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool2d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window, or a divisor of 0.
 * @example
 * ```ts
 * import { arange, avgPool2d } from "@bernoulli/tensor";
 * avgPool2d(arange(16).to("float32").view(1, 4, 4), 2).toArray(); // → [[[2.5, 4.5], [10.5, 12.5]]]
 * ```
 */
export function avgPool2d(input: Tensor, kernelSize: number | Pair, options: AvgPool2dOptions = {}): Tensor {
  checkTensor("avgPool2d", "input", input);
  checkOptions("avgPool2d", options, ["stride", "padding", "ceilMode", "countIncludePad", "divisorOverride"]);
  const { ceilMode = false, countIncludePad = true, divisorOverride } = options;
  const window = pair("avgPool2d", "kernelSize", kernelSize, 1);
  const stride = pair("avgPool2d", "stride", options.stride ?? window, 1);
  const padding = pair("avgPool2d", "padding", options.padding ?? 0, 0);
  if (input.ndim !== 3 && input.ndim !== 4)
    throw new ShapeError(
      `avgPool2d: expected 3D (unbatched) or 4D (batched) input, but got input of size: ${formatShape(input.shape)}`,
    );
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `avgPool2d: expected a floating point input, but got ${input.dtype}; convert with .to("float32")`,
    );
  if (padding.some((size, at) => size > window[at]! / 2)) {
    throw new ArgumentError(
      `avgPool2d: pad should be at most half of effective kernel size, but got padding=${padding.join("x")} and kernelSize=${window.join("x")}`,
    );
  }
  if (divisorOverride !== undefined && (!Number.isInteger(divisorOverride) || divisorOverride === 0))
    throw new ArgumentError(
      `avgPool2d: divisorOverride must be an integer other than zero, but got ${divisorOverride}`,
    );
  const [height, width] = input.shape.slice(-2) as [number, number];
  if (height === 0 || width === 0)
    throw new ShapeError(
      `avgPool2d: expected images with non-zero height and width, but got input of size: ${formatShape(input.shape)}`,
    );
  const attributes = {
    ...{ kernelSize: window, stride, padding, ceilMode, countIncludePad },
    divisorOverride: divisorOverride ?? null,
  };
  const batched = input.ndim === 4 ? input : unsqueeze(input, 0);
  const pooled = pooledShape(batched.shape, attributes);
  if (pooled[2]! < 1 || pooled[3]! < 1) {
    throw new ShapeError(
      `avgPool2d: given input size: (${input.shape.slice(-3).join("x")}). Calculated output size: (${pooled.slice(1).join("x")}). Output size is too small`,
    );
  }
  const output = apply(avgPool2dOp, [batched], attributes);
  return input.ndim === 4 ? output : reshapeResult(output, output.shape.slice(1));
}
