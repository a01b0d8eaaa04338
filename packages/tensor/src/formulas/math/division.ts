// What is left of a division, in formulas: exact, whatever the quotient.

import { emitFmod, emitRemainder } from "../../backends/wasm/kernels/math/division.js";
import * as doubles from "../../backends/wasm/kernels/math/double-division.js";
import { type Value, where } from "../expression.js";
import { defineBinary } from "./define.js";
import { round, trunc } from "./rounding.js";

/** With the sign of what was divided, as C has it. */
export const fmod = defineBinary({
  name: "fmod",
  floats: { value: (a, b) => a! % b!, lanes: emitFmod, doubles: doubles.emitFmod },
  adjoint: ({ grad }, a: Value, b: Value) => [grad, grad.mul(trunc(a.div(b))).neg()],
});

/** With the sign of the divisor, as Python has it. */
export const remainder = defineBinary({
  name: "remainder",
  floats: { value: remainderOf, lanes: emitRemainder, doubles: doubles.emitRemainder },
  adjoint: ({ grad }, a: Value, b: Value) => [grad, grad.mul(floorOf(a, b)).neg()],
});

/**
 * The quotient rounded down, exactly, as what is left tells it: 1 / 0.001 rounds up to 1000, which 0.001 does not go into 1.
 * As PyTorch's `div` with `roundingMode: "floor"`; a division by zero is infinite.
 */
function floorOf(a: Value, b: Value): Value {
  const left = fmod(a, b);
  const whole = round(a.sub(left).div(b));
  const below = where(left.gt(0), where(b.lt(0), 1, 0), where(left.lt(0), where(b.gt(0), 1, 0), 0));
  return where(b.eq(0), a.div(b), whole.sub(below));
}

function remainderOf(a = Number.NaN, b = Number.NaN): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}
