// The entry @bernoulli/trainer/node: what reads and writes files, and writes to Node's streams. Only re-exports.

export { checkWritable, loadFile, readFileHeader, replaceFile, saveFile } from "@bernoulli/formats/node";
export { type CheckpointOptions, checkpoint } from "./checkpoint/callback.js";
export { type LatestOptions, latestCheckpoint, latestSoundCheckpoint } from "./checkpoint/directory.js";
export {
  type Checkpoint,
  type LoadCheckpointOptions,
  loadCheckpoint,
  type SaveCheckpointOptions,
  saveCheckpoint,
} from "./checkpoint/file.js";
export type { JsonValue } from "./checkpoint/json.js";
export type { RestorableModel, RestorableOptimizer } from "./checkpoint/restore.js";
export type { Restorable, SavedPlace } from "./checkpoint/states.js";
export { type ProgressOptions, type ProgressStream, progress } from "./progress.js";
export { formatDuration } from "./progress-text.js";
