// The ops that are methods of tensors too, each function's first argument becoming `this`. Only re-exports.

export { add, add_, sub, sub_ } from "./add.js";
export { addcdiv_, addcmul_ } from "./addcmul.js";
export { clone, contiguous } from "./clone.js";
export { eq, ge, gt, le, lt, ne } from "./compare.js";
export { copy_ } from "./copy.js";
export { detach } from "./detach.js";
export { div, div_ } from "./div.js";
export { exp, log } from "./exp.js";
export { fill_, zero_ } from "./fill.js";
export { logSoftmax } from "./log-softmax.js";
export { matmul } from "./matmul.js";
export { argmax, type MaxResult, max } from "./max.js";
export { mean } from "./mean.js";
export { mul, mul_ } from "./mul.js";
export { neg } from "./neg.js";
export { permute, t, transpose } from "./permute.js";
export { pow, sqrt } from "./pow.js";
export { bernoulli_, normal_, uniform_ } from "./random.js";
export { relu, relu_ } from "./relu.js";
export { narrow, select, slice } from "./slice.js";
export { expand, type ReduceOptions, sum } from "./sum.js";
export { to } from "./to.js";
export { flatten, reshape, squeeze, unsqueeze, view } from "./view.js";
