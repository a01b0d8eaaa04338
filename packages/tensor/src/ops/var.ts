// var and std: how far elements lie from their mean. Compositions; no kernel of their own.

import { isFloating } from "../dtype.js";
import { ArgumentError, DTypeError } from "../errors.js";
import { checkOptions } from "../options.js";
import type { Tensor } from "../tensor.js";
import { sub } from "./add.js";
import { eq } from "./compare.js";
import { div } from "./div.js";
import { mean } from "./mean.js";
import { mul } from "./mul.js";
import { numberTensor } from "./operands.js";
import { sqrt } from "./pow.js";
import { type Dims, type ReduceOptions, reducedDims, sum } from "./sum.js";
import { where } from "./where.js";

export interface VarianceOptions extends ReduceOptions {
  /** What is taken off the number of elements: 1, the default, for a sample, 0 for a whole population. */
  readonly correction?: number;
}

/**
 * The variance over `dim`, or over everything: Σ (x − mean)² / (n − correction). Shape: (*) → (*) without `dim`.
 * `var` being a keyword, import it as `import { var as variance }`, or call the method.
 * See https://pytorch.org/docs/stable/generated/torch.var.html.
 *
 * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2, 3, 4]).var().item(); // → 1.6666666
 * tensor([1, 3]).var(0, { correction: 0 }).item(); // → 1
 * ```
 */
export function variance(input: Tensor, dim?: Dims, options: VarianceOptions = {}): Tensor {
  return varianceOf("var", input, dim, options);
}

/**
 * The standard deviation, the root of `var`. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.std.html.
 *
 * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 3]).std(0, { correction: 0 }).item(); // → 1
 * ```
 */
export function std(input: Tensor, dim?: Dims, options: VarianceOptions = {}): Tensor {
  const spread = varianceOf("std", input, dim, options);
  // Where nothing varies the root has no slope; PyTorch's gradient is 0 there.
  const none = eq(spread, 0);
  const [zero, one] = [0, 1].map((value) => numberTensor(value, spread.dtype, spread));
  return where(none, zero!, sqrt(where(none, one!, spread)));
}

function varianceOf(op: string, input: Tensor, dim: Dims | undefined, options: VarianceOptions): Tensor {
  checkOptions(op, options, ["correction", "keepdim"]);
  const { correction = 1, keepdim = false } = options;
  if (typeof correction !== "number" || Number.isNaN(correction))
    throw new ArgumentError(`${op}: correction must be a number, but got ${correction}`);
  if (!isFloating(input.dtype)) {
    throw new DTypeError(
      `${op}: only support floating point dtypes, but got ${input.dtype}; convert with .to("float32")`,
    );
  }
  const dims = reducedDims(op, input, dim);
  const count = dims.reduce((product, at) => product * input.shape[at]!, 1);
  const apart = sub(input, mean(input, dims, { keepdim: true }));
  return div(sum(mul(apart, apart), dims, { keepdim }), Math.max(0, count - correction));
}
