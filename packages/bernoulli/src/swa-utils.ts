// optim.swaUtils: what PyTorch has under torch.optim.swa_utils, of which the averages are nn's and the rates optim's. Only re-exports.

export * from "@bernoulli/nn/swa-utils";
export { SWALR, type SWALROptions } from "@bernoulli/optim";
