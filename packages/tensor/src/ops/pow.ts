// pow and sqrt: powers and square roots.

import { ArgumentError } from "../checks/errors.js";
import { checkTensor } from "../checks/options.js";
import { apply } from "../door/apply.js";
import { defineOp, type Gradients } from "../door/op.js";
import { pointwise } from "../formulas/pointwise.js";
import * as kernels from "../kernels/kernels.js";
import { checkFits, floatingDTypes, isFloating, promoteWithNumber } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";
import { sub } from "./add.js";
import { eq, ge } from "./compare.js";
import { log } from "./exp.js";
import { mul } from "./mul.js";
import { broadcast, floating, isScalar, likeFirst, numberTensor, type Operand, promote } from "./operands.js";
import { to } from "./to.js";
import { where } from "./where.js";

const powOp = defineOp({
  name: "pow",
  inputs: ["input", "exponent"],
  kernel: kernels.pow,
  infer: likeFirst,
  save: { input: ["input", "exponent"], exponent: ["input", "exponent"], output: ["exponent"] },
  backward: ({ grad, input, exponent, output, needs }): Gradients => {
    const zero = numberTensor(0, grad.dtype, grad);
    // At exponent 0 there is no gradient even where input^(−1) or what comes from behind is infinite; the growth at input 0 is
    // 0 for an exponent that is not negative, as PyTorch has it.
    const along = () => where(eq(exponent, 0), zero, mul(grad, mul(exponent, pow(input, sub(exponent, 1)))));
    const growth = () => {
      const isFlat = mul(eq(input, 0), ge(exponent, 0));
      // The logarithm of 1 there: that of 0 would come back as NaN in second derivatives.
      return where(isFlat, zero, mul(output, log(where(isFlat, numberTensor(1, grad.dtype, grad), input))));
    };
    return [needs[0] ? along() : null, needs[1] ? mul(grad, growth()) : null];
  },
});

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
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2, 3]).pow(2).toArray(); // → [1, 4, 9]
 * ```
 */
export function pow(input: Tensor, exponent: Operand): Tensor {
  checkTensor("pow", "input", input);
  if (isScalar(exponent)) {
    const dtype = promoteWithNumber(input.dtype, exponent);
    if (!isFloating(dtype) && Number(exponent) < 0)
      throw new ArgumentError(
        'pow: Integers to negative integer powers are not allowed; convert with .to("float32") first',
      );
    // To false and true any exponent above 0 is one.
    if (input.dtype === "bool" && !isFloating(dtype)) return pow(to(input, dtype), Math.min(Number(exponent), 1));
    if (!isFloating(dtype)) checkFits("pow", Number(exponent), dtype);
  }
  // As in PyTorch, which matters at −∞ and −0.
  if (exponent === 0.5) return sqrt(input);
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
