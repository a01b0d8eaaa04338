// @bernoulli/nn/swa-utils: averages of weights, as PyTorch has them under torch.optim.swa_utils. The rates are @bernoulli/optim's SWALR. Only re-exports.

export { AveragedModel, type AveragedModelOptions } from "./averaged-model.js";
export {
  type AvgFn,
  getEmaAvgFn,
  getEmaMultiAvgFn,
  getSwaAvgFn,
  getSwaMultiAvgFn,
  type MultiAvgFn,
} from "./formulas.js";
export { type UpdateBnOptions, updateBn } from "./update-bn.js";
