// The entry @bernoulli/trainer/node: what reads and writes files, and writes to Node's streams. Only re-exports.

export { type ProgressOptions, type ProgressStream, progress } from "./progress.js";
export { loadFile, readFileHeader, saveFile } from "./safetensors/file.js";
