// @bernoulli/tensor/linalg: what PyTorch has under torch.linalg, each function by itself, so that a bundle has only what is used. Only
// re-exports. The object `linalg` of the other entries has them all.

export * from "./ops/linalg/index.js";
