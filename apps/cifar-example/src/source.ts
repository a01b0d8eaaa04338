// Where the images come from, and what they are: CIFAR-10, or shapes that are drawn. How they are found is @bernoulli/programs'.

import { CIFAR10, type DownloadCIFAR10Options } from "@bernoulli/data/node";
import { findImages, type ImageSource } from "@bernoulli/programs";
import { data } from "bernoulli";
import type { Options } from "./options.js";

export type Source = ImageSource<"CIFAR-10">;

/** What was asked for, and what it came to: epochs are known only when the data is. */
export interface Settings extends Options {
  readonly epochs: number;
  readonly source: Source;
}

/** Finds the images that were asked for, as {@link findImages} does. */
export function findSource(wish: string, options: DownloadCIFAR10Options = {}): Promise<Source> {
  return findImages("CIFAR-10", wish, options);
}

export function settle(options: Options, source: Source): Settings {
  return { ...options, source, epochs: options.epochs ?? (source.name === "synthetic" ? 15 : 8) };
}

/** All training images, and the test images. */
export function openSource({ directory }: Source): { all: data.ImageDataset; test: data.ImageDataset } {
  if (directory === null) return { all: new data.SyntheticShapes(), test: new data.SyntheticShapes({ train: false }) };
  return { all: new CIFAR10(directory), test: new CIFAR10(directory, { train: false }) };
}
