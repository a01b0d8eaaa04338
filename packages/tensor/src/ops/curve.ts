// What makes the functions of one number of a formula: the op, the function, and its twin in place. No op is defined here.

import { checkTensor } from "../checks/options.js";
import { apply } from "../door/apply.js";
import type { KernelOp } from "../door/op.js";
import type { Expression, Value } from "../formulas/expression.js";
import { pointwise } from "../formulas/pointwise.js";
import { type DType, floatingDTypes } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";
import { floating } from "./operands.js";
import { applyInPlace } from "./write.js";

interface CurveGradient {
  readonly grad: Value;
  readonly input: Value;
  readonly output: Value;
}

export type Curve = KernelOp<never, readonly ["input"], readonly ["output"], never, object>;

/**
 * The op. Its gradient is derived, unless PyTorch has another.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function curve(
  name: string,
  formula: (x: Value) => Expression,
  gradient?: (given: CurveGradient) => Value,
  dtypes: readonly DType[] = floatingDTypes,
): Curve {
  const op = pointwise({
    name,
    inputs: ["input"],
    dtypes,
    formula: ({ input }) => formula(input),
    ...(gradient === undefined ? {} : { gradient: (given: CurveGradient): readonly Value[] => [gradient(given)] }),
  });
  return op as unknown as Curve;
}

/**
 * The function; integers give float32.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function inFloats(op: Curve): (input: Tensor) => Tensor {
  return (input) => {
    checkTensor(op.name, "input", input);
    return apply(op, [floating(input)] as never) as unknown as Tensor;
  };
}

/**
 * The function, of the op's dtypes alone.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function asGiven(op: Curve): (input: Tensor) => Tensor {
  return (input) => {
    checkTensor(op.name, "input", input);
    return apply(op, [input] as never) as unknown as Tensor;
  };
}

/** An op of one tensor and numbers, as a new tensor or written over the input, whose dtype it keeps. */
export function applyTo<Op extends KernelOp>(
  op: Op,
  input: Tensor,
  attributes: object,
  { inplace = false }: InPlaceOption,
): Tensor {
  checkTensor(op.name, "input", input);
  if (inplace) return applyInPlace(`${op.name}_`, op as never, [input] as never, attributes as never);
  return apply(op as never, [input] as never, attributes as never) as unknown as Tensor;
}

export interface InPlaceOption {
  /** Whether to write over the input, which is returned then. Default false. */
  readonly inplace?: boolean;
}
