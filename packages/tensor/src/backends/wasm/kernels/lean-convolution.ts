// conv2d and its gradients as products alone, or by Winograd's algorithm; where another way is faster it says so, once.

import { warnOnce } from "../../../checks/warn.js";
import { forwardBy, inputGradientBy, type Ways, weightGradientBy } from "./convolution.js";

function told(what: string): null {
  warnOnce(
    "convolutions",
    `a convolution ${what} takes longer than it has to with the conv2d of the lean entry; take that of "@bernoulli/tensor/convolutions"`,
  );
  return null;
}

const ways: Ways = {
  few: () => told("to a few positions"),
  depthwise: () => told("of single channels"),
};

export const conv2d = { float32: forwardBy(ways) };
export const conv2dWeightGradient = { float32: weightGradientBy(ways) };
export const conv2dInputGradient = { float32: inputGradientBy(ways) };
