// MNIST, in Node, and how it gets there. How its files are read and fetched is sets.ts's.

import { digits } from "./format.js";
import {
  type DownloadIdxOptions,
  directoryOf,
  downloadSet,
  findSet,
  IdxImages,
  type IdxSet,
  type IdxSetOptions,
} from "./sets.js";

const set: IdxSet = {
  name: "MNIST",
  folder: "mnist",
  mirrors: [
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://yann.lecun.com/exdb/mnist/",
  ],
  files: {
    "train-images-idx3-ubyte": { bytes: 9_912_422, md5: "f68b3c2dcbeaaa9fbdd348bbdeb94873" },
    "train-labels-idx1-ubyte": { bytes: 28_881, md5: "d53e105ee54ea40749a09fcbcd1e9432" },
    "t10k-images-idx3-ubyte": { bytes: 1_648_877, md5: "9fb629c4189551a2d022fa330f9573f3" },
    "t10k-labels-idx1-ubyte": { bytes: 4_542, md5: "ec29112dd5afa0611ce80d1b7f02629c" },
  },
  classes: digits,
};

export type MNISTOptions = IdxSetOptions;

/**
 * MNIST: 70,000 grey images of handwritten digits, 28 × 28. Samples are uint8 images (1, 28, 28) and int32 labels.
 * See https://yann.lecun.com/exdb/mnist/ and
 * https://pytorch.org/vision/stable/generated/torchvision.datasets.MNIST.html.
 *
 * `directory` holds the four files, such as `train-images-idx3-ubyte`, each as it is or with `.gz` behind its name.
 *
 * @throws DataFileError if a file is missing, cannot be read, or is not what the format says.
 */
export class MNIST extends IdxImages {
  static override readonly name: string = "MNIST";

  constructor(directory: string, options: MNISTOptions = {}) {
    super(set, directory, options);
  }
}

/** The directory, if all of MNIST's files are in it; otherwise null. */
export function findMNIST(directory: string = directoryOf(set)): string | null {
  return findSet(directory);
}

export type DownloadMNISTOptions = DownloadIdxOptions;

/**
 * Fetches MNIST's four files (11 MB) into a directory, checked, from the first mirror that has them, unless they are
 * there already; resolves to the directory to give to {@link MNIST}.
 *
 *     const train = new MNIST(await downloadMNIST());
 *
 * @param directory Default: `mnist` in {@link cacheDirectory}.
 * @throws DownloadError if a file cannot be fetched from any mirror; its `failure` tells why.
 */
export async function downloadMNIST(
  directory: string = directoryOf(set),
  options: DownloadMNISTOptions = {},
): Promise<string> {
  return downloadSet(set, directory, options);
}
