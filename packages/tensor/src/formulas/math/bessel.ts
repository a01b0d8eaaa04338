// i0 and i1, the modified Bessel functions of the first kind, and i0e and i1e, which are those times e⁻|ˣ|, in formulas.

import { emitBessel, emitDoubleBessel } from "../../backends/wasm/kernels/math/bessel.js";
import { type Given, type Value, where } from "../expression.js";
import { type BesselOrder, besselOf } from "./bessel-values.js";
import { type AdjointStep, defineUnary } from "./define.js";

/** @__NO_SIDE_EFFECTS__ */
function defineBessel(
  name: string,
  order: BesselOrder,
  isScaled: boolean,
  slope: (x: Value, own: Value) => Value,
): (x: Given) => Value {
  return defineUnary({
    name,
    floats: {
      value: (x) => besselOf(x!, order, isScaled),
      lanes: (f, x) => emitBessel(f, x!, order, isScaled),
      doubles: (f, x) => emitDoubleBessel(f, x!, order, isScaled),
    },
    adjoint: ({ grad, result }: AdjointStep, x: Value) => [grad.mul(slope(x, result))],
  });
}

const signOf = (x: Value): Value => where(x.gt(0), 1, where(x.lt(0), -1, 0));
/** Of order 1 over x: a half about 0, where quotients of subnormal numbers have no digits, and slopes of them none at all. */
function perPlace(value: Value, x: Value): Value {
  const isTiny = x.abs().lt(1e-30);
  return where(isTiny, 0.5, value.div(where(isTiny, 1, x)));
}

export const i0: (x: Given) => Value = defineBessel("i0", 0, false, (x) => i1(x));
export const i0e: (x: Given) => Value = defineBessel("i0e", 0, true, (x, own) => i1e(x).sub(signOf(x).mul(own)));
export const i1: (x: Given) => Value = defineBessel("i1", 1, false, (x, own) => i0(x).sub(perPlace(own, x)));
export const i1e: (x: Given) => Value = defineBessel("i1e", 1, true, (x, own) =>
  i0e(x).sub(perPlace(own, x)).sub(signOf(x).mul(own)),
);
