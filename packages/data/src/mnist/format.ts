// What two IDX files, of images and of their labels, hold together, checked. Not where they come from: sets.ts, ../page-files/.

import { DataFileError } from "../errors.js";
import type { ImageDatasetContents } from "../image-dataset.js";
import type { IdxArray } from "./idx.js";

/** An array, and what errors call the file that it is from. */
export interface IdxFile {
  readonly path: string;
  readonly array: IdxArray;
}

/** The names of MNIST's classes. */
export const digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** @throws DataFileError where images and labels do not fit each other, or there are none. */
export function contentsOf(
  name: string,
  classes: readonly string[],
  images: IdxFile,
  labels: IdxFile,
): ImageDatasetContents {
  const [count, height, width] = images.array.shape;
  if (images.array.shape.length !== 3 || labels.array.shape.length !== 1 || labels.array.shape[0] !== count) {
    throw new DataFileError(
      `${name}: ${images.path} has the shape ${images.array.shape.join(" × ")} and ${labels.path} ${labels.array.shape.join(" × ")}: expected as many images as labels; download both again`,
    );
  }
  if (images.array.data.length === 0)
    throw new DataFileError(
      `${name}: ${images.path} has the shape ${images.array.shape.join(" × ")}, and so no image; download it again`,
    );
  const wrong = labels.array.data.findIndex((label) => label >= classes.length);
  if (wrong >= 0)
    throw new DataFileError(
      `${name}: ${labels.path} has label ${labels.array.data[wrong]} at ${wrong}: expected 0 to ${classes.length - 1}; download it again`,
    );
  return {
    images: images.array.data,
    labels: Int32Array.from(labels.array.data),
    imageShape: [1, height!, width!],
    classes,
  };
}
