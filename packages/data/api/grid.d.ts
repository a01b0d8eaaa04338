import { Tensor } from '@bernoulli/tensor';
import { D as Dataset } from './dataset.js';
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
  makeGrid as m,
  type GridOptions as G,
  type ImageDatasetContents as c,
  type ImageDatasetTransforms as a,
  type ImageSample as b,
};
