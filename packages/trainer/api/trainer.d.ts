import { Tensor, CompileOptions, DType, TypedArray, DeviceName } from '@bernoulli/tensor';
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
interface TrainerOptions<Name extends string = "accuracy"> {
    readonly optimizer: {
        zeroGrad(): void;
        step(): unknown;
    };
    readonly scheduler?: TrainerScheduler;
    readonly criterion: (output: Tensor, target: Tensor) => Tensor;
    readonly transform?: (input: Tensor) => Tensor;
    readonly metrics?: Readonly<Record<Name, Metric>>;
    readonly clock?: () => number;
    readonly compile?: boolean | CompileOptions;
}
interface TrainerScheduler {
    step(): unknown;
}
interface EvaluateOptions {
    readonly signal?: AbortSignal;
}
interface FitOptions<Name extends string = string> {
    readonly epochs: number;
    readonly history?: readonly EpochRecord[];
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
interface Decoder {
    readonly dtype: DType;
    readonly elements: (buffer: ArrayBuffer) => TypedArray;
}
declare const fileDTypes: {
    readonly BOOL: {
        readonly bits: 8;
        readonly decode: {
            readonly dtype: "bool";
            readonly elements: typeof checkedBooleans;
        };
    };
    readonly U8: {
        readonly bits: 8;
        readonly decode: Decoder;
    };
    readonly I8: {
        readonly bits: 8;
        readonly decode: Decoder;
    };
    readonly I16: {
        readonly bits: 16;
        readonly decode: Decoder;
    };
    readonly U16: {
        readonly bits: 16;
        readonly decode: Decoder;
    };
    readonly I32: {
        readonly bits: 32;
        readonly decode: Decoder;
    };
    readonly U32: {
        readonly bits: 32;
        readonly decode: Decoder;
    };
    readonly I64: {
        readonly bits: 64;
        readonly decode: Decoder;
    };
    readonly U64: {
        readonly bits: 64;
        readonly decode: Decoder;
    };
    readonly F16: {
        readonly bits: 16;
        readonly decode: {
            readonly dtype: "float32";
            readonly elements: (buffer: ArrayBuffer) => Float32Array<ArrayBufferLike>;
        };
    };
    readonly BF16: {
        readonly bits: 16;
        readonly decode: {
            readonly dtype: "float32";
            readonly elements: (buffer: ArrayBuffer) => Float32Array<ArrayBufferLike>;
        };
    };
    readonly F32: {
        readonly bits: 32;
        readonly decode: Decoder;
    };
    readonly F64: {
        readonly bits: 64;
        readonly decode: Decoder;
    };
    readonly F4: {
        readonly bits: 4;
        readonly decode: null;
    };
    readonly F6_E2M3: {
        readonly bits: 6;
        readonly decode: null;
    };
    readonly F6_E3M2: {
        readonly bits: 6;
        readonly decode: null;
    };
    readonly F8_E5M2: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly F8_E4M3: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly F8_E5M2FNUZ: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly F8_E4M3FNUZ: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly F8_E8M0: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly C64: {
        readonly bits: 64;
        readonly decode: null;
    };
};
type FileDType = keyof typeof fileDTypes;
declare function checkedBooleans(buffer: ArrayBuffer): Uint8Array;
interface TensorEntry {
    readonly dtype: FileDType;
    readonly shape: readonly number[];
    readonly begin: number;
    readonly byteLength: number;
}
interface SafetensorsHeader {
    readonly metadata: Readonly<Record<string, string>>;
    readonly tensors: Readonly<Record<string, TensorEntry>>;
}
interface LoadOptions {
    readonly device?: DeviceName;
    readonly mapLocation?: DeviceName;
}
type Bytes = ArrayBufferLike | ArrayBufferView | Blob;
declare function deserialize(bytes: Bytes, options?: LoadOptions): Promise<Record<string, Tensor>>;
type Model = Module & ((input: Tensor) => Tensor);
declare class Trainer<Name extends string = "accuracy"> {
    #private;
    readonly model: Model;
    readonly optimizer: TrainerOptions["optimizer"];
    readonly scheduler: TrainerScheduler | null;
    readonly criterion: TrainerOptions["criterion"];
    readonly metrics: Readonly<Record<Name, Metric>>;
    constructor(model: Model, options: TrainerOptions<Name>);
    fit(loader: Loader, options: FitOptions<Name>): Promise<EpochRecord<Name>[]>;
    evaluate(loader: Loader, options?: EvaluateOptions): Promise<Scores<Name>>;
    predict(inputs: Tensor | Loader<Tensor | readonly [
        input: Tensor,
        ...rest: unknown[]
    ]>, options?: EvaluateOptions): Promise<Tensor>;
}
export {
  Trainer as k,
  accuracy as n,
  deserialize as o,
  type Batch as B,
  type BatchEvent as a,
  type Bytes as b,
  type Callbacks as C,
  type EpochEndEvent as E,
  type EpochEvent as c,
  type EpochRecord as d,
  type EvaluateOptions as e,
  type FileDType as F,
  type FitEvent as f,
  type FitOptions as g,
  type LoadOptions as L,
  type Loader as h,
  type Metric as M,
  type Model as i,
  type Phase as P,
  type SafetensorsHeader as S,
  type Scores as j,
  type TensorEntry as T,
  type TrainerOptions as l,
  type TrainerScheduler as m,
};
