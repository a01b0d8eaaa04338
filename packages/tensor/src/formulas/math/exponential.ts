// exp, log, their kin of other bases and near 1, softplus and the hyperbolic functions with their inverses in formulas.

import * as doubles from "../../backends/wasm/kernels/math/double-curves.js";
import * as hyperbolic from "../../backends/wasm/kernels/math/double-hyperbolic.js";
import * as lanes from "../../backends/wasm/kernels/math/exponential.js";
import { emitExp, emitLog, emitTanh } from "../../backends/wasm/kernels/transcendental.js";
import { constant, type Value } from "../expression.js";
import { defineUnary } from "./define.js";

export const exp = defineUnary({
  name: "exp",
  floats: { value: (x) => Math.exp(x!), lanes: emitExp, doubles: doubles.emitExp },
  adjoint: ({ grad, result }) => [grad.mul(result)],
});

export const log = defineUnary({
  name: "log",
  floats: { value: (x) => Math.log(x!), lanes: emitLog, doubles: doubles.emitLog },
  adjoint: ({ grad }, x: Value) => [grad.div(x)],
});

export const expm1 = defineUnary({
  name: "expm1",
  floats: { value: Math.expm1, lanes: lanes.emitExpm1, doubles: doubles.emitExpm1 },
  adjoint: ({ grad, result }) => [grad.mul(result.add(1))],
});

export const exp2 = defineUnary({
  name: "exp2",
  floats: { value: (x) => 2 ** x!, lanes: lanes.emitExp2, doubles: doubles.emitExp2 },
  adjoint: ({ grad, result }) => [grad.mul(result).mul(Math.LN2)],
});

export const log1p = defineUnary({
  name: "log1p",
  floats: { value: Math.log1p, lanes: lanes.emitLog1p, doubles: doubles.emitLog1p },
  adjoint: ({ grad }, x: Value) => [grad.div(x.add(1))],
});

export const log2 = defineUnary({
  name: "log2",
  floats: { value: Math.log2, lanes: lanes.emitLog2, doubles: hyperbolic.emitLog2 },
  adjoint: ({ grad }, x: Value) => [grad.div(x.mul(Math.LN2))],
});

export const log10 = defineUnary({
  name: "log10",
  floats: { value: Math.log10, lanes: lanes.emitLog10, doubles: hyperbolic.emitLog10 },
  adjoint: ({ grad }, x: Value) => [grad.div(x.mul(Math.LN10))],
});

/** ln (1 + eˣ), which overflows nowhere. */
export const softplus = defineUnary({
  name: "softplus",
  floats: {
    value: (x) => Math.max(x!, 0) + Math.log1p(Math.exp(-Math.abs(x!))),
    lanes: lanes.emitSoftplus,
    doubles: doubles.emitSoftplus,
    isLong: true,
  },
  adjoint: ({ grad }, x: Value) => [grad.div(exp(x.neg()).add(1))],
});

export const tanh = defineUnary({
  name: "tanh",
  floats: { value: (x) => Math.tanh(x!), lanes: emitTanh, doubles: doubles.emitTanh },
  adjoint: ({ grad, result }) => [grad.mul(constant(1).sub(result.mul(result)))],
});

export const sinh = defineUnary({
  name: "sinh",
  floats: { value: Math.sinh, lanes: lanes.emitSinh, doubles: hyperbolic.emitSinh },
  adjoint: ({ grad }, x: Value) => [grad.mul(cosh(x))],
});

export const cosh = defineUnary({
  name: "cosh",
  floats: { value: Math.cosh, lanes: lanes.emitCosh, doubles: hyperbolic.emitCosh },
  adjoint: ({ grad }, x: Value) => [grad.mul(sinh(x))],
});

export const asinh = defineUnary({
  name: "asinh",
  floats: { value: Math.asinh, lanes: lanes.emitAsinh, doubles: hyperbolic.emitAsinh, isLong: true },
  adjoint: ({ grad }, x: Value) => [grad.div(x.mul(x).add(1).sqrt())],
});

export const acosh = defineUnary({
  name: "acosh",
  floats: { value: Math.acosh, lanes: lanes.emitAcosh, doubles: hyperbolic.emitAcosh, isLong: true },
  adjoint: ({ grad }, x: Value) => [grad.div(x.mul(x).sub(1).sqrt())],
});

export const atanh = defineUnary({
  name: "atanh",
  floats: { value: Math.atanh, lanes: lanes.emitAtanh, doubles: hyperbolic.emitAtanh, isLong: true },
  adjoint: ({ grad }, x: Value) => [grad.div(constant(1).sub(x.mul(x)))],
});
