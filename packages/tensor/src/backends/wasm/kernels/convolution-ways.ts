// conv2d and its gradients with every way that there is.

import {
  convolutionInputGradientOfDoubles,
  convolutionOfDoubles,
  convolutionWeightGradientOfDoubles,
} from "../additions/dtypes.js";
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

export const conv2d = { float32: forwardBy(ways), float64: convolutionOfDoubles };
export const conv2dWeightGradient = { float32: weightGradientBy(ways), float64: convolutionWeightGradientOfDoubles };
export const conv2dInputGradient = { float32: inputGradientBy(ways), float64: convolutionInputGradientOfDoubles };
