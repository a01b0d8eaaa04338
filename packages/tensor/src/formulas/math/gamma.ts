// lgamma, digamma and their like in formulas.

import * as lanes from "../../backends/wasm/kernels/math/gamma.js";
import type { Value } from "../expression.js";
import { defineUnary } from "./define.js";
import * as values from "./gamma-values.js";

export const lgamma = defineUnary({
  name: "lgamma",
  floats: { value: values.lgamma, lanes: lanes.emitLgamma },
  adjoint: ({ grad }, x: Value) => [grad.mul(digamma(x))],
});

export const digamma = defineUnary({
  name: "digamma",
  floats: { value: values.digamma, lanes: lanes.emitDigamma },
  adjoint: ({ grad }, x: Value) => [grad.mul(trigamma(x))],
});

export const trigamma = defineUnary({
  name: "trigamma",
  floats: { value: (x) => values.polygamma(1, x!), lanes: lanes.emitTrigamma },
  adjoint: ({ grad }, x: Value) => [grad.mul(polygamma(2, x))],
});

/** The derivative of digamma of that order; those above 1 have no lanes. */
export function polygamma(order: number, x: Value): Value {
  if (order === 0) return digamma(x);
  if (order === 1) return trigamma(x);
  return defineUnary({
    name: `polygamma${order}`,
    floats: { value: (number) => values.polygamma(order, number!) },
    adjoint: ({ grad }, at: Value) => [grad.mul(polygamma(order + 1, at))],
  })(x);
}
