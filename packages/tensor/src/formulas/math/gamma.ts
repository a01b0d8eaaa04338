// lgamma, digamma and their like in formulas.

import * as doubles from "../../backends/wasm/kernels/math/double-gamma.js";
import * as lanes from "../../backends/wasm/kernels/math/gamma.js";
import { emitDoublePolygamma, emitPolygamma } from "../../backends/wasm/kernels/math/polygamma.js";
import type { Value } from "../expression.js";
import { defineUnary } from "./define.js";
import * as values from "./gamma-values.js";

export const lgamma = defineUnary({
  name: "lgamma",
  floats: { value: values.lgamma, lanes: lanes.emitLgamma, doubles: doubles.emitDoubleLgamma },
  adjoint: ({ grad }, x: Value) => [grad.mul(digamma(x))],
});

export const digamma = defineUnary({
  name: "digamma",
  floats: { value: values.digamma, lanes: lanes.emitDigamma, doubles: doubles.emitDoubleDigamma },
  adjoint: ({ grad }, x: Value) => [grad.mul(trigamma(x))],
});

export const trigamma = defineUnary({
  name: "trigamma",
  floats: { value: (x) => values.polygamma(1, x!), lanes: lanes.emitTrigamma, doubles: doubles.emitDoubleTrigamma },
  adjoint: ({ grad }, x: Value) => [grad.mul(polygamma(2, x))],
});

/** The derivative of digamma of that order. What is infinite anyway is left to the reference. */
export function polygamma(order: number, x: Value): Value {
  if (order === 0) return digamma(x);
  if (order === 1) return trigamma(x);
  return defineUnary({
    name: `polygamma${order}`,
    floats: {
      value: (number) => values.polygamma(order, number!),
      ...(order > values.mostOrder ? {} : { lanes: emitPolygamma(order), doubles: emitDoublePolygamma(order) }),
    },
    adjoint: ({ grad }, at: Value) => [grad.mul(polygamma(order + 1, at))],
  })(x);
}
