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
  b as EpochEvent,
  c as EpochRecord,
  d as EvaluateOptions,
  e as FitEvent,
  f as FitOptions,
  g as Loader,
  h as Model,
  i as Scores,
  j as Trainer,
  k as TrainerOptions,
  l as accuracy,
  m as deserialize,
} from './read.js';
import { BernoulliError, Tensor } from '@bernoulli/tensor';
import '@bernoulli/nn';
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
  CheckpointError,
  serialize,
};
