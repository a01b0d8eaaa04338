declare abstract class Augment extends Transform implements Look {
    #private;
    readonly interpolation: TurnInterpolation;
    readonly fill: Fill | null;
    readonly generator: Generator | undefined;
    constructor(owner: string, { interpolation, fill, generator }: AugmentOptions);
    transform(image: Tensor): Tensor;
    get [batching](): Batching<Steps>;
    protected abstract draw(sides: Pair): Steps;
    protected drawStep(bins: number, size: "wide" | Pair, place: () => number): Step;
    protected get lookRepr(): string;
    protected get fillRepr(): string;
}
declare abstract class IdxImages extends ImageDataset {
    readonly train: boolean;
    constructor(set: IdxSet, directory: string, options: IdxSetOptions);
}
declare abstract class IterableDataset<Sample> implements Iterable<Sample> {
    abstract [Symbol.iterator](): Iterator<Sample>;
}
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
declare abstract class Transform {
    constructor();
    abstract transform(image: Tensor): Tensor;
    get [placing](): Placing | null;
    get [batching](): Batching | null;
    protected extraRepr(): string;
    toString(): string;
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
declare class AutoAugment extends Augment {
    static readonly name: string;
    readonly policy: AutoAugmentPolicy;
    constructor(...rest: Positional<AutoAugmentOptions, [
        "policy",
        "interpolation",
        "fill"
    ]>);
    protected draw(sides: Pair): Steps;
    protected extraRepr(): string;
}
declare class BatchSampler implements Sampler<number[]> {
    readonly sampler: Sampler;
    readonly batchSize: number;
    readonly dropLast: boolean;
    constructor(sampler: Sampler, options: BatchSamplerOptions);
    get length(): number;
    [Symbol.iterator](): IterableIterator<number[]>;
}
declare class CIFAR10 extends ImageDataset {
    static readonly name: string;
    readonly train: boolean;
    constructor(directory: string, options?: CIFAR10Options);
}
declare class CIFAR100 extends ImageDataset {
    static readonly name: string;
    readonly train: boolean;
    readonly coarseClasses: readonly string[];
    readonly coarseTargets: Int32Array;
    constructor(directory: string, options?: CIFAR100Options);
}
declare class CSVDataset implements Dataset<[
    features: Tensor,
    target: Tensor
]> {
    #private;
    readonly length: number;
    readonly featureNames: readonly string[];
    readonly classes: readonly string[];
    readonly categories: Readonly<Record<string, readonly string[]>>;
    constructor(text: string, options: CSVOptions);
    get(index: number): [
        features: Tensor,
        target: Tensor
    ];
    getBatch(indices: readonly number[]): [
        features: Tensor,
        targets: Tensor
    ];
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
declare class ChainDataset<Sample> extends IterableDataset<Sample> {
    readonly datasets: readonly Iterable<Sample>[];
    constructor(datasets: Iterable<Iterable<Sample>>);
    [Symbol.iterator](): Generator<Sample, void, undefined>;
}
declare class CharacterDataset extends Windows {
    #private;
    readonly vocabulary: readonly string[];
    constructor(text: string, options: CharacterDatasetOptions);
    encode(text: string): number[];
    decode(numbers: Iterable<number> | Tensor): string;
}
declare class ColorJitter extends Transform {
    #private;
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
    get [batching](): Batching<Jittered>;
    protected extraRepr(): string;
}
declare class Compose extends Transform {
    static readonly name: string;
    readonly transforms: readonly ((image: Tensor) => Tensor)[];
    constructor(transforms: readonly ((image: Tensor) => Tensor)[]);
    transform(image: Tensor): Tensor;
    toString(): string;
}
declare class ConcatDataset<Sample> implements Dataset<Sample> {
    #private;
    readonly datasets: readonly Samples<Sample>[];
    readonly cumulativeSizes: readonly number[];
    constructor(datasets: readonly Samples<Sample>[]);
    get length(): number;
    get(index: number): Sample;
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
declare class DataFileError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_DATA_FILE";
}
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
    constructor(dataset: D, ...rest: Positional<DataLoaderOptions<SampleOf<D>, Batch>, typeof places>);
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
declare class DownloadError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_DOWNLOAD";
    readonly failure: DownloadFailure;
    constructor(failure: DownloadFailure, message: string, options?: ErrorOptions);
}
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
declare class FashionMNIST extends IdxImages {
    static readonly name: string;
    constructor(directory: string, options?: FashionMNISTOptions);
}
declare class Grayscale extends Transform {
    static readonly name: string;
    readonly numOutputChannels: 1 | 3;
    constructor(...rest: Positional<GrayscaleOptions, [
        "numOutputChannels"
    ]>);
    transform(image: Tensor): Tensor;
    get [batching](): Batching<null>;
    protected extraRepr(): string;
}
declare class ImageDataset implements Dataset<ImageSample> {
    #private;
    static readonly name: string;
    readonly length: number;
    readonly classes: readonly string[];
    readonly targets: Int32Array;
    readonly imageShape: readonly [
        channels: number,
        height: number,
        width: number
    ];
    readonly transform: ((image: Tensor) => Tensor) | null;
    readonly targetTransform: ((label: Tensor) => Tensor) | null;
    constructor(contents: ImageDatasetContents, transforms?: ImageDatasetTransforms);
    get(index: number): ImageSample;
    getBatch(indices: readonly number[]): [
        images: Tensor,
        labels: Tensor
    ];
}
declare class ImageFolder implements Dataset<ImageSample> {
    #private;
    static readonly name: string;
    readonly root: string;
    readonly classes: readonly string[];
    readonly classToIdx: Readonly<Record<string, number>>;
    readonly samples: readonly (readonly [
        path: string,
        label: number
    ])[];
    readonly targets: Int32Array;
    readonly transform: ((image: Tensor) => Tensor) | null;
    readonly targetTransform: ((label: Tensor) => Tensor) | null;
    constructor(root: string, options?: ImageFolderOptions);
    get length(): number;
    get(index: number): ImageSample;
}
declare class Lambda extends Transform {
    static readonly name: string;
    readonly lambd: (image: Tensor) => Tensor;
    constructor(lambd: (image: Tensor) => Tensor);
    transform(image: Tensor): Tensor;
}
declare class LoaderWorkerError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_LOADER_WORKER";
    readonly worker: number;
    readonly index: number | null;
    constructor(message: string, worker: number, index: number | null, options?: ErrorOptions);
}
declare class MNIST extends IdxImages {
    static readonly name: string;
    constructor(directory: string, options?: MNISTOptions);
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
declare class RandAugment extends Augment {
    static readonly name: string;
    readonly numOps: number;
    readonly magnitude: number;
    readonly numMagnitudeBins: number;
    constructor(...rest: Positional<RandAugmentOptions, [
        "numOps",
        "magnitude",
        "numMagnitudeBins",
        "interpolation",
        "fill"
    ]>);
    protected draw(sides: Pair): Steps;
    protected extraRepr(): string;
}
declare class RandomAffine extends Transform {
    #private;
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
    get [batching](): Batching<readonly number[]>;
    protected extraRepr(): string;
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
    get [batching](): Batching<Erased | null>;
    protected extraRepr(): string;
}
declare class RandomGrayscale extends Transform {
    static readonly name: string;
    readonly p: number;
    readonly generator: Generator | undefined;
    constructor(...rest: Positional<RandomGrayscaleOptions, [
        "p"
    ]>);
    transform(image: Tensor): Tensor;
    get [batching](): Batching<boolean>;
    protected extraRepr(): string;
}
declare class RandomHorizontalFlip extends RandomFlip {
    static readonly name: string;
    protected readonly dim = -1;
    constructor(...rest: Positional<RandomFlipOptions, [
        "p"
    ]>);
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
    get [batching](): Batching<Window>;
    protected extraRepr(): string;
}
declare class RandomRotation extends Transform {
    #private;
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
    get [batching](): Batching<readonly number[]> | null;
    protected extraRepr(): string;
}
declare class RandomSampler implements Sampler {
    #private;
    readonly replacement: boolean;
    readonly generator: Generator | undefined;
    constructor(source: Sized, options?: RandomSamplerOptions);
    get length(): number;
    [Symbol.iterator](): IterableIterator<number>;
}
declare class RandomVerticalFlip extends RandomFlip {
    static readonly name: string;
    protected readonly dim = -2;
    constructor(...rest: Positional<RandomFlipOptions, [
        "p"
    ]>);
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
    get [batching](): Batching<null>;
    protected extraRepr(): string;
}
declare class SequentialSampler implements Sampler {
    #private;
    constructor(source: Sized);
    get length(): number;
    [Symbol.iterator](): IterableIterator<number>;
}
declare class StackDataset<const Datasets extends readonly Samples[] | readonly [
    Named
]> implements Dataset<Stacked<Datasets>> {
    #private;
    readonly datasets: Datasets;
    readonly length: number;
    constructor(...datasets: Datasets);
    get(index: number): Stacked<Datasets>;
}
declare class Subset<Sample> implements Dataset<Sample> {
    #private;
    readonly dataset: Samples<Sample>;
    readonly indices: readonly number[];
    readonly [hostsWorkers]?: WorkerHost[typeof hostsWorkers];
    readonly getBatch?: NonNullable<Dataset<Sample>["getBatch"]>;
    constructor(given: Samples<Sample>, indices: readonly number[]);
    get length(): number;
    get(index: number): Sample;
}
declare class SubsetRandomSampler implements Sampler {
    readonly indices: readonly number[];
    readonly generator: Generator | undefined;
    constructor(indices: readonly number[], options?: SubsetRandomSamplerOptions);
    get length(): number;
    [Symbol.iterator](): IterableIterator<number>;
}
declare class SyntheticShapes extends ImageDataset {
    static readonly name: string;
    constructor(options?: SyntheticShapesOptions);
}
declare class TensorDataset<const Tensors extends readonly Tensor[]> implements Dataset<Rows<Tensors>> {
    readonly tensors: Tensors;
    readonly length: number;
    constructor(...tensors: Tensors);
    get(index: number): Rows<Tensors>;
}
declare class ToTensor extends Transform {
    static readonly name: string;
    transform(image: Tensor): Tensor;
}
declare class TrivialAugmentWide extends Augment {
    static readonly name: string;
    readonly numMagnitudeBins: number;
    constructor(...rest: Positional<TrivialAugmentWideOptions, [
        "numMagnitudeBins",
        "interpolation",
        "fill"
    ]>);
    protected draw(): Steps;
    protected extraRepr(): string;
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
declare class WeightedRandomSampler implements Sampler {
    readonly weights: readonly number[];
    readonly replacement: boolean;
    readonly generator: Generator | undefined;
    readonly length: number;
    constructor(weights: readonly number[] | Tensor, numSamples: number, options?: WeightedRandomSamplerOptions);
    [Symbol.iterator](): IterableIterator<number>;
}
declare class WordDataset extends Windows {
    #private;
    readonly vocabulary: Vocabulary;
    constructor(text: string, options: WordDatasetOptions);
    encode(text: string): number[];
    decode(numbers: Iterable<number> | Tensor): string;
}
declare const batching: unique symbol;
declare const changes: {
    readonly Identity: (image: Tensor) => Tensor;
    readonly Brightness: (image: Tensor, by: Factor) => Tensor;
    readonly Color: (image: Tensor, by: Factor) => Tensor;
    readonly Contrast: (image: Tensor, by: Factor) => Tensor;
    readonly Sharpness: (image: Tensor, by: Factor) => Tensor;
    readonly Posterize: (image: Tensor, bits: Factor) => Tensor;
    readonly Solarize: (image: Tensor, threshold: Factor) => Tensor;
    readonly AutoContrast: typeof autocontrast;
    readonly Equalize: typeof equalize;
    readonly Invert: typeof invert;
};
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
declare const cifar10ImageBytes: number;
declare const cifar10ImageShape: readonly [
    3,
    32,
    32
];
declare const cifar10RecordBytes: number;
declare const cifar10RecordsPerFile = 10000;
declare const fileNames: readonly [
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte"
];
declare const hostsWorkers: unique symbol;
declare const matrices: {
    readonly ShearX: MatrixOf;
    readonly ShearY: MatrixOf;
    readonly TranslateX: (_width: number, _height: number, by: number) => readonly number[];
    readonly TranslateY: (_width: number, _height: number, by: number) => readonly number[];
    readonly Rotate: (_width: number, _height: number, by: number) => readonly number[];
};
declare const numbered: unique symbol;
declare const places: readonly [
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
declare const places: readonly [
    "size",
    "imageSize",
    "numClasses",
    "transform",
    "targetTransform",
    "randomOffset"
];
declare const placing: unique symbol;
declare function adjustBrightness(image: Tensor, brightnessFactor: number): Tensor;
declare function adjustContrast(image: Tensor, contrastFactor: number): Tensor;
declare function adjustHue(image: Tensor, hueFactor: number): Tensor;
declare function adjustSaturation(image: Tensor, saturationFactor: number): Tensor;
declare function adjustSharpness(image: Tensor, sharpnessFactor: number): Tensor;
declare function autocontrast(image: Tensor): Tensor;
declare function cacheDirectory(environment?: Readonly<Record<string, string | undefined>>): string;
declare function decodeImage(bytes: Uint8Array, mode?: ImageReadMode, source?: string): Tensor;
declare function defaultCollate<Sample>(samples: readonly Sample[]): Collated<Sample>;
declare function defineDataset<Settings, Made extends Dataset>(start: () => Worker, make: (settings: Settings) => Made): (settings: Settings) => Made;
declare function defineDataset<Settings, Made extends Dataset>(url: string | URL, make: (settings: Settings) => Made): (settings: Settings) => Made;
declare function download(file: RemoteFile, path: string, options?: DownloadOptions): Promise<void>;
declare function downloadCIFAR10(directory?: string, options?: DownloadCIFAR10Options): Promise<string>;
declare function downloadCIFAR100(directory?: string, options?: DownloadCIFAR100Options): Promise<string>;
declare function downloadFashionMNIST(directory?: string, options?: DownloadFashionMNISTOptions): Promise<string>;
declare function downloadMNIST(directory?: string, options?: DownloadMNISTOptions): Promise<string>;
declare function enumerate<Item>(items: AsyncIterable<Item>, start?: number): AsyncIterable<[
    number,
    Item
]>;
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
declare function equalize(image: Tensor): Tensor;
declare function findCIFAR10(directory?: string): string | null;
declare function findCIFAR100(directory?: string): string | null;
declare function findFashionMNIST(directory?: string): string | null;
declare function findMNIST(directory?: string): string | null;
declare function getWorkerInfo(): WorkerInfo | null;
declare function invert(image: Tensor): Tensor;
declare function loadCIFAR10(files: PageFiles, options?: LoadCIFAR10Options): Promise<ImageDataset>;
declare function loadMNIST(files: PageFiles, options?: LoadMNISTOptions): Promise<ImageDataset>;
declare function makeDirectory(path: string): void;
declare function makeGrid(images: Tensor | readonly Tensor[], options?: GridOptions): Tensor;
declare function parseCifar10(bytes: Uint8Array, source: string): ImageRecords;
declare function parseCifar100(bytes: Uint8Array, source: string): Cifar100Records;
declare function parseIdx(bytes: Uint8Array, source: string): IdxArray;
declare function posterize(image: Tensor, bits: number): Tensor;
declare function randomSplit<Sample, const Lengths extends readonly number[]>(given: Samples<Sample>, lengths: Lengths, ...rest: Positional<RandomSplitOptions, [
    "generator"
]>): {
    -readonly [At in keyof Lengths]: Subset<Sample>;
};
declare function readCSV(path: string, options: CSVOptions): CSVDataset;
declare function readImage(path: string, mode?: ImageReadMode): Tensor;
declare function rgbToGrayscale(image: Tensor, ...rest: Positional<GrayscaleOptions, [
    "numOutputChannels"
]>): Tensor;
declare function saveImage(images: Tensor | readonly Tensor[], path: string, options?: GridOptions): void;
declare function solarize(image: Tensor, threshold: number): Tensor;
declare function splitWords(text: string): string[];
interface AugmentOptions {
    readonly interpolation?: TurnInterpolation;
    readonly fill?: Fill | null;
    readonly generator?: Generator;
}
interface AutoAugmentOptions extends AugmentOptions {
    readonly policy?: AutoAugmentPolicy;
}
interface BatchSamplerOptions {
    readonly batchSize: number;
    readonly dropLast?: boolean;
}
interface Batching<Drawn = unknown> {
    draw(shape: ImageShape): Drawn;
    apply(images: Tensor, drawn: readonly Drawn[]): Tensor;
    sides?(rows: number, columns: number): readonly [
        rows: number,
        columns: number
    ];
    readonly channels?: number;
    readonly isOfFloats?: boolean;
}
interface CIFAR100Options extends ImageDatasetTransforms {
    readonly train?: boolean;
}
interface CIFAR10Options extends ImageDatasetTransforms {
    readonly train?: boolean;
}
interface CSVOptions extends TableOptions {
    readonly label?: string;
    readonly target?: string;
    readonly features?: readonly string[];
    readonly categories?: Readonly<Record<string, readonly string[] | null>>;
    readonly classes?: readonly string[];
    readonly source?: string;
}
interface CharacterDatasetOptions {
    readonly blockSize: number;
    readonly vocabulary?: readonly string[];
}
interface Cifar100Records extends ImageRecords {
    readonly coarseLabels: Int32Array;
}
interface ColorJitterOptions {
    readonly brightness?: Jitter;
    readonly contrast?: Jitter;
    readonly saturation?: Jitter;
    readonly hue?: Jitter;
    readonly generator?: Generator;
}
interface Crew {
    readonly isAlive: boolean;
    begin(batches: Iterator<readonly number[]>, seed: bigint): Reading;
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
interface Dataset<Sample = any> {
    readonly length: number;
    get(index: number): Sample;
    getBatch?(indices: readonly number[]): MapAwaited<Sample>;
}
interface DownloadCifarOptions extends DownloadOptions {
    readonly mirrors?: readonly string[];
}
interface DownloadIdxOptions extends DownloadOptions {
    readonly mirrors?: readonly string[];
}
interface DownloadOptions {
    readonly onProgress?: (received: number, total: number) => void;
    readonly signal?: AbortSignal;
    readonly limits?: Limits;
    readonly pause?: number;
}
interface Erased {
    readonly window: readonly [
        top: number,
        left: number,
        height: number,
        width: number
    ] | null;
    readonly noise?: Tensor | null;
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
interface GrayscaleOptions {
    readonly numOutputChannels?: 1 | 3;
}
interface GridOptions {
    readonly nrow?: number;
    readonly padding?: number;
    readonly normalize?: boolean;
    readonly valueRange?: readonly [
        low: number,
        high: number
    ] | null;
    readonly scaleEach?: boolean;
    readonly padValue?: number;
}
interface IdxArray {
    readonly shape: readonly number[];
    readonly data: Uint8Array;
}
interface IdxSet {
    readonly name: string;
    readonly folder: string;
    readonly mirrors: readonly string[];
    readonly files: Readonly<Record<FileName, {
        readonly bytes: number;
        readonly md5: string;
    }>>;
    readonly classes: readonly string[];
}
interface IdxSetOptions extends ImageDatasetTransforms {
    readonly train?: boolean;
}
interface ImageDatasetContents {
    readonly images: Uint8Array;
    readonly labels: Int32Array;
    readonly imageShape: readonly [
        channels: number,
        height: number,
        width: number
    ];
    readonly classes: readonly string[];
}
interface ImageDatasetTransforms {
    readonly transform?: ((image: Tensor) => Tensor) | null;
    readonly targetTransform?: ((label: Tensor) => Tensor) | null;
}
interface ImageFolderOptions extends ImageDatasetTransforms {
    readonly loader?: (path: string) => Tensor;
    readonly isValidFile?: (path: string) => boolean;
    readonly allowEmpty?: boolean;
}
interface ImageRecords {
    readonly images: Uint8Array;
    readonly labels: Int32Array;
}
interface Jittered {
    readonly order: readonly number[];
    readonly factors: readonly (number | null)[];
}
interface Limits {
    readonly connect?: number;
    readonly idle?: number;
}
interface LoadCIFAR10Options extends ImageDatasetTransforms {
    readonly train?: boolean;
}
interface LoadMNISTOptions extends ImageDatasetTransforms {
    readonly train?: boolean;
}
interface Look {
    readonly interpolation: TurnInterpolation;
    readonly fill: Fill | null;
}
interface Mix {
    (images: Tensor, labels: Tensor): MixedBatch;
}
interface MixOptions {
    readonly alpha?: number;
    readonly numClasses?: number | null;
    readonly generator?: Generator;
}
interface NormalizeOptions {
    readonly mean: readonly number[];
    readonly std: readonly number[];
}
interface PadOptions {
    readonly fill?: number;
    readonly paddingMode?: BorderMode;
}
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
interface RandAugmentOptions extends AugmentOptions {
    readonly numOps?: number;
    readonly magnitude?: number;
    readonly numMagnitudeBins?: number;
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
interface RandomCropOptions extends PadOptions {
    readonly padding?: Border | null;
    readonly padIfNeeded?: boolean;
    readonly generator?: Generator;
}
interface RandomErasingOptions {
    readonly p?: number;
    readonly scale?: Ends;
    readonly ratio?: Ends;
    readonly value?: number | readonly number[] | "random";
    readonly inplace?: boolean;
    readonly generator?: Generator;
}
interface RandomFlipOptions {
    readonly p?: number;
    readonly generator?: Generator;
}
interface RandomGrayscaleOptions {
    readonly p?: number;
    readonly generator?: Generator;
}
interface RandomResizedCropOptions {
    readonly scale?: Ends;
    readonly ratio?: Ends;
    readonly interpolation?: ResizeInterpolation;
    readonly antialias?: boolean;
    readonly generator?: Generator;
}
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
interface RandomSamplerOptions {
    readonly replacement?: boolean;
    readonly numSamples?: number;
    readonly generator?: Generator;
}
interface RandomSplitOptions {
    readonly generator?: Generator;
}
interface ReadSettings extends WorkerSettings {
    readonly isWhole: boolean;
}
interface Reading {
    advance(): boolean;
    read(): readonly unknown[] | null;
    readLater?(within: <T>(work: () => T) => T): Promise<readonly unknown[] | null>;
    finish(): void;
}
interface RemoteFile {
    readonly addresses: readonly string[];
    readonly bytes: number;
    readonly md5: string;
}
interface ResizeOptions {
    readonly interpolation?: ResizeInterpolation;
    readonly maxSize?: number | null;
    readonly antialias?: boolean;
}
interface Sampler<Index = number> extends Iterable<Index> {
    readonly length: number;
}
interface Sized {
    readonly length: number;
}
interface Step {
    readonly name: Operation;
    readonly magnitude: number;
}
interface SubsetRandomSamplerOptions {
    readonly generator?: Generator;
}
interface SyntheticShapesOptions extends ImageDatasetTransforms {
    readonly train?: boolean;
    readonly seed?: number;
    readonly length?: number;
}
interface TableOptions {
    readonly header?: boolean;
    readonly delimiter?: string;
}
interface Transform {
    (image: Tensor): Tensor;
}
interface TrivialAugmentWideOptions extends AugmentOptions {
    readonly numMagnitudeBins?: number;
}
interface VocabularyOptions {
    readonly minCount?: number;
    readonly maxSize?: number;
    readonly unknown?: string | null;
    readonly specials?: readonly string[];
}
interface WeightedRandomSamplerOptions {
    readonly replacement?: boolean;
    readonly generator?: Generator;
}
interface Windowed {
    readonly owner: string;
    readonly pieces: string;
    readonly numbers: readonly number[];
    readonly blockSize: number;
}
interface WordDatasetOptions {
    readonly blockSize: number;
    readonly vocabulary?: Vocabulary;
    readonly minCount?: number;
    readonly split?: (text: string) => readonly string[];
}
interface WorkerHost {
    readonly [hostsWorkers]: {
        start(settings: ReadSettings): Crew;
        readHere(batches: Iterator<readonly number[]>, seed: bigint, settings: ReadSettings): Reading;
    };
}
interface WorkerInfo {
    readonly id: number;
    readonly numWorkers: number;
}
interface WorkerSettings {
    readonly numWorkers: number;
    readonly prefetchFactor: number;
    readonly isPersistent: boolean;
    readonly timeout: number;
}
type AutoAugmentPolicy = "imagenet" | "cifar10" | "svhn";
type Border = number | readonly [
    horizontal: number,
    vertical: number
] | readonly [
    left: number,
    top: number,
    right: number,
    bottom: number
];
type BorderMode = "constant" | "reflect" | "edge";
type Collated<Sample> = unknown extends Sample ? Sample : Sample extends Tensor | number | boolean ? Tensor : Sample extends string ? string[] : Sample extends readonly unknown[] ? {
    -readonly [At in keyof Sample]: Collated<Sample[At]>;
} : Sample extends object ? {
    -readonly [Key in keyof Sample]: Collated<Sample[Key]>;
} : never;
type DownloadCIFAR100Options = DownloadCifarOptions;
type DownloadCIFAR10Options = DownloadCifarOptions;
type DownloadFailure = "offline" | "refused" | "damaged" | "disk";
type DownloadFashionMNISTOptions = DownloadIdxOptions;
type DownloadMNISTOptions = DownloadIdxOptions;
type Ends = readonly [
    least: number,
    most: number
];
type Factor = number | readonly number[];
type FashionMNISTOptions = IdxSetOptions;
type FileName = (typeof fileNames)[number];
type Fill = number | readonly number[];
type ImageReadMode = "UNCHANGED" | "GRAY" | "RGB";
type ImageSample = [
    image: Tensor,
    label: Tensor
];
type ImageShape = readonly [
    channels: number,
    rows: number,
    columns: number
];
type IsSynchronous<D extends Samples | Stream> = [
    Extract<ReadOf<D>, PromiseLike<unknown>>
] extends [
    never
] ? true : false;
type Jitter = number | readonly [
    least: number,
    most: number
];
type MNISTOptions = IdxSetOptions;
type MapAwaited<Sample> = Sample extends PromiseLike<infer Settled> ? Promise<Collated<Settled>> : Collated<Sample>;
type MatrixOf = (width: number, height: number, magnitude: number) => readonly number[];
type MixedBatch = [
    images: Tensor,
    labels: Tensor
];
type Named = Readonly<Record<string, Samples>>;
type Operation = keyof typeof matrices | keyof typeof changes;
type PageFiles = Iterable<File> | ArrayLike<File> | URL | string;
type Pair = readonly [
    number,
    number
];
type Range = readonly [
    least: number,
    most: number
];
type ReadOf<D extends Samples | Stream> = D extends Tensor ? Tensor : D extends readonly (infer Sample)[] ? Sample : D extends Dataset ? ReturnType<D["get"]> : D extends Iterable<infer Sample> ? Sample : D extends AsyncIterable<infer Sample> ? Promise<Sample> : never;
type ResizeInterpolation = "nearest" | "nearest-exact" | "bilinear" | "bicubic";
type Rows<Tensors extends readonly Tensor[]> = {
    -readonly [At in keyof Tensors]: Tensor;
};
type SampleOf<D extends Samples | Stream> = Awaited<ReadOf<D>>;
type Samples<Sample = any> = Dataset<Sample> | readonly Sample[] | Tensor;
type Size = number | readonly [
    height: number,
    width: number
];
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
type Steps = readonly (Step | null)[];
type Stream<Sample = any> = Iterable<Sample> | AsyncIterable<Sample>;
type SynchronousIteration<D extends Samples | Stream, Batch> = IsSynchronous<D> extends true ? () => IterableIterator<Batch> : undefined;
type TurnInterpolation = "nearest" | "bilinear";
type Window = readonly [
    top: number,
    left: number,
    height: number,
    width: number
];
