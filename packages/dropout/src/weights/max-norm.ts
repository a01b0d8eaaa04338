// The max-norm constraint, that the dropout paper trains with: what comes into a unit is never longer than c.

import type { Module } from "@bernoulli/nn";
import { ArgumentError, noGrad, type Tensor } from "@bernoulli/tensor";

/**
 * Scales down, in place and outside the graph, what stands in a row of `weight` whose norm is over `max`: call it behind each step of the
 * optimizer. All behind the first dimension is a row, which is what comes into a unit of Linear and of a convolution. Returns the weight.
 * Shape: (out, *).
 * See Srivastava et al., JMLR 15 (2014), §5.1; https://pytorch.org/docs/stable/generated/torch.renorm.html.
 *
 * @throws ArgumentError if max is not positive.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { maxNorm_ } from "@bernoulli/dropout";
 * maxNorm_(tensor([[6, 8], [0.3, 0.4]]), 5).toArray(); // → [[3, 4], [0.3, 0.4]]
 * ```
 */
export function maxNorm_(weight: Tensor, max: number): Tensor {
  if (!(max > 0)) throw new ArgumentError(`maxNorm_: max must be a positive number, but got ${String(max)}`);
  return noGrad(() => {
    if (weight.numel() === 0) return weight;
    const shape = weight.shape.map((size, dim) => (dim === 0 ? size : 1));
    const rows = weight.reshape(weight.size(0), -1);
    const norm = rows.norm(2, 1).reshape(shape);
    // A row within the bound stays what it is, to the last bit.
    return weight.mul_(norm.reciprocal().mul(max).clamp({ max: 1 }).maskedFill(norm.le(max), 1));
  });
}

/**
 * {@link maxNorm_} of each parameter of a model that is a `weight` of two or more dimensions, or the original of one that is parametrized,
 * as by {@link dropConnect}.
 * See Srivastava et al., JMLR 15 (2014), §5.1.
 *
 * @throws ArgumentError if max is not positive.
 * @example
 * ```ts
 * import { Linear } from "@bernoulli/nn";
 * import { constrainMaxNorm_ } from "@bernoulli/dropout";
 * const layer = new Linear(100, 10);
 * constrainMaxNorm_(layer, 0.1);
 * layer.weight.norm(2, 1).le(0.1001).all().item(); // → 1
 * ```
 */
export function constrainMaxNorm_(model: Module, max: number): void {
  for (const [name, parameter] of model.namedParameters())
    if (parameter.ndim >= 2 && /(^|\.)weight[^.]*(\.original)?$/.test(name)) maxNorm_(parameter, max);
}
