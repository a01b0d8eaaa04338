// ldexp, frexp and floatPower: floats by powers of two, taken apart into them, and powers in float64.

import { DTypeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { exponentOf, mantissaOf, timesPowerOfTwo } from "../../formulas/math/bits.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes, isFloating } from "../../tensor/dtype.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { inPlaceOf } from "../in-place.js";
import { broadcast, firstOperand, floating, isScalar, type Operand, promote } from "../operands.js";
import { detach } from "../views/detach.js";
import { pow } from "./pow.js";

const exponentOp = pointwise({
  name: "frexp",
  inputs: ["input"],
  dtypes: floatingDTypes,
  formula: ({ input }) => exponentOf(input),
  gradient: () => [null],
});

const mantissaOp = pointwise({
  name: "frexpMantissa",
  inputs: ["input"],
  dtypes: floatingDTypes,
  formula: ({ input }) => mantissaOf(input),
});

const ldexpOp = pointwise({
  name: "ldexp",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => timesPowerOfTwo(input, other),
  gradient: ({ grad, other, output }) => [timesPowerOfTwo(grad, other), grad.mul(output).mul(Math.LN2)],
});

export interface FrexpResult {
  /** In [0.5, 1), with the number's sign. */
  readonly mantissa: Tensor;
  /** Of two, as int32. */
  readonly exponent: Tensor;
}

/**
 * input · 2^other, broadcast. Shape: (*), (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.ldexp.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { ldexp, tensor } from "@bernoulli/tensor";
 * ldexp(tensor([1, 3]), tensor([3, -1])).toArray(); // → [8, 1.5]
 * ```
 */
export function ldexp(input: Tensor, other: Tensor): Tensor {
  checkTensor("ldexp", "input", input);
  checkTensor("ldexp", "other", other);
  const [a, b] = promote("ldexp", input, other);
  return apply(ldexpOp, broadcast("ldexp", floating(a), floating(b)));
}

/** {@link ldexp} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.ldexp_.html. */
export const ldexp_: typeof ldexp = inPlaceOf("ldexp_", ldexp);

/**
 * A float as mantissa · 2^exponent, the mantissa's size in [0.5, 1); what is 0, infinite or NaN is its own mantissa. Shape: (*) → (*), (*).
 * See https://pytorch.org/docs/stable/generated/torch.frexp.html.
 *
 * @throws DTypeError unless the dtype is of floats.
 * @example
 * ```ts
 * import { frexp, tensor } from "@bernoulli/tensor";
 * const { mantissa, exponent } = frexp(tensor([3, -5, 0]));
 * mantissa.toArray(); // → [0.75, -0.625, 0]
 * exponent.toArray(); // → [2, 3, 0]
 * ```
 */
export function frexp(input: Tensor): FrexpResult {
  checkTensor("frexp", "input", input);
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `frexp: only supports floating-point dtypes, but got ${input.dtype}; convert with .to("float32")`,
    );
  return { mantissa: apply(mantissaOp, [input]), exponent: to(apply(exponentOp, [detach(input)]), "int32") };
}

/**
 * input to the power of the exponent, broadcast, computed in float64. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.float_power.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { floatPower, tensor } from "@bernoulli/tensor";
 * floatPower(tensor([2, 3], { dtype: "int32" }), -1).toArray(); // → [0.5, 0.3333333333333333]
 * ```
 */
export function floatPower(input: number | boolean, exponent: Tensor): Tensor;
export function floatPower(input: Tensor, exponent: Operand): Tensor;
export function floatPower(input: Operand, exponent: Operand): Tensor {
  const base = firstOperand("floatPower", input, isTensor(exponent) ? to(exponent, "float64") : exponent);
  return pow(to(base, "float64"), isScalar(exponent) ? Number(exponent) : to(exponent, "float64"));
}

/**
 * {@link floatPower} in place of a float64 tensor; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.float_power_.html.
 *
 * @throws DTypeError unless the input is float64.
 */
export function floatPower_(input: Tensor, exponent: Operand): Tensor {
  checkTensor("floatPower_", "input", input);
  if (input.dtype !== "float64")
    throw new DTypeError(
      `floatPower_: the base given to float_power_ has dtype ${input.dtype} but the operation's result requires dtype float64; convert with .to("float64")`,
    );
  return raise(input, exponent);
}

const raise = inPlaceOf("floatPower_", floatPower, "pow");
