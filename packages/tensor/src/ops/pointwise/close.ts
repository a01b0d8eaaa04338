// isclose, allclose and equal: whether numbers, or whole tensors, are the same, or nearly.

import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { apply } from "../../door/apply.js";
import type { Truth, Value } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes, isFloating } from "../../tensor/dtype.js";
import { item } from "../../tensor/reads.js";
import { sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { broadcast } from "../operands.js";
import { all } from "../reductions/truths.js";
import { eq } from "./compare.js";

/** @__NO_SIDE_EFFECTS__ */
function closeness(isClose: (within: Truth, input: Value, other: Value) => Truth) {
  return pointwise({
    name: "isclose",
    inputs: ["input", "other"],
    numbers: ["rtol", "atol"],
    dtypes: floatingDTypes,
    formula: ({ input, other, rtol, atol }) => {
      const apart = input.sub(other).abs();
      // Infinities are near themselves alone.
      const within = apart.le(atol.add(rtol.mul(other).abs())).and(apart.lt(Number.POSITIVE_INFINITY));
      return isClose(input.eq(other).or(within), input, other);
    },
  });
}

const iscloseOp = closeness((within) => within);
const iscloseOrNaNOp = closeness((within, input, other) => within.or(input.ne(input).and(other.ne(other))));

export interface CloseOptions {
  /** How far apart, for each unit of `other`. Default 1e-5. */
  readonly rtol?: number;
  /** How far apart besides. Default 1e-8. */
  readonly atol?: number;
  /** Whether two NaN count as the same. Default false. */
  readonly equalNan?: boolean;
}

/** By name, or in PyTorch's order. */
type CloseArguments = Positional<CloseOptions, ["rtol", "atol", "equalNan"]>;

function closeOf(op: string, input: Tensor, other: Tensor, given: CloseArguments): Tensor {
  checkTensor(op, "input", input);
  checkTensor(op, "other", other);
  const options = optionsOf<CloseOptions>(op, ["rtol", "atol", "equalNan"], given);
  checkOptions(op, options, { rtol: "number", atol: "number", equalNan: "boolean" });
  const { rtol = 1e-5, atol = 1e-8, equalNan = false } = options;
  for (const [name, value] of Object.entries({ rtol, atol }))
    if (!(value >= 0))
      throw new ArgumentError(`${op}: ${name} must be greater than or equal to zero, but got ${value}`);
  if (input.dtype !== other.dtype)
    throw new DTypeError(`${op}: ${input.dtype} did not match ${other.dtype}; convert with .to("${input.dtype}")`);
  // Integers are told apart exactly, and what they may differ by is no integer.
  const dtype = isFloating(input.dtype) ? input.dtype : "float64";
  const pair = broadcast(op, to(input, dtype), to(other, dtype));
  return apply(equalNan ? iscloseOrNaNOp : iscloseOp, pair, { rtol, atol });
}

/**
 * Whether |input − other| ≤ atol + rtol · |other|, element by element, broadcast; infinities are near themselves alone.
 * Shape: (*), (*) → (*), bool. See https://pytorch.org/docs/stable/generated/torch.isclose.html.
 *
 * @throws DTypeError where dtypes differ; ShapeError if the shapes do not broadcast; ArgumentError for a negative tolerance.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2, NaN]).isclose(tensor([1.000001, 2.1, NaN])).toArray(); // → [true, false, false]
 * ```
 */
export function isclose(input: Tensor, other: Tensor, ...rest: CloseArguments): Tensor {
  return closeOf("isclose", input, other, rest);
}

/**
 * Whether all elements are near each other, as {@link isclose} has it. Reads the answer: a boolean.
 * See https://pytorch.org/docs/stable/generated/torch.allclose.html.
 *
 * @throws as {@link isclose}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).allclose(tensor([1, 2.000001])); // → true
 * ```
 */
export function allclose(input: Tensor, other: Tensor, ...rest: CloseArguments): boolean {
  return readFor("allclose", "values", () => item(all(closeOf("allclose", input, other, rest)))) !== 0;
}

/**
 * Whether two tensors have one shape and the same elements; NaN is never the same. Reads the answer: a boolean.
 * See https://pytorch.org/docs/stable/generated/torch.equal.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).equal(tensor([1, 2])); // → true
 * tensor([1, 2]).equal(tensor([[1, 2]])); // → false
 * ```
 */
export function equal(input: Tensor, other: Tensor): boolean {
  checkTensor("equal", "input", input);
  checkTensor("equal", "other", other);
  return sameShape(input.shape, other.shape) && readFor("equal", "values", () => item(all(eq(input, other)))) !== 0;
}
