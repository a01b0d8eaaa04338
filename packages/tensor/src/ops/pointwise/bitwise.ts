// bitwiseAnd, bitwiseOr, bitwiseXor, bitwiseNot and the shifts, of integers and bools.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import type { Value } from "../../formulas/expression.js";
import * as math from "../../formulas/math/bits.js";
import { pointwise } from "../../formulas/pointwise.js";
import type { DType } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve } from "../curve.js";
import { broadcast, firstOperand, type Operand, promote } from "../operands.js";
import { logicalNot } from "./logical.js";

const integers = ["int32", "uint8"] as const;
const withBools = [...integers, "bool"] as const;

/** A number may stand before a tensor too. */
export interface Bitwise {
  (input: number | boolean, other: Tensor): Tensor;
  (input: Tensor, other: Operand): Tensor;
}

/** @__NO_SIDE_EFFECTS__ */
function bitwise(name: string, dtypes: readonly DType[], combine: (a: Value, b: Value) => Value): Bitwise {
  const op = pointwise({
    name,
    inputs: ["input", "other"],
    dtypes,
    formula: ({ input, other }) => combine(input, other),
  });
  return (input: Operand, other: Operand) =>
    apply(op, broadcast(name, ...promote(name, firstOperand(name, input, other), other)), {});
}

const bitwiseNotOp = curve("bitwiseNot", math.bitNot, undefined, integers);

/**
 * The bits that both have, broadcast. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.bitwise_and.html.
 *
 * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([6, 3], { dtype: "int32" }).bitwiseAnd(2).toArray(); // → [2, 2]
 * ```
 */
export const bitwiseAnd: Bitwise = bitwise("bitwiseAnd", withBools, math.bitAnd);

/**
 * The bits that either has, broadcast. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.bitwise_or.html.
 *
 * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([6, 3], { dtype: "int32" }).bitwiseOr(2).toArray(); // → [6, 3]
 * ```
 */
export const bitwiseOr: Bitwise = bitwise("bitwiseOr", withBools, math.bitOr);

/**
 * The bits that just one has, broadcast. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.bitwise_xor.html.
 *
 * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([6, 3], { dtype: "int32" }).bitwiseXor(2).toArray(); // → [4, 1]
 * ```
 */
export const bitwiseXor: Bitwise = bitwise("bitwiseXor", withBools, math.bitXor);

/**
 * All bits turned; of bools what {@link logicalNot} gives. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.bitwise_not.html.
 *
 * @throws DTypeError for floats.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([6, 3], { dtype: "int32" }).bitwiseNot().toArray(); // → [-7, -4]
 * ```
 */
export function bitwiseNot(input: Tensor): Tensor {
  checkTensor("bitwiseNot", "input", input);
  return input.dtype === "bool" ? logicalNot(input) : (apply(bitwiseNotOp, [input] as never) as unknown as Tensor);
}

/**
 * Bits moved up, broadcast: input · 2ᵒᵗʰᵉʳ, as far as it fits; 0 where other is negative or 32 and more. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.bitwise_left_shift.html.
 *
 * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([6, 3], { dtype: "int32" }).bitwiseLeftShift(2).toArray(); // → [24, 12]
 * ```
 */
export const bitwiseLeftShift: Bitwise = bitwise("bitwiseLeftShift", integers, math.shiftLeft);

/**
 * Bits moved down, broadcast, the sign staying; 0 or −1 where other is negative or 31 and more. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.bitwise_right_shift.html.
 *
 * @throws DTypeError for floats; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([6, 3], { dtype: "int32" }).bitwiseRightShift(1).toArray(); // → [3, 1]
 * ```
 */
export const bitwiseRightShift: Bitwise = bitwise("bitwiseRightShift", integers, math.shiftRight);
