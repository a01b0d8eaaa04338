// conv2d: two-dimensional convolution (cross-correlation, as everywhere in this field) and its two gradients, each of
// which is bilinear, so that the three are one another's derivatives.

import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import type { ConvolutionAttributes, Pair } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import { formatShape, numberOfElements, type Shape } from "../../tensor/shape.js";
import type { Tensor, TensorMeta } from "../../tensor/tensor.js";
import { sum } from "../reductions/sum.js";
import { reshapeResult, unsqueeze } from "../views/view.js";
import { pair, windowCount } from "./geometry.js";

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
  checkTensor("conv2d", "input", input);
  checkTensor("conv2d", "weight", weight);
  checkTensor("conv2d", "the input", input);
  checkTensor("conv2d", "the weight", weight);
  checkOptions("conv2d", options, ["bias", "stride", "padding", "dilation", "groups"]);
  const { bias = null, groups = 1 } = options;
  const attributes: ConvolutionAttributes = {
    stride: pair("conv2d", "stride", options.stride ?? 1, 1),
    padding: pair("conv2d", "padding", options.padding ?? 0, 0),
    dilation: pair("conv2d", "dilation", options.dilation ?? 1, 1),
    groups,
  };
  if (input.ndim !== 3 && input.ndim !== 4) {
    throw new ShapeError(
      `conv2d: expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: ${formatShape(input.shape)}`,
    );
  }
  const batched = input.ndim === 4 ? input : unsqueeze(input, 0);
  checkOperands(batched, weight, bias, attributes);
  const output = apply(conv2dOp, [batched, weight, bias], attributes);
  return input.ndim === 4 ? output : reshapeResult(output, output.shape.slice(1));
}

function checkOperands(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  { padding, dilation, groups }: ConvolutionAttributes,
): void {
  if (weight.ndim !== 4)
    throw new ShapeError(
      `conv2d: expected a 4D weight [out, in / groups, height, width], but got ${formatShape(weight.shape)}`,
    );
  const [outChannels, groupChannels, ...kernel] = weight.shape as unknown as readonly [number, number, number, number];
  if (!Number.isInteger(groups) || groups < 1 || outChannels % groups !== 0) {
    throw new ArgumentError(
      `conv2d: groups must be a positive integer that divides the output channels, but got groups=${groups} with weight ${formatShape(weight.shape)}`,
    );
  }
  if (input.size(1) !== groupChannels * groups) {
    throw new ShapeError(
      `conv2d: given groups=${groups}, weight of size ${formatShape(weight.shape)}, expected input${formatShape(input.shape)} to have ${groupChannels * groups} channels, but got ${input.size(1)} channels instead`,
    );
  }
  if (bias !== null && (bias.ndim !== 1 || bias.size(0) !== outChannels)) {
    throw new ShapeError(
      `conv2d: given weight of size ${formatShape(weight.shape)}, expected bias to be 1-dimensional with ${outChannels} elements, but got bias of size ${formatShape(bias.shape)} instead`,
    );
  }
  for (const tensor of [weight, bias]) {
    if (tensor !== null && tensor.dtype !== input.dtype) {
      throw new DTypeError(
        `conv2d: input type (${input.dtype}) and ${tensor === weight ? "weight" : "bias"} type (${tensor.dtype}) should be the same; convert with .to(…)`,
      );
    }
  }
  const padded = [input.size(2) + 2 * padding[0], input.size(3) + 2 * padding[1]];
  const reach = kernel.map((size, at) => dilation[at as 0 | 1] * (size - 1) + 1);
  if (reach.some((size, at) => size > padded[at]!)) {
    throw new ShapeError(
      `conv2d: calculated padded input size per channel: (${padded.join(" x ")}). Kernel size: (${reach.join(" x ")}). Kernel size can't be greater than actual input size`,
    );
  }
}
