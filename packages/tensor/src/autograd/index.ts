// autograd: what PyTorch has under torch.autograd. Only re-exports.

export { type BackwardOptions, backward, type GradOptions, grad } from "./backward.js";
export { AutogradFunction as Function, type FunctionClass, type FunctionContext } from "./function.js";
export { type Differentiable, type GradcheckOptions, gradcheck, gradgradcheck } from "./gradcheck.js";
