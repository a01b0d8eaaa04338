import { S as Samples, a as Stream, C as Collated, b as SampleOf, R as ReadOf, D as Dataset } from './dataset.js';
export {
  I as IterableDataset,
  T as TensorDataset,
  W as WorkerInfo,
  c as ChainDataset,
  d as RandomSplitOptions,
  e as Rows,
  f as Subset,
  g as defaultCollate,
  h as getWorkerInfo,
  r as randomSplit,
} from './dataset.js';
import { Generator, Tensor, Positional, BernoulliError } from '@bernoulli/tensor';
import { b as ImageSample, a as ImageDatasetTransforms, I as ImageDataset } from './grid.js';
export {
  G as GridOptions,
  c as ImageDatasetContents,
  m as makeGrid,
} from './grid.js';
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
interface Cifar100Records extends ImageRecords {
    readonly coarseLabels: Int32Array;
}
declare function parseCifar10(bytes: Uint8Array, source: string): ImageRecords;
declare function parseCifar100(bytes: Uint8Array, source: string): Cifar100Records;
declare const numbered: unique symbol;
declare function enumerate<Item>(items: Iterable<Item> & AsyncIterable<Item>, start?: number): Iterable<[
    number,
    Item
]> & AsyncIterable<[
    number,
    Item
]>;
declare function enumerate<Item>(items: Iterable<Item>, start?: number): Iterable<[
    number,
    Item
]>;
declare function enumerate<Item>(items: AsyncIterable<Item>, start?: number): AsyncIterable<[
    number,
    Item
]>;
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
interface SubsetRandomSamplerOptions {
    readonly generator?: Generator;
}
declare class SubsetRandomSampler implements Sampler {
    readonly indices: readonly number[];
    readonly generator: Generator | undefined;
    constructor(indices: readonly number[], options?: SubsetRandomSamplerOptions);
    get length(): number;
    [Symbol.iterator](): IterableIterator<number>;
}
interface WeightedRandomSamplerOptions {
    readonly replacement?: boolean;
    readonly generator?: Generator;
}
declare class WeightedRandomSampler implements Sampler {
    readonly weights: readonly number[];
    readonly replacement: boolean;
    readonly generator: Generator | undefined;
    readonly length: number;
    constructor(weights: readonly number[] | Tensor, numSamples: number, options?: WeightedRandomSamplerOptions);
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
    readonly collateFn?: (samples: Sample[]) => Batch;
    readonly generator?: Generator;
    readonly numWorkers?: number;
    readonly prefetchFactor?: number;
    readonly persistentWorkers?: boolean;
    readonly timeout?: number;
    readonly pinMemory?: boolean;
}
declare const places$1: readonly [
    "batchSize",
    "shuffle",
    "sampler",
    "batchSampler",
    "numWorkers",
    "collateFn",
    "pinMemory",
    "dropLast",
    "timeout"
];
type IsSynchronous<D extends Samples | Stream> = [
    Extract<ReadOf<D>, PromiseLike<unknown>>
] extends [
    never
] ? true : false;
type SynchronousIteration<D extends Samples | Stream, Batch> = IsSynchronous<D> extends true ? () => IterableIterator<Batch> : undefined;
declare class DataLoader<D extends Samples | Stream, Batch = Collated<SampleOf<D>>> implements AsyncIterable<Batch> {
    #private;
    readonly dataset: D;
    readonly batchSize: number | null;
    readonly dropLast: boolean;
    readonly sampler: Sampler | null;
    readonly batchSampler: Sampler<readonly number[]> | null;
    readonly numWorkers: number;
    readonly collate: (samples: SampleOf<D>[]) => Batch;
    readonly generator: Generator | undefined;
    constructor(dataset: D, ...rest: Positional<DataLoaderOptions<SampleOf<D>, Batch>, typeof places$1>);
    get length(): number;
    get [Symbol.iterator](): SynchronousIteration<D, Batch>;
    [Symbol.asyncIterator](): AsyncIterableIterator<Batch>;
    [numbered](start: number): Iterable<[
        number,
        Batch
    ]> & AsyncIterable<[
        number,
        Batch
    ]>;
}
declare class DataFileError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_DATA_FILE";
}
declare class LoaderWorkerError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_LOADER_WORKER";
    readonly worker: number;
    readonly index: number | null;
    constructor(message: string, worker: number, index: number | null, options?: ErrorOptions);
}
interface FakeDataOptions extends ImageDatasetTransforms {
    readonly size?: number;
    readonly imageSize?: readonly [
        channels: number,
        height: number,
        width: number
    ];
    readonly numClasses?: number;
    readonly randomOffset?: number;
}
declare const places: readonly [
    "size",
    "imageSize",
    "numClasses",
    "transform",
    "targetTransform",
    "randomOffset"
];
declare class FakeData implements Dataset<ImageSample> {
    readonly length: number;
    readonly imageSize: readonly [
        channels: number,
        height: number,
        width: number
    ];
    readonly numClasses: number;
    readonly randomOffset: number;
    readonly transform: ((image: Tensor) => Tensor) | null;
    readonly targetTransform: ((label: Tensor) => Tensor) | null;
    constructor(...rest: Positional<FakeDataOptions, typeof places>);
    get(index: number): ImageSample;
}
declare class ConcatDataset<Sample> implements Dataset<Sample> {
    #private;
    readonly datasets: readonly Samples<Sample>[];
    readonly cumulativeSizes: readonly number[];
    constructor(datasets: readonly Samples<Sample>[]);
    get length(): number;
    get(index: number): Sample;
}
type Named = Readonly<Record<string, Samples>>;
type Stacked<Datasets extends readonly Samples[] | readonly [
    Named
]> = Datasets extends readonly [
    infer One
] ? One extends Samples ? [
    ReadOf<One>
] : {
    -readonly [Name in keyof One]: One[Name] extends Samples ? ReadOf<One[Name]> : never;
} : {
    -readonly [At in keyof Datasets]: Datasets[At] extends Samples ? ReadOf<Datasets[At]> : never;
};
declare class StackDataset<const Datasets extends readonly Samples[] | readonly [
    Named
]> implements Dataset<Stacked<Datasets>> {
    #private;
    readonly datasets: Datasets;
    readonly length: number;
    constructor(...datasets: Datasets);
    get(index: number): Stacked<Datasets>;
}
interface IdxArray {
    readonly shape: readonly number[];
    readonly data: Uint8Array;
}
declare function parseIdx(bytes: Uint8Array, source: string): IdxArray;
type PageFiles = Iterable<File> | ArrayLike<File> | URL | string;
interface LoadCIFAR10Options extends ImageDatasetTransforms {
    readonly train?: boolean;
}
declare function loadCIFAR10(files: PageFiles, options?: LoadCIFAR10Options): Promise<ImageDataset>;
interface LoadMNISTOptions extends ImageDatasetTransforms {
    readonly train?: boolean;
}
declare function loadMNIST(files: PageFiles, options?: LoadMNISTOptions): Promise<ImageDataset>;
interface SyntheticShapesOptions extends ImageDatasetTransforms {
    readonly train?: boolean;
    readonly seed?: number;
    readonly length?: number;
}
declare class SyntheticShapes extends ImageDataset {
    static readonly name: string;
    constructor(options?: SyntheticShapesOptions);
}
interface Windowed {
    readonly owner: string;
    readonly pieces: string;
    readonly numbers: readonly number[];
    readonly blockSize: number;
}
declare abstract class Windows implements Dataset<[
    x: Tensor,
    y: Tensor
]> {
    #private;
    readonly blockSize: number;
    readonly data: Tensor;
    constructor({ owner, pieces, numbers, blockSize }: Windowed);
    get length(): number;
    get(index: number): [
        x: Tensor,
        y: Tensor
    ];
}
interface CharacterDatasetOptions {
    readonly blockSize: number;
    readonly vocabulary?: readonly string[];
}
declare class CharacterDataset extends Windows {
    #private;
    readonly vocabulary: readonly string[];
    constructor(text: string, options: CharacterDatasetOptions);
    encode(text: string): number[];
    decode(numbers: Iterable<number> | Tensor): string;
}
interface VocabularyOptions {
    readonly minCount?: number;
    readonly maxSize?: number;
    readonly unknown?: string | null;
    readonly specials?: readonly string[];
}
declare class Vocabulary {
    #private;
    readonly words: readonly string[];
    readonly unknown: string | null;
    constructor(words: Iterable<string>, options?: VocabularyOptions);
    get length(): number;
    has(word: string): boolean;
    encode(words: Iterable<string>): number[];
    decode(numbers: Iterable<number> | Tensor): string[];
}
interface WordDatasetOptions {
    readonly blockSize: number;
    readonly vocabulary?: Vocabulary;
    readonly minCount?: number;
    readonly split?: (text: string) => readonly string[];
}
declare function splitWords(text: string): string[];
declare class WordDataset extends Windows {
    #private;
    readonly vocabulary: Vocabulary;
    constructor(text: string, options: WordDatasetOptions);
    encode(text: string): number[];
    decode(numbers: Iterable<number> | Tensor): string;
}
interface GrayscaleOptions {
    readonly numOutputChannels?: 1 | 3;
}
declare function rgbToGrayscale(image: Tensor, ...rest: Positional<GrayscaleOptions, [
    "numOutputChannels"
]>): Tensor;
declare function adjustBrightness(image: Tensor, brightnessFactor: number): Tensor;
declare function adjustContrast(image: Tensor, contrastFactor: number): Tensor;
declare function adjustSaturation(image: Tensor, saturationFactor: number): Tensor;
declare function adjustHue(image: Tensor, hueFactor: number): Tensor;
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
interface Placement {
    readonly rows: number;
    readonly columns: number;
    readonly top: number;
    readonly left: number;
    readonly down: 1 | -1;
    readonly right: 1 | -1;
    readonly visible: readonly [
        top: number,
        bottom: number,
        left: number,
        right: number
    ];
    readonly fill: number;
}
interface Placing {
    readonly fill: number | null;
    readonly place: (before: Placement) => Placement;
}
declare const placing: unique symbol;
declare abstract class Transform {
    constructor();
    abstract transform(image: Tensor): Tensor;
    get [placing](): Placing | null;
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
    get [placing](): Placing | null;
    protected extraRepr(): string;
}
declare class CenterCrop extends Transform {
    #private;
    static readonly name: string;
    readonly size: readonly [
        height: number,
        width: number
    ];
    constructor(size: Size);
    transform(image: Tensor): Tensor;
    get [placing](): Placing;
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
    get [placing](): Placing | null;
    protected extraRepr(): string;
}
type Ends = readonly [
    least: number,
    most: number
];
interface RandomErasingOptions {
    readonly p?: number;
    readonly scale?: Ends;
    readonly ratio?: Ends;
    readonly value?: number | readonly number[] | "random";
    readonly inplace?: boolean;
    readonly generator?: Generator;
}
declare class RandomErasing extends Transform {
    #private;
    static readonly name: string;
    readonly p: number;
    readonly scale: Ends;
    readonly ratio: Ends;
    readonly value: number | readonly number[] | "random";
    readonly inplace: boolean;
    readonly generator: Generator | undefined;
    constructor(...rest: Positional<RandomErasingOptions, [
        "p",
        "scale",
        "ratio",
        "value",
        "inplace"
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
    protected abstract readonly dim: -1 | -2;
    constructor(owner: string, rest: Positional<RandomFlipOptions, [
        "p"
    ]>);
    transform(image: Tensor): Tensor;
    get [placing](): Placing;
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
type Jitter = number | readonly [
    least: number,
    most: number
];
interface ColorJitterOptions {
    readonly brightness?: Jitter;
    readonly contrast?: Jitter;
    readonly saturation?: Jitter;
    readonly hue?: Jitter;
    readonly generator?: Generator;
}
type Range = readonly [
    least: number,
    most: number
];
declare class ColorJitter extends Transform {
    static readonly name: string;
    readonly brightness: Range | null;
    readonly contrast: Range | null;
    readonly saturation: Range | null;
    readonly hue: Range | null;
    readonly generator: Generator | undefined;
    constructor(...rest: Positional<ColorJitterOptions, [
        "brightness",
        "contrast",
        "saturation",
        "hue"
    ]>);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
declare class Grayscale extends Transform {
    static readonly name: string;
    readonly numOutputChannels: 1 | 3;
    constructor(...rest: Positional<GrayscaleOptions, [
        "numOutputChannels"
    ]>);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
interface RandomGrayscaleOptions {
    readonly p?: number;
    readonly generator?: Generator;
}
declare class RandomGrayscale extends Transform {
    static readonly name: string;
    readonly p: number;
    readonly generator: Generator | undefined;
    constructor(...rest: Positional<RandomGrayscaleOptions, [
        "p"
    ]>);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
interface MixOptions {
    readonly alpha?: number;
    readonly numClasses?: number | null;
    readonly generator?: Generator;
}
type MixedBatch = [
    images: Tensor,
    labels: Tensor
];
declare abstract class Mix {
    static readonly name: string;
    readonly alpha: number;
    readonly numClasses: number | null;
    readonly generator: Generator | undefined;
    constructor(owner: string, rest: Positional<MixOptions, [
    ]>);
    protected abstract mix(images: Tensor): readonly [
        images: Tensor,
        stays: number
    ];
    transform(images: Tensor, labels: Tensor): MixedBatch;
    protected drawPart(): number;
    toString(): string;
}
interface Mix {
    (images: Tensor, labels: Tensor): MixedBatch;
}
declare class MixUp extends Mix {
    static readonly name: string;
    constructor(...rest: Positional<MixOptions, [
    ]>);
    protected mix(images: Tensor): readonly [
        Tensor,
        number
    ];
}
declare class CutMix extends Mix {
    static readonly name: string;
    constructor(...rest: Positional<MixOptions, [
    ]>);
    protected mix(images: Tensor): readonly [
        Tensor,
        number
    ];
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
type ResizeInterpolation = "nearest" | "nearest-exact" | "bilinear" | "bicubic";
interface ResizeOptions {
    readonly interpolation?: ResizeInterpolation;
    readonly maxSize?: number | null;
    readonly antialias?: boolean;
}
declare class Resize extends Transform {
    #private;
    static readonly name: string;
    readonly size: number | readonly number[];
    readonly interpolation: ResizeInterpolation;
    readonly maxSize: number | null;
    readonly antialias: boolean;
    constructor(size: number | readonly [
        shorter: number
    ] | readonly [
        height: number,
        width: number
    ], ...rest: Positional<ResizeOptions, [
        "interpolation",
        "maxSize",
        "antialias"
    ]>);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
interface RandomResizedCropOptions {
    readonly scale?: Ends;
    readonly ratio?: Ends;
    readonly interpolation?: ResizeInterpolation;
    readonly antialias?: boolean;
    readonly generator?: Generator;
}
declare class RandomResizedCrop extends Transform {
    #private;
    static readonly name: string;
    readonly size: readonly [
        height: number,
        width: number
    ];
    readonly scale: Ends;
    readonly ratio: Ends;
    readonly interpolation: ResizeInterpolation;
    readonly antialias: boolean;
    readonly generator: Generator | undefined;
    constructor(size: Size, ...rest: Positional<RandomResizedCropOptions, [
        "scale",
        "ratio",
        "interpolation",
        "antialias"
    ]>);
    transform(image: Tensor): Tensor;
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
type TurnInterpolation = "nearest" | "bilinear";
type Fill = number | readonly number[];
type Pair = readonly [
    number,
    number
];
interface RandomRotationOptions {
    readonly interpolation?: TurnInterpolation;
    readonly expand?: boolean;
    readonly center?: readonly [
        x: number,
        y: number
    ] | null;
    readonly fill?: Fill;
    readonly generator?: Generator;
}
declare class RandomRotation extends Transform {
    static readonly name: string;
    readonly degrees: readonly number[];
    readonly interpolation: TurnInterpolation;
    readonly expand: boolean;
    readonly center: Pair | null;
    readonly fill: Fill;
    readonly generator: Generator | undefined;
    constructor(degrees: number | Ends, ...rest: Positional<RandomRotationOptions, [
        "interpolation",
        "expand",
        "center",
        "fill"
    ]>);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
interface RandomAffineOptions {
    readonly translate?: Pair | null;
    readonly scale?: Ends | null;
    readonly shear?: number | readonly number[] | null;
    readonly interpolation?: TurnInterpolation;
    readonly fill?: Fill;
    readonly center?: readonly [
        x: number,
        y: number
    ] | null;
    readonly generator?: Generator;
}
declare class RandomAffine extends Transform {
    static readonly name: string;
    readonly degrees: readonly number[];
    readonly translate: Pair | null;
    readonly scale: Ends | null;
    readonly shear: readonly number[] | null;
    readonly interpolation: TurnInterpolation;
    readonly fill: Fill;
    readonly center: Pair | null;
    readonly generator: Generator | undefined;
    constructor(degrees: number | Ends, ...rest: Positional<RandomAffineOptions, [
        "translate",
        "scale",
        "shear",
        "interpolation",
        "fill",
        "center"
    ]>);
    transform(image: Tensor): Tensor;
    protected extraRepr(): string;
}
export {
  BatchSampler,
  CenterCrop,
  CharacterDataset,
  Collated,
  ColorJitter,
  Compose,
  ConcatDataset,
  CutMix,
  DataFileError,
  DataLoader,
  Dataset,
  FakeData,
  Grayscale,
  ImageDataset,
  ImageDatasetTransforms,
  ImageSample,
  Lambda,
  LoaderWorkerError,
  MixUp,
  Normalize,
  Pad,
  RandomAffine,
  RandomCrop,
  RandomErasing,
  RandomGrayscale,
  RandomHorizontalFlip,
  RandomResizedCrop,
  RandomRotation,
  RandomSampler,
  RandomVerticalFlip,
  ReadOf,
  Resize,
  SampleOf,
  Samples,
  SequentialSampler,
  StackDataset,
  Stream,
  SubsetRandomSampler,
  SyntheticShapes,
  ToTensor,
  Transform,
  Vocabulary,
  WeightedRandomSampler,
  WordDataset,
  adjustBrightness,
  adjustContrast,
  adjustHue,
  adjustSaturation,
  cifar10Classes,
  cifar10ImageBytes,
  cifar10ImageShape,
  cifar10RecordBytes,
  cifar10RecordsPerFile,
  enumerate,
  loadCIFAR10,
  loadMNIST,
  parseCifar10,
  parseCifar100,
  parseIdx,
  rgbToGrayscale,
  splitWords,
  type BatchSamplerOptions,
  type Border,
  type BorderMode,
  type CharacterDatasetOptions,
  type Cifar100Records,
  type ColorJitterOptions,
  type DataLoaderOptions,
  type Ends,
  type FakeDataOptions,
  type Fill,
  type GrayscaleOptions,
  type IdxArray,
  type ImageRecords,
  type Jitter,
  type LoadCIFAR10Options,
  type LoadMNISTOptions,
  type MixOptions,
  type MixedBatch,
  type NormalizeOptions,
  type PadOptions,
  type PageFiles,
  type RandomAffineOptions,
  type RandomCropOptions,
  type RandomErasingOptions,
  type RandomFlipOptions,
  type RandomGrayscaleOptions,
  type RandomResizedCropOptions,
  type RandomRotationOptions,
  type RandomSamplerOptions,
  type ResizeInterpolation,
  type ResizeOptions,
  type Sampler,
  type Size,
  type Stacked,
  type SubsetRandomSamplerOptions,
  type SyntheticShapesOptions,
  type TurnInterpolation,
  type VocabularyOptions,
  type WeightedRandomSamplerOptions,
  type WordDatasetOptions,
};
