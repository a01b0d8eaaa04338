// @bernoulli/formats: tensors as the files that others write and read. Only re-exports. What needs a disk is in
// @bernoulli/formats/node.

export type { Bytes } from "./bytes.js";
export type { FileDType, NarrowFloats } from "./dtypes.js";
export { FormatError, type FormatErrorDetails } from "./errors.js";
export type { LoadOptions } from "./location.js";
export { deserializeNpy, deserializeNpz, serializeNpy, serializeNpz } from "./numpy/npy.js";
export { exportOnnx, type OnnxModule, type OnnxOptions } from "./onnx/export.js";
export { loadBytes, type Place, removeBytes, saveBytes, type WritablePlace } from "./places/place.js";
export type { SafetensorsHeader, TensorEntry } from "./safetensors/header.js";
export { deserialize } from "./safetensors/read.js";
export { type SaveOptions, serialize } from "./safetensors/write.js";
export type { TorchValue } from "./torch/convert.js";
export { deserializeTorch, type TorchLoadOptions } from "./torch/read.js";
export { serializeTorch } from "./torch/write.js";
