// MNIST from a directory of its four IDX files, plain or gzipped, in Node; and how they get there. Not the layout of the
// bytes (idx.ts), nor how files are fetched (download/).

import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { checkArgument, checkOptions } from "@bernoulli/tensor";
import { cacheDirectory } from "./download/cache.js";
import { addressIn, checkDownload, type DownloadOptions, download } from "./download/transfer.js";
import { DataFileError } from "./errors.js";
import { kindAt, readDataFile } from "./files.js";
import { parseIdx } from "./idx.js";
import { ImageDataset, type ImageDatasetTransforms, transformKinds } from "./image-dataset.js";
import { type IdxFile, mnistContents } from "./mnist-format.js";

/** Where the files are to be had, in the order in which they are tried. */
const mirrors: readonly string[] = [
  "https://ossci-datasets.s3.amazonaws.com/mnist/",
  "https://storage.googleapis.com/cvdf-datasets/mnist/",
  "https://yann.lecun.com/exdb/mnist/",
];
/** Lengths and checksums of the gzipped files, as torchvision has them. */
const files = {
  "train-images-idx3-ubyte": { bytes: 9_912_422, md5: "f68b3c2dcbeaaa9fbdd348bbdeb94873" },
  "train-labels-idx1-ubyte": { bytes: 28_881, md5: "d53e105ee54ea40749a09fcbcd1e9432" },
  "t10k-images-idx3-ubyte": { bytes: 1_648_877, md5: "9fb629c4189551a2d022fa330f9573f3" },
  "t10k-labels-idx1-ubyte": { bytes: 4_542, md5: "ec29112dd5afa0611ce80d1b7f02629c" },
} as const;
const again = "remove it, and call downloadMNIST() again";
type FileName = keyof typeof files;
const names = Object.keys(files) as FileName[];

/** What a file may unpack to: the largest has 47 MB. */
const mostUnpacked = 64 << 20;

export interface MNISTOptions extends ImageDatasetTransforms {
  /** Whether to read the 60,000 training images or the 10,000 of the test set. Default: true. */
  readonly train?: boolean;
}

/**
 * MNIST: 70,000 grey images of handwritten digits, 28 × 28. Samples are uint8 images (1, 28, 28) and int32 labels.
 * See https://yann.lecun.com/exdb/mnist/ and
 * https://pytorch.org/vision/stable/generated/torchvision.datasets.MNIST.html.
 *
 * `directory` holds the four files, such as `train-images-idx3-ubyte`, each as it is or with `.gz` behind its name.
 *
 * @throws DataFileError if a file is missing, cannot be read, or is not what the format says.
 */
export class MNIST extends ImageDataset {
  static override readonly name: string = "MNIST";
  /** Whether these are the training images. */
  readonly train: boolean;

  constructor(directory: string, options: MNISTOptions = {}) {
    checkArgument("MNIST", "directory", directory, "string");
    checkOptions("MNIST", options, { train: "boolean", ...transformKinds });
    const { train = true, ...transforms } = options;
    const prefix = train ? "train" : "t10k";
    const images = readFile(directory, `${prefix}-images-idx3-ubyte`);
    const labels = readFile(directory, `${prefix}-labels-idx1-ubyte`);
    super(mnistContents(images, labels), transforms);
    this.train = train;
  }
}

function readFile(directory: string, name: FileName): IdxFile {
  const plain = join(directory, name);
  if (kindAt(plain) !== null) return { path: plain, array: parseIdx(readDataFile("MNIST", plain, again), plain) };
  const zipped = `${plain}.gz`;
  if (kindAt(zipped) === null) {
    throw new DataFileError(
      `MNIST: there is neither ${plain} nor ${zipped}: call downloadMNIST(), or take the four files from ${mirrors[0]}`,
    );
  }
  const read = readDataFile("MNIST", zipped, again);
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(read, { maxOutputLength: mostUnpacked });
  } catch (error) {
    throw new DataFileError(`MNIST: ${zipped} cannot be unpacked (${(error as Error).message}); download it again`);
  }
  return { path: zipped, array: parseIdx(bytes, zipped) };
}

/** The directory for MNIST's files where none is named. */
const ownDirectory = () => join(cacheDirectory(), "mnist");

/** The directory, if all of MNIST's files are in it; otherwise null. */
export function findMNIST(directory: string = ownDirectory()): string | null {
  const isThere = (name: string) => [name, `${name}.gz`].some((file) => kindAt(join(directory, file)) === "file");
  return names.every(isThere) ? directory : null;
}

export interface DownloadMNISTOptions extends DownloadOptions {
  /** Addresses of folders that hold the four files as `.gz`, tried in turn. Default: three public ones. */
  readonly mirrors?: readonly string[];
}

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
  directory: string = ownDirectory(),
  given: DownloadMNISTOptions = {},
): Promise<string> {
  checkDownload("downloadMNIST", directory, given);
  const { mirrors: folders = mirrors, onProgress, ...options } = given;
  const total = names.reduce((sum, name) => sum + files[name].bytes, 0);
  let before = 0;
  for (const name of names) {
    const path = join(directory, name);
    if (kindAt(path) !== "file" && kindAt(`${path}.gz`) !== "file") {
      const done = before;
      const own =
        onProgress === undefined ? {} : { onProgress: (received: number) => onProgress(done + received, total) };
      await download(
        { ...files[name], addresses: folders.map((folder) => addressIn(folder, `${name}.gz`)) },
        `${path}.gz`,
        {
          ...options,
          ...own,
        },
      );
    }
    before += files[name].bytes;
  }
  return directory;
}
