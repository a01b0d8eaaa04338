// The images that cells learn from: MNIST and CIFAR-10 from their files or, where there are none, drawn shapes of the same size. Not how
// they are found (@bernoulli/programs), nor how many of them a cell takes.

import { createHash } from "node:crypto";
import { CIFAR10, MNIST } from "@bernoulli/data/node";
import type { ImageSource } from "@bernoulli/programs";
import { data, Generator, scope } from "bernoulli";

/** The two data sets of the study. */
export type DataKind = "mnist" | "cifar";

export const dataKinds: readonly DataKind[] = ["mnist", "cifar"];

export const realNames = { mnist: "MNIST", cifar: "CIFAR-10" } as const;

export type Sources = { readonly [Kind in DataKind]: ImageSource<(typeof realNames)[Kind]> };

export interface Images {
  readonly train: data.ImageDataset;
  readonly test: data.ImageDataset;
}

/** As many shapes as are drawn: enough for the quick budget's nets to differ. */
export const drawnLengths = { train: 5000, test: 2000 } as const;

/** How many training images there are. */
export function trainLength(kind: DataKind, source: ImageSource): number {
  return source.directory === null ? drawnLengths.train : readImages(kind, source).train.length;
}

const opened = new Map<string, Images>();

/** Opens a data set, once a process. */
export function openImages(kind: DataKind, source: ImageSource): Images {
  const key = `${kind} ${source.directory}`;
  const images = opened.get(key) ?? readImages(kind, source);
  opened.set(key, images);
  return images;
}

/** Reads a data set, and keeps nothing of it. @throws DataFileError for what it is not. */
export function readImages(kind: DataKind, { directory }: ImageSource): Images {
  const open = (train: boolean): data.ImageDataset => {
    if (directory !== null)
      return kind === "mnist" ? new MNIST(directory, { train }) : new CIFAR10(directory, { train });
    const shapes = new data.SyntheticShapes({ train, length: drawnLengths[train ? "train" : "test"] });
    return kind === "mnist" ? inGrey(shapes) : shapes;
  };
  return { train: open(true), test: open(false) };
}

/** The middle 28 × 28 pixels in grey, as MNIST's images are. */
function inGrey(shapes: data.SyntheticShapes): data.ImageDataset {
  const size = 28;
  const images = new Uint8Array(shapes.length * size * size);
  for (let start = 0; start < shapes.length; start += 500) {
    const indices = Array.from({ length: Math.min(500, shapes.length - start) }, (_, at) => start + at);
    scope(() => {
      const [batch] = shapes.getBatch(indices);
      const grey = batch.to("float32").mean(1).narrow(1, 2, size).narrow(2, 2, size).round();
      images.set(grey.contiguous().toTypedArray(), start * size * size);
    });
  }
  return new data.ImageDataset({
    images,
    labels: shapes.targets,
    imageShape: [1, size, size],
    classes: shapes.classes,
  });
}

/** What tells a data set from another of the same name: a digest of its labels, and of images here and there. */
export function fingerprint({ train, test }: Images): string {
  const hash = createHash("sha256");
  for (const set of [train, test]) {
    hash.update(set.targets);
    const step = Math.max(1, Math.floor(set.length / 100));
    const indices = Array.from({ length: Math.min(100, set.length) }, (_, at) => at * step);
    hash.update(scope(() => set.getBatch(indices)[0].toTypedArray() as Uint8Array));
  }
  return hash.digest("hex").slice(0, 16);
}

export type Samples = data.Dataset<data.ImageSample>;

/** Some of a data set's images, by a seed; all of them where there are not so many. Another generator's draws are not touched. */
export function someOf(images: data.ImageDataset, count: number, seed: number): Samples {
  if (count >= images.length) return images;
  const [some] = data.randomSplit(images, [count, images.length - count], { generator: new Generator({ seed }) });
  return some!;
}

/** The first images. */
export function firstOf(images: data.ImageDataset, count: number): Samples {
  if (count >= images.length) return images;
  return new data.Subset(
    images,
    Array.from({ length: count }, (_, at) => at),
  );
}

/** Bytes as numbers from 0 to 1. */
export const unit = {
  mnist: new data.Normalize({ mean: [0], std: [1] }),
  cifar: new data.Normalize({ mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] }),
} as const;
