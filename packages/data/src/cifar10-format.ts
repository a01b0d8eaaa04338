// The binary layout of CIFAR-10: bytes to images and labels, checked. Not where the bytes come from: in Node, the
// CIFAR10 of @bernoulli/data/node reads the files; a page may fetch them and call this.

import { ArgumentError, checkArgument } from "@bernoulli/tensor";
import { DataFileError } from "./errors.js";

/** The shape of an image: red, green and blue planes of 32 × 32. */
export const cifar10ImageShape = [3, 32, 32] as const;
/** The bytes of an image. */
export const cifar10ImageBytes = 3 * 32 * 32;
/** The bytes of a record: the label, then the image. */
export const cifar10RecordBytes = 1 + cifar10ImageBytes;
/** The records of each official file. */
export const cifar10RecordsPerFile = 10_000;
const fileBytes = cifar10RecordsPerFile * cifar10RecordBytes;

/** The names of the ten classes, in the order of their labels. */
export const cifar10Classes = Object.freeze([
  "airplane",
  "automobile",
  "bird",
  "cat",
  "deer",
  "dog",
  "frog",
  "horse",
  "ship",
  "truck",
] as const);

/** Images and their labels, as bytes. */
export interface ImageRecords {
  /** The images one after another, each in its planes: N × 3 × 32 × 32 bytes. */
  readonly images: Uint8Array;
  /** The labels, 0 to 9: N of them. */
  readonly labels: Int32Array;
}

const thousands = (count: number): string => count.toLocaleString("en-US");

/**
 * Reads records of CIFAR-10's binary version: of each record one byte of label, then 1,024 bytes each of red, green
 * and blue, row by row. Takes any whole number of records; official files hold 10,000.
 * See https://www.cs.toronto.edu/~kriz/cifar.html ("Binary version").
 *
 * @param source What errors call the bytes: a path or an address.
 * @throws DataFileError if the length is no multiple of 3,073 bytes, or a label is above 9.
 * @example
 * ```ts
 * import { parseCifar10 } from "@bernoulli/data";
 * const record = new Uint8Array(3073).fill(255);
 * record[0] = 6;
 * const { images, labels } = parseCifar10(record, "one record");
 * labels[0]; // → 6
 * images.length; // → 3072
 * ```
 */
export function parseCifar10(bytes: Uint8Array, source: string): ImageRecords {
  checkArgument("parseCifar10", "source", source, "string");
  if (!(bytes instanceof Uint8Array)) throw new ArgumentError("parseCifar10: expected the bytes as a Uint8Array");
  if (bytes.length === 0 || bytes.length % cifar10RecordBytes !== 0) {
    throw new DataFileError(
      `CIFAR10: ${source} has a wrong length: expected a multiple of ${thousands(cifar10RecordBytes)} bytes ` +
        `(an official file has ${thousands(fileBytes)}), got ${thousands(bytes.length)}; ` +
        "it may be cut short or be another format: unpack cifar-10-binary.tar.gz (the binary version) again",
    );
  }
  const count = bytes.length / cifar10RecordBytes;
  const images = new Uint8Array(count * cifar10ImageBytes);
  const labels = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const start = index * cifar10RecordBytes;
    const label = bytes[start]!;
    if (label >= cifar10Classes.length) {
      throw new DataFileError(
        `CIFAR10: ${source} has label ${label} at record ${index} (byte ${thousands(start)}): expected 0 to 9; ` +
          "it may be damaged or be another format (CIFAR-100 has two label bytes a record): unpack cifar-10-binary.tar.gz again",
      );
    }
    labels[index] = label;
    images.set(bytes.subarray(start + 1, start + cifar10RecordBytes), index * cifar10ImageBytes);
  }
  return { images, labels };
}
