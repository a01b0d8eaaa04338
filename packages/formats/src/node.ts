// The entry @bernoulli/formats/node: what reads and writes files. Only re-exports.

export { explained } from "./files/explain.js";
export { checkWritable, replaceFile } from "./files/replace.js";
export { loadNpy, loadNpz, saveNpy, saveNpz } from "./numpy/file.js";
export { saveOnnx } from "./onnx/file.js";
export { loadFile, readFileHeader, saveFile, saveVerifiable, verifyFile } from "./safetensors/file.js";
export { type SafetensorsFile, safeOpen } from "./safetensors/open.js";
export { loadSharded, type SaveShardedOptions, saveSharded } from "./safetensors/sharded.js";
export { loadTorch, loadTorchStateDict, saveTorch } from "./torch/file.js";
