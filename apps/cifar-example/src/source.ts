// Where the images come from: a directory, the cache, the web, or, where there is none of these, shapes that are drawn.
// What is made of them is experiment.ts's.

import {
  CIFAR10,
  cacheDirectory,
  type DownloadCIFAR10Options,
  DownloadError,
  downloadCIFAR10,
  findCIFAR10,
} from "@bernoulli/data/node";
import { data } from "bernoulli";
import type { Options } from "./options.js";

export interface Source {
  readonly name: "CIFAR-10" | "synthetic";
  /** Where the files lie; null for what is drawn. */
  readonly directory: string | null;
  /** Why it is not CIFAR-10, though that was asked for; otherwise null. */
  readonly offline: string | null;
}

/** What was asked for, and what it came to: epochs are known only when the data is. */
export interface Settings extends Options {
  readonly epochs: number;
  readonly source: Source;
}

const drawn: Source = { name: "synthetic", directory: null, offline: null };

/**
 * Finds the images that were asked for, and fetches them if need be. Nobody who is offline is left with nothing: only that
 * falls back on the drawn shapes; whatever else goes wrong is told.
 *
 * @throws DownloadError unless its failure is `offline`; the signal's reason.
 */
export async function findSource(wish: string, options: DownloadCIFAR10Options = {}): Promise<Source> {
  if (wish === "synthetic") return drawn;
  if (wish !== "auto") return { name: "CIFAR-10", directory: wish, offline: null };
  const found = findCIFAR10();
  if (found !== null) return { name: "CIFAR-10", directory: found, offline: null };
  try {
    return { name: "CIFAR-10", directory: await downloadCIFAR10(cacheDirectory(), options), offline: null };
  } catch (error) {
    if (!(error instanceof DownloadError) || error.failure !== "offline") throw error;
    return { ...drawn, offline: error.message };
  }
}

export function settle(options: Options, source: Source): Settings {
  return { ...options, source, epochs: options.epochs ?? (source.name === "synthetic" ? 15 : 8) };
}

/** All training images, and the test images. */
export function openSource({ directory }: Source): { all: data.ImageDataset; test: data.ImageDataset } {
  if (directory === null) return { all: new data.SyntheticShapes(), test: new data.SyntheticShapes({ train: false }) };
  return { all: new CIFAR10(directory), test: new CIFAR10(directory, { train: false }) };
}
