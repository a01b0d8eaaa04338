// lerp, copysign, heaviside, sinc, deg2rad and rad2deg.

import { DTypeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, type Value, where } from "../../formulas/expression.js";
import { copysign as signed } from "../../formulas/math/bits.js";
import { cos, sin } from "../../formulas/math/trigonometric.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes, floatingDTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { curve, inFloats } from "../curve.js";
import { broadcast, isScalar, numberTensor, type Operand, promoteFloats } from "../operands.js";

/** From the nearer end, so that both ends are met. */
const lerpOp = pointwise({
  name: "lerp",
  inputs: ["input", "end", "weight"],
  dtypes: floatingDTypes,
  formula: ({ input, end, weight }) => {
    const way = end.sub(input);
    return where(weight.abs().lt(0.5), input.add(weight.mul(way)), end.sub(way.mul(weight.neg().add(1))));
  },
  gradient: ({ grad, input, end, weight }) => [
    grad.mul(weight.neg().add(1)),
    grad.mul(weight),
    grad.mul(end.sub(input)),
  ],
});

const copysignOp = pointwise({
  name: "copysign",
  inputs: ["input", "other"],
  dtypes: floatingDTypes,
  formula: ({ input, other }) => signed(input, other),
  gradient: ({ grad, input, output }) => [grad.mul(where(input.eq(0), 0, output.div(input))), constant(0)],
});

const heavisideOp = pointwise({
  name: "heaviside",
  inputs: ["input", "values"],
  dtypes: allDTypes,
  formula: ({ input, values }) => where(input.eq(0), values, where(input.lt(0).or(input.ne(input)), 0, 1)),
  gradient: () => [null, null],
});

const angle = (x: Value): Value => x.mul(Math.PI);

const sincOp = curve(
  "sinc",
  (x) => where(x.eq(0), 1, sin(angle(x)).div(angle(x))),
  ({ grad, input }) => {
    const turn = angle(input);
    const square = turn.mul(input);
    return where(square.eq(0), 0, grad.mul(turn.mul(cos(turn)).sub(sin(turn)).div(square)));
  },
);

const deg2radOp = curve("deg2rad", (x) => x.mul(Math.PI / 180));
const rad2degOp = curve("rad2deg", (x) => x.mul(180 / Math.PI));

/**
 * From input, weight of the way to end, broadcast: input + weight · (end − input). Shape: (*), (*), (*) → (*). Floats of one dtype.
 * See https://pytorch.org/docs/stable/generated/torch.lerp.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError if dtypes differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).lerp(tensor([3, 6]), 0.5).toArray(); // → [2, 4]
 * ```
 */
export function lerp(input: Tensor, end: Tensor, weight: number | Tensor): Tensor {
  checkTensor("lerp", "input", input);
  checkTensor("lerp", "end", end);
  if (!isScalar(weight)) checkTensor("lerp", "weight", weight);
  const own = isScalar(weight) ? numberTensor(Number(weight), input.dtype, input) : weight;
  for (const [name, { dtype }] of [["end", end] as const, ["weight", own] as const])
    if (dtype !== input.dtype)
      throw new DTypeError(
        `lerp: expected dtype ${input.dtype} for \`${name}\` but got dtype ${dtype}; convert with .to("${input.dtype}") first`,
      );
  return apply(lerpOp, broadcast("lerp", input, end, own));
}

/**
 * The size of input with the sign of other, broadcast; that of −0 counts. Shape: (*), (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.copysign.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, -2]).copysign(tensor([-1, 3])).toArray(); // → [-1, 2]
 * ```
 */
export function copysign(input: Tensor, other: Operand): Tensor {
  checkTensor("copysign", "input", input);
  return apply(copysignOp, broadcast("copysign", ...promoteFloats("copysign", input, other)));
}

/**
 * 0 below zero and for NaN, 1 above, and at zero the element of values, broadcast. No gradient. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.heaviside.html.
 *
 * @throws DTypeError if dtypes differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([-1, 0, 2]).heaviside(tensor([0.5])).toArray(); // → [0, 0.5, 1]
 * ```
 */
export function heaviside(input: Tensor, values: Tensor): Tensor {
  checkTensor("heaviside", "input", input);
  checkTensor("heaviside", "values", values);
  if (input.dtype !== values.dtype)
    throw new DTypeError(
      `heaviside: heaviside is not yet implemented for tensors with different dtypes, but got ${input.dtype} and ${values.dtype}; convert one: values.to("${input.dtype}")`,
    );
  return apply(heavisideOp, broadcast("heaviside", input, values), {});
}

/**
 * sin πx / πx, and 1 at 0. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.sinc.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 0.5]).sinc().toArray(); // → [1, 0.6366197]
 * ```
 */
export const sinc: (input: Tensor) => Tensor = inFloats(sincOp);

/**
 * An angle of degrees in radians. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.deg2rad.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([180, 90]).deg2rad().toArray(); // → [3.141593, 1.570796]
 * ```
 */
export const deg2rad: (input: Tensor) => Tensor = inFloats(deg2radOp);

/**
 * An angle of radians in degrees. Shape: (*) → (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.rad2deg.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 1]).rad2deg().toArray(); // → [0, 57.29578]
 * ```
 */
export const rad2deg: (input: Tensor) => Tensor = inFloats(rad2degOp);
