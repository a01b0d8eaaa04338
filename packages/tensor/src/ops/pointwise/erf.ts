// erf, erfc and erfinv: the error function, what is missing to 1, and the inverse.

import * as math from "../../formulas/math/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";

const erfOp = curve("erf", math.erf);
const erfcOp = curve("erfc", math.erfc);
const erfinvOp = curve("erfinv", math.erfinv);

/**
 * The error function, 2/√π ∫₀ˣ e^(−t²) dt. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.erf.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).erf().toArray(); // → [0, 0.8427008]
 * ```
 */
export const erf: (input: Tensor) => Tensor = inFloats(erfOp);

/**
 * 1 − erf x, to the last digits where that is small. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.erfc.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 5]).erfc().toArray(); // → [1, 1.53746e-12]
 * ```
 */
export const erfc: (input: Tensor) => Tensor = inFloats(erfcOp);

/**
 * The inverse of {@link erf}: ±∞ at ±1, NaN beyond. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.erfinv.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 0.5]).erfinv().toArray(); // → [0, 0.4769363]
 * ```
 */
export const erfinv: (input: Tensor) => Tensor = inFloats(erfinvOp);
