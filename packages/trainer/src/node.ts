// The entry @bernoulli/trainer/node: what reads and writes files, and writes to Node's streams. Only re-exports.

export { type CheckpointOptions, checkpoint, latestCheckpoint } from "./checkpoint/callback.js";
export {
  type Checkpoint,
  type LoadCheckpointOptions,
  loadCheckpoint,
  type SaveCheckpointOptions,
  saveCheckpoint,
} from "./checkpoint/file.js";
export type { JsonValue } from "./checkpoint/json.js";
export type { RestorableModel, RestorableOptimizer } from "./checkpoint/restore.js";
export { checkWritable, replaceFile } from "./files/replace.js";
export { type ProgressOptions, type ProgressStream, progress } from "./progress.js";
export { formatDuration } from "./progress-text.js";
export { loadFile, readFileHeader, saveFile } from "./safetensors/file.js";
