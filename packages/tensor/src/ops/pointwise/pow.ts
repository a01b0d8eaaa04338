// pow and sqrt: powers and square roots.

import { ArgumentError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, type Value } from "../../formulas/expression.js";
import * as power from "../../formulas/math/power.js";
import { pointwise } from "../../formulas/pointwise.js";
import {
  checkFits,
  type DType,
  floatingDTypes,
  isFloating,
  numericDTypes,
  promoteWithNumber,
} from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { broadcast, firstOperand, floating, isScalar, type Operand, promote } from "../operands.js";

const powOp = pointwise({
  name: "pow",
  inputs: ["input", "exponent"],
  dtypes: numericDTypes,
  formula: ({ input, exponent }) => power.pow(input, exponent),
});

/**
 * A power that is no `pow` but a product or a root, as in PyTorch where the exponent is a number; the slope is PyTorch's, exponent · input^(exponent − 1).
 *
 * @__NO_SIDE_EFFECTS__
 */
function product(dtypes: readonly DType[], formula: (x: Value) => Value, slope: (x: Value) => Value) {
  return pointwise({
    name: "pow",
    inputs: ["input"],
    dtypes,
    formula: ({ input }) => formula(input),
    gradient: ({ grad, input }) => [grad.mul(slope(input))],
  });
}

const products: ReadonlyMap<Operand, ReturnType<typeof product>> = new Map([
  [
    2,
    product(
      numericDTypes,
      (x) => x.mul(x),
      (x) => x.mul(2),
    ),
  ],
  [
    3,
    product(
      numericDTypes,
      (x) => x.mul(x).mul(x),
      (x) => x.mul(x).mul(3),
    ),
  ],
  [
    -1,
    product(
      floatingDTypes,
      (x) => constant(1).div(x),
      (x) => constant(1).div(x.mul(x)).neg(),
    ),
  ],
  [
    -0.5,
    product(
      floatingDTypes,
      (x) => constant(1).div(x.sqrt()),
      (x) => power.pow(x, -1.5).mul(-0.5),
    ),
  ],
  // Unlike sqrt it reads its input on the way back, so that its result may be written, as in PyTorch.
  [
    0.5,
    product(
      floatingDTypes,
      (x) => x.sqrt(),
      (x) => constant(0.5).div(x.sqrt()),
    ),
  ],
  [
    1.5,
    product(
      floatingDTypes,
      (x) => power.pow(x, 1.5),
      (x) => x.sqrt().mul(1.5),
    ),
  ],
]);

const sqrtOp = pointwise({
  name: "sqrt",
  inputs: ["input"],
  dtypes: floatingDTypes,
  formula: ({ input }) => input.sqrt(),
});

/**
 * input to the power of `exponent`, broadcast. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.pow.html.
 *
 * @throws ShapeError if the shapes do not broadcast; ArgumentError for integers to a negative integer.
 * @example
 * ```ts
 * import { pow, tensor } from "@bernoulli/tensor";
 * tensor([1, 2, 3]).pow(2).toArray(); // → [1, 4, 9]
 * pow(2, tensor([1, 2, 3])).toArray(); // → [2, 4, 8]
 * ```
 */
export function pow(input: number | boolean, exponent: Tensor): Tensor;
export function pow(input: Tensor, exponent: Operand): Tensor;
export function pow(given: Operand, exponent: Operand): Tensor {
  const input = firstOperand("pow", given, exponent);
  if (isScalar(exponent)) {
    const dtype = promoteWithNumber(input.dtype, exponent);
    if (!isFloating(dtype) && Number(exponent) < 0)
      throw new ArgumentError(
        'pow: Integers to negative integer powers are not allowed; convert with .to("float32") first',
      );
    if (dtype === "bool") return to(pow(to(input, "int32"), Number(exponent)), "bool");
    // To false and true any exponent above 0 is one.
    if (input.dtype === "bool" && !isFloating(dtype)) return pow(to(input, dtype), Math.min(Number(exponent), 1));
    if (!isFloating(dtype)) checkFits("pow", Number(exponent), dtype);
  }
  // Roots among them, as in PyTorch, which matters at −∞ and −0.
  const ofNumber = products.get(exponent);
  if (ofNumber !== undefined && input.dtype !== "bool")
    return apply(ofNumber, [Number.isInteger(exponent) ? input : floating(input)]);
  return apply(powOp, broadcast("pow", ...promote("pow", input, exponent)));
}

/**
 * The square root; NaN below 0. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.sqrt.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([4, 9]).sqrt().toArray(); // → [2, 3]
 * ```
 */
export function sqrt(input: Tensor): Tensor {
  checkTensor("sqrt", "input", input);
  return apply(sqrtOp, [floating(input)]);
}
