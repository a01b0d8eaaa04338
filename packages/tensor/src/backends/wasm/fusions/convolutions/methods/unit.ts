// Method: a convolution of 1 × 1, as in the shortcuts of residual nets and between depthwise ones, with what goes element by element
// behind it. What it saves is less than what it spares its neighbours: to lay their images out as PyTorch does, for its sake.

import type { Graph } from "../../../../../compile/graph.js";
import { kernelNameOf } from "../../../../../kernels/kernel.js";
import {
  isDense,
  unitConvolution,
  unitInputGradient,
  unitWeightGradient,
} from "../../../kernels/blocks/unit-convolution.js";
import { nanosecondsOfProduct } from "../../../kernels/product.js";
import { runtime } from "../../image-access.js";
import { hindranceOfPlain, type Method } from "../method.js";

/** Fewer channels do not fill the vectors of their products. */
const leastChannels = 8;

export const unit: Method = {
  name: "1 × 1 convolution",
  reach: "bare",
  takes({ sizes, convolved }, { graph }) {
    const { inputChannels, outputChannels, kernelSize, padding } = sizes;
    if (kernelSize.some((size) => size > 1)) return null;
    const hindrance = hindranceOfPlain(sizes);
    if (hindrance !== null) return hindrance;
    if (padding.some((size) => size > 0)) return { why: () => "its images have a border" };
    if (Math.min(inputChannels, outputChannels) < leastChannels)
      return { why: () => `it has fewer than ${leastChannels} channels before or behind it` };
    if (!hasLargerKernel(graph)) return { why: () => "no larger convolution is beside it that wants channels last" };
    const [batch, , rows, columns] = convolved.shape;
    const cost = batch! * rows! * columns! * inputChannels * outputChannels * nanosecondsOfProduct;
    const pass = { cost, guarded: false };
    return {
      border: [0, 0],
      keeps: null,
      forward: { ...pass, takesBehind: true, run: (at) => unitConvolution(runtime, sizes, at) },
      weightGradient: { ...pass, run: (at) => unitWeightGradient(runtime, sizes, at) },
      inputGradient: { ...pass, takesBehind: isDense(sizes), run: (at) => unitInputGradient(runtime, sizes, at) },
    };
  },
};

/** Whether there are convolutions that want channels last: else the plain kernels do as well. */
function hasLargerKernel({ nodes }: Graph): boolean {
  return nodes.some(
    ({ op, inputs }) => kernelNameOf(op.kernel) === "conv2d" && inputs[1]!.shape.slice(2).some((size) => size > 1),
  );
}
