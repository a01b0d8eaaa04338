import { Tensor, Generator as Generator$1, Positional } from '@bernoulli/tensor';
type Collated<Sample> = unknown extends Sample ? Sample : Sample extends Tensor | number | boolean ? Tensor : Sample extends string ? string[] : Sample extends readonly unknown[] ? {
    -readonly [At in keyof Sample]: Collated<Sample[At]>;
} : Sample extends object ? {
    -readonly [Key in keyof Sample]: Collated<Sample[Key]>;
} : never;
declare function defaultCollate<Sample>(samples: readonly Sample[]): Collated<Sample>;
type Stream<Sample = any> = Iterable<Sample> | AsyncIterable<Sample>;
declare abstract class IterableDataset<Sample> implements Iterable<Sample> {
    abstract [Symbol.iterator](): Iterator<Sample>;
}
declare class ChainDataset<Sample> extends IterableDataset<Sample> {
    readonly datasets: readonly Iterable<Sample>[];
    constructor(datasets: Iterable<Iterable<Sample>>);
    [Symbol.iterator](): Generator<Sample, void, undefined>;
}
interface Reading {
    advance(): boolean;
    read(): readonly unknown[] | null;
    readLater?(within: <T>(work: () => T) => T): Promise<readonly unknown[] | null>;
    finish(): void;
}
interface WorkerSettings {
    readonly numWorkers: number;
    readonly prefetchFactor: number;
    readonly isPersistent: boolean;
    readonly timeout: number;
}
interface ReadSettings extends WorkerSettings {
    readonly isWhole: boolean;
}
interface Crew {
    readonly isAlive: boolean;
    begin(batches: Iterator<readonly number[]>, seed: bigint): Reading;
}
declare const hostsWorkers: unique symbol;
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
declare function getWorkerInfo(): WorkerInfo | null;
interface Dataset<Sample = any> {
    readonly length: number;
    get(index: number): Sample;
    getBatch?(indices: readonly number[]): MapAwaited<Sample>;
}
type MapAwaited<Sample> = Sample extends PromiseLike<infer Settled> ? Promise<Collated<Settled>> : Collated<Sample>;
type Samples<Sample = any> = Dataset<Sample> | readonly Sample[] | Tensor;
type ReadOf<D extends Samples | Stream> = D extends Tensor ? Tensor : D extends readonly (infer Sample)[] ? Sample : D extends Dataset ? ReturnType<D["get"]> : D extends Iterable<infer Sample> ? Sample : D extends AsyncIterable<infer Sample> ? Promise<Sample> : never;
type SampleOf<D extends Samples | Stream> = Awaited<ReadOf<D>>;
declare class TensorDataset<const Tensors extends readonly Tensor[]> implements Dataset<Rows<Tensors>> {
    readonly tensors: Tensors;
    readonly length: number;
    constructor(...tensors: Tensors);
    get(index: number): Rows<Tensors>;
}
type Rows<Tensors extends readonly Tensor[]> = {
    -readonly [At in keyof Tensors]: Tensor;
};
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
interface RandomSplitOptions {
    readonly generator?: Generator$1;
}
declare function randomSplit<Sample, const Lengths extends readonly number[]>(given: Samples<Sample>, lengths: Lengths, ...rest: Positional<RandomSplitOptions, [
    "generator"
]>): {
    -readonly [At in keyof Lengths]: Subset<Sample>;
};
type ImageSample = [
    image: Tensor,
    label: Tensor
];
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
declare function makeGrid(images: Tensor | readonly Tensor[], options?: GridOptions): Tensor;
export {
  ChainDataset as e,
  ImageDataset as d,
  IterableDataset as g,
  Subset as j,
  TensorDataset as T,
  defaultCollate as k,
  getWorkerInfo as l,
  makeGrid as m,
  randomSplit as r,
  type Collated as C,
  type Dataset as D,
  type GridOptions as G,
  type ImageDatasetContents as f,
  type ImageDatasetTransforms as c,
  type ImageSample as I,
  type RandomSplitOptions as h,
  type ReadOf as R,
  type Rows as i,
  type SampleOf as b,
  type Samples as S,
  type Stream as a,
  type WorkerInfo as W,
};
