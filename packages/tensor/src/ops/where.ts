// where: one of two tensors, element by element.

import { apply } from "../apply.js";
import { DTypeError } from "../errors.js";
import { defineOp, type Gradients } from "../op.js";
import { Tensor } from "../tensor.js";
import { broadcast, numberTensor, type Operand, promote } from "./operands.js";

const whereOp = defineOp({
  name: "where",
  inputs: ["condition", "input", "other"],
  kernel: "where",
  dtypeFrom: 1,
  infer: ([, { shape, dtype }]) => [{ shape, dtype }],
  save: { condition: ["input", "other"] },
  backward: ({ grad, condition, needs }): Gradients => {
    const zero = numberTensor(0, grad.dtype, grad);
    return [null, needs[1] ? where(condition, grad, zero) : null, needs[2] ? where(condition, zero, grad) : null];
  },
});

/**
 * `input` where `condition` holds, else `other`, all broadcast. Shape: (*), (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.where.html.
 *
 * @throws DTypeError unless the condition is bool; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor, where } from "@bernoulli/tensor";
 * const x = tensor([-1, 2]);
 * where(x.gt(0), x, 0).toArray(); // → [0, 2]
 * ```
 */
export function where(condition: Tensor, input: Operand, other: Operand): Tensor {
  if (condition.dtype !== "bool")
    throw new DTypeError(
      `where: expected condition to be a bool tensor, but got ${condition.dtype}; compare it first, as in x.ne(0)`,
    );
  const first =
    input instanceof Tensor ? input : numberTensor(input, other instanceof Tensor ? other.dtype : "float32", condition);
  return apply(whereOp, broadcast("where", condition, ...promote("where", first, other)));
}
