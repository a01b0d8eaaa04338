// sin, cos, tan and their inverses, of angles in radians.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import * as math from "../../formulas/math/trigonometric.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";
import { inPlaceOf } from "../in-place.js";
import { broadcast, promoteFloats } from "../operands.js";

const sinOp = curve("sin", math.sin);
const cosOp = curve("cos", math.cos);
const tanOp = curve("tan", math.tan);
const asinOp = curve("asin", math.asin);
const acosOp = curve("acos", math.acos);
const atanOp = curve("atan", math.atan);

const atan2Op = pointwise({
  name: "atan2",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => math.atan2(input, other),
});

/**
 * The sine, of an angle in radians. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.sin.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).sin().toArray(); // → [0, 0.841471]
 * ```
 */
export const sin: (input: Tensor) => Tensor = inFloats(sinOp);

/**
 * {@link sin} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.sin_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export const sin_: (input: Tensor) => Tensor = inPlaceOf("sin_", sin);

/**
 * The cosine, of an angle in radians. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.cos.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).cos().toArray(); // → [1, 0.5403023]
 * ```
 */
export const cos: (input: Tensor) => Tensor = inFloats(cosOp);

/**
 * {@link cos} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.cos_.html.
 *
 * @throws AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export const cos_: (input: Tensor) => Tensor = inPlaceOf("cos_", cos);

/**
 * The tangent, of an angle in radians. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.tan.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).tan().toArray(); // → [0, 1.557408]
 * ```
 */
export const tan: (input: Tensor) => Tensor = inFloats(tanOp);

/**
 * The angle in [−π/2, π/2] that has this sine; NaN beyond [−1, 1]. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.asin.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 0.5]).asin().toArray(); // → [0, 0.5235988]
 * ```
 */
export const asin: (input: Tensor) => Tensor = inFloats(asinOp);

/**
 * The angle in [0, π] that has this cosine; NaN beyond [−1, 1]. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.acos.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 0.5]).acos().toArray(); // → [0, 1.047198]
 * ```
 */
export const acos: (input: Tensor) => Tensor = inFloats(acosOp);

/**
 * The angle in (−π/2, π/2) that has this tangent. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.atan.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).atan().toArray(); // → [0, 0.7853982]
 * ```
 */
export const atan: (input: Tensor) => Tensor = inFloats(atanOp);

/**
 * The angle in [−π, π] of the point (other, input), broadcast; signs of zeros tell the side. Shape: (*), (*) → (*). Integers give
 * float32.
 * See https://pytorch.org/docs/stable/generated/torch.atan2.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, -1]).atan2(tensor([1, -1])).toArray(); // → [0.7853982, -2.3561945]
 * ```
 */
export function atan2(input: Tensor, other: Tensor): Tensor {
  checkTensor("atan2", "input", input);
  checkTensor("atan2", "other", other);
  return apply(atan2Op, broadcast("atan2", ...promoteFloats("atan2", input, other)));
}
