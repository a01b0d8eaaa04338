// optim: what PyTorch has under torch.optim. Only re-exports.

export * from "@bernoulli/optim";
export { SparseAdam } from "./refused.js";
export * as swaUtils from "./swa-utils.js";
