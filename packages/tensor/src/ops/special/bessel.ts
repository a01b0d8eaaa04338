// The modified Bessel functions of the first kind, of orders 0 and 1, as they are and without their growth.

import * as bessel from "../../formulas/math/bessel.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";
import { inPlaceOf } from "../in-place.js";

const i0Op = curve("i0", bessel.i0);
const i0eOp = curve("i0e", bessel.i0e);
const i1Op = curve("i1", bessel.i1);
const i1eOp = curve("i1e", bessel.i1e);

/**
 * The modified Bessel function of the first kind, of order 0. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.i0.
 *
 * @example
 * ```ts
 * import { i0, tensor } from "@bernoulli/tensor";
 * i0(tensor([0, 1, 2])).toArray(); // → [1, 1.2660658, 2.2795854]
 * ```
 */
export const i0: (input: Tensor) => Tensor = inFloats(i0Op);

/** {@link i0} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.i0_.html. */
export const i0_: typeof i0 = inPlaceOf("i0_", i0);

/**
 * {@link i0} times e⁻|ˣ|. Shape: (*) → (*). Integers give float32. See https://pytorch.org/docs/stable/special.html#torch.special.i0e.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.i0e(tensor([0, 2])).toArray(); // → [1, 0.3085083]
 * ```
 */
export const i0e: (input: Tensor) => Tensor = inFloats(i0eOp);

/**
 * The modified Bessel function of the first kind, of order 1. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.i1.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.i1(tensor([0, -2])).toArray(); // → [0, -1.5906369]
 * ```
 */
export const i1: (input: Tensor) => Tensor = inFloats(i1Op);

/**
 * {@link i1} times e⁻|ˣ|. Shape: (*) → (*). Integers give float32. See https://pytorch.org/docs/stable/special.html#torch.special.i1e.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.i1e(tensor([0, -2])).toArray(); // → [0, -0.2152693]
 * ```
 */
export const i1e: (input: Tensor) => Tensor = inFloats(i1eOp);
