// ImageDataset: labelled images in memory, as bytes; what CIFAR10 and SyntheticShapes are. Not how they are read or
// drawn, nor their normalisation: a batch is cheap to move as bytes, and Normalize makes float32 of it.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  elementsInPlace,
  empty,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { defaultCollate } from "./collate.js";
import { checkIndex, checkIndices, type Dataset } from "./dataset.js";
import { applyRow, type ByteRow, byteRow } from "./transforms/batches.js";

/** A uint8 image of shape (channels, height, width) and its label, a 0-d int32 tensor. */
export type ImageSample = [image: Tensor, label: Tensor];

export interface ImageDatasetContents {
  /** The images one after another, each in planes: N × channels × height × width bytes. */
  readonly images: Uint8Array;
  /** The labels, N of them, from 0 to classes.length − 1. */
  readonly labels: Int32Array;
  /** The shape of one image: channels, height, width. */
  readonly imageShape: readonly [channels: number, height: number, width: number];
  /** The names of the classes, in the order of their labels. */
  readonly classes: readonly string[];
}

export interface ImageDatasetTransforms {
  /** What is made of each image as it is asked for, such as a {@link Compose} of transforms. Default: the bytes as they are. */
  readonly transform?: ((image: Tensor) => Tensor) | null;
  /** What is made of each label, a 0-d int32 tensor. Default: the label. */
  readonly targetTransform?: ((label: Tensor) => Tensor) | null;
}

/** The kinds of the options that all data sets of images share. */
export const transformKinds = { transform: "anything", targetTransform: "anything" } as const;

/** Both, checked; null for none. */
export function transformsOf(owner: string, { transform = null, targetTransform = null }: ImageDatasetTransforms) {
  for (const [name, value] of Object.entries({ transform, targetTransform }))
    if (value !== null) checkArgument(owner, name, value, "function");
  return [transform, targetTransform] as const;
}

/**
 * Labelled images in memory. Samples are uint8 images (channels, height, width) with int32 labels; batches of them
 * (N, channels, height, width) and (N). With a transform they are what it gives, with the draws that its images have one by one: batches at once where it
 * is a row of this package's transforms on bytes, then {@link ToTensor} and {@link Normalize}, else one by one.
 *
 * @throws ArgumentError if the images do not make up as many whole images as there are labels.
 * @example
 * ```ts
 * import { ImageDataset } from "@bernoulli/data";
 * const images = Uint8Array.of(0, 64, 128, 255, 9, 8, 7, 6);
 * const dataset = new ImageDataset({
 *   images, labels: Int32Array.of(1, 0), imageShape: [1, 2, 2], classes: ["dark", "bright"],
 * });
 * const [image, label] = dataset.get(0);
 * image.toArray(); // → [[[0, 64], [128, 255]]]
 * dataset.classes[label.item()]; // → "bright"
 * ```
 */
export class ImageDataset implements Dataset<ImageSample> {
  static readonly name: string = "ImageDataset";
  readonly length: number;
  /** The names of the classes, in the order of their labels. */
  readonly classes: readonly string[];
  /** The label of every sample, in order. */
  readonly targets: Int32Array;
  readonly imageShape: readonly [channels: number, height: number, width: number];
  readonly transform: ((image: Tensor) => Tensor) | null;
  readonly targetTransform: ((label: Tensor) => Tensor) | null;
  readonly #images: Uint8Array;
  readonly #imageBytes: number;
  #row: ByteRow | null = null;

  constructor(contents: ImageDatasetContents, transforms: ImageDatasetTransforms = {}) {
    const owner = new.target.name;
    checkOptions(owner, transforms, transformKinds);
    [this.transform, this.targetTransform] = transformsOf(owner, transforms);
    checkOptions(owner, contents, ["images", "labels", "imageShape", "classes"]);
    const { images, labels, imageShape, classes } = contents;
    if (!(images instanceof Uint8Array && labels instanceof Int32Array))
      throw new ArgumentError(`${owner}: expected images as a Uint8Array and labels as an Int32Array`);
    checkArgument(owner, "imageShape", imageShape, "numbers");
    checkArgument(owner, "classes", classes, "array");
    const [channels, height, width] = imageShape;
    const imageBytes = channels * height * width;
    if (images.length !== labels.length * imageBytes) {
      throw new ArgumentError(
        `${owner}: expected ${labels.length} images of ${imageBytes} bytes (${imageShape.join(" × ")}), as many as labels, ` +
          `got ${images.length} bytes`,
      );
    }
    this.length = labels.length;
    this.classes = classes;
    this.targets = labels;
    this.imageShape = imageShape;
    this.#images = images;
    this.#imageBytes = imageBytes;
  }

  get(index: number): ImageSample {
    checkIndex(this.constructor.name, index, this.length);
    const [channels, height, width] = this.imageShape;
    const image = tensor(this.#imageAt(index)).view(channels, height, width);
    const label = tensor(this.targets[index]!, { dtype: "int32" });
    const { transform, targetTransform } = this;
    // What a transform gives counts, also where it forgot to return anything: that must show, not pass for the plain image.
    return [transform === null ? image : transform(image), targetTransform === null ? label : targetTransform(label)];
  }

  getBatch(indices: readonly number[]): [images: Tensor, labels: Tensor] {
    checkIndices(this.constructor.name, indices, this.length);
    const isPlain = this.transform === null;
    this.#row ??= isPlain ? null : byteRow(this.transform!, this.imageShape[0]);
    // Whoever overrides `get` says what a sample is.
    const isOwn = this.get !== ImageDataset.prototype.get;
    if (isOwn || this.targetTransform !== null || (!isPlain && this.#row === null))
      return defaultCollate(indices.map((index) => this.get(index)));
    const labels = Int32Array.from(indices, (index) => this.targets[index]!);
    const images =
      this.#row === null
        ? this.#plain(indices)
        : applyRow(
            this.#row,
            indices.map((index) => this.#imageAt(index)),
            this.imageShape,
          );
    return [images, tensor(labels)];
  }

  #plain(indices: readonly number[]): Tensor {
    const images = empty([indices.length, ...this.imageShape], { dtype: "uint8" });
    const bytes = elementsInPlace(images, "write");
    indices.forEach((index, at) => {
      bytes.set(this.#imageAt(index), at * this.#imageBytes);
    });
    return images;
  }

  #imageAt(index: number): Uint8Array {
    return this.#images.subarray(index * this.#imageBytes, (index + 1) * this.#imageBytes);
  }
}
