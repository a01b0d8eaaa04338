// CIFAR10 from a directory of the official binary files, in Node, and how they get there.

import { join } from "node:path";
import { checkArgument, checkOptions } from "@bernoulli/tensor";
import { cacheDirectory } from "../download/cache.js";
import { kindAt } from "../files.js";
import { ImageDataset, type ImageDatasetTransforms, transformKinds } from "../image-dataset.js";
import {
  type CifarSet,
  type DownloadCifarOptions,
  downloadSet,
  findSet,
  openFolder,
  readFiles,
  readNames,
} from "./folders.js";
import { cifar10Classes, cifar10ImageBytes, cifar10ImageShape, type ImageRecords, parseCifar10 } from "./format.js";

const train = [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`);
const test = ["test_batch.bin"];
const set: CifarSet = {
  name: "CIFAR10",
  remote: { name: "cifar-10-binary.tar.gz", bytes: 170_052_171, md5: "c32a1d4ab5d03f1284b67883e8d87530" },
  folder: "cifar-10-batches-bin",
  train,
  test,
  fileBytes: Object.fromEntries([...train, ...test].map((file) => [file, 30_730_000])),
  names: ["batches.meta.txt"],
  // Who copied the images alone has the names from here.
  needsNames: false,
};

export interface CIFAR10Options extends ImageDatasetTransforms {
  /** Whether to read the 50,000 training images (data_batch_1 to 5) or the 10,000 of the test set. Default: true. */
  readonly train?: boolean;
}

function concatenate(parts: readonly ImageRecords[]): ImageRecords {
  const count = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const images = new Uint8Array(count * cifar10ImageBytes);
  const labels = new Int32Array(count);
  let at = 0;
  for (const part of parts) {
    images.set(part.images, at * cifar10ImageBytes);
    labels.set(part.labels, at);
    at += part.labels.length;
  }
  return { images, labels };
}

/**
 * CIFAR-10: 60,000 colour images of 32 × 32 in ten classes, from the official binary files. Samples are uint8 images
 * (3, 32, 32) and int32 labels; all of them are held in memory (154 MB for the training set).
 * See https://www.cs.toronto.edu/~kriz/cifar.html and
 * https://pytorch.org/vision/stable/generated/torchvision.datasets.CIFAR10.html.
 *
 * `directory` is `cifar-10-batches-bin`, or the directory that holds it.
 *
 * @throws DataFileError if the directory or a file is missing or cannot be read, or a file is not what the format says.
 */
export class CIFAR10 extends ImageDataset {
  static override readonly name: string = "CIFAR10";
  /** Whether these are the training images. */
  readonly train: boolean;

  constructor(directory: string, options: CIFAR10Options = {}) {
    checkArgument("CIFAR10", "directory", directory, "string");
    checkOptions("CIFAR10", options, { train: "boolean", ...transformKinds });
    const { train: isTrain = true, ...transforms } = options;
    const folder = openFolder(set, directory);
    const records = concatenate(readFiles(set, folder, isTrain ? train : test, parseCifar10));
    const [names] = set.names as [string];
    const classes = kindAt(join(folder, names)) === null ? cifar10Classes : readNames(set, folder, names, 10);
    super({ ...records, imageShape: cifar10ImageShape, classes }, transforms);
    this.train = isTrain;
  }
}

/** Where CIFAR-10 lies under a directory, or null where it is not whole. */
export function findCIFAR10(directory: string = cacheDirectory()): string | null {
  return findSet(set, directory);
}

export type DownloadCIFAR10Options = DownloadCifarOptions;

/**
 * Fetches CIFAR-10's official archive (170 MB) into a directory, checks it and unpacks it, unless it is there already;
 * resolves to the folder to give to {@link CIFAR10}. A transfer that breaks is taken up again, by the next call too.
 * See https://www.cs.toronto.edu/~kriz/cifar.html.
 *
 *     const train = new CIFAR10(await downloadCIFAR10());
 *
 * @param directory Default: {@link cacheDirectory}.
 * @throws DownloadError if it cannot be fetched: its `failure` tells offline from refused, damaged and disk; DataFileError
 * if the archive holds anything unexpected.
 */
export async function downloadCIFAR10(
  directory: string = cacheDirectory(),
  options: DownloadCIFAR10Options = {},
): Promise<string> {
  return downloadSet(set, directory, options, "downloadCIFAR10");
}
