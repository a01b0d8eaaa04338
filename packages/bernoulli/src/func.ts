// func: what PyTorch has under torch.func. Only re-exports.

export { type FunctionalCallOptions, functionalCall } from "@bernoulli/nn";
export * from "@bernoulli/tensor/func";
