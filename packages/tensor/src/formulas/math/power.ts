// Powers in formulas: of floats as C and PyTorch have them, of integers modulo 2³², and 0 to a negative power but of ±1.

import { emitPower as emitDoublePower } from "../../backends/wasm/kernels/math/double-power.js";
import { emitIntegerPower, emitPower } from "../../backends/wasm/kernels/power.js";
import { type Value, where } from "../expression.js";
import { defineBinary } from "./define.js";
import { log } from "./exponential.js";

/** aᵇ. C and PyTorch say 1 where JavaScript says NaN: 1 to any power, and −1 to an infinite one. */
function power(a: number, b: number): number {
  return a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY) ? 1 : a ** b;
}

/** aᵇ modulo 2³². Below 0 only ±1 has a whole power. */
function integerPower(a: number, b: number): number {
  if (b < 0 && a === -1) return b % 2 === 0 ? 1 : -1;
  if (b < 0) return a === 1 ? 1 : 0;
  let [power, base] = [1, a];
  for (let rest = b; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = Math.imul(power, base);
    base = Math.imul(base, base);
  }
  return power;
}

export const pow = defineBinary({
  name: "pow",
  floats: { value: (a, b) => power(a!, b!), lanes: emitPower, doubles: emitDoublePower, isLong: true },
  integers: { value: (a, b) => integerPower(a!, b!), lanes: emitIntegerPower },
  adjoint: ({ grad, result }, a: Value, b: Value) => {
    // At exponent 0 there is no gradient even where a^(−1) or what comes from behind is infinite; the growth at base 0 is 0 for an
    // exponent that is not negative.
    const isFlat = a.eq(0).and(b.ge(0));
    // The logarithm of 1 there: that of 0 would come back as NaN in second derivatives.
    const growth = result.mul(log(where(isFlat, 1, a)));
    return [where(b.eq(0), 0, grad.mul(b.mul(pow(a, b.sub(1))))), grad.mul(where(isFlat, 0, growth))];
  },
});
