// What MNIST's files hold together, checked. Not where they come from: mnist.ts, page-files/.

import { DataFileError } from "./errors.js";
import type { IdxArray } from "./idx.js";
import type { ImageDatasetContents } from "./image-dataset.js";

/** An array, and what errors call the file that it is from. */
export interface IdxFile {
  readonly path: string;
  readonly array: IdxArray;
}

/** @throws DataFileError where images and labels do not fit each other, or there are none. */
export function mnistContents(images: IdxFile, labels: IdxFile): ImageDatasetContents {
  const [count, height, width] = images.array.shape;
  if (images.array.shape.length !== 3 || labels.array.shape.length !== 1 || labels.array.shape[0] !== count) {
    throw new DataFileError(
      `MNIST: ${images.path} has the shape ${images.array.shape.join(" × ")} and ${labels.path} ${labels.array.shape.join(" × ")}: expected as many images as labels; download both again`,
    );
  }
  if (images.array.data.length === 0)
    throw new DataFileError(
      `MNIST: ${images.path} has the shape ${images.array.shape.join(" × ")}, and so no image; download it again`,
    );
  const wrong = labels.array.data.findIndex((label) => label > 9);
  if (wrong >= 0)
    throw new DataFileError(
      `MNIST: ${labels.path} has label ${labels.array.data[wrong]} at ${wrong}: expected 0 to 9; download it again`,
    );
  return {
    images: images.array.data,
    labels: Int32Array.from(labels.array.data),
    imageShape: [1, height!, width!],
    classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
  };
}
