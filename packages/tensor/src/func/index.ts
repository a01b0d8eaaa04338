// @bernoulli/tensor/func: what PyTorch has under torch.func, but for functional_call, which is nn's. Only re-exports.

export { hessian, type JacobianOptions, type JacrevOptions, jacfwd, jacrev } from "./jacobians.js";
export type { Randomness } from "./samples.js";
export { grad, gradAndValue, jvp, type TransformOptions, vjp } from "./transforms.js";
export { type Dims, type VmapOptions, vmap } from "./vmap.js";
