// @bernoulli/tensor/formulas: what other packages and users declare ops with. Only re-exports.

export { type Pointwise, pointwise } from "./declare.js";
export { constant, type Expression, type Given, Truth, Value, where } from "./expression.js";
export { type Update, type UpdateDefinition, update } from "./update.js";
