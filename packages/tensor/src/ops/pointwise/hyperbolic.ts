// sinh, cosh and the inverses of the hyperbolic functions. tanh.ts has tanh.

import * as math from "../../formulas/math/exponential.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";

const sinhOp = curve("sinh", math.sinh);
const coshOp = curve("cosh", math.cosh);
const asinhOp = curve("asinh", math.asinh);
const acoshOp = curve("acosh", math.acosh);
const atanhOp = curve("atanh", math.atanh);

/**
 * The hyperbolic sine. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.sinh.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).sinh().toArray(); // → [0, 1.175201]
 * ```
 */
export const sinh: (input: Tensor) => Tensor = inFloats(sinhOp);

/**
 * The hyperbolic cosine. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.cosh.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).cosh().toArray(); // → [1, 1.543081]
 * ```
 */
export const cosh: (input: Tensor) => Tensor = inFloats(coshOp);

/**
 * The inverse hyperbolic sine. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.asinh.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).asinh().toArray(); // → [0, 0.8813736]
 * ```
 */
export const asinh: (input: Tensor) => Tensor = inFloats(asinhOp);

/**
 * The inverse hyperbolic cosine, not negative; NaN below 1. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.acosh.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).acosh().toArray(); // → [0, 1.316958]
 * ```
 */
export const acosh: (input: Tensor) => Tensor = inFloats(acoshOp);

/**
 * The inverse hyperbolic tangent: ±∞ at ±1, NaN beyond. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.atanh.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 0.5]).atanh().toArray(); // → [0, 0.5493062]
 * ```
 */
export const atanh: (input: Tensor) => Tensor = inFloats(atanhOp);
