// Method: a convolution in groups, of dilated kernels or in steps, as products over the windows of a row, with what goes element by
// element behind it. Its image's gradient, which a transposed convolution is, is one product for each remainder of the steps.

import { directForward, directInputGradient } from "../../../kernels/blocks/direct-convolution.js";
import { type DirectConvolution, nanosecondsOfDirect } from "../../../kernels/blocks/direct-sizes.js";
import { directWeightGradient } from "../../../kernels/blocks/direct-weight-gradient.js";
import { runtime } from "../../image-access.js";
import { nanosecondsOfByte } from "../cost.js";
import type { Method } from "../method.js";

/** Of a group: fewer do not fill the vectors of their products. */
const leastChannels = 4;

export const direct: Method = {
  name: "direct convolution",
  reach: "bare",
  takes({ sizes, convolved }) {
    const { batch, groups, inputChannels, outputChannels, imageSize, kernelSize, stride, padding, dilation } = sizes;
    if (kernelSize.every((size) => size === 1)) return null;
    if ([groups, ...stride, ...dilation].every((value) => value === 1)) return null;
    // Before it alone, they lie side by side along a row of a window.
    if ((groups === 1 ? outputChannels : Math.min(inputChannels, outputChannels) / groups) < leastChannels)
      return { why: () => `its groups have fewer than ${leastChannels} channels before or behind them` };
    const [, , rows, columns] = convolved.shape as readonly [number, number, number, number];
    const own: DirectConvolution = { ...sizes, outputSize: [rows, columns] };
    const pass = (of: number, floats: number) => ({
      cost: nanosecondsOfDirect(own, of / groups) + 2 * 4 * batch * floats * nanosecondsOfByte,
      guarded: false,
    });
    // Zeros are put around what is read.
    const [image, output] = [imageSize[0] * imageSize[1] * inputChannels, rows * columns * outputChannels];
    return {
      border: padding,
      keeps: null,
      forward: { ...pass(outputChannels, image), takesBehind: true, run: (at) => directForward(runtime, own, at) },
      weightGradient: { ...pass(outputChannels, 0), run: (at) => directWeightGradient(runtime, own, at) },
      inputGradient: {
        ...pass(inputChannels, output),
        takesBehind: true,
        run: (at) => directInputGradient(runtime, own, at),
      },
    };
  },
};
