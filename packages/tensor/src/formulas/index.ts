// @bernoulli/tensor/formulas: what other packages and users declare updates in place with. Only re-exports.

export { constant, type Expression, type Given, Truth, Value, where } from "./expression.js";
export { type Update, type UpdateDefinition, update } from "./update.js";
