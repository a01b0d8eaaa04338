// MNIST on a page: from files that were dropped, or by fetch. In Node: ../mnist/mnist.ts.

import { checkOptions } from "@bernoulli/tensor";
import { DataFileError } from "../errors.js";
import { ImageDataset, type ImageDatasetTransforms, transformKinds } from "../image-dataset.js";
import { contentsOf, digits, type IdxFile } from "../mnist/format.js";
import { parseIdx } from "../mnist/idx.js";
import { finder, type PageFiles } from "./given.js";

export interface LoadMNISTOptions extends ImageDatasetTransforms {
  /** Whether to read the 60,000 training images or the 10,000 of the test set. Default: true. */
  readonly train?: boolean;
}

/**
 * MNIST from files that somebody dropped on a page, or by `fetch` from a folder that has them: `train-images-idx3-ubyte` and
 * `train-labels-idx1-ubyte`, or `t10k-…`, each as it is or with `.gz` behind its name. Nothing is sent anywhere. Samples: uint8 images (1,
 * 28, 28) and int32 labels.
 * See https://pytorch.org/vision/stable/generated/torchvision.datasets.MNIST.html; in Node there is `MNIST` of `@bernoulli/data/node`.
 *
 * @throws DataFileError where a file is missing, cannot be read, or is not what the format says; ArgumentError for what is no files.
 * @example
 * ```ts
 * import { loadMNIST } from "@bernoulli/data";
 * const images = new File([Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 7, 9)], "train-images-idx3-ubyte");
 * const labels = new File([Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 5)], "train-labels-idx1-ubyte");
 * const [image, label] = (await loadMNIST([images, labels])).get(0);
 * image.toArray(); // → [[[7, 9]]]
 * label.item(); // → 5
 * ```
 */
export async function loadMNIST(files: PageFiles, options: LoadMNISTOptions = {}): Promise<ImageDataset> {
  checkOptions("loadMNIST", options, { train: "boolean", ...transformKinds });
  const { train = true, ...transforms } = options;
  const find = finder("loadMNIST", files);
  const read = async (name: string): Promise<IdxFile> => {
    const found = await find([`${name}.gz`, name]);
    if (found === null)
      throw new DataFileError(
        `loadMNIST: there is neither ${name} nor ${name}.gz: give both files of images and labels`,
      );
    return { path: found.name, array: parseIdx(await found.bytes(), found.name) };
  };
  const prefix = train ? "train" : "t10k";
  const images = await read(`${prefix}-images-idx3-ubyte`);
  return new ImageDataset(
    contentsOf("loadMNIST", digits, images, await read(`${prefix}-labels-idx1-ubyte`)),
    transforms,
  );
}
