// What is left of a division, in formulas: exact, whatever the quotient.

import { emitFmod, emitRemainder } from "../../backends/wasm/kernels/math/division.js";
import type { Value } from "../expression.js";
import { defineBinary } from "./define.js";
import { floor, trunc } from "./rounding.js";

/** With the sign of what was divided, as C has it. */
export const fmod = defineBinary({
  name: "fmod",
  floats: { value: (a, b) => a! % b!, lanes: emitFmod },
  adjoint: ({ grad }, a: Value, b: Value) => [grad, grad.mul(trunc(a.div(b))).neg()],
});

/** With the sign of the divisor, as Python has it. */
export const remainder = defineBinary({
  name: "remainder",
  floats: { value: remainderOf, lanes: emitRemainder },
  adjoint: ({ grad }, a: Value, b: Value) => [grad, grad.mul(floor(a.div(b))).neg()],
});

function remainderOf(a = Number.NaN, b = Number.NaN): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}
