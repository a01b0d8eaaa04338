// FakeData: torchvision's random images, for trying things out in the shape of any data set. Drawn shapes that can be learnt are synthetic.ts's.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  Generator,
  type Kinds,
  optionsOf,
  type Positional,
  randint,
  randn,
  scope,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { checkIndex, type Dataset } from "./dataset.js";
import { type ImageDatasetTransforms, type ImageSample, transformKinds, transformsOf } from "./image-dataset.js";

export interface FakeDataOptions extends ImageDatasetTransforms {
  /** The number of images. Default 1000. */
  readonly size?: number;
  /** The shape of an image. Default [3, 224, 224]. */
  readonly imageSize?: readonly [channels: number, height: number, width: number];
  /** Default 10. */
  readonly numClasses?: number;
  /** Added to an image's number to give its seed: others give other images. Default 0. */
  readonly randomOffset?: number;
}

const places = ["size", "imageSize", "numClasses", "transform", "targetTransform", "randomOffset"] as const;
const kinds: Kinds<FakeDataOptions> = {
  size: "count",
  imageSize: "numbers",
  numClasses: "count",
  randomOffset: "number",
  ...transformKinds,
};

/**
 * Images of noise with labels drawn at random, which are torchvision's, byte for byte: image i is drawn by the seed i + randomOffset, and nothing is
 * drawn from the default generator. Samples are uint8 images of `imageSize` and int32 labels.
 * See https://pytorch.org/vision/stable/generated/torchvision.datasets.FakeData.html.
 *
 * @throws ArgumentError for sizes that are none; IndexError, when read, for an index that is not one of its.
 * @example
 * ```ts
 * import { FakeData } from "@bernoulli/data";
 * const fake = new FakeData({ size: 100, imageSize: [3, 8, 8], numClasses: 5 });
 * const [image, label] = fake.get(99);
 * [image.shape, image.dtype, label.item() < 5]; // → [[3, 8, 8], "uint8", true]
 * ```
 */
export class FakeData implements Dataset<ImageSample> {
  readonly length: number;
  readonly imageSize: readonly [channels: number, height: number, width: number];
  readonly numClasses: number;
  readonly randomOffset: number;
  readonly transform: ((image: Tensor) => Tensor) | null;
  readonly targetTransform: ((label: Tensor) => Tensor) | null;

  constructor(...rest: Positional<FakeDataOptions, typeof places>) {
    const options = optionsOf<FakeDataOptions>("FakeData", places, rest);
    checkOptions("FakeData", options, kinds);
    const { size = 1000, imageSize = [3, 224, 224], numClasses = 10, randomOffset = 0 } = options;
    if (imageSize.length !== 3 || imageSize.some((side) => !Number.isInteger(side) || side < 1))
      throw new ArgumentError(
        `FakeData: imageSize must be (channels, height, width), each at least 1, but got [${imageSize.join(", ")}]`,
      );
    if (numClasses < 1) throw new ArgumentError(`FakeData: numClasses must be at least 1, but got ${numClasses}`);
    checkArgument("FakeData", "randomOffset", randomOffset, "number");
    if (!Number.isInteger(randomOffset))
      throw new ArgumentError(`FakeData: randomOffset must be an integer, but got ${randomOffset}`);
    this.length = size;
    this.imageSize = [imageSize[0]!, imageSize[1]!, imageSize[2]!];
    this.numClasses = numClasses;
    this.randomOffset = randomOffset;
    [this.transform, this.targetTransform] = transformsOf("FakeData", options);
  }

  get(index: number): ImageSample {
    checkIndex("FakeData", index, this.length);
    const generator = new Generator({ seed: index + this.randomOffset });
    const [bytes, number] = scope(() => {
      const noise = randn(this.imageSize, { generator }).mul(255).toTypedArray();
      // As a C cast has it: the fraction is cut, and what is left is taken modulo 256.
      return [
        Uint8Array.from(noise, (value) => Math.trunc(value) & 255),
        randint(0, this.numClasses, [1], { generator }).item(),
      ] as const;
    });
    const image = tensor(bytes).view(...this.imageSize);
    const label = tensor(number, { dtype: "int32" });
    const { transform, targetTransform } = this;
    return [transform === null ? image : transform(image), targetTransform === null ? label : targetTransform(label)];
  }
}
