// FashionMNIST, in Node, and how it gets there. How its files are read and fetched is sets.ts's.

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
  name: "FashionMNIST",
  folder: "fashion-mnist",
  // The authors' own has no encryption; what it gives is known by its checksum all the same.
  mirrors: [
    "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
  ],
  files: {
    "train-images-idx3-ubyte": { bytes: 26_421_880, md5: "8d4fb7e6c68d591d4c3dfef9ec88bf0d" },
    "train-labels-idx1-ubyte": { bytes: 29_515, md5: "25c81989df183df01b3e8a0aad5dffbe" },
    "t10k-images-idx3-ubyte": { bytes: 4_422_102, md5: "bef4ecab320f06d8554ea6380940ec79" },
    "t10k-labels-idx1-ubyte": { bytes: 5_148, md5: "bb300cfdad3c16e7a12a480ee83cd310" },
  },
  classes: ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"],
};

export type FashionMNISTOptions = IdxSetOptions;

/**
 * Fashion-MNIST: 70,000 grey images of clothes, 28 × 28, in ten classes: MNIST's shape, and harder. Samples are uint8 images (1, 28, 28) and
 * int32 labels. See https://github.com/zalandoresearch/fashion-mnist and
 * https://pytorch.org/vision/stable/generated/torchvision.datasets.FashionMNIST.html.
 *
 * `directory` holds the four files, named as MNIST's, each as it is or with `.gz` behind its name.
 *
 * @throws DataFileError if a file is missing, cannot be read, or is not what the format says.
 */
export class FashionMNIST extends IdxImages {
  static override readonly name: string = "FashionMNIST";

  constructor(directory: string, options: FashionMNISTOptions = {}) {
    super(set, directory, options);
  }
}

/** The directory, if all of Fashion-MNIST's files are in it; otherwise null. */
export function findFashionMNIST(directory: string = directoryOf(set)): string | null {
  return findSet(directory);
}

export type DownloadFashionMNISTOptions = DownloadIdxOptions;

/**
 * Fetches Fashion-MNIST's four files (31 MB) into a directory, as {@link downloadMNIST} does; resolves to the directory to give to
 * {@link FashionMNIST}.
 *
 *     const train = new FashionMNIST(await downloadFashionMNIST());
 *
 * @param directory Default: `fashion-mnist` in {@link cacheDirectory}.
 * @throws DownloadError if a file cannot be fetched from any mirror; its `failure` tells why.
 */
export async function downloadFashionMNIST(
  directory: string = directoryOf(set),
  options: DownloadFashionMNISTOptions = {},
): Promise<string> {
  return downloadSet(set, directory, options);
}
