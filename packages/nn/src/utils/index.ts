// nn.utils: what PyTorch has under torch.nn.utils. Only re-exports.

export {
  type Clipped,
  clipGradNorm_,
  clipGradsWithNorm_,
  clipGradValue_,
  getTotalNorm,
  type TotalNormOptions,
} from "./clip.js";
export {
  type FusedConvolution,
  type FusedWeights,
  fuseConvBnEval,
  fuseConvBnWeights,
  fuseLinearBnEval,
  fuseLinearBnWeights,
} from "./fusion.js";
export * as parametrizations from "./parametrizations.js";
export * as parametrize from "./parametrize.js";
export * as rnn from "./rnn/index.js";
export { skipInit } from "./skip-init.js";
export { removeSpectralNorm, type SpectralNormOptions, spectralNorm } from "./spectral-norm.js";
export { parametersToVector, vectorToParameters } from "./vectors.js";
export { removeWeightNorm, weightNorm } from "./weight-norm.js";
