// gcd and lcm: what divides two whole numbers, and what both divide.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import type { Value } from "../../formulas/expression.js";
import * as math from "../../formulas/math/integers.js";
import { pointwise } from "../../formulas/pointwise.js";
import type { Tensor } from "../../tensor/tensor.js";
import { inPlaceOf } from "../in-place.js";
import { broadcast, promote } from "../operands.js";

/** @__NO_SIDE_EFFECTS__ */
function ofIntegers(
  name: "gcd" | "lcm",
  formula: (a: Value, b: Value) => Value,
): (input: Tensor, other: Tensor) => Tensor {
  const op = pointwise({
    name,
    inputs: ["input", "other"],
    dtypes: ["int32", "uint8"],
    formula: ({ input, other }) => formula(input, other),
    gradient: () => [null, null],
  });
  return (input, other) => {
    checkTensor(name, "input", input);
    checkTensor(name, "other", other);
    return apply(op, broadcast(name, ...promote(name, input, other)));
  };
}

/**
 * The greatest common divisor of integers, broadcast; not negative, and 0 of two zeros. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.gcd.html.
 *
 * @throws DTypeError for floats and bools; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { gcd, tensor } from "@bernoulli/tensor";
 * gcd(tensor([6, -8], { dtype: "int32" }), tensor([4, 12], { dtype: "int32" })).toArray(); // → [2, 4]
 * ```
 */
export const gcd: (input: Tensor, other: Tensor) => Tensor = ofIntegers("gcd", math.gcd);

/**
 * The least common multiple of integers, broadcast; not negative, and 0 where one is 0. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.lcm.html.
 *
 * @throws DTypeError for floats and bools; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { lcm, tensor } from "@bernoulli/tensor";
 * lcm(tensor([6, -8], { dtype: "int32" }), tensor([4, 12], { dtype: "int32" })).toArray(); // → [12, 24]
 * ```
 */
export const lcm: (input: Tensor, other: Tensor) => Tensor = ofIntegers("lcm", math.lcm);

/** {@link gcd} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.gcd_.html. */
export const gcd_: typeof gcd = inPlaceOf("gcd_", gcd);

/** {@link lcm} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.lcm_.html. */
export const lcm_: typeof lcm = inPlaceOf("lcm_", lcm);
