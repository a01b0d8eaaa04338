// @bernoulli/tensor/formulas: what other packages and users declare ops with. Only re-exports.

import "./methods.js";

export { type Pointwise, pointwise } from "./declare.js";
export { constant, type Expression, type Given, Truth, Value, where } from "./expression.js";
export { copysign, signbit } from "./math/bits.js";
export { fmod, remainder } from "./math/division.js";
export { erf, erfc, erfinv } from "./math/errors.js";
export {
  acosh,
  asinh,
  atanh,
  cosh,
  exp,
  exp2,
  expm1,
  log,
  log1p,
  log2,
  log10,
  sinh,
  tanh,
} from "./math/exponential.js";
export { digamma, lgamma } from "./math/gamma.js";
export { pow } from "./math/power.js";
export { ceil, floor, round, trunc } from "./math/rounding.js";
export { acos, asin, atan, atan2, cos, sin, tan } from "./math/trigonometric.js";
export type { ValueMethods } from "./methods.js";
export { type CalledFormula, formulaOfCall } from "./of-call.js";
export {
  type RecurrentProduct,
  type RecurrentStep,
  type RecurrentUpdate,
  type RecurrentUpdateDefinition,
  recurrentUpdate,
} from "./recurrent.js";
export { type Update, type UpdateDefinition, update } from "./update.js";
