// MNIST and what has its shape: four IDX files in a directory, plain or gzipped; how they are read, found and fetched. Not the layout of
// the bytes (idx.ts), nor how files are fetched (download/).

import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { checkArgument, checkOptions } from "@bernoulli/tensor";
import { cacheDirectory } from "../download/cache.js";
import { addressIn, checkDownload, type DownloadOptions, download } from "../download/transfer.js";
import { DataFileError } from "../errors.js";
import { kindAt, readDataFile } from "../files.js";
import {
  ImageDataset,
  type ImageDatasetContents,
  type ImageDatasetTransforms,
  transformKinds,
} from "../image-dataset.js";
import { contentsOf, type IdxFile } from "./format.js";
import { parseIdx } from "./idx.js";

export const fileNames = [
  "train-images-idx3-ubyte",
  "train-labels-idx1-ubyte",
  "t10k-images-idx3-ubyte",
  "t10k-labels-idx1-ubyte",
] as const;
type FileName = (typeof fileNames)[number];

/** One of these data sets. */
export interface IdxSet {
  readonly name: string;
  /** The name of its directory in the cache. */
  readonly folder: string;
  /** Where the files are to be had, in the order in which they are tried. */
  readonly mirrors: readonly string[];
  /** Lengths and checksums of the gzipped files, as torchvision has them. */
  readonly files: Readonly<Record<FileName, { readonly bytes: number; readonly md5: string }>>;
  readonly classes: readonly string[];
}

/** What a file may unpack to: the largest has 47 MB. */
const mostUnpacked = 64 << 20;

export interface IdxSetOptions extends ImageDatasetTransforms {
  /** Whether to read the 60,000 training images or the 10,000 of the test set. Default: true. */
  readonly train?: boolean;
}

/** What both data sets are: images and labels of the files that a set names. */
export abstract class IdxImages extends ImageDataset {
  /** Whether these are the training images. */
  readonly train: boolean;

  constructor(set: IdxSet, directory: string, options: IdxSetOptions) {
    const { train, contents, transforms } = readSet(set, directory, options);
    super(contents, transforms);
    this.train = train;
  }
}

function readSet(
  set: IdxSet,
  directory: string,
  options: IdxSetOptions,
): { readonly train: boolean; readonly contents: ImageDatasetContents; readonly transforms: ImageDatasetTransforms } {
  const { name, classes } = set;
  checkArgument(name, "directory", directory, "string");
  checkOptions(name, options, { train: "boolean", ...transformKinds });
  const { train = true, ...transforms } = options;
  const images = readFile(set, directory, train ? "train-images-idx3-ubyte" : "t10k-images-idx3-ubyte");
  const labels = readFile(set, directory, train ? "train-labels-idx1-ubyte" : "t10k-labels-idx1-ubyte");
  return { train, contents: contentsOf(name, classes, images, labels), transforms };
}

function readFile({ name: set, mirrors }: IdxSet, directory: string, name: FileName): IdxFile {
  const again = `remove it, and call download${set}() again`;
  const plain = join(directory, name);
  if (kindAt(plain) !== null) return { path: plain, array: parseIdx(readDataFile(set, plain, again), plain) };
  const zipped = `${plain}.gz`;
  if (kindAt(zipped) === null) {
    throw new DataFileError(
      `${set}: there is neither ${plain} nor ${zipped}: call download${set}(), or take the four files from ${mirrors[0]}`,
    );
  }
  const read = readDataFile(set, zipped, again);
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(read, { maxOutputLength: mostUnpacked });
  } catch (error) {
    throw new DataFileError(`${set}: ${zipped} cannot be unpacked (${(error as Error).message}); download it again`);
  }
  return { path: zipped, array: parseIdx(bytes, zipped) };
}

/** The directory for the set's files where none is named. */
export const directoryOf = ({ folder }: IdxSet): string => join(cacheDirectory(), folder);

/** The directory, if all of the set's files are in it; otherwise null. */
export function findSet(directory: string): string | null {
  const isThere = (name: string) => [name, `${name}.gz`].some((file) => kindAt(join(directory, file)) === "file");
  return fileNames.every(isThere) ? directory : null;
}

export interface DownloadIdxOptions extends DownloadOptions {
  /** Addresses of folders that hold the four files as `.gz`, tried in turn. Default: public ones. */
  readonly mirrors?: readonly string[];
}

/**
 * Fetches those of the set's files that are not there, checked, from the first mirror that has them; resolves to the directory.
 *
 * @throws DownloadError if a file cannot be fetched from any mirror; its `failure` tells why.
 */
export async function downloadSet(set: IdxSet, directory: string, given: DownloadIdxOptions): Promise<string> {
  checkDownload(`download${set.name}`, directory, given);
  const { mirrors: folders = set.mirrors, onProgress, ...options } = given;
  const total = fileNames.reduce((sum, name) => sum + set.files[name].bytes, 0);
  let before = 0;
  for (const name of fileNames) {
    const path = join(directory, name);
    const file = set.files[name];
    if (kindAt(path) !== "file" && kindAt(`${path}.gz`) !== "file") {
      const done = before;
      const own =
        onProgress === undefined ? {} : { onProgress: (received: number) => onProgress(done + received, total) };
      const addresses = folders.map((folder) => addressIn(folder, `${name}.gz`));
      await download({ ...file, addresses }, `${path}.gz`, { ...options, ...own });
    }
    before += file.bytes;
  }
  return directory;
}
