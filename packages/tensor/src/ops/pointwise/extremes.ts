// maximum, minimum, fmax, fmin, clampMin, clampMax: the larger and the smaller of two.

import { inNameOf } from "../../checks/in-name-of.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { type Given, type Truth, type Value, where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { broadcast, promote } from "../operands.js";
import { extremeOfTwo } from "../reductions/max.js";
import { clamp } from "./clamp.js";

const isNumber = (x: Value): Truth => x.eq(x);

/** @__NO_SIDE_EFFECTS__ */
function ofNumbers(name: string, isFirst: (a: Value, b: Value) => Truth) {
  const first = (a: Value, b: Value): Truth => isFirst(a, b).or(isNumber(b).not());
  const shared = (grad: Value, a: Value, b: Value, own: Given, other: Given): Value =>
    where(a.eq(b), grad.mul(0.5), where(first(a, b), own, other));
  return pointwise({
    name,
    inputs: ["input", "other"],
    dtypes: allDTypes,
    formula: ({ input, other }) => where(first(input, other), input, other),
    gradient: ({ grad, input, other }) => [shared(grad, input, other, grad, 0), shared(grad, input, other, 0, grad)],
  });
}

const fmaxOp = ofNumbers("fmax", (a, b) => a.ge(b));
const fminOp = ofNumbers("fmin", (a, b) => a.le(b));

/**
 * The larger of two, broadcast; NaN where either is. Of two alike each gets half the gradient. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.maximum.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 5]).maximum(tensor([3, 2])).toArray(); // → [3, 5]
 * ```
 */
export function maximum(input: Tensor, other: Tensor): Tensor {
  checkTensor("maximum", "input", input);
  checkTensor("maximum", "other", other);
  return extremeOfTwo("max", "maximum", input, other);
}

/**
 * The smaller of two, broadcast; NaN where either is. Of two alike each gets half the gradient. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.minimum.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 5]).minimum(tensor([3, 2])).toArray(); // → [1, 2]
 * ```
 */
export function minimum(input: Tensor, other: Tensor): Tensor {
  checkTensor("minimum", "input", input);
  checkTensor("minimum", "other", other);
  return extremeOfTwo("min", "minimum", input, other);
}

/**
 * The larger of two, broadcast; where one is NaN, the other. Of two alike each gets half the gradient.
 * Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.fmax.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 5]).fmax(tensor([3, 2])).toArray(); // → [3, 5]
 * ```
 */
export function fmax(input: Tensor, other: Tensor): Tensor {
  checkTensor("fmax", "input", input);
  checkTensor("fmax", "other", other);
  return apply(fmaxOp, broadcast("fmax", ...promote("fmax", input, other)));
}

/**
 * The smaller of two, broadcast; where one is NaN, the other. Of two alike each gets half the gradient.
 * Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.fmin.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 5]).fmin(tensor([3, 2])).toArray(); // → [1, 2]
 * ```
 */
export function fmin(input: Tensor, other: Tensor): Tensor {
  checkTensor("fmin", "input", input);
  checkTensor("fmin", "other", other);
  return apply(fminOp, broadcast("fmin", ...promote("fmin", input, other)));
}

/**
 * {@link clamp} with the lower bound alone. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.clamp.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 5]).clampMin(2).toArray(); // → [2, 5]
 * ```
 */
export function clampMin(input: Tensor, min: number | boolean | Tensor): Tensor {
  return inNameOf("clampMin", ["clamp"], () => clamp(input, { min }));
}

/**
 * {@link clamp} with the upper bound alone. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.clamp.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 5]).clampMax(2).toArray(); // → [1, 2]
 * ```
 */
export function clampMax(input: Tensor, max: number | boolean | Tensor): Tensor {
  return inNameOf("clampMax", ["clamp"], () => clamp(input, { max }));
}
