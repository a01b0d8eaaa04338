// CIFAR-10 by itself: found in the cache, or fetched from its authors' page. How files are fetched is download/'s.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { cacheDirectory } from "./download/cache.js";
import { type Archive, extract } from "./download/extract.js";
import { addressIn, checkDownload, type DownloadOptions, download } from "./download/transfer.js";
import { kindAt } from "./files.js";

const batchBytes = 30_730_000;
const batches = [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`);

/** The official archive, as its page tells of it: https://www.cs.toronto.edu/~kriz/cifar.html. */
const remote = { name: "cifar-10-binary.tar.gz", bytes: 170_052_171, md5: "c32a1d4ab5d03f1284b67883e8d87530" };
const mirrors: readonly string[] = ["https://www.cs.toronto.edu/~kriz"];

const archive: Archive = {
  name: "CIFAR10",
  folder: "cifar-10-batches-bin",
  files: {
    ...Object.fromEntries([...batches, "test_batch.bin"].map((file) => [file, batchBytes])),
    "batches.meta.txt": null,
  },
  ignored: ["readme.html"],
};

/** Where CIFAR-10 lies under a directory, or null where it is not whole. */
export function findCIFAR10(directory: string = cacheDirectory()): string | null {
  const folder = join(directory, archive.folder);
  return [...batches, "test_batch.bin"].every((file) => kindAt(join(folder, file)) === "file") ? folder : null;
}

export interface DownloadCIFAR10Options extends DownloadOptions {
  /** Addresses of folders that hold `cifar-10-binary.tar.gz`, tried in turn. Default: its authors'. */
  readonly mirrors?: readonly string[];
}

/**
 * Fetches CIFAR-10's official archive (170 MB) into a directory, checks it and unpacks it, unless it is there already;
 * resolves to the folder to give to {@link CIFAR10}. A transfer that breaks is taken up again, by the next call too.
 * See https://www.cs.toronto.edu/~kriz/cifar.html.
 *
 *     const train = new CIFAR10(await downloadCIFAR10());
 *
 * @param directory Default: {@link cacheDirectory}.
 * @throws DownloadError if it cannot be fetched: its `failure` tells offline from refused, damaged and disk; DataFileError
 * if the archive holds anything unexpected.
 */
export async function downloadCIFAR10(
  directory: string = cacheDirectory(),
  given: DownloadCIFAR10Options = {},
): Promise<string> {
  checkDownload("downloadCIFAR10", directory, given);
  const { mirrors: folders = mirrors, ...options } = given;
  const found = findCIFAR10(directory);
  if (found !== null) return found;
  const path = join(directory, remote.name);
  await download({ ...remote, addresses: folders.map((folder) => addressIn(folder, remote.name)) }, path, options);
  try {
    return await extract(archive, path, directory);
  } finally {
    // Whole or damaged, it has served.
    rmSync(path, { force: true });
  }
}
