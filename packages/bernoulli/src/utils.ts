// utils: what PyTorch has under torch.utils. Only re-exports.

export * as data from "@bernoulli/data";
export * as checkpoint from "@bernoulli/tensor/checkpoint";
