// erfcx, logNdtr and ndtri: tails of the normal distribution, scaled, as a logarithm, and turned around. ndtr itself is entropies.ts's.

import * as errors from "../../formulas/math/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";

const erfcxOp = curve("erfcx", errors.erfcx);
const ndtriOp = curve("ndtri", errors.ndtri);
const logNdtrOp = curve("logNdtr", errors.logNdtr);

/**
 * exp(x²) · erfc(x), which goes down as 1 / (x·√π) where erfc is nothing any more. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.erfcx.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.erfcx(tensor([-1, 0, 100])).toArray(); // → [5.00898, 1, 0.005641614]
 * ```
 */
export const erfcx: (input: Tensor) => Tensor = inFloats(erfcxOp);

/**
 * The logarithm of how much of the standard normal distribution lies below, which has its digits where the share has none. Shape: (*) →
 * (*). Integers give float32. See https://pytorch.org/docs/stable/special.html#torch.special.log_ndtr.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.logNdtr(tensor([-40, 0, 3])).toArray(); // → [-804.6084, -0.6931472, -0.001350810]
 * ```
 */
export const logNdtr: (input: Tensor) => Tensor = inFloats(logNdtrOp);

/**
 * Below which number a share of the standard normal distribution lies: −∞ at 0, ∞ at 1, NaN beyond. Shape: (*) → (*). Integers give
 * float32. See https://pytorch.org/docs/stable/special.html#torch.special.ndtri.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.ndtri(tensor([0, 0.1586553, 0.5])).toArray(); // → [-Infinity, -0.99999994, 0]
 * ```
 */
export const ndtri: (input: Tensor) => Tensor = inFloats(ndtriOp);
