// The two CIFARs as they lie on a disk: which archive, which folder, which files; how they are read, found and fetched. Not the layout of
// the bytes (format.ts), nor how files are fetched (download/).

import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Archive, extract } from "../download/extract.js";
import { addressIn, checkDownload, type DownloadOptions, download } from "../download/transfer.js";
import { DataFileError } from "../errors.js";
import { kindAt, readDataFile } from "../files.js";

/** One of the two. */
export interface CifarSet {
  readonly name: string;
  /** The official archive, as its page tells of it: https://www.cs.toronto.edu/~kriz/cifar.html. */
  readonly remote: { readonly name: string; readonly bytes: number; readonly md5: string };
  /** Its one folder. */
  readonly folder: string;
  readonly train: readonly string[];
  readonly test: readonly string[];
  readonly fileBytes: Readonly<Record<string, number>>;
  /** Files that name classes, one a line. */
  readonly names: readonly string[];
  /** Whether the set is not whole without them. */
  readonly needsNames: boolean;
}

const mirrors: readonly string[] = ["https://www.cs.toronto.edu/~kriz"];

const cureOf = ({ remote, folder }: CifarSet): string =>
  `download ${remote.name} from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds ${folder}`;

/**
 * The directory that has the files: the one given, or the archive's folder inside it.
 *
 * @throws DataFileError where there is no directory.
 */
export function openFolder(set: CifarSet, directory: string): string {
  const kind = kindAt(directory);
  const cure = cureOf(set);
  if (kind === null) throw new DataFileError(`${set.name}: there is no directory ${directory}: ${cure}`);
  if (kind === "unreadable")
    throw new DataFileError(`${set.name}: ${directory} cannot be read: make it readable, or name another directory`);
  if (kind !== "directory")
    throw new DataFileError(
      `${set.name}: ${directory} is a ${kind === "pipe" ? "named pipe" : "file"}, expected a directory: ${cure}`,
    );
  const inner = join(directory, set.folder);
  return kindAt(inner) === "directory" ? inner : directory;
}

/**
 * The images of some files, one behind the other, each file as `parse` reads it.
 *
 * @throws DataFileError for a file that is missing, cannot be read, or is not what the format says.
 */
export function readFiles<Records>(
  set: CifarSet,
  folder: string,
  files: readonly string[],
  parse: (bytes: Uint8Array, source: string) => Records,
): readonly Records[] {
  return files.map((file) => {
    const path = join(folder, file);
    return parse(readDataFile(set.name, path, cureOf(set)), path);
  });
}

/**
 * The names in a file, one a line.
 *
 * @throws DataFileError where it cannot be read, or names another number of classes.
 */
export function readNames(set: CifarSet, folder: string, file: string, count: number): readonly string[] {
  const path = join(folder, file);
  const names = new TextDecoder()
    .decode(readDataFile(set.name, path, cureOf(set)))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (names.length !== count) {
    throw new DataFileError(
      `${set.name}: ${path} names ${names.length} classes, expected ${count}, one a line: ${cureOf(set)}`,
    );
  }
  return names;
}

/** Where the set lies under a directory, or null where it is not whole. */
export function findSet({ folder, train, test, names, needsNames }: CifarSet, directory: string): string | null {
  const path = join(directory, folder);
  const needed = [...train, ...test, ...(needsNames ? names : [])];
  return needed.every((file) => kindAt(join(path, file)) === "file") ? path : null;
}

export interface DownloadCifarOptions extends DownloadOptions {
  /** Addresses of folders that hold the archive, tried in turn. Default: its authors'. */
  readonly mirrors?: readonly string[];
}

/**
 * Fetches the set's archive into a directory, checks it and unpacks it, unless it is there already; resolves to the folder.
 *
 * @throws DownloadError if it cannot be fetched; DataFileError if the archive holds anything unexpected.
 */
export async function downloadSet(
  set: CifarSet,
  directory: string,
  given: DownloadCifarOptions,
  owner: string,
): Promise<string> {
  checkDownload(owner, directory, given);
  const { mirrors: folders = mirrors, ...options } = given;
  const found = findSet(set, directory);
  if (found !== null) return found;
  const { remote } = set;
  const path = join(directory, remote.name);
  await download({ ...remote, addresses: folders.map((folder) => addressIn(folder, remote.name)) }, path, options);
  try {
    return await extract(archiveOf(set), path, directory);
  } finally {
    // Whole or damaged, it has served.
    rmSync(path, { force: true });
  }
}

function archiveOf({ name, folder, fileBytes, names }: CifarSet): Archive {
  const free = Object.fromEntries(names.map((file) => [file, null]));
  // Left by an editor in other archives of these authors.
  return { name, folder, files: { ...fileBytes, ...free }, ignored: ["readme.html", "file.txt~"] };
}
