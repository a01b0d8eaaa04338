// One of two tensors, element by element: what ops choose by. PyTorch's `where`, which may ask for places too, is indexing/where.ts's.

import { DTypeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { where as choose } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes, checkFits, promoteWithNumber } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { broadcast, checkOperand, isScalar, numberTensor, type Operand, promote } from "../operands.js";

const whereOp = pointwise({
  name: "where",
  inputs: ["condition", "input", "other"],
  truths: ["condition"],
  dtypes: allDTypes,
  formula: ({ condition, input, other }) => choose(condition, input, other),
});

/** `input` where `condition` holds, else `other`, all broadcast. Shape: (*), (*), (*) → (*). */
export function where(condition: Tensor, input: Operand, other: Operand): Tensor {
  checkTensor("where", "condition", condition);
  if (condition.dtype !== "bool")
    throw new DTypeError(
      `where: expected condition to be a bool tensor, but got ${condition.dtype}; compare it first, as in x.ne(0)`,
    );
  for (const branch of [input, other]) if (!isScalar(branch)) checkOperand("where", branch);
  return apply(whereOp, broadcast("where", condition, ...branches(condition, input, other)));
}

/** Both branches in one dtype, into which a number must fit. Two numbers give float32, as everywhere. */
function branches(condition: Tensor, input: Operand, other: Operand): readonly [Tensor, Tensor] {
  if (isScalar(input)) {
    if (!isScalar(other)) return [fitted(other, input), to(other, promoteWithNumber(other.dtype, input))];
    const dtype = typeof input === "boolean" && typeof other === "boolean" ? "bool" : "float32";
    return [numberTensor(Number(input), dtype, condition), numberTensor(Number(other), dtype, condition)];
  }
  if (isScalar(other)) return [to(input, promoteWithNumber(input.dtype, other)), fitted(input, other)];
  return promote("where", input, other);
}

function fitted(beside: Tensor, value: number | boolean): Tensor {
  const dtype = promoteWithNumber(beside.dtype, value);
  checkFits("where", Number(value), dtype);
  return numberTensor(Number(value), dtype, beside);
}
