// CIFAR100 from a directory of the official binary files, in Node, and how they get there.

import { checkArgument, checkOptions } from "@bernoulli/tensor";
import { cacheDirectory } from "../download/cache.js";
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
import { cifar10ImageShape, parseCifar100 } from "./format.js";

const [fineNames, coarseNames] = ["fine_label_names.txt", "coarse_label_names.txt"];
const set: CifarSet = {
  name: "CIFAR100",
  remote: { name: "cifar-100-binary.tar.gz", bytes: 168_513_733, md5: "03b5dce01913d631647c71ecec9e9cb8" },
  folder: "cifar-100-binary",
  train: ["train.bin"],
  test: ["test.bin"],
  fileBytes: { "train.bin": 153_700_000, "test.bin": 30_740_000 },
  names: [fineNames, coarseNames],
  needsNames: true,
};

export interface CIFAR100Options extends ImageDatasetTransforms {
  /** Whether to read the 50,000 training images or the 10,000 of the test set. Default: true. */
  readonly train?: boolean;
}

/**
 * CIFAR-100: 60,000 colour images of 32 × 32 in a hundred classes, which make up 20 superclasses, from the official binary files. Samples
 * are uint8 images (3, 32, 32) and int32 labels, those of the classes, as torchvision's.
 * See https://www.cs.toronto.edu/~kriz/cifar.html and
 * https://pytorch.org/vision/stable/generated/torchvision.datasets.CIFAR100.html.
 *
 * `directory` is `cifar-100-binary`, or the directory that holds it.
 *
 * @throws DataFileError if the directory or a file is missing or cannot be read, or a file is not what the format says.
 */
export class CIFAR100 extends ImageDataset {
  static override readonly name: string = "CIFAR100";
  /** Whether these are the training images. */
  readonly train: boolean;
  /** The names of the superclasses, in the order of `coarseTargets`. */
  readonly coarseClasses: readonly string[];
  /** The superclass of every sample, 0 to 19, in order. */
  readonly coarseTargets: Int32Array;

  constructor(directory: string, options: CIFAR100Options = {}) {
    checkArgument("CIFAR100", "directory", directory, "string");
    checkOptions("CIFAR100", options, { train: "boolean", ...transformKinds });
    const { train = true, ...transforms } = options;
    const folder = openFolder(set, directory);
    const { coarseLabels, ...records } = readFiles(set, folder, train ? set.train : set.test, parseCifar100)[0]!;
    super({ ...records, imageShape: cifar10ImageShape, classes: readNames(set, folder, fineNames, 100) }, transforms);
    this.train = train;
    this.coarseTargets = coarseLabels;
    this.coarseClasses = readNames(set, folder, coarseNames, 20);
  }
}

/** Where CIFAR-100 lies under a directory, or null where it is not whole. */
export function findCIFAR100(directory: string = cacheDirectory()): string | null {
  return findSet(set, directory);
}

export type DownloadCIFAR100Options = DownloadCifarOptions;

/**
 * Fetches CIFAR-100's official archive (169 MB) into a directory, as {@link downloadCIFAR10} does; resolves to the folder to give to
 * {@link CIFAR100}. It is the binary version, whose MD5 the authors' page tells; torchvision takes the one for Python, of the same images.
 *
 *     const train = new CIFAR100(await downloadCIFAR100());
 *
 * @param directory Default: {@link cacheDirectory}.
 * @throws DownloadError if it cannot be fetched: its `failure` tells offline from refused, damaged and disk; DataFileError
 * if the archive holds anything unexpected.
 */
export async function downloadCIFAR100(
  directory: string = cacheDirectory(),
  options: DownloadCIFAR100Options = {},
): Promise<string> {
  return downloadSet(set, directory, options, "downloadCIFAR100");
}
