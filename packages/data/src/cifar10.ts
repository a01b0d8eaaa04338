// CIFAR10 from a directory of the official binary files, in Node. Not the layout of the bytes (cifar10-format.ts), and
// no download: the user unpacks the archive.

import { join } from "node:path";
import { checkArgument, checkOptions } from "@bernoulli/tensor";
import {
  cifar10Classes,
  cifar10ImageBytes,
  cifar10ImageShape,
  type ImageRecords,
  parseCifar10,
} from "./cifar10-format.js";
import { DataFileError } from "./errors.js";
import { kindAt, readDataFile } from "./files.js";
import { ImageDataset, type ImageDatasetTransforms, transformKinds } from "./image-dataset.js";

const archiveFolder = "cifar-10-batches-bin";
const cure =
  "download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory " +
  `that holds ${archiveFolder}`;

export interface CIFAR10Options extends ImageDatasetTransforms {
  /** Whether to read the 50,000 training images (data_batch_1 to 5) or the 10,000 of the test set. Default: true. */
  readonly train?: boolean;
}

/** The directory that has the files: the one given, or the archive's folder inside it. */
function findFolder(directory: string): string {
  const kind = kindAt(directory);
  if (kind === null) throw new DataFileError(`CIFAR10: there is no directory ${directory}: ${cure}`);
  if (kind === "unreadable")
    throw new DataFileError(`CIFAR10: ${directory} cannot be read: make it readable, or name another directory`);
  if (kind !== "directory")
    throw new DataFileError(
      `CIFAR10: ${directory} is a ${kind === "pipe" ? "named pipe" : "file"}, expected a directory: ${cure}`,
    );
  const inner = join(directory, archiveFolder);
  return kindAt(inner) === "directory" ? inner : directory;
}

function readRecords(folder: string, file: string): ImageRecords {
  const path = join(folder, file);
  return parseCifar10(readDataFile("CIFAR10", path, cure), path);
}

function readClasses(folder: string): readonly string[] {
  const path = join(folder, "batches.meta.txt");
  if (kindAt(path) === null) return cifar10Classes;
  const names = new TextDecoder()
    .decode(readDataFile("CIFAR10", path, cure))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (names.length !== cifar10Classes.length) {
    throw new DataFileError(`CIFAR10: ${path} names ${names.length} classes, expected 10, one a line: ${cure}`);
  }
  return names;
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
    const { train = true, ...transforms } = options;
    const folder = findFolder(directory);
    const files = train ? [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`) : ["test_batch.bin"];
    const records = concatenate(files.map((file) => readRecords(folder, file)));
    super({ ...records, imageShape: cifar10ImageShape, classes: readClasses(folder) }, transforms);
    this.train = train;
  }
}
