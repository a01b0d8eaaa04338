// Why convolutions are left to their own kernels: the last of the rules, which fuses nothing.

import type { Graph, ValueView } from "../../../compile/graph.js";
import type { Refusal } from "../../../compile/step.js";
import type { ConvolutionAttributes } from "../../../kernels/contract.js";
import * as kernels from "../../../kernels/kernels.js";
import { isContiguous } from "../../../tensor/shape.js";

export function bareConvolutionRule(graph: Graph, at: number): Refusal | null {
  const { op, inputs, attributes } = graph.nodes[at]!;
  if (op.kernel === kernels.conv2dInputGradient || op.kernel === kernels.conv2dWeightGradient)
    return { why: () => "its convolution is not fused, or something else reads what lies between the two" };
  if (op.kernel !== kernels.conv2d) return null;
  const [input, weight] = inputs as readonly [ValueView, ValueView];
  const { groups, dilation } = attributes as ConvolutionAttributes;
  const [height, width] = weight.shape.slice(2) as [number, number];
  if (groups > 1) return { why: () => "it is grouped" };
  if (dilation.some((value) => value > 1)) return { why: () => "it is dilated" };
  if (input.dtype !== "float32") return { why: () => `it is of ${input.dtype}` };
  if (![input, weight].every(isContiguous)) return { why: () => "the images or the weight do not lie row by row" };
  if (height * width === 1)
    return { why: () => "kernels of 1 × 1 are fused beside larger ones, without a border, of many channels" };
  if (height !== width || (height !== 3 && height !== 5))
    return { why: () => `a kernel of ${height} × ${width} is fused only with a ReLU and a pool behind it` };
  return { why: () => "it has few channels, or steps, that the fused kernels do not pay for" };
}
