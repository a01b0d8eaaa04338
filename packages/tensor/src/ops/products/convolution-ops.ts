// The three ops of a two-dimensional convolution (cross-correlation, as everywhere in this field), by the kernels that are given: itself
// and its two gradients, each of which is bilinear, so that the three are one another's derivatives. Functions of them are conv2d.ts's,
// convolutions.ts's and transposed-convolutions.ts's.

import { checkOptions } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import type { ConvolutionAttributes } from "../../kernels/contract.js";
import type { Kernel } from "../../kernels/kernel.js";
import { numberOfElements, type Shape } from "../../tensor/shape.js";
import type { Tensor, TensorMeta } from "../../tensor/tensor.js";
import { sum } from "../reductions/sum.js";
import { reshapeResult, unsqueeze } from "../views/view.js";
import type { Conv2dOptions } from "./conv2d.js";
import { checkFitting, checkOperands, type Given, type Windows, windowsOf } from "./convolution-checks.js";
import { windowCount } from "./geometry.js";

type WithShape = ConvolutionAttributes & { readonly shape: Shape };

/** Each output is a sum over a window, whichever of the three products it is seen in. */
function flopsOf(output: TensorMeta, weight: TensorMeta): number {
  return (2 * numberOfElements(output.shape) * numberOfElements(weight.shape)) / weight.shape[0]!;
}

export interface ConvolutionKernels {
  readonly forward: Kernel<"conv2d">;
  readonly weightGradient: Kernel<"conv2dWeightGradient">;
  readonly inputGradient: Kernel<"conv2dInputGradient">;
}

export interface Convolution {
  /** Of checked operands: images [N, C, H, W] and windows in two directions. */
  convolve(input: Tensor, weight: Tensor, bias: Tensor | null, windows: Windows): Tensor;
  /** The gradient of the image, of the shape given, which is a transposed convolution. */
  convolveBack(input: Tensor, weight: Tensor, windows: Windows, shape: Shape): Tensor;
}

/** @__NO_SIDE_EFFECTS__ */
export function convolutionBy(kernels: ConvolutionKernels): Convolution {
  const conv2dOp = defineOp({
    name: "conv2d",
    inputs: ["input", "weight", "bias?"],
    kernel: kernels.forward,
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
    kernel: kernels.inputGradient,
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
    kernel: kernels.weightGradient,
    flops: ([, grad], [weight]) => flopsOf(grad!, weight!),
    infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
    save: { input: ["gradOutput"], gradOutput: ["input"] },
    backward: ({ grad, input, gradOutput, attributes, inputs, needs }): Gradients => [
      needs[0] ? apply(inputGradientOp, [gradOutput, grad], { ...attributes, shape: inputs[0].shape }) : null,
      needs[1] ? apply(conv2dOp, [input, grad, null], attributes) : null,
    ],
  });

  const plain = (windows: Windows) => windows as Windows & ConvolutionAttributes;
  return {
    convolve: (input, weight, bias, windows) => apply(conv2dOp, [input, weight, bias], plain(windows)),
    convolveBack: (input, weight, windows, shape) =>
      apply(inputGradientOp, [input, weight], { ...plain(windows), shape }),
  };
}

/** conv2d, by what convolves. */
export function conv2dBy(
  convolve: Convolution["convolve"],
  input: Tensor,
  weight: Tensor,
  options: Conv2dOptions,
): Tensor {
  checkOptions("conv2d", options, ["bias", "stride", "padding", "dilation", "groups"]);
  const given: Given = { op: "conv2d", rank: 2, isTransposed: false, input, weight, bias: options.bias ?? null };
  const windows = windowsOf("conv2d", 2, options);
  checkOperands(given, windows.groups);
  checkFitting(given, windows);
  const output = convolve(input.ndim === 4 ? input : unsqueeze(input, 0), weight, given.bias, windows);
  return input.ndim === 4 ? output : reshapeResult(output, output.shape.slice(1));
}
