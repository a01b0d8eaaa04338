// renorm and dist: slices made no longer than they may be, and how far two tensors are apart.

import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { inNameOf } from "../../checks/in-name-of.js";
import { checkNumber, checkTensor } from "../../checks/options.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { inPlaceOf } from "../in-place.js";
import { add, sub } from "../pointwise/add.js";
import { gt } from "../pointwise/compare.js";
import { mul } from "../pointwise/mul.js";
import { reciprocal } from "../pointwise/roots.js";
import { where } from "../pointwise/where.js";
import { detach } from "../views/detach.js";
import { norm } from "./norm.js";

/**
 * The input whose slices along `dim` have a p-norm of `maxnorm` at most: longer ones are scaled by maxnorm / (norm + 1e-7). Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.renorm.html.
 *
 * @throws ShapeError for less than two dimensions; ArgumentError for a p not above 0, or a negative maxnorm.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[3, 4], [0, 1]]).renorm(2, 0, 1).toArray(); // → [[0.6, 0.8], [0, 1]]
 * ```
 */
export function renorm(input: Tensor, p: number, dim: number, maxnorm: number): Tensor {
  checkTensor("renorm", "input", input);
  checkNumber("renorm", "p", p);
  checkNumber("renorm", "maxnorm", maxnorm);
  if (p <= 0) throw new ArgumentError(`renorm: non-positive-norm not supported, but got p ${p}`);
  if (maxnorm < 0) throw new ArgumentError(`renorm: expected maxnorm to be >= 0 but got ${maxnorm}`);
  if (input.ndim < 2) throw new ShapeError(`renorm: input needs at least 2 dimensions, got ${input.ndim} dimensions`);
  const at = normalizeDim("renorm", dim, input.ndim);
  const others = input.shape.flatMap((_, other) => (other === at ? [] : [other]));
  const lengthOf = (values: Tensor) => norm(values, p, others, { keepdim: true });
  const length = lengthOf(detach(input));
  const isLonger = gt(length, maxnorm);
  // A slope passes by what stays as it is, whatever its length, which may be none.
  const scaled = input.requiresGrad ? lengthOf(where(isLonger, input, 0)) : length;
  return mul(input, where(isLonger, mul(reciprocal(add(scaled, 1e-7)), maxnorm), 1));
}

/** {@link renorm} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.renorm_.html. */
export const renorm_: typeof renorm = inPlaceOf("renorm_", renorm);

/**
 * The p-norm of input − other, broadcast. Shape: (*), (*) → (). See https://pytorch.org/docs/stable/generated/torch.dist.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { dist, tensor } from "@bernoulli/tensor";
 * dist(tensor([1, 2]), tensor([4, 6])).item(); // → 5
 * ```
 */
export function dist(input: Tensor, other: Tensor, p = 2): Tensor {
  checkTensor("dist", "input", input);
  checkTensor("dist", "other", other);
  return inNameOf("dist", ["sub", "norm"], () => norm(sub(input, other), p));
}
