// init: initial values, PyTorch's formulas over the tensor's own random fills. Only re-exports.

export {
  calculateFanInAndFanOut,
  calculateGain,
  type Nonlinearity,
} from "./fans.js";
export {
  constant_,
  type DiracOptions,
  dirac_,
  eye_,
  type NormalOptions,
  normal_,
  ones_,
  type SparseOptions,
  sparse_,
  type UniformOptions,
  uniform_,
  zeros_,
} from "./fills.js";
export type { InitOptions } from "./options.js";
export { orthogonal_ } from "./orthogonal.js";
export {
  type FanMode,
  type KaimingOptions,
  kaimingNormal_,
  kaimingUniform_,
  type XavierOptions,
  xavierNormal_,
  xavierUniform_,
} from "./scaled.js";
export { type TruncNormalOptions, truncNormal_ } from "./truncated.js";
