// sin, cos, tan and their inverses in formulas.

import * as doubles from "../../backends/wasm/kernels/math/double-trigonometric.js";
import * as lanes from "../../backends/wasm/kernels/math/trigonometric.js";
import { constant, type Value, where } from "../expression.js";
import { defineBinary, defineUnary } from "./define.js";

export const sin = defineUnary({
  name: "sin",
  floats: { value: Math.sin, lanes: lanes.emitSin, doubles: doubles.emitSin },
  adjoint: ({ grad }, x: Value) => [grad.mul(cos(x))],
});

export const cos = defineUnary({
  name: "cos",
  floats: { value: Math.cos, lanes: lanes.emitCos, doubles: doubles.emitCos },
  adjoint: ({ grad }, x: Value) => [grad.mul(sin(x).neg())],
});

export const tan = defineUnary({
  name: "tan",
  floats: { value: Math.tan, lanes: lanes.emitTan, doubles: doubles.emitTan },
  adjoint: ({ grad, result }) => [grad.mul(result.mul(result).add(1))],
});

export const asin = defineUnary({
  name: "asin",
  floats: { value: Math.asin, lanes: lanes.emitAsin, doubles: doubles.emitAsin },
  adjoint: ({ grad }, x: Value) => [grad.div(constant(1).sub(x.mul(x)).sqrt())],
});

export const acos = defineUnary({
  name: "acos",
  floats: { value: Math.acos, lanes: lanes.emitAcos, doubles: doubles.emitAcos },
  adjoint: ({ grad }, x: Value) => [grad.div(constant(1).sub(x.mul(x)).sqrt()).neg()],
});

export const atan = defineUnary({
  name: "atan",
  floats: { value: Math.atan, lanes: lanes.emitAtan, doubles: doubles.emitAtan },
  adjoint: ({ grad }, x: Value) => [grad.div(x.mul(x).add(1))],
});

export const atan2 = defineBinary({
  name: "atan2",
  floats: { value: Math.atan2, lanes: lanes.emitAtan2, doubles: doubles.emitAtan2, isLong: true },
  adjoint: ({ grad }, y: Value, x: Value) => {
    const square = y.mul(y).add(x.mul(x));
    // At the origin there is none, as PyTorch has it.
    const slope = where(square.eq(0), grad.mul(0), grad.div(square));
    return [slope.mul(x), slope.mul(y.neg())];
  },
});
