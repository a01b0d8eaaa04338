// gelu, silu and mish: x times a smooth step.

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, type Value } from "../../formulas/expression.js";
import { exp, tanh } from "../../formulas/math/exponential.js";
import { sigmoid, gelu as smoothed } from "../../formulas/math/gates.js";
import type { Tensor } from "../../tensor/tensor.js";
import { applyTo, curve, type InPlaceOption } from "../curve.js";

const geluOp = curve("gelu", (x) => smoothed(x));

const cubic = 0.044715;
const steepness = (x: Value): Value => x.mul(Math.sqrt(2 / Math.PI));
const step = (x: Value): Value => tanh(steepness(x.add(x.mul(x).mul(x).mul(cubic))));

// The slope is put together before it meets the gradient, which may be infinite.
const tanhGeluOp = curve(
  "gelu",
  (x) => x.mul(0.5).mul(step(x).add(1)),
  ({ grad, input }) => {
    const share = step(input);
    const inner = steepness(constant(1).add(input.mul(input).mul(3 * cubic)));
    const rising = input
      .mul(0.5)
      .mul(constant(1).sub(share.mul(share)))
      .mul(inner);
    return grad.mul(share.add(1).mul(0.5).add(rising));
  },
);

const siluOp = curve(
  "silu",
  (x) => x.mul(sigmoid(x)),
  ({ grad, input }) => {
    const share = sigmoid(input);
    return grad.mul(share.mul(input.mul(constant(1).sub(share)).add(1)));
  },
);

/**
 * eˣ, and tanh(log(1 + eˣ)) = n / (n + 2) with n = eˣ(eˣ + 2), which is exact where eˣ is small. Above 20 nothing changes in any
 * dtype, and nothing overflows.
 */
function partsOfMish(x: Value): { readonly e: Value; readonly tanh: Value } {
  const e = exp(x.minimum(20));
  const n = e.mul(e.add(2));
  return { e, tanh: n.div(n.add(2)) };
}

// The gradient as PyTorch has it: NaN at infinity, where the derived slope is 1.
const mishOp = curve(
  "mish",
  (x) => x.mul(partsOfMish(x).tanh),
  ({ grad, input }) => {
    const { e, tanh } = partsOfMish(input);
    const slope = input.mul(e.div(e.add(1))).mul(constant(1).sub(tanh.mul(tanh)));
    return grad.mul(tanh.add(slope));
  },
);

export interface GeluOptions {
  /** `"tanh"` takes the tangent of a cubic in place of erf. Default `"none"`. */
  readonly approximate?: "none" | "tanh";
}

/**
 * x · Φ(x), Φ being the normal distribution function. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.gelu.html; Hendrycks and Gimpel, 2016.
 *
 * @throws ArgumentError for an approximation that is none.
 * @example
 * ```ts
 * import { gelu, tensor } from "@bernoulli/tensor";
 * gelu(tensor([-1, 0, 1])).toArray(); // → [-0.1586553, 0, 0.8413447]
 * gelu(tensor([-1, 0, 1]), { approximate: "tanh" }).toArray(); // → [-0.158808, 0, 0.841192]
 * ```
 */
export function gelu(input: Tensor, options: GeluOptions = {}): Tensor {
  checkTensor("gelu", "input", input);
  checkOptions("gelu", options, ["approximate"]);
  const { approximate = "none" } = options;
  if (approximate !== "none" && approximate !== "tanh")
    throw new ArgumentError(`gelu: approximate argument must be either none or tanh, but got ${describe(approximate)}`);
  return apply(approximate === "tanh" ? tanhGeluOp : geluOp, [input] as never) as unknown as Tensor;
}

/**
 * x · sigmoid(x), which is called swish too. Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.silu.html.
 *
 * @example
 * ```ts
 * import { silu, tensor } from "@bernoulli/tensor";
 * silu(tensor([-1, 0, 1])).toArray(); // → [-0.2689414, 0, 0.7310586]
 * ```
 */
export function silu(input: Tensor, ...rest: Positional<InPlaceOption, ["inplace"]>): Tensor {
  const options = optionsOf<InPlaceOption>("silu", ["inplace"], rest);
  checkOptions("silu", options, { inplace: "boolean" });
  return applyTo(siluOp, input, {}, options);
}

/**
 * x · tanh(softplus(x)). Shape: (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.mish.html; Misra, 2019.
 *
 * @example
 * ```ts
 * import { mish, tensor } from "@bernoulli/tensor";
 * mish(tensor([-1, 0, 1])).toArray(); // → [-0.3034015, 0, 0.8650984]
 * ```
 */
export function mish(input: Tensor, ...rest: Positional<InPlaceOption, ["inplace"]>): Tensor {
  const options = optionsOf<InPlaceOption>("mish", ["inplace"], rest);
  checkOptions("mish", options, { inplace: "boolean" });
  return applyTo(mishOp, input, {}, options);
}
