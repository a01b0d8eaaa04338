// Takes the files of a data set out of a tar.gz. Nothing but the files that are expected is ever written, and what an
// archive says of paths is not followed.

import { createReadStream, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { ReadEntry } from "tar";
import { DataFileError } from "../errors.js";
import { kindAt, makeDirectory, noFile, remove } from "../files.js";
import { cannotWrite } from "./transfer.js";

export interface Archive {
  /** What errors call the data set. */
  readonly name: string;
  /** The one folder in it. */
  readonly folder: string;
  /** Its files and their lengths; null where the length is free, up to 1 MB. */
  readonly files: Readonly<Record<string, number | null>>;
  /** Other entries that are passed over, such as a page of links. */
  readonly ignored: readonly string[];
}

const mostOfFreeFile = 1 << 20;
/** Loaded where it is used: it reads the environment, which Deno lets no program do unasked. */
const loadTar = () => import("tar");

/**
 * Unpacks `archive.folder` into `directory`: it is there with all of its files, or, after an error, not at all.
 *
 * @throws DataFileError if the archive is damaged or holds anything that is not expected.
 */
export async function extract(archive: Archive, path: string, directory: string): Promise<string> {
  await check(archive, path);
  const temporary = join(directory, `.${archive.folder}-${process.pid}`);
  const target = join(directory, archive.folder);
  try {
    rmSync(temporary, { force: true, recursive: true });
    makeDirectory(temporary);
    const wanted = new Set(Object.keys(archive.files).map((file) => `${archive.folder}/${file}`));
    const { x: extractTar } = await loadTar();
    await extractTar({ file: path, cwd: temporary, strict: true, filter: (entry) => wanted.has(entry) });
    rmSync(target, { force: true, recursive: true });
    renameSync(join(temporary, archive.folder), target);
    return target;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? damaged(archive, path, String(error)) : cannotWrite(target, code, error);
  } finally {
    remove(temporary);
  }
}

/** Reads the archive without writing anything, and throws at the first entry that should not be there. */
async function check(archive: Archive, path: string): Promise<void> {
  const problem = noFile(path);
  if (problem !== null)
    throw new DataFileError(`${archive.name}: ${path} is ${problem}; remove it, and download it again`);
  if (kindAt(path) === null) throw new DataFileError(`${archive.name}: there is no file ${path}`);
  const { Parser } = await loadTar();
  const seen = new Set<string>();
  let wrong: string | null = null;
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      wrong ??= problemOf(archive, entry, seen);
      entry.resume();
    },
  });
  parser.on("error", (error: Error) => (wrong ??= error.message));
  const limit = Object.values(archive.files).reduce<number>(
    (sum, bytes) => sum + (bytes ?? mostOfFreeFile),
    mostOfFreeFile,
  );
  // Not piped into the parser: entries that are passed over never make it wait, and it is no stream of Node's.
  async function parse(source: AsyncIterable<Buffer>): Promise<void> {
    let unpacked = 0;
    for await (const chunk of source) {
      unpacked += chunk.length;
      if (unpacked > limit) wrong ??= `it unpacks to more than ${limit.toLocaleString("en")} bytes`;
      if (wrong !== null) return;
      parser.write(chunk);
    }
    parser.end();
  }
  try {
    await pipeline(createReadStream(path), createGunzip(), parse);
  } catch (error) {
    wrong ??= (error as Error).message;
  }
  const missing = Object.keys(archive.files).filter((file) => !seen.has(file));
  if (wrong !== null) throw damaged(archive, path, wrong);
  if (missing.length > 0) throw damaged(archive, path, `it lacks ${missing.join(", ")}`);
}

/** What is wrong with an entry, if anything is. */
function problemOf(archive: Archive, { path, type, size }: ReadEntry, seen: Set<string>): string | null {
  const shown = JSON.stringify(path);
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.split(/[\\/]/).includes(".."))
    return `its entry ${shown} leads outside`;
  if (type === "Directory") return path.replace(/\/$/, "") === archive.folder ? null : `it has a directory ${shown}`;
  if (type !== "File" && type !== "OldFile" && type !== "ContiguousFile")
    return `its entry ${shown} is no file but a ${type}`;
  const [folder, name, ...rest] = path.split("/");
  if (folder !== archive.folder || name === undefined || rest.length > 0) return `it has a file ${shown}`;
  if (archive.ignored.includes(name)) return null;
  const bytes = archive.files[name];
  if (bytes === undefined) return `it has a file ${shown}`;
  if (seen.has(name)) return `it has ${shown} twice`;
  seen.add(name);
  if (bytes === null ? size > mostOfFreeFile : size !== bytes)
    return `its file ${shown} has ${size.toLocaleString("en")} bytes, expected ${(bytes ?? mostOfFreeFile).toLocaleString("en")}${bytes === null ? " at most" : ""}`;
  return null;
}

function damaged(archive: Archive, path: string, problem: string): DataFileError {
  return new DataFileError(
    `${archive.name}: ${path} is not the official archive: ${problem}; remove it, and download it again`,
  );
}
