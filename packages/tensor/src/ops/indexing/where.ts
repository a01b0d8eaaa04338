// where: a choice of two, or the places at which a condition holds. The choice is pointwise/where.ts's, for ops that need no places.

import { checkTensor } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import type { Operand } from "../operands.js";
import { where as choice } from "../pointwise/where.js";
import { nonzero } from "./places.js";

/**
 * `input` where `condition` holds, else `other`, all broadcast. Shape: (*), (*), (*) → (*). Of the condition alone the places at which it
 * holds, a vector for each dimension, as {@link nonzero} gives them with `asTuple`.
 * See https://pytorch.org/docs/stable/generated/torch.where.html.
 *
 * @throws DTypeError unless the condition is bool; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor, where } from "@bernoulli/tensor";
 * const x = tensor([-1, 2]);
 * where(x.gt(0), x, 0).toArray(); // → [0, 2]
 * where(x.gt(0)).map((places) => places.toArray()); // → [[1]]
 * ```
 */
export function where(condition: Tensor): Tensor[];
export function where(condition: Tensor, input: Operand, other: Operand): Tensor;
export function where(condition: Tensor, ...branches: readonly Operand[]): Tensor | Tensor[] {
  checkTensor("where", "condition", condition);
  if (branches.length === 0) return nonzero(condition, { asTuple: true });
  return choice(condition, branches[0]!, branches[1]!);
}
