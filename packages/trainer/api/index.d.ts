import { Tensor } from '@bernoulli/tensor';
import { Module } from '@bernoulli/nn';
type Metric = (output: Tensor, target: Tensor) => Tensor;
type Scores<Name extends string = string> = {
    readonly [Key in Name | "loss"]: number;
};
declare function accuracy(output: Tensor, target: Tensor): Tensor;
type Batch = readonly [
    input: Tensor,
    target: Tensor
];
type Loader<Item = Batch> = (AsyncIterable<Item> | Iterable<Item>) & {
    readonly length?: number;
};
type Model = Module & ((input: Tensor) => Tensor);
interface TrainerOptions<Name extends string = "accuracy"> {
    readonly optimizer: {
        zeroGrad(): void;
        step(): unknown;
    };
    readonly criterion: (output: Tensor, target: Tensor) => Tensor;
    readonly transform?: (input: Tensor) => Tensor;
    readonly metrics?: Readonly<Record<Name, Metric>>;
    readonly clock?: () => number;
}
interface EvaluateOptions {
    readonly signal?: AbortSignal;
}
interface FitOptions<Name extends string = string> {
    readonly epochs: number;
    readonly cleanLoader?: Loader;
    readonly validationLoader?: Loader;
    readonly callbacks?: readonly Callbacks<Name>[];
    readonly signal?: AbortSignal;
}
interface EpochRecord<Name extends string = string> {
    readonly epoch: number;
    readonly live: Scores<Name>;
    readonly clean: Scores<Name> | null;
    readonly validation: Scores<Name> | null;
    readonly samples: number;
    readonly trainSeconds: number;
    readonly seconds: number;
}
declare class Trainer<Name extends string = "accuracy"> {
    #private;
    readonly model: Model;
    readonly optimizer: TrainerOptions["optimizer"];
    readonly criterion: TrainerOptions["criterion"];
    readonly metrics: Readonly<Record<Name, Metric>>;
    constructor(model: Model, { optimizer, criterion, transform, metrics, clock }: TrainerOptions<Name>);
    fit(loader: Loader, { epochs, cleanLoader, validationLoader, callbacks, signal }: FitOptions<Name>): Promise<EpochRecord<Name>[]>;
    evaluate(loader: Loader, { signal }?: EvaluateOptions): Promise<Scores<Name>>;
    predict(inputs: Tensor | Loader<Tensor | readonly [
        input: Tensor,
        ...rest: unknown[]
    ]>, { signal }?: EvaluateOptions): Promise<Tensor>;
}
interface FitEvent<Name extends string = string> {
    readonly epochs: number;
    readonly history: readonly EpochRecord<Name>[];
    readonly stop: () => void;
}
interface EpochEvent<Name extends string = string> extends FitEvent<Name> {
    readonly epoch: number;
}
type Phase = "train" | "clean" | "validation";
interface BatchEvent<Name extends string = string> extends EpochEvent<Name> {
    readonly phase: Phase;
    readonly batch: number;
    readonly batches: number | null;
    readonly samples: number;
    readonly scores: Scores<Name>;
}
interface EpochEndEvent<Name extends string = string> extends EpochEvent<Name> {
    readonly record: EpochRecord<Name>;
}
interface Callbacks<Name extends string = string> {
    onFitStart?(event: FitEvent<Name>): void | Promise<void>;
    onEpochStart?(event: EpochEvent<Name>): void | Promise<void>;
    onBatchEnd?(event: BatchEvent<Name>): void | Promise<void>;
    onEvaluationBatchEnd?(event: BatchEvent<Name>): void | Promise<void>;
    onEpochEnd?(event: EpochEndEvent<Name>): void | Promise<void>;
    onFitEnd?(event: FitEvent<Name>): void | Promise<void>;
}
export {
  Trainer,
  accuracy,
  type Batch,
  type BatchEvent,
  type Callbacks,
  type EpochEndEvent,
  type EpochEvent,
  type EpochRecord,
  type EvaluateOptions,
  type FitEvent,
  type FitOptions,
  type Loader,
  type Metric,
  type Model,
  type Phase,
  type Scores,
  type TrainerOptions,
};
