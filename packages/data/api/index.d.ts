import { D as Dataset, C as Collated, S as SampleOf, I as ImageDataset, a as ImageDatasetTransforms } from './grid.js';
export {
  G as GridOptions,
  R as RandomSplitOptions,
  T as TensorDataset,
  b as ImageDatasetContents,
  c as ImageSample,
  d as Rows,
  e as Subset,
  f as defaultCollate,
  m as makeGrid,
  r as randomSplit,
} from './grid.js';
import { Generator, BernoulliError, Tensor, Positional } from '@bernoulli/tensor';
declare const cifar10ImageShape: readonly [
    3,
    32,
    32
];
declare const cifar10ImageBytes: number;
declare const cifar10RecordBytes: number;
declare const cifar10RecordsPerFile = 10000;
declare const cifar10Classes: readonly [
    "airplane",
    "automobile",
    "bird",
    "cat",
    "deer",
    "dog",
    "frog",
    "horse",
    "ship",
    "truck"
];
interface ImageRecords {
    readonly images: Uint8Array;
    readonly labels: Int32Array;
}
declare function parseCifar10(bytes: Uint8Array, source: string): ImageRecords;
interface Sampler<Index = number> extends Iterable<Index> {
    readonly length: number;
}
interface Sized {
    readonly length: number;
}
declare class SequentialSampler implements Sampler {
    #private;
    constructor(source: Sized);
    get length(): number;
    [Symbol.iterator](): IterableIterator<number>;
}
interface RandomSamplerOptions {
    readonly replacement?: boolean;
    readonly numSamples?: number;
    readonly generator?: Generator;
}
declare class RandomSampler implements Sampler {
    #private;
    readonly replacement: boolean;
    readonly generator: Generator | undefined;
    constructor(source: Sized, options?: RandomSamplerOptions);
    get length(): number;
    [Symbol.iterator](): IterableIterator<number>;
}
interface BatchSamplerOptions {
    readonly batchSize: number;
    readonly dropLast?: boolean;
}
declare class BatchSampler implements Sampler<number[]> {
    readonly sampler: Sampler;
    readonly batchSize: number;
    readonly dropLast: boolean;
    constructor(sampler: Sampler, options: BatchSamplerOptions);
    get length(): number;
    [Symbol.iterator](): IterableIterator<number[]>;
}
interface DataLoaderOptions<Sample, Batch> {
    readonly batchSize?: number;
    readonly shuffle?: boolean;
    readonly sampler?: Sampler;
    readonly batchSampler?: Sampler<readonly number[]>;
    readonly dropLast?: boolean;
    readonly collate?: (samples: Sample[]) => Batch;
    readonly generator?: Generator;
}
type IsSynchronous<D extends Dataset> = [
    Extract<ReturnType<D["get"]>, PromiseLike<unknown>>
] extends [
    never
] ? true : false;
type SynchronousIteration<D extends Dataset, Batch> = IsSynchronous<D> extends true ? () => IterableIterator<Batch> : undefined;
declare class DataLoader<D extends Dataset, Batch = Collated<SampleOf<D>>> implements AsyncIterable<Batch> {
    #private;
    readonly dataset: D;
    readonly batchSize: number | null;
    readonly dropLast: boolean;
    readonly sampler: Sampler | null;
    readonly batchSampler: Sampler<readonly number[]>;
    readonly collate: (samples: SampleOf<D>[]) => Batch;
    readonly generator: Generator | undefined;
    constructor(dataset: D, options?: DataLoaderOptions<SampleOf<D>, Batch>);
    get length(): number;
    get [Symbol.iterator](): SynchronousIteration<D, Batch>;
    [Symbol.asyncIterator](): AsyncIterableIterator<Batch>;
}
declare class DataFileError extends BernoulliError {
    name: string;
}
interface IdxArray {
    readonly shape: readonly number[];
    readonly data: Uint8Array;
}
declare function parseIdx(bytes: Uint8Array, source: string): IdxArray;
interface SyntheticShapesOptions extends ImageDatasetTransforms {
    readonly train?: boolean;
    readonly seed?: number;
    readonly length?: number;
}
declare class SyntheticShapes extends ImageDataset {
    static readonly name: string;
    constructor(options?: SyntheticShapesOptions);
}
type Size = number | readonly [
    height: number,
    width: number
];
type Border = number | readonly [
    horizontal: number,
    vertical: number
] | readonly [
    left: number,
    top: number,
    right: number,
    bottom: number
];
declare abstract class Transform {
    constructor();
    abstract transform(image: Tensor): Tensor;
    protected extraRepr(): string;
    toString(): string;
}
interface Transform {
    (image: Tensor): Tensor;
}
type BorderMode = "constant" | "reflect" | "edge";
interface PadOptions {
    readonly fill?: number;
    readonly paddingMode?: BorderMode;
}
declare class Pad extends Transform {
    static readonly name: string;
    readonly padding: Border;
    readonly fill: number;
    readonly paddingMode: BorderMode;
    constructor(padding: Border, ...rest: Positional<PadOptions, [
        "fill",
        "paddingMode"
    ]>);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
declare class CenterCrop extends Transform {
    static readonly name: string;
    readonly size: readonly [
        height: number,
        width: number
    ];
    constructor(size: Size);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
interface RandomCropOptions extends PadOptions {
    readonly padding?: Border | null;
    readonly padIfNeeded?: boolean;
    readonly generator?: Generator;
}
declare class RandomCrop extends Transform {
    #private;
    static readonly name: string;
    readonly size: readonly [
        height: number,
        width: number
    ];
    readonly padding: Border | null;
    readonly padIfNeeded: boolean;
    readonly fill: number;
    readonly paddingMode: BorderMode;
    readonly generator: Generator | undefined;
    constructor(size: Size, ...rest: Positional<RandomCropOptions, [
        "padding",
        "padIfNeeded",
        "fill",
        "paddingMode"
    ]>);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
interface RandomFlipOptions {
    readonly p?: number;
    readonly generator?: Generator;
}
declare abstract class RandomFlip extends Transform {
    readonly p: number;
    readonly generator: Generator | undefined;
    protected abstract readonly dim: number;
    constructor(owner: string, rest: Positional<RandomFlipOptions, [
        "p"
    ]>);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
declare class RandomHorizontalFlip extends RandomFlip {
    static readonly name: string;
    protected readonly dim = -1;
    constructor(...rest: Positional<RandomFlipOptions, [
        "p"
    ]>);
}
declare class RandomVerticalFlip extends RandomFlip {
    static readonly name: string;
    protected readonly dim = -2;
    constructor(...rest: Positional<RandomFlipOptions, [
        "p"
    ]>);
}
interface NormalizeOptions {
    readonly mean: readonly number[];
    readonly std: readonly number[];
}
declare class Normalize extends Transform {
    static readonly name: string;
    readonly mean: readonly number[];
    readonly std: readonly number[];
    constructor(...given: [
        options: NormalizeOptions
    ] | [
        mean: readonly number[],
        std: readonly number[]
    ]);
    transform(images: Tensor): Tensor;
    protected extraRepr(): string;
}
declare class Compose extends Transform {
    static readonly name: string;
    readonly transforms: readonly ((image: Tensor) => Tensor)[];
    constructor(transforms: readonly ((image: Tensor) => Tensor)[]);
    transform(image: Tensor): Tensor;
    toString(): string;
}
declare class ToTensor extends Transform {
    static readonly name: string;
    transform(image: Tensor): Tensor;
}
declare class Lambda extends Transform {
    static readonly name: string;
    readonly lambd: (image: Tensor) => Tensor;
    constructor(lambd: (image: Tensor) => Tensor);
    transform(image: Tensor): Tensor;
}
export {
  BatchSampler,
  CenterCrop,
  Collated,
  Compose,
  DataFileError,
  DataLoader,
  Dataset,
  ImageDataset,
  ImageDatasetTransforms,
  Lambda,
  Normalize,
  Pad,
  RandomCrop,
  RandomHorizontalFlip,
  RandomSampler,
  RandomVerticalFlip,
  SampleOf,
  SequentialSampler,
  SyntheticShapes,
  ToTensor,
  Transform,
  cifar10Classes,
  cifar10ImageBytes,
  cifar10ImageShape,
  cifar10RecordBytes,
  cifar10RecordsPerFile,
  parseCifar10,
  parseIdx,
  type BatchSamplerOptions,
  type Border,
  type BorderMode,
  type DataLoaderOptions,
  type IdxArray,
  type ImageRecords,
  type NormalizeOptions,
  type PadOptions,
  type RandomCropOptions,
  type RandomFlipOptions,
  type RandomSamplerOptions,
  type Sampler,
  type Size,
  type SyntheticShapesOptions,
};
