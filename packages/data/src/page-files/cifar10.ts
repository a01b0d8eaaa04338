// CIFAR-10 on a page: from files that were dropped, or by fetch. In Node: ../cifar/cifar10.ts.

import { checkOptions } from "@bernoulli/tensor";
import { cifar10Classes, cifar10ImageBytes, cifar10ImageShape, parseCifar10 } from "../cifar/format.js";
import { DataFileError } from "../errors.js";
import { ImageDataset, type ImageDatasetTransforms, transformKinds } from "../image-dataset.js";
import { finder, type PageFiles } from "./given.js";

export interface LoadCIFAR10Options extends ImageDatasetTransforms {
  /** Whether to read the training images, of `data_batch_1.bin` to 5 as many as there are, or those of `test_batch.bin`. Default: true. */
  readonly train?: boolean;
}

/**
 * CIFAR-10 from files that somebody dropped on a page, or by `fetch` from a folder that has them: those of the binary version, unpacked
 * from cifar-10-binary.tar.gz, each as it is or with `.gz` behind its name. A page may do with some of the five files of training images: 10,000 each.
 * Nothing is sent anywhere. Samples: uint8 images (3, 32, 32) and int32 labels.
 * See https://www.cs.toronto.edu/~kriz/cifar.html; in Node there is `CIFAR10` of `@bernoulli/data/node`.
 *
 * @throws DataFileError where no file is there, one cannot be read, or is not what the format says; ArgumentError for what is no files.
 * @example
 * ```ts
 * import { loadCIFAR10 } from "@bernoulli/data";
 * const record = new Uint8Array(3073).fill(255);
 * record[0] = 6;
 * const dataset = await loadCIFAR10([new File([record], "test_batch.bin")], { train: false });
 * dataset.classes[dataset.targets[0]!]; // → "frog"
 * ```
 */
export async function loadCIFAR10(files: PageFiles, options: LoadCIFAR10Options = {}): Promise<ImageDataset> {
  checkOptions("loadCIFAR10", options, { train: "boolean", ...transformKinds });
  const { train = true, ...transforms } = options;
  const find = finder("loadCIFAR10", files);
  const names = train ? [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`) : ["test_batch.bin"];
  const parts = [];
  for (const name of names) {
    const found = await find([name, `${name}.gz`]);
    if (found !== null) parts.push(parseCifar10(await found.bytes(), found.name));
  }
  if (parts.length === 0)
    throw new DataFileError(
      `loadCIFAR10: there is none of ${names.join(", ")}: unpack cifar-10-binary.tar.gz, and give what is in it`,
    );
  const images = new Uint8Array(parts.reduce((count, part) => count + part.images.length, 0));
  const labels = new Int32Array(images.length / cifar10ImageBytes);
  let at = 0;
  for (const part of parts) {
    images.set(part.images, at * cifar10ImageBytes);
    labels.set(part.labels, at);
    at += part.labels.length;
  }
  return new ImageDataset({ images, labels, imageShape: cifar10ImageShape, classes: cifar10Classes }, transforms);
}
