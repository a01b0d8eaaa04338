// exp2, expm1, log1p, log2, log10 and what adds logarithms: the relatives of exp and log, which are exp.ts's.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { type Value, where } from "../../formulas/expression.js";
import * as math from "../../formulas/math/exponential.js";
import { exp, log } from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";
import { broadcast, type Operand, promote, promoteFloats } from "../operands.js";

const exp2Op = curve("exp2", math.exp2);
const expm1Op = curve("expm1", math.expm1);
const log1pOp = curve("log1p", math.log1p);
const log2Op = curve("log2", math.log2);
const log10Op = curve("log10", math.log10);

/** The larger, and what the other adds to it; of two alike and infinite their difference would be none. */
function sumOfPowers(a: Value, b: Value, tail: (difference: Value) => Value): Value {
  const most = a.maximum(b);
  const isInfinite = a.eq(b).and(a.abs().eq(Number.POSITIVE_INFINITY));
  return where(isInfinite, a, most.add(tail(a.sub(b).abs().neg())));
}

const logaddexpOp = pointwise({
  name: "logaddexp",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => sumOfPowers(input, other, math.softplus),
  // As PyTorch has them: each its share of the sum.
  gradient: ({ grad, input, other }) => [
    grad.div(exp(other.sub(input)).add(1)),
    grad.div(exp(input.sub(other)).add(1)),
  ],
});

const logaddexp2Op = pointwise({
  name: "logaddexp2",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => sumOfPowers(input, other, (less) => math.log1p(math.exp2(less)).mul(Math.LOG2E)),
  gradient: ({ grad, input, other }) => [
    grad.div(math.exp2(other.sub(input)).add(1)),
    grad.div(math.exp2(input.sub(other)).add(1)),
  ],
});

function xlogyOf(x: Value, y: Value): Value {
  return where(y.ne(y), y, where(x.eq(0), 0, x.mul(log(y))));
}

const xlogyOp = pointwise({
  name: "xlogy",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => xlogyOf(input, other),
  gradient: ({ grad, input, other }) => [
    where(input.eq(0).and(other.le(0)), 0, xlogyOf(grad, other)),
    grad.mul(input.div(other)),
  ],
});

/**
 * 2ˣ. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.exp2.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 0.5]).exp2().toArray(); // → [1, 1.414214]
 * ```
 */
export const exp2: (input: Tensor) => Tensor = inFloats(exp2Op);

/**
 * eˣ − 1, to the last digit where x is small. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.expm1.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1e-05]).expm1().toArray(); // → [0, 1.000005e-05]
 * ```
 */
export const expm1: (input: Tensor) => Tensor = inFloats(expm1Op);

/**
 * The natural logarithm of 1 + x, to the last digit where x is small: −∞ at −1, NaN below. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.log1p.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1e-05]).log1p().toArray(); // → [0, 9.99995e-06]
 * ```
 */
export const log1p: (input: Tensor) => Tensor = inFloats(log1pOp);

/**
 * The logarithm to base 2: −∞ at 0, NaN below. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.log2.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 8]).log2().toArray(); // → [0, 3]
 * ```
 */
export const log2: (input: Tensor) => Tensor = inFloats(log2Op);

/**
 * The logarithm to base 10: −∞ at 0, NaN below. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.log10.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 1000]).log10().toArray(); // → [0, 3]
 * ```
 */
export const log10: (input: Tensor) => Tensor = inFloats(log10Op);

/**
 * log (eᵃ + eᵇ), broadcast, where nothing overflows. Shape: (*), (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.logaddexp.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1000]).logaddexp(tensor([0, 1000])).toArray(); // → [0.6931472, 1000.693]
 * ```
 */
export function logaddexp(input: Tensor, other: Tensor): Tensor {
  checkTensor("logaddexp", "input", input);
  checkTensor("logaddexp", "other", other);
  const [a, b] = promote("logaddexp", input, other);
  return apply(logaddexpOp, broadcast("logaddexp", a, b));
}

/**
 * log₂ (2ᵃ + 2ᵇ), broadcast, where nothing overflows. Shape: (*), (*) → (*). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.logaddexp2.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1000]).logaddexp2(tensor([0, 1000])).toArray(); // → [1, 1001]
 * ```
 */
export function logaddexp2(input: Tensor, other: Tensor): Tensor {
  checkTensor("logaddexp2", "input", input);
  checkTensor("logaddexp2", "other", other);
  const [a, b] = promote("logaddexp2", input, other);
  return apply(logaddexp2Op, broadcast("logaddexp2", a, b));
}

/**
 * input · log other, broadcast; 0 where input is 0, whatever the logarithm, but NaN where other is. Shape: (*), (*) → (*). Integers
 * give float32.
 * See https://pytorch.org/docs/stable/generated/torch.xlogy.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 2]).xlogy(tensor([0, 3])).toArray(); // → [0, 2.197225]
 * ```
 */
export function xlogy(input: number | boolean, other: Tensor): Tensor;
export function xlogy(input: Tensor, other: Operand): Tensor;
export function xlogy(input: Operand, other: Operand): Tensor {
  return apply(xlogyOp, broadcast("xlogy", ...promoteFloats("xlogy", input, other)));
}
