// @bernoulli/tensor/lean: the functions, and tensors without methods, so that a bundle has only what is used. Only re-exports; what
// is a method alone otherwise is a function here.

import "./tensor/bare.js";

export { AutogradFunction } from "./autograd/function.js";
export { type Differentiable, type GradcheckOptions, gradcheck, gradgradcheck } from "./autograd/gradcheck.js";
export { compile } from "./compile/lean.js";
export * from "./functions.js";
export { conv2d } from "./ops/products/lean-conv2d.js";
export { item, read, toArray, toTypedArray } from "./tensor/reads.js";
