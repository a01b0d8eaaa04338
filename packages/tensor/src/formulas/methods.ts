// Hangs functions of math/ on values: x.exp() is exp(x). For who declares ops by way of @bernoulli/tensor/formulas; the ops of this
// package call the functions, so that each loads what it uses.

import { type Given, Value } from "./expression.js";
import { exp, log, tanh } from "./math/exponential.js";
import { pow } from "./math/power.js";

export interface ValueMethods {
  /** e to the power of it. Of floats only. */
  exp(): Value;
  /** The natural logarithm. Of floats only. */
  log(): Value;
  /** The hyperbolic tangent. Of floats only. */
  tanh(): Value;
  /** Its power, as C has it. Of integers modulo 2³², and 0 to a negative power but of ±1. */
  pow(exponent: Given): Value;
}

declare global {
  interface BernoulliValueMethods extends ValueMethods {}
}

const methods: ValueMethods & ThisType<Value> = {
  exp() {
    return exp(this);
  },
  log() {
    return log(this);
  },
  tanh() {
    return tanh(this);
  },
  pow(exponent) {
    return pow(this, exponent);
  },
};

for (const [name, value] of Object.entries(methods))
  Object.defineProperty(Value.prototype, name, { value, configurable: true, writable: true });
