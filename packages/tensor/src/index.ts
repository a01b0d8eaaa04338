// @bernoulli/tensor: the functions, and tensors with all of them as methods. Only re-exports.

import "./dtypes.js";
import "./tensor/methods.js";

export * as amp from "./amp/index.js";
export { autograd } from "./autograd/namespace.js";
export * from "./functions.js";
export * as cuda from "./tensor/cuda.js";
export type { TensorMethods } from "./tensor/methods.js";
