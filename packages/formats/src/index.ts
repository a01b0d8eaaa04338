// @bernoulli/formats: tensors as the files that others write and read. Only re-exports. What needs a disk is in
// @bernoulli/formats/node.

export { FormatError, type FormatErrorDetails } from "./errors.js";
export type { FileDType } from "./safetensors/dtypes.js";
export type { SafetensorsHeader, TensorEntry } from "./safetensors/header.js";
export { type Bytes, deserialize, type LoadOptions } from "./safetensors/read.js";
export { serialize } from "./safetensors/write.js";
