import { Tensor, Generator, Positional } from '@bernoulli/tensor';
type Collated<Sample> = unknown extends Sample ? Sample : Sample extends Tensor | number | boolean ? Tensor : Sample extends string ? string[] : Sample extends readonly unknown[] ? {
    -readonly [At in keyof Sample]: Collated<Sample[At]>;
} : Sample extends object ? {
    -readonly [Key in keyof Sample]: Collated<Sample[Key]>;
} : never;
declare function defaultCollate<Sample>(samples: readonly Sample[]): Collated<Sample>;
interface Dataset<Sample = any> {
    readonly length: number;
    get(index: number): Sample;
    getBatch?(indices: readonly number[]): MapAwaited<Sample>;
}
type MapAwaited<Sample> = Sample extends PromiseLike<infer Settled> ? Promise<Collated<Settled>> : Collated<Sample>;
type Samples<Sample = any> = Dataset<Sample> | readonly Sample[] | Tensor;
type ReadOf<D extends Samples> = D extends Tensor ? Tensor : D extends readonly (infer Sample)[] ? Sample : D extends Dataset ? ReturnType<D["get"]> : never;
type SampleOf<D extends Samples> = Awaited<ReadOf<D>>;
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
    readonly getBatch?: NonNullable<Dataset<Sample>["getBatch"]>;
    constructor(given: Samples<Sample>, indices: readonly number[]);
    get length(): number;
    get(index: number): Sample;
}
interface RandomSplitOptions {
    readonly generator?: Generator;
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
  ImageDataset as I,
  Subset as g,
  TensorDataset as T,
  defaultCollate as h,
  makeGrid as m,
  randomSplit as r,
  type Collated as C,
  type Dataset as D,
  type GridOptions as G,
  type ImageDatasetContents as c,
  type ImageDatasetTransforms as b,
  type ImageSample as d,
  type RandomSplitOptions as e,
  type ReadOf as R,
  type Rows as f,
  type SampleOf as a,
  type Samples as S,
};
