// nextafter: the number beside another.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, where } from "../../formulas/expression.js";
import { neighbour } from "../../formulas/math/neighbours.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { inPlaceOf } from "../in-place.js";
import { broadcast, promote } from "../operands.js";

const nextafterOp = pointwise({
  name: "nextafter",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => neighbour(input, other),
  gradient: ({ grad, input, other }) => [where(input.eq(other), 0, grad), constant(0)],
});

/**
 * The number beside input on the way to other, broadcast; other where they are equal, NaN where one is. Shape: (*), (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nextafter.html.
 *
 * @throws DTypeError for integers and bools; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { nextafter, tensor } from "@bernoulli/tensor";
 * nextafter(tensor([1, 1]), tensor([2, 0])).sub(1).toArray(); // → [1.1920929e-7, -5.9604645e-8]
 * ```
 */
export function nextafter(input: Tensor, other: Tensor): Tensor {
  checkTensor("nextafter", "input", input);
  checkTensor("nextafter", "other", other);
  return apply(nextafterOp, broadcast("nextafter", ...promote("nextafter", input, other)));
}

/** {@link nextafter} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.nextafter_.html. */
export const nextafter_: typeof nextafter = inPlaceOf("nextafter_", nextafter);
