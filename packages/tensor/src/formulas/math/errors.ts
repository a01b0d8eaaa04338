// erf, erfc, erfcx, erfinv, ndtri and logNdtr in formulas.

import * as doubles from "../../backends/wasm/kernels/math/double-errors.js";
import * as lanes from "../../backends/wasm/kernels/math/errors.js";
import * as tails from "../../backends/wasm/kernels/math/normal-tails.js";
import { constant, type Value, where } from "../expression.js";
import { defineUnary } from "./define.js";
import * as values from "./error-values.js";
import { exp } from "./exponential.js";

const slope = 2 / Math.sqrt(Math.PI);

export const erf = defineUnary({
  name: "erf",
  floats: { value: values.erf, lanes: lanes.emitErf, doubles: doubles.emitErf, isLong: true },
  adjoint: ({ grad }, x: Value) => [grad.mul(exp(x.mul(x).neg()).mul(slope))],
});

export const erfc = defineUnary({
  name: "erfc",
  floats: { value: values.erfc, lanes: lanes.emitErfc, doubles: doubles.emitErfc, isLong: true },
  adjoint: ({ grad }, x: Value) => [grad.mul(exp(x.mul(x).neg()).mul(-slope))],
});

export const erfcx = defineUnary({
  name: "erfcx",
  floats: { value: values.erfcx, lanes: tails.emitErfcx, doubles: tails.emitDoubleErfcx },
  adjoint: ({ grad }, x: Value) => [grad.mul(erfcxSlope(x))],
});

/** 2x · erfcx x − 2/√π, in doubles: in floats little is left of it. */
const erfcxSlope = defineUnary({
  name: "erfcxSlope",
  floats: {
    value: (x) => 2 * x! * values.erfcx(x) - slope,
    lanes: tails.emitErfcxSlope,
    doubles: tails.emitDoubleErfcxSlope,
  },
  adjoint: ({ grad, result }, x: Value) => [grad.mul(x.mul(result).add(erfcx(x)).mul(2))],
});

export const ndtri = defineUnary({
  name: "ndtri",
  floats: { value: values.ndtri, lanes: tails.emitNdtri, doubles: tails.emitDoubleNdtri },
  adjoint: ({ grad, result }) => [grad.mul(exp(result.mul(result).mul(0.5)).mul(Math.sqrt(2 * Math.PI)))],
});

/** The logarithm of the share of the standard normal distribution that lies below. */
export const logNdtr = defineUnary({
  name: "logNdtr",
  floats: { value: values.logNdtr, lanes: tails.emitLogNdtr, doubles: tails.emitDoubleLogNdtr },
  adjoint: ({ grad }, x: Value) => [grad.mul(logNdtrSlope(x))],
});

/** √(2/π) / erfcx(−x/√2), which overflows above; there all lies below x, and what is left is the density. */
function logNdtrSlope(x: Value): Value {
  const isAbove = x.gt(8.5);
  const density = exp(x.mul(x).mul(-0.5)).mul(Math.SQRT1_2 / Math.sqrt(Math.PI));
  return where(isAbove, density, constant(Math.sqrt(2 / Math.PI)).div(erfcx(where(isAbove, 0, x.mul(-Math.SQRT1_2)))));
}

export const erfinv = defineUnary({
  name: "erfinv",
  floats: { value: values.erfinv, lanes: lanes.emitErfinv, doubles: doubles.emitErfinv, isLong: true },
  adjoint: ({ grad, result }) => [grad.mul(exp(result.mul(result)).mul(1 / slope))],
});
