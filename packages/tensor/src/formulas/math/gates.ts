// sigmoid, gelu and its slope in formulas: curves that go from 0 to what they let through.

import { emitSigmoid as emitDoubleSigmoid } from "../../backends/wasm/kernels/math/double-curves.js";
import * as doubles from "../../backends/wasm/kernels/math/double-errors.js";
import * as lanes from "../../backends/wasm/kernels/math/gates.js";
import { constant, type Value } from "../expression.js";
import { defineUnary } from "./define.js";
import { erfc } from "./error-values.js";
import { exp } from "./exponential.js";

/** 1 / (1 + e⁻ˣ) */
export const sigmoid = defineUnary({
  name: "sigmoid",
  floats: {
    value: logistic,
    float32: (x) => (x! < lastOfFloat32 ? 0 : logistic(x!)),
    lanes: lanes.emitSigmoid,
    doubles: emitDoubleSigmoid,
  },
  adjoint: ({ grad, result }) => [grad.mul(result.mul(constant(1).sub(result)))],
});

/** x · Φ(x), Φ being the normal distribution's. */
export const gelu = defineUnary({
  name: "gelu",
  floats: { value: (x) => x! * shareBelow(x!), lanes: lanes.emitGelu, doubles: doubles.emitGelu },
  adjoint: ({ grad }, x: Value) => [grad.mul(geluSlope(x))],
});

export const geluSlope = defineUnary({
  name: "geluSlope",
  floats: {
    value: (x) => shareBelow(x!) + x! * density(x!),
    lanes: lanes.emitGeluSlope,
    doubles: doubles.emitGeluSlope,
  },
  // φ(x) · (2 − x²)
  adjoint: ({ grad }, x: Value) => {
    const square = x.mul(x);
    const slope = exp(square.mul(-0.5)).mul(perRoot);
    return [grad.mul(slope.mul(constant(2).sub(square)))];
  },
});

/** Below, e⁻ˣ is ∞ in float32, as in PyTorch's formula: what is left is 0, a little before float32 has nothing. */
const lastOfFloat32 = -89;

function logistic(x = Number.NaN): number {
  return 1 / (1 + Math.exp(-x));
}

const perRoot = 1 / Math.sqrt(2 * Math.PI);

function density(x: number): number {
  return perRoot * Math.exp((-x * x) / 2);
}

function shareBelow(x: number): number {
  return 0.5 * erfc(-x * Math.SQRT1_2);
}
