import { D as Dataset, C as Collated, S as SampleOf, I as ImageDataset } from './image-dataset.js';
export {
  R as RandomSplitOptions,
  T as TensorDataset,
  a as ImageDatasetContents,
  b as ImageSample,
  c as Rows,
  d as Subset,
  e as defaultCollate,
  r as randomSplit,
} from './image-dataset.js';
import { Generator, BernoulliError, Tensor } from '@bernoulli/tensor';
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
interface SyntheticShapesOptions {
    readonly train?: boolean;
    readonly seed?: number;
    readonly length?: number;
}
declare class SyntheticShapes extends ImageDataset {
    static readonly name: string;
    constructor(options?: SyntheticShapesOptions);
}
interface NormalizeOptions {
    readonly mean: readonly number[];
    readonly std: readonly number[];
}
declare class Normalize {
    readonly mean: readonly number[];
    readonly std: readonly number[];
    constructor(options: NormalizeOptions);
}
interface Normalize {
    (images: Tensor): Tensor;
}
export {
  BatchSampler,
  Collated,
  DataFileError,
  DataLoader,
  Dataset,
  ImageDataset,
  Normalize,
  RandomSampler,
  SampleOf,
  SequentialSampler,
  SyntheticShapes,
  cifar10Classes,
  cifar10ImageBytes,
  cifar10ImageShape,
  cifar10RecordBytes,
  cifar10RecordsPerFile,
  parseCifar10,
  parseIdx,
  type BatchSamplerOptions,
  type DataLoaderOptions,
  type IdxArray,
  type ImageRecords,
  type NormalizeOptions,
  type RandomSamplerOptions,
  type Sampler,
  type SyntheticShapesOptions,
};
