export {
  B as Batch,
  C as Callbacks,
  E as EpochEndEvent,
  F as FileDType,
  L as LoadOptions,
  M as Metric,
  P as Phase,
  S as SafetensorsHeader,
  T as TensorEntry,
  a as BatchEvent,
  b as Bytes,
  c as EpochEvent,
  d as EpochRecord,
  e as EvaluateOptions,
  f as FitEvent,
  g as FitOptions,
  h as Loader,
  i as Model,
  j as Scores,
  k as Trainer,
  l as TrainerOptions,
  m as TrainerScheduler,
  n as accuracy,
  o as deserialize,
} from './trainer.js';
import { BernoulliError, Tensor } from '@bernoulli/tensor';
import '@bernoulli/nn';
declare class BusyError extends BernoulliError {
    name: string;
}
interface CheckpointErrorDetails {
    readonly file: string;
    readonly key?: string | undefined;
    readonly cause?: unknown;
}
declare class CheckpointError extends BernoulliError {
    name: string;
    readonly file: string;
    readonly key: string | null;
    constructor(message: string, { file, key, cause }: CheckpointErrorDetails);
}
declare function serialize(tensors: Readonly<Record<string, Tensor>>, metadata?: Readonly<Record<string, string>>): Promise<Uint8Array>;
export {
  BusyError,
  CheckpointError,
  serialize,
};
