// lgamma and digamma: the logarithm of the gamma function's magnitude, and its derivative.

import * as math from "../../formulas/math/gamma.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";

const lgammaOp = curve("lgamma", math.lgamma);
const digammaOp = curve("digamma", math.digamma);

/**
 * log |Γ(x)|: ∞ at 0 and at negative whole numbers. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.lgamma.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0.5, 4]).lgamma().toArray(); // → [0.5723649, 1.791759]
 * ```
 */
export const lgamma: (input: Tensor) => Tensor = inFloats(lgammaOp);

/**
 * The derivative of {@link lgamma}: NaN at negative whole numbers, −∞ at 0. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.digamma.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).digamma().toArray(); // → [-0.5772159, 0.4227842]
 * ```
 */
export const digamma: (input: Tensor) => Tensor = inFloats(digammaOp);
