// Method: a convolution of 3 × 3 or 5 × 5, with or without ReLU behind it and without a pool, by Winograd's algorithm at six points
// in all three passes; of 3 × 3 also in steps of two, of 4 × 4 only so. ReLU's gradient is taken on the way: where it let nothing through there is none.
// What goes element by element behind it, or behind the image's gradient, is taken along.

import {
  hindranceOfWinogradSix,
  type WinogradConvolution,
  winogradForward,
  winogradInputGradient,
} from "../../../kernels/blocks/winograd-six.js";
import { backwardOf, forwardOf } from "../../../kernels/blocks/winograd-six-sizes.js";
import { nanosecondsOfPass } from "../../../kernels/blocks/winograd-six-transformed.js";
import { winogradWeightGradient } from "../../../kernels/blocks/winograd-six-weight-sums.js";
import { flagNonFinite } from "../../../kernels/finite.js";
import { runtime } from "../../image-access.js";
import type { ConvolutionSizes } from "../chain.js";
import { hindranceOfPlain, type Method } from "../method.js";

/** Without ReLU, which costs a pass if it is not taken along, fewer channels do not pay for copies with channels last. */
const leastInputsOfBare = 4;

export const winograd: Method = {
  name: "Winograd convolution",
  reach: "whole",
  takes({ sizes: given, relu, backward }, { precision }) {
    const sizes = winogradSizesOf(given);
    if (sizes === null) return null;
    const other = hindranceOfPlain(given);
    if (other !== null) return other;
    if (precision === "highest") return { why: () => "its errors are larger than those of the highest precision" };
    if (given.pool !== null) return { why: () => "a pool follows" };
    const hindrance = hindranceOfWinogradSix(sizes);
    if (hindrance !== null) return { why: () => hindrance };
    const { batch, inputChannels, outputChannels, imageSize, kernelSize } = sizes;
    if (relu === null && inputChannels < leastInputsOfBare)
      return { why: () => `without a ReLU, ${inputChannels} channels do not pay for a copy with channels last` };
    const masked = relu !== null;
    const [cost, guarded] = [nanosecondsOfPass(forwardOf(sizes)), true];
    return {
      border: [0, 0],
      keeps: masked ? "output" : null,
      forward: {
        cost,
        guarded,
        takesBehind: true,
        run: (at) => winogradForward(runtime, sizes, { ...at, rectify: masked }),
      },
      weightGradient: {
        cost,
        guarded,
        run: (at) => {
          // Else the pass that gives the image's gradient looks at it; the one forward has looked at the image.
          const flag = backward!.inputGradient === null ? at.flag : null;
          winogradWeightGradient(runtime, sizes, { ...at, output: masked ? at.kept : null, flag });
          // A gradient that is not finite spoils all of a tile: it shows in the sums over all tiles.
          flagNonFinite(runtime, at.weightGradient, outputChannels * inputChannels * kernelSize ** 2, at.flag);
        },
      },
      inputGradient: {
        cost: nanosecondsOfPass(backwardOf(sizes)),
        guarded,
        takesBehind: true,
        run: (at) => {
          winogradInputGradient(runtime, sizes, { ...at, output: masked ? at.kept : null });
          // Beside the weight's gradient that shows what is not finite.
          if (backward!.weightGradient === null)
            flagNonFinite(runtime, at.imageGradient, batch * inputChannels * imageSize[0] * imageSize[1], at.flag);
        },
      },
    };
  },
};

/** The sizes of a convolution that Winograd may be for; null for others. */
function winogradSizesOf({ kernelSize, stride, ...sizes }: ConvolutionSizes): WinogradConvolution | null {
  const [[size, width], [step, across]] = [kernelSize, stride];
  if ((size !== 3 && size !== 4 && size !== 5) || width !== size || across !== step) return null;
  if (step !== 1 && step !== 2) return null;
  if (size === 4 ? step === 1 : step === 2 && size === 5) return null;
  return { ...sizes, kernelSize: size, stride: step };
}
