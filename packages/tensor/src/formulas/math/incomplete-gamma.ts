// igamma and igammac in formulas: the two shares of the gamma function's integral, below and above a number.

import * as lanes from "../../backends/wasm/kernels/math/incomplete-gamma.js";
import type { Given, Value } from "../expression.js";
import { defineBinary, type MathValues } from "./define.js";
import { exp, log } from "./exponential.js";
import { lgamma } from "./gamma.js";
import { lowerShare, upperShare } from "./gamma-values.js";

type Floats = MathValues<Parameters<typeof lanes.emitLowerShare>[1]>;

/** @__NO_SIDE_EFFECTS__ */
function defineShare(name: string, sign: 1 | -1, floats: Floats): (a: Given, x: Given) => Value {
  return defineBinary({
    name,
    floats,
    // That of a is PyTorch's neither.
    adjoint: ({ grad }, a: Value, x: Value) => [
      null,
      grad.mul(exp(a.sub(1).mul(log(x)).sub(x).sub(lgamma(a)))).mul(sign),
    ],
  });
}

export const igamma = defineShare("igamma", 1, {
  value: (a, x) => lowerShare(a!, x!),
  lanes: (f, a, x) => lanes.emitLowerShare(f, a!, x!),
  doubles: (f, a, x) => lanes.emitDoubleLowerShare(f, a!, x!),
});

export const igammac = defineShare("igammac", -1, {
  value: (a, x) => upperShare(a!, x!),
  lanes: (f, a, x) => lanes.emitUpperShare(f, a!, x!),
  doubles: (f, a, x) => lanes.emitDoubleUpperShare(f, a!, x!),
});
