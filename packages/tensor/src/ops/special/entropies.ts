// entr and xlog1py: −x log x, and x log(1 + y), both 0 where x is; and ndtr, the normal distribution's share below.

import { apply } from "../../door/apply.js";
import { type Value, where } from "../../formulas/expression.js";
import * as errors from "../../formulas/math/errors.js";
import { log, log1p as log1pOf } from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";
import { broadcast, type Operand, promoteFloats } from "../operands.js";

const entrOp = curve(
  "entr",
  (x) => where(x.gt(0), x.mul(log(x)).neg(), where(x.eq(0), 0, where(x.lt(0), Number.NEGATIVE_INFINITY, x))),
  ({ grad, input }) => grad.mul(log(input).add(1).neg()),
);

function xlog1pyOf(x: Value, y: Value): Value {
  return where(y.ne(y), y, where(x.eq(0), 0, x.mul(log1pOf(y))));
}

const xlog1pyOp = pointwise({
  name: "xlog1py",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => xlog1pyOf(input, other),
  gradient: ({ grad, input, other }) => [
    where(input.eq(0).and(other.le(-1)), 0, xlog1pyOf(grad, other)),
    grad.mul(input.div(other.add(1))),
  ],
});

const ndtrOp = curve("ndtr", (x) => errors.erfc(x.mul(-Math.SQRT1_2)).mul(0.5));

/**
 * −x log x above 0, 0 at 0, −∞ below. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.entr.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.entr(tensor([-1, 0, 0.5])).toArray(); // → [-Infinity, 0, 0.3465736]
 * ```
 */
export const entr: (input: Tensor) => Tensor = inFloats(entrOp);

/**
 * input · log(1 + other), broadcast; 0 where input is, and NaN where other is. Shape: (*), (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.xlog1py.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.xlog1py(tensor([0, 2]), tensor([-1, 1])).toArray(); // → [0, 1.3862944]
 * ```
 */
export function xlog1py(input: number | boolean, other: Tensor): Tensor;
export function xlog1py(input: Tensor, other: Operand): Tensor;
export function xlog1py(input: Operand, other: Operand): Tensor {
  return apply(xlog1pyOp, broadcast("xlog1py", ...promoteFloats("xlog1py", input, other)));
}

/**
 * How much of the standard normal distribution lies below. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.ndtr.
 *
 * @example
 * ```ts
 * import { special, tensor } from "@bernoulli/tensor";
 * special.ndtr(tensor([-1, 0, 1])).toArray(); // → [0.1586553, 0.5, 0.8413447]
 * ```
 */
export const ndtr: (input: Tensor) => Tensor = inFloats(ndtrOp);
