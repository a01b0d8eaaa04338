// What PyTorch has under torch.autograd.functional. Only re-exports.

export type { FunctionalOptions, Like, Spread, Tensors } from "./call.js";
export { hessian, type Jacobian, jacobian } from "./jacobian.js";
export { hvp, jvp, vhp, vjp } from "./products.js";
