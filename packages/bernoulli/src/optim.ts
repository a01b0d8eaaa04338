// optim: what PyTorch has under torch.optim. Only re-exports.

export * from "@bernoulli/optim";
export * as swaUtils from "./swa-utils.js";
