// @bernoulli/tensor/convolutions: convolutions with every way to compute them, as in the main entry, for programs of the lean entry, whose
// conv2d does without some. Only re-exports.

export { type Conv2dOptions, conv2d } from "./ops/products/conv2d.js";
export { type Conv1dOptions, type Conv3dOptions, conv1d, conv3d } from "./ops/products/convolutions.js";
export {
  type ConvTranspose1dOptions,
  type ConvTranspose2dOptions,
  type ConvTranspose3dOptions,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
} from "./ops/products/transposed-convolutions.js";
