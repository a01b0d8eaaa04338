import { HyperParameters, EventWriter } from '@bernoulli/formats/node';
export {
  checkWritable,
  loadFile,
  readFileHeader,
  replaceFile,
  saveFile,
  verifyFile,
} from '@bernoulli/formats/node';
import { P as PassPlace, h as EpochRecord, g as EpochPlace, v as RestorableModel, w as RestorableOptimizer, R as RestorableScheduler, p as Ranks, M as MonitorOptions, T as Trainer, C as Callbacks } from './restore.js';
import { Generator, DeviceName } from '@bernoulli/tensor';
import { FormatError } from '@bernoulli/formats';
import '@bernoulli/nn';
import '@bernoulli/optim';
type JsonValue = null | boolean | number | string | readonly JsonValue[] | {
    readonly [name: string]: JsonValue;
};
interface Restorable {
    stateDict(): unknown;
    loadStateDict(state: any): void;
}
interface SavedPlace extends PassPlace {
    readonly starts: Readonly<Record<string, Uint8Array>>;
}
interface SaveCheckpointOptions {
    readonly model: RestorableModel;
    readonly optimizer?: RestorableOptimizer;
    readonly scheduler?: RestorableScheduler;
    readonly generators?: Readonly<Record<string, Generator>>;
    readonly epoch?: number;
    readonly history?: readonly EpochRecord[];
    readonly extra?: JsonValue;
    readonly states?: Readonly<Record<string, Restorable>>;
    readonly place?: SavedPlace | null;
}
interface LoadCheckpointOptions {
    readonly model?: RestorableModel;
    readonly optimizer?: RestorableOptimizer;
    readonly scheduler?: RestorableScheduler;
    readonly generators?: Readonly<Record<string, Generator>>;
    readonly states?: Readonly<Record<string, Restorable>>;
    readonly strict?: boolean;
    readonly mapLocation?: DeviceName;
    readonly ranks?: Ranks;
}
interface Checkpoint {
    readonly epoch: number;
    readonly history: readonly EpochRecord[];
    readonly place: EpochPlace | null;
    readonly extra: JsonValue;
    readonly metadata: Readonly<Record<string, string>>;
}
declare function saveCheckpoint(path: string, options: SaveCheckpointOptions): Promise<void>;
declare function loadCheckpoint(path: string, options?: LoadCheckpointOptions): Promise<Checkpoint>;
interface CheckpointOptions extends Pick<SaveCheckpointOptions, "generators" | "extra" | "states"> {
    readonly directory: string;
    readonly every?: number;
    readonly keep?: number;
    readonly everySteps?: number;
    readonly prune?: boolean;
    readonly best?: MonitorOptions;
}
declare function checkpoint(trainer: Trainer<any>, options: CheckpointOptions): Callbacks;
declare function latestCheckpoint(directory: string): Promise<string | null>;
interface LatestOptions {
    readonly onDamaged?: (error: FormatError) => void;
}
declare function latestSoundCheckpoint(directory: string, options?: LatestOptions): Promise<string | null>;
declare function csvLog(path: string): Callbacks;
declare function jsonLog(path: string): Callbacks;
interface TensorBoardOptions {
    readonly directory: string;
    readonly everySteps?: number;
    readonly histograms?: boolean;
    readonly hparams?: HyperParameters;
    readonly onEpoch?: (writer: EventWriter, step: number) => void | Promise<void>;
}
declare function tensorBoard(trainer: Trainer<any>, options: TensorBoardOptions): Callbacks;
type ProgressStream = Pick<NodeJS.WriteStream, "write"> & Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns">>;
interface ProgressOptions {
    readonly stream?: ProgressStream;
    readonly epochLines?: boolean;
    readonly plainInterval?: number;
    readonly clock?: () => number;
}
declare function progress(options?: ProgressOptions): Callbacks;
declare function formatDuration(seconds: number): string;
export {
  RestorableModel,
  RestorableOptimizer,
  checkpoint,
  csvLog,
  formatDuration,
  jsonLog,
  latestCheckpoint,
  latestSoundCheckpoint,
  loadCheckpoint,
  progress,
  saveCheckpoint,
  tensorBoard,
  type Checkpoint,
  type CheckpointOptions,
  type JsonValue,
  type LatestOptions,
  type LoadCheckpointOptions,
  type ProgressOptions,
  type ProgressStream,
  type Restorable,
  type SaveCheckpointOptions,
  type SavedPlace,
  type TensorBoardOptions,
};
