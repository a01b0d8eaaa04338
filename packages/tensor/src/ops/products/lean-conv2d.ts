// conv2d of the lean entry: without ways of its own for some convolutions.

import * as kernels from "../../kernels/lean-kernels.js";
import type { conv2d as conv2dByAll } from "./conv2d.js";
import { conv2dBy, convolutionBy } from "./convolution-ops.js";

const convolution = convolutionBy({
  forward: kernels.conv2d,
  weightGradient: kernels.conv2dWeightGradient,
  inputGradient: kernels.conv2dInputGradient,
});

/**
 * As conv2d, but as matrix products also in groups of single channels and to a few positions: there that of
 * `@bernoulli/tensor/convolutions` is faster.
 */
export const conv2d: typeof conv2dByAll = (input, weight, options = {}) =>
  conv2dBy(convolution.convolve, input, weight, options);
