// The entry @bernoulli/formats/node: what reads and writes files. Only re-exports.

export { explained } from "./files/explain.js";
export { checkWritable, replaceFile } from "./files/replace.js";
export { loadFile, readFileHeader, saveFile } from "./safetensors/file.js";
export { type SafetensorsFile, safeOpen } from "./safetensors/open.js";
