// eq, ne, lt, le, gt, ge: comparisons, element by element, to bool. They have no gradient.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes, dtypeRanges, isWhole } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { broadcast, type Operand, promote } from "../operands.js";

type Comparison = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

/** @__NO_SIDE_EFFECTS__ */
function comparison(name: Comparison): (input: Tensor, other: Operand) => Tensor {
  const op = pointwise({
    name,
    inputs: ["input", "other"],
    dtypes: allDTypes,
    formula: ({ input, other }) => input[name](other),
  });
  return (input, other) => {
    checkTensor(name, "input", input);
    // Beside bools every number beyond int32 compares as its end does.
    const within = input.dtype === "bool" && typeof other === "number" && isWhole(other) ? toInt32Range(other) : other;
    return apply(op, broadcast(name, ...promote(name, input, within)), {});
  };
}

function toInt32Range(value: number): number {
  const [least, most] = dtypeRanges.int32;
  return Math.min(Math.max(value, least), most);
}

/**
 * input = other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.eq.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).eq(2).toArray(); // → [false, true]
 * ```
 */
export const eq: (input: Tensor, other: Operand) => Tensor = comparison("eq");

/** input ≠ other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.ne.html. */
export const ne: (input: Tensor, other: Operand) => Tensor = comparison("ne");

/** input < other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.lt.html. */
export const lt: (input: Tensor, other: Operand) => Tensor = comparison("lt");

/** input ≤ other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.le.html. */
export const le: (input: Tensor, other: Operand) => Tensor = comparison("le");

/** input > other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.gt.html. */
export const gt: (input: Tensor, other: Operand) => Tensor = comparison("gt");

/** input ≥ other, broadcast, as bool. See https://pytorch.org/docs/stable/generated/torch.ge.html. */
export const ge: (input: Tensor, other: Operand) => Tensor = comparison("ge");
