// logicalAnd, logicalOr, logicalXor, logicalNot: of whatever is not 0, as bool.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import type { Truth } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { asGiven, curve } from "../curve.js";
import { broadcast, promote } from "../operands.js";

/** @__NO_SIDE_EFFECTS__ */
function logical(name: string, combine: (a: Truth, b: Truth) => Truth): (input: Tensor, other: Tensor) => Tensor {
  const op = pointwise({
    name,
    inputs: ["input", "other"],
    dtypes: allDTypes,
    formula: ({ input, other }) => combine(input.ne(0), other.ne(0)),
  });
  return (input, other) => {
    checkTensor(name, "input", input);
    checkTensor(name, "other", other);
    return apply(op, broadcast(name, ...promote(name, input, other)), {});
  };
}

const logicalNotOp = curve("logicalNot", (x) => x.eq(0), undefined, allDTypes);

/**
 * Whether both are something, broadcast, as bool. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.logical_and.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).logicalAnd(tensor([3, 0])).toArray(); // → [true, false]
 * ```
 */
export const logicalAnd: (input: Tensor, other: Tensor) => Tensor = logical("logicalAnd", (a, b) => a.and(b));

/**
 * Whether either is something, broadcast, as bool. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.logical_or.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).logicalOr(tensor([3, 0])).toArray(); // → [true, true]
 * ```
 */
export const logicalOr: (input: Tensor, other: Tensor) => Tensor = logical("logicalOr", (a, b) => a.or(b));

/**
 * Whether just one is something, broadcast, as bool. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.logical_xor.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).logicalXor(tensor([3, 0])).toArray(); // → [false, true]
 * ```
 */
export const logicalXor: (input: Tensor, other: Tensor) => Tensor = logical("logicalXor", (a, b) =>
  a.or(b).and(a.and(b).not()),
);

/**
 * Whether it is 0, as bool. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.logical_not.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 2]).logicalNot().toArray(); // → [true, false]
 * ```
 */
export const logicalNot: (input: Tensor) => Tensor = asGiven(logicalNotOp);
