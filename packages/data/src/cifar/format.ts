// The binary layout of CIFAR-10 and CIFAR-100: bytes to images and labels, checked. Not where the bytes come from: in Node, the
// CIFAR10 and CIFAR100 of @bernoulli/data/node read the files; a page may fetch them and call these.

import { ArgumentError, checkArgument } from "@bernoulli/tensor";
import { DataFileError } from "../errors.js";

/** The shape of an image: red, green and blue planes of 32 × 32. */
export const cifar10ImageShape = [3, 32, 32] as const;
/** The bytes of an image. */
export const cifar10ImageBytes = 3 * 32 * 32;
/** The bytes of a record: the label, then the image. */
export const cifar10RecordBytes = 1 + cifar10ImageBytes;
/** The records of each official file. */
export const cifar10RecordsPerFile = 10_000;

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
  /** The labels, from 0 to one less than there are classes: N of them. */
  readonly labels: Int32Array;
}

/** Records of CIFAR-100, which have a label of 20 superclasses too. */
export interface Cifar100Records extends ImageRecords {
  /** The superclasses, 0 to 19: N of them. */
  readonly coarseLabels: Int32Array;
}

/** What the files of one of the two are like. */
interface Layout {
  readonly call: string;
  readonly name: string;
  /** How many classes each byte before an image numbers, and what that is called. */
  readonly labels: readonly { readonly what: string; readonly classes: number }[];
  /** The bytes of official files, as errors tell them. */
  readonly official: string;
  readonly archive: string;
  readonly other: string;
}

const thousands = (count: number): string => count.toLocaleString("en-US");

const ten: Layout = {
  call: "parseCifar10",
  name: "CIFAR10",
  labels: [{ what: "label", classes: 10 }],
  official: `an official file has ${thousands(cifar10RecordsPerFile * cifar10RecordBytes)}`,
  archive: "cifar-10-binary.tar.gz",
  other: "CIFAR-100 has two label bytes a record",
};

const hundred: Layout = {
  call: "parseCifar100",
  name: "CIFAR100",
  labels: [
    { what: "coarse label", classes: 20 },
    { what: "label", classes: 100 },
  ],
  official: `the official files have ${thousands(50_000 * (2 + cifar10ImageBytes))} and ${thousands(10_000 * (2 + cifar10ImageBytes))}`,
  archive: "cifar-100-binary.tar.gz",
  other: "CIFAR-10 has one label byte a record",
};

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
  const { images, labels } = parse(ten, bytes, source);
  return { images, labels: labels[0]! };
}

/**
 * Reads records of CIFAR-100's binary version: of each record the superclass and the class, a byte each, then the image as
 * {@link parseCifar10} has it. See https://www.cs.toronto.edu/~kriz/cifar.html ("Binary version").
 *
 * @param source What errors call the bytes: a path or an address.
 * @throws DataFileError if the length is no multiple of 3,074 bytes, a superclass is above 19, or a class above 99.
 * @example
 * ```ts
 * import { parseCifar100 } from "@bernoulli/data";
 * const record = new Uint8Array(3074);
 * record.set([4, 51]);
 * const { labels, coarseLabels } = parseCifar100(record, "one record");
 * [labels[0], coarseLabels[0]]; // → [51, 4]
 * ```
 */
export function parseCifar100(bytes: Uint8Array, source: string): Cifar100Records {
  const { images, labels } = parse(hundred, bytes, source);
  return { images, labels: labels[1]!, coarseLabels: labels[0]! };
}

function parse(layout: Layout, bytes: Uint8Array, source: string): { images: Uint8Array; labels: Int32Array[] } {
  const { call, name, labels: kinds, official, archive, other } = layout;
  checkArgument(call, "source", source, "string");
  if (!(bytes instanceof Uint8Array)) throw new ArgumentError(`${call}: expected the bytes as a Uint8Array`);
  const recordBytes = kinds.length + cifar10ImageBytes;
  if (bytes.length === 0 || bytes.length % recordBytes !== 0) {
    throw new DataFileError(
      `${name}: ${source} has a wrong length: expected a multiple of ${thousands(recordBytes)} bytes ` +
        `(${official}), got ${thousands(bytes.length)}; ` +
        `it may be cut short or be another format: unpack ${archive} (the binary version) again`,
    );
  }
  const count = bytes.length / recordBytes;
  const images = new Uint8Array(count * cifar10ImageBytes);
  const labels = kinds.map(() => new Int32Array(count));
  for (let index = 0; index < count; index++) {
    const start = index * recordBytes;
    kinds.forEach(({ what, classes }, at) => {
      const label = bytes[start + at]!;
      if (label >= classes)
        throw new DataFileError(
          `${name}: ${source} has ${what} ${label} at record ${index} (byte ${thousands(start + at)}): expected 0 to ${classes - 1}; ` +
            `it may be damaged or be another format (${other}): unpack ${archive} again`,
        );
      labels[at]![index] = label;
    });
    images.set(bytes.subarray(start + kinds.length, start + recordBytes), index * cifar10ImageBytes);
  }
  return { images, labels };
}
