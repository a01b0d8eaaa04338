// real, conj, angle and their like: what PyTorch asks of complex numbers, of which there are none here; positive and rsub.

import { DTypeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, where } from "../../formulas/expression.js";
import { allDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";
import type { Operand } from "../operands.js";
import { sub } from "./add.js";

/**
 * The input itself: its numbers are real. See https://pytorch.org/docs/stable/generated/torch.real.html.
 *
 * @example
 * ```ts
 * import { ones, real } from "@bernoulli/tensor";
 * const x = ones(2);
 * real(x) === x; // → true
 * ```
 */
export function real(input: Tensor): Tensor {
  checkTensor("real", "input", input);
  return input;
}

/** The input itself: its numbers are real. See https://pytorch.org/docs/stable/generated/torch.conj.html. */
export const conj: typeof real = real;

/** The input itself: its numbers are real. See https://pytorch.org/docs/stable/generated/torch.conj_physical.html. */
export const conjPhysical: typeof real = real;

/** The input itself: it is no view of complex numbers. See https://pytorch.org/docs/stable/generated/torch.resolve_conj.html. */
export const resolveConj: typeof real = real;

/** The input itself: it is no view of complex numbers. See https://pytorch.org/docs/stable/generated/torch.resolve_neg.html. */
export const resolveNeg: typeof real = real;

/**
 * The input itself, as Python's `+x`. See https://pytorch.org/docs/stable/generated/torch.positive.html.
 *
 * @throws DTypeError for bool.
 */
export function positive(input: Tensor): Tensor {
  checkTensor("positive", "input", input);
  if (input.dtype === "bool")
    throw new DTypeError(
      'positive: The `+` operator, on a bool tensor is not supported; convert with .to("int32") first',
    );
  return input;
}

const isrealOp = curve("isreal", (x) => x.eq(x).or(x.ne(x)), undefined, allDTypes);

/**
 * True of every element. Shape: (*) → (*), bool. See https://pytorch.org/docs/stable/generated/torch.isreal.html.
 *
 * @example
 * ```ts
 * import { isreal, tensor } from "@bernoulli/tensor";
 * isreal(tensor([1, NaN])).toArray(); // → [true, true]
 * ```
 */
export function isreal(input: Tensor): Tensor {
  checkTensor("isreal", "input", input);
  return apply(isrealOp, [input] as never) as unknown as Tensor;
}

const angleOp = curve(
  "angle",
  (x) => where(x.ne(x), x, where(x.lt(0), Math.PI, 0)),
  () => constant(0),
);

/**
 * The angle to the positive numbers: π below zero, else 0; NaN of NaN. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.angle.html.
 *
 * @example
 * ```ts
 * import { angle, tensor } from "@bernoulli/tensor";
 * angle(tensor([-1, 2])).toArray(); // → [3.1415927, 0]
 * ```
 */
export const angle: (input: Tensor) => Tensor = inFloats(angleOp);

/**
 * other − input, broadcast. Shape: (*), (*) → (*). See https://pytorch.org/docs/stable/generated/torch.sub.html.
 *
 * @throws as `sub`.
 * @example
 * ```ts
 * import { rsub, tensor } from "@bernoulli/tensor";
 * rsub(tensor([1, 2]), 5).toArray(); // → [4, 3]
 * ```
 */
export function rsub(input: Tensor, other: Operand): Tensor {
  checkTensor("rsub", "input", input);
  return sub(other as Tensor, input);
}
