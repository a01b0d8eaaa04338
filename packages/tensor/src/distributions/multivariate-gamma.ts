// The multivariate gamma function's logarithm and its derivative, as PyTorch's torch.mvlgamma: sums over p shifted arguments.

import { arange } from "../ops/creation/creation.js";
import { add, sub } from "../ops/pointwise/add.js";
import { digamma, lgamma } from "../ops/pointwise/gamma.js";
import { mul } from "../ops/pointwise/mul.js";
import { sum } from "../ops/reductions/sum.js";
import { unsqueeze } from "../ops/views/view.js";
import type { Tensor } from "../tensor/tensor.js";

/** The argument, less each of 0, ½, 1, … below p / 2. Shape: (*) → (*, p). */
function shifted(a: Tensor, p: number): Tensor {
  return sub(unsqueeze(a, -1), mul(arange(p, { dtype: a.dtype, device: a.device }), 0.5));
}

export function multivariateLgamma(a: Tensor, p: number): Tensor {
  return add(sum(lgamma(shifted(a, p)), -1), ((p * (p - 1)) / 4) * Math.log(Math.PI));
}

export function multivariateDigamma(a: Tensor, p: number): Tensor {
  return sum(digamma(shifted(a, p)), -1);
}
