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
export {
  ChainDataset as c,
  IterableDataset as I,
  Subset as f,
  TensorDataset as T,
  defaultCollate as g,
  getWorkerInfo as h,
  randomSplit as r,
  type Collated as C,
  type Dataset as D,
  type RandomSplitOptions as d,
  type ReadOf as R,
  type Rows as e,
  type SampleOf as b,
  type Samples as S,
  type Stream as a,
  type WorkerInfo as W,
};
