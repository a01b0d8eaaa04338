// Method: a convolution whose groups are single channels with one output each, as between the 1 × 1 ones of mobile nets, with what goes
// element by element behind it. Plane by plane it takes hardly longer: like those, it spares its neighbours to lay images out anew.

import type { Graph } from "../../../../../compile/graph.js";
import type { ConvolutionAttributes } from "../../../../../kernels/contract.js";
import { kernelNameOf } from "../../../../../kernels/kernel.js";
import {
  channelsLastForward,
  channelsLastInputGradient,
  channelsLastWeightGradient,
  nanosecondsOfChannelsLast,
} from "../../../kernels/depthwise/channels-last-passes.js";
import { runtime } from "../../image-access.js";
import type { Method } from "../method.js";

/** Fewer channels do not fill a vector. */
const leastChannels = 4;
/** Sums for a row of the kernel are kept in registers. */
const mostKernelColumns = 8;

export const depthwise: Method = {
  name: "depthwise convolution",
  reach: "bare",
  takes({ sizes, convolved }, { graph }) {
    const { groups, inputChannels: channels, outputChannels, imageSize, kernelSize } = sizes;
    if (groups === 1 || groups !== channels) return null;
    if (outputChannels !== channels) return { why: () => "its channels have several outputs each" };
    if (channels < leastChannels) return { why: () => `it has fewer than ${leastChannels} channels` };
    if (kernelSize[1] > mostKernelColumns) return { why: () => `its kernel is wider than ${mostKernelColumns}` };
    if (!hasProducts(graph)) return { why: () => "no other convolution is beside it that wants channels last" };
    const [, , rows, columns] = convolved.shape as readonly [number, number, number, number];
    const own = { ...sizes, channels, imageSize, outputSize: [rows, columns] } as const;
    const pass = { cost: nanosecondsOfChannelsLast(own), guarded: false };
    return {
      border: [0, 0],
      keeps: null,
      forward: { ...pass, takesBehind: true, run: (at) => channelsLastForward(runtime, own, at) },
      weightGradient: { ...pass, run: (at) => channelsLastWeightGradient(runtime, own, at) },
      inputGradient: { ...pass, takesBehind: true, run: (at) => channelsLastInputGradient(runtime, own, at) },
    };
  },
};

/** Whether there are convolutions that are products, of channels enough to want channels last. */
function hasProducts({ nodes }: Graph): boolean {
  return nodes.some(
    ({ op, inputs, attributes }) =>
      kernelNameOf(op.kernel) === "conv2d" &&
      (attributes as ConvolutionAttributes).groups === 1 &&
      Math.min(inputs[1]!.shape[0]!, inputs[1]!.shape[1]!) >= leastChannelsOfProduct,
  );
}

const leastChannelsOfProduct = 8;
