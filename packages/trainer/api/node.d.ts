import { d as EpochRecord, k as Trainer, C as Callbacks, L as LoadOptions, S as SafetensorsHeader } from './trainer.js';
import { Generator, DeviceName, Tensor } from '@bernoulli/tensor';
import { Module } from '@bernoulli/nn';
import { Optimizer, LRScheduler } from '@bernoulli/optim';
type JsonValue = null | boolean | number | string | readonly JsonValue[] | {
    readonly [name: string]: JsonValue;
};
type RestorableModel = Pick<Module, "stateDict" | "loadStateDict">;
type RestorableOptimizer = Pick<Optimizer<any, any>, "stateDict" | "loadStateDict">;
type RestorableScheduler = Pick<LRScheduler, "stateDict" | "loadStateDict">;
interface SaveCheckpointOptions {
    readonly model: RestorableModel;
    readonly optimizer?: RestorableOptimizer;
    readonly scheduler?: RestorableScheduler;
    readonly generators?: Readonly<Record<string, Generator>>;
    readonly epoch?: number;
    readonly history?: readonly EpochRecord[];
    readonly extra?: JsonValue;
}
interface LoadCheckpointOptions {
    readonly model?: RestorableModel;
    readonly optimizer?: RestorableOptimizer;
    readonly scheduler?: RestorableScheduler;
    readonly generators?: Readonly<Record<string, Generator>>;
    readonly strict?: boolean;
    readonly mapLocation?: DeviceName;
}
interface Checkpoint {
    readonly epoch: number;
    readonly history: readonly EpochRecord[];
    readonly extra: JsonValue;
    readonly metadata: Readonly<Record<string, string>>;
}
declare function saveCheckpoint(path: string, options: SaveCheckpointOptions): Promise<void>;
declare function loadCheckpoint(path: string, options?: LoadCheckpointOptions): Promise<Checkpoint>;
interface CheckpointOptions extends Pick<SaveCheckpointOptions, "generators" | "extra"> {
    readonly directory: string;
    readonly every?: number;
    readonly keep?: number;
}
declare function checkpoint(trainer: Trainer<any>, options: CheckpointOptions): Callbacks;
declare function latestCheckpoint(directory: string): Promise<string | null>;
declare function checkWritable(path: string): Promise<void>;
type ProgressStream = Pick<NodeJS.WriteStream, "write"> & Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns">>;
interface ProgressOptions {
    readonly stream?: ProgressStream;
    readonly epochLines?: boolean;
    readonly plainInterval?: number;
    readonly clock?: () => number;
}
declare function progress(options?: ProgressOptions): Callbacks;
declare function saveFile(tensors: Readonly<Record<string, Tensor>>, path: string, metadata?: Readonly<Record<string, string>>): Promise<void>;
declare function loadFile(path: string, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function readFileHeader(path: string): Promise<SafetensorsHeader>;
export {
  checkWritable,
  checkpoint,
  latestCheckpoint,
  loadCheckpoint,
  loadFile,
  progress,
  readFileHeader,
  saveCheckpoint,
  saveFile,
  type Checkpoint,
  type CheckpointOptions,
  type JsonValue,
  type LoadCheckpointOptions,
  type ProgressOptions,
  type ProgressStream,
  type RestorableModel,
  type RestorableOptimizer,
  type SaveCheckpointOptions,
};
