// The entry @bernoulli/trainer/node: what writes to Node's streams. Only re-exports.

export { type ProgressOptions, type ProgressStream, progress } from "./progress.js";
