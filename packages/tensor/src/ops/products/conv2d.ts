// conv2d: two-dimensional convolution (cross-correlation, as everywhere in this field) and its two gradients, each of
// which is bilinear, so that the three are one another's derivatives.

import { checkOptions } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import type { ConvolutionAttributes, Pair } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import { numberOfElements, type Shape } from "../../tensor/shape.js";
import type { Tensor, TensorMeta } from "../../tensor/tensor.js";
import { sum } from "../reductions/sum.js";
import { reshapeResult, unsqueeze } from "../views/view.js";
import { checkFitting, checkOperands, type Given, type Windows, windowsOf } from "./convolution-checks.js";
import { windowCount } from "./geometry.js";

type WithShape = ConvolutionAttributes & { readonly shape: Shape };

/** Each output is a sum over a window, whichever of the three products it is seen in. */
function flopsOf(output: TensorMeta, weight: TensorMeta): number {
  return (2 * numberOfElements(output.shape) * numberOfElements(weight.shape)) / weight.shape[0]!;
}

const conv2dOp = defineOp({
  name: "conv2d",
  inputs: ["input", "weight", "bias?"],
  kernel: kernels.conv2d,
  flops: ([, weight], [output]) => flopsOf(output!, weight!),
  infer: (
    [
      {
        shape: [batch, , height, width],
        dtype,
      },
      {
        shape: [channels, , kernelHeight, kernelWidth],
      },
    ],
    attributes,
  ) => {
    const { stride, padding, dilation } = attributes;
    const rows = windowCount(height!, kernelHeight!, stride[0], padding[0], dilation[0]);
    const columns = windowCount(width!, kernelWidth!, stride[1], padding[1], dilation[1]);
    return [{ shape: [batch!, channels!, rows, columns], dtype }];
  },
  save: { input: ["weight"], weight: ["input"] },
  backward: ({ grad, input, weight, attributes, inputs, needs }): Gradients => [
    needs[0] ? apply(inputGradientOp, [grad, weight], { ...attributes, shape: inputs[0].shape }) : null,
    needs[1] ? apply(weightGradientOp, [input, grad], { ...attributes, shape: inputs[1].shape }) : null,
    needs[2] ? sum(grad, [0, 2, 3]) : null,
  ],
});

// The inputs are named gradOutput, since `grad` is the gradient that arrives from outside.
const inputGradientOp = defineOp({
  extra: attributes<WithShape>(),
  name: "conv2dInputGradient",
  inputs: ["gradOutput", "weight"],
  kernel: kernels.conv2dInputGradient,
  flops: ([grad, weight]) => flopsOf(grad!, weight!),
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  save: { gradOutput: ["weight"], weight: ["gradOutput"] },
  backward: ({ grad, gradOutput, weight, attributes, inputs, needs }): Gradients => [
    needs[0] ? apply(conv2dOp, [grad, weight, null], attributes) : null,
    needs[1] ? apply(weightGradientOp, [grad, gradOutput], { ...attributes, shape: inputs[1].shape }) : null,
  ],
});

const weightGradientOp = defineOp({
  extra: attributes<WithShape>(),
  name: "conv2dWeightGradient",
  inputs: ["input", "gradOutput"],
  kernel: kernels.conv2dWeightGradient,
  flops: ([, grad], [weight]) => flopsOf(grad!, weight!),
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  save: { input: ["gradOutput"], gradOutput: ["input"] },
  backward: ({ grad, input, gradOutput, attributes, inputs, needs }): Gradients => [
    needs[0] ? apply(inputGradientOp, [gradOutput, grad], { ...attributes, shape: inputs[0].shape }) : null,
    needs[1] ? apply(conv2dOp, [input, grad, null], attributes) : null,
  ],
});

/** The convolution of checked operands: images [N, C, H, W] and windows in two directions. */
export function convolve(input: Tensor, weight: Tensor, bias: Tensor | null, windows: Windows): Tensor {
  return apply(conv2dOp, [input, weight, bias], windows as Windows & ConvolutionAttributes);
}

/** The gradient of the image, of the shape given, which is a transposed convolution. */
export function convolveBack(input: Tensor, weight: Tensor, windows: Windows, shape: Shape): Tensor {
  return apply(inputGradientOp, [input, weight], { ...(windows as Windows & ConvolutionAttributes), shape });
}

export interface Conv2dOptions {
  /** Added to every output channel. Shape: (out). */
  readonly bias?: Tensor | null;
  /** Steps of the window. Default 1. */
  readonly stride?: number | Pair;
  /** Zeros put around the input on each side. Default 0. */
  readonly padding?: number | Pair;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | Pair;
  /** Groups of channels that do not see each other. Default 1. */
  readonly groups?: number;
}

/**
 * Convolves each image with each kernel.
 * Shape: (N, in, H, W) or (in, H, W), weight (out, in / groups, kH, kW) → (N, out, H', W') or (out, H', W'), where
 * H' = ⌊(H + 2·padding − dilation·(kH − 1) − 1) / stride⌋ + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or the kernel is larger than the padded input; ArgumentError for a
 * stride, padding, dilation or groups out of range.
 * @example
 * ```ts
 * import { conv2d, ones } from "@bernoulli/tensor";
 * conv2d(ones(1, 1, 3, 3), ones(1, 1, 2, 2), { stride: 1 }).toArray(); // → [[[[4, 4], [4, 4]]]]
 * ```
 */
export function conv2d(input: Tensor, weight: Tensor, options: Conv2dOptions = {}): Tensor {
  checkOptions("conv2d", options, ["bias", "stride", "padding", "dilation", "groups"]);
  const given: Given = { op: "conv2d", rank: 2, isTransposed: false, input, weight, bias: options.bias ?? null };
  const windows = windowsOf("conv2d", 2, options);
  checkOperands(given, windows.groups);
  checkFitting(given, windows);
  const output = convolve(input.ndim === 4 ? input : unsqueeze(input, 0), weight, given.bias, windows);
  return input.ndim === 4 ? output : reshapeResult(output, output.shape.slice(1));
}
