// The gamma function's relatives: polygamma, the logarithm of its many-dimensional kin, and the incomplete ones.

import { describe } from "../../checks/describe.js";
import { ArgumentError, AutogradError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import type { Value } from "../../formulas/expression.js";
import { polygamma as polygammaOf } from "../../formulas/math/gamma.js";
import * as shares from "../../formulas/math/incomplete-gamma.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { type Curve, curve } from "../curve.js";
import { inPlaceOf } from "../in-place.js";
import { broadcast, floating, promoteFloats } from "../operands.js";
import { add } from "../pointwise/add.js";
import { lgamma } from "../pointwise/gamma.js";

const polygammaOps = new Map<number, Curve>();

/**
 * The n-th derivative of digamma, n from 0 on. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/special.html#torch.special.polygamma.
 *
 * @throws ArgumentError unless n is a whole number from 0 on.
 * @example
 * ```ts
 * import { polygamma, tensor } from "@bernoulli/tensor";
 * polygamma(1, tensor([1, 0.5])).toArray(); // → [1.6449341, 4.9348022]
 * ```
 */
export function polygamma(n: number, input: Tensor): Tensor {
  if (!Number.isInteger(n) || n < 0)
    throw new ArgumentError(
      `polygamma: polygamma(n, x) does not support negative n, nor fractions, but got ${describe(n)}`,
    );
  checkTensor("polygamma", "input", input);
  let op = polygammaOps.get(n);
  if (op === undefined) polygammaOps.set(n, (op = curve("polygamma", (x) => polygammaOf(n, x))));
  return apply(op, [floating(input)] as never) as unknown as Tensor;
}

/** {@link polygamma} in place, where the tensor comes first; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.polygamma_.html. */
export const polygamma_: (input: Tensor, n: number) => Tensor = inPlaceOf("polygamma_", (input: Tensor, n: number) =>
  polygamma(n, input),
);

/**
 * The logarithm of the gamma function of p dimensions: p(p − 1)/4 · log π and the sum of lgamma(x − j/2), j from 0 to p − 1. Shape: (*) → (*).
 * Integers give float32. What is not above (p − 1)/2 is outside its domain, and not looked for.
 * See https://pytorch.org/docs/stable/special.html#torch.special.multigammaln.
 *
 * @throws ArgumentError unless p is a whole number above 0.
 * @example
 * ```ts
 * import { mvlgamma, tensor } from "@bernoulli/tensor";
 * mvlgamma(tensor([2, 3]), 2).toArray(); // → [0.4515827, 1.5501949]
 * ```
 */
export function mvlgamma(input: Tensor, p: number): Tensor {
  checkTensor("mvlgamma", "input", input);
  if (!Number.isInteger(p) || p < 1)
    throw new ArgumentError(`mvlgamma: p has to be greater than or equal to 1, and whole, but got ${describe(p)}`);
  const x = floating(input);
  let sum = lgamma(x);
  for (let j = 1; j < p; j++) sum = add(sum, lgamma(add(x, -j / 2)));
  return p === 1 ? sum : add(sum, (p * (p - 1) * Math.log(Math.PI)) / 4);
}

/** {@link mvlgamma} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.mvlgamma_.html. */
export const mvlgamma_: typeof mvlgamma = inPlaceOf("mvlgamma_", mvlgamma);

/** @__NO_SIDE_EFFECTS__ */
function incomplete(
  name: "igamma" | "igammac",
  share: (a: Value, x: Value) => Value,
): (input: Tensor, other: Tensor) => Tensor {
  const op = pointwise({
    name,
    inputs: ["input", "other"],
    dtypes: floatingDTypes,
    formula: ({ input, other }) => share(input, other),
  });
  return (input, other) => {
    checkTensor(name, "input", input);
    checkTensor(name, "other", other);
    if (input.requiresGrad)
      throw new AutogradError(
        `${name}: the derivative for 'input' is not implemented, nor is it in PyTorch; detach() says that none is wanted`,
      );
    return apply(op, broadcast(name, ...promoteFloats(name, input, other)));
  };
}

/**
 * The part of Γ(input) whose integral ends at other: the lower regularised incomplete gamma function, broadcast. Shape: (*), (*) → (*).
 * NaN below 0. The gradient is that of `other`.
 * See https://pytorch.org/docs/stable/special.html#torch.special.gammainc.
 *
 * @throws AutogradError where the input requires a gradient.
 * @example
 * ```ts
 * import { igamma, tensor } from "@bernoulli/tensor";
 * igamma(tensor([4, 4]), tensor([3, 4])).toArray(); // → [0.3527681, 0.5665299]
 * ```
 */
export const igamma: (input: Tensor, other: Tensor) => Tensor = incomplete("igamma", shares.igamma);

/** {@link igamma} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.igamma_.html. */
export const igamma_: typeof igamma = inPlaceOf("igamma_", igamma);

/**
 * What {@link igamma} leaves of 1. Shape: (*), (*) → (*). See https://pytorch.org/docs/stable/special.html#torch.special.gammaincc.
 *
 * @throws AutogradError where the input requires a gradient.
 * @example
 * ```ts
 * import { igammac, tensor } from "@bernoulli/tensor";
 * igammac(tensor([4, 4]), tensor([3, 4])).toArray(); // → [0.6472319, 0.4334701]
 * ```
 */
export const igammac: (input: Tensor, other: Tensor) => Tensor = incomplete("igammac", shares.igammac);

/** {@link igammac} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.igammac_.html. */
export const igammac_: typeof igammac = inPlaceOf("igammac_", igammac);
