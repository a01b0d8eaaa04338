// Where a data set's images come from: a directory, the cache, the web, or, where there is none of these, shapes that are drawn.
// What is made of them is each program's.

import {
  cacheDirectory,
  type DownloadCIFAR10Options,
  DownloadError,
  downloadCIFAR10,
  downloadMNIST,
  findCIFAR10,
  findMNIST,
} from "@bernoulli/data/node";

/** The data sets that programs fetch. */
export type RealImages = "CIFAR-10" | "MNIST";

export interface ImageSource<Name extends RealImages = RealImages> {
  readonly name: Name | "synthetic";
  /** Where the files lie; null for what is drawn. */
  readonly directory: string | null;
  /** Why it is not the data set, though that was asked for; otherwise null. */
  readonly offline: string | null;
}

type Fetch = {
  readonly find: () => string | null;
  readonly download: (options: DownloadCIFAR10Options) => Promise<string>;
};

const ways: { readonly [Name in RealImages]: Fetch } = {
  "CIFAR-10": { find: findCIFAR10, download: (options) => downloadCIFAR10(cacheDirectory(), options) },
  MNIST: { find: findMNIST, download: (options) => downloadMNIST(undefined, options) },
};

/**
 * Finds the images that were asked for, and fetches them if need be. Nobody who is offline is left with nothing: only that
 * falls back on drawn shapes; whatever else goes wrong is told.
 *
 * @param wish `auto`, `synthetic` or a directory
 * @throws DownloadError unless its failure is `offline`; the signal's reason.
 */
export async function findImages<Name extends RealImages>(
  name: Name,
  wish: string,
  options: DownloadCIFAR10Options = {},
): Promise<ImageSource<Name>> {
  if (wish === "synthetic") return { name: "synthetic", directory: null, offline: null };
  if (wish !== "auto") return { name, directory: wish, offline: null };
  const { find, download } = ways[name];
  const found = find();
  if (found !== null) return { name, directory: found, offline: null };
  try {
    return { name, directory: await download(options), offline: null };
  } catch (error) {
    if (!(error instanceof DownloadError) || error.failure !== "offline") throw error;
    return { name: "synthetic", directory: null, offline: error.message };
  }
}
