// conv2d and its gradients with every way that there is.

import { forwardBy, inputGradientBy, type Ways, weightGradientBy } from "./convolution.js";
import { depthwiseForward, depthwiseInputGradient, depthwiseWeightGradient } from "./depthwise/depthwise.js";
import { forwardOfFew, inputGradientOfFew, weightGradientOfFew } from "./few-positions.js";

const few = { forward: forwardOfFew, weightGradient: weightGradientOfFew, inputGradient: inputGradientOfFew };
const depthwise = {
  forward: depthwiseForward,
  weightGradient: depthwiseWeightGradient,
  inputGradient: depthwiseInputGradient,
};
const ways: Ways = { few: () => few, depthwise: () => depthwise };

export const conv2d = { float32: forwardBy(ways) };
export const conv2dWeightGradient = { float32: weightGradientBy(ways) };
export const conv2dInputGradient = { float32: inputGradientBy(ways) };
