// Writes a file so that it is there as a whole or not at all: under a temporary name beside it, renamed at the end. What a
// killed process left half-written is taken away by the next write of the same file.

import { promises as fs } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { FormatError } from "../errors.js";
import { explained } from "./explain.js";
import { mostBytesAtOnce } from "./open.js";

/** The temporary files that this process is writing. */
const underWay = new Set<string>();

/** The machine's name, as a part of file names: a directory may be shared by several. */
const machine = hostname().replaceAll(/[^\w.]/g, "_") || "localhost";

/**
 * Makes or replaces a file, as a whole or not at all: whoever reads it sees what was there before or what is there now, also after a
 * kill or a power cut. It is on the disk, and not only in the system's memory, when this returns. A symbolic link stays one: what it
 * leads to is replaced. Node only: import it from `@bernoulli/formats/node`.
 *
 * @param contents a text, bytes, or what gives bytes piece by piece
 * @throws FormatError where the system refuses; the file is then what it was before, and nothing else is left.
 * @example
 * ```ts
 * import { readFile, rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { replaceFile } from "@bernoulli/formats/node";
 * const path = join(tmpdir(), "bernoulli-replace-example.json");
 * await replaceFile(path, "[1]");
 * await readFile(path, "utf8"); // → "[1]"
 * await rm(path);
 * ```
 */
export async function replaceFile(
  path: string,
  contents: string | Uint8Array | (() => AsyncIterable<Uint8Array>),
): Promise<void> {
  const pieces = typeof contents === "function" ? contents : () => whole(contents);
  const fail = (error: unknown) => explained(path, "cannot be written", error);
  const target = await resolveTarget(path);
  const temporary = await temporaryName(target);
  underWay.add(temporary);
  try {
    const handle = await fs.open(temporary, "w").catch((error: unknown) => Promise.reject(fail(error)));
    try {
      try {
        for await (const piece of pieces()) await writeAll(handle, piece).catch((error) => Promise.reject(fail(error)));
        await handle.sync().catch((error: unknown) => Promise.reject(fail(error)));
      } finally {
        // Some network file systems tell of a full disk only here.
        await handle.close().catch((error: unknown) => Promise.reject(fail(error)));
      }
      await fs.rename(temporary, target).catch((error: unknown) => Promise.reject(fail(error)));
    } catch (error) {
      await fs.rm(temporary, { force: true }).catch(() => {});
      throw error;
    }
  } finally {
    underWay.delete(temporary);
  }
  await syncDirectory(dirname(target));
}

/**
 * Tries whether a file can be written there, as `saveFile` and `saveCheckpoint` write it: before hours of training, not behind
 * them. What is there stays as it is.
 *
 * @throws FormatError where the directory is missing or takes no files, and where something lies there that is no file.
 * @example
 * ```ts
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { checkWritable } from "@bernoulli/formats/node";
 * await checkWritable(join(tmpdir(), "model.safetensors"));
 * await checkWritable(tmpdir()); // throws it is a directory, where a file is expected
 * ```
 */
export async function checkWritable(path: string): Promise<void> {
  const temporary = await temporaryName(await resolveTarget(path));
  try {
    const handle = await fs.open(temporary, "w");
    await handle.close();
    await fs.rm(temporary);
  } catch (error) {
    throw explained(path, "cannot be written", error);
  }
}

/** What is to be replaced. Anything but a file is left alone: a rename would put a file in place of a device. */
async function resolveTarget(path: string): Promise<string> {
  const fail = (message: string) => new FormatError(`cannot be written: ${message}`, { file: path });
  const found = await fs.stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw explained(path, "cannot be written", error);
  });
  if (found !== null) {
    if (found.isDirectory()) throw fail("it is a directory, where a file is expected; add a name to it");
    if (!found.isFile()) throw fail("there is something that is no file, and it is not replaced");
    return fs.realpath(path);
  }
  const directory = dirname(path);
  const parent = await fs.stat(directory).catch(() => null);
  if (parent === null) throw fail(`there is no directory ${directory}; make it first`);
  return path;
}

async function* whole(contents: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
}

const suffix = /^\.([\w.]+)-(\d+)-(\d+)\.partial$/;

/** A name in the same directory that nobody writes to, after taking away those whose writers are gone. */
async function temporaryName(target: string): Promise<string> {
  const [directory, base] = [dirname(target), basename(target)];
  for (const name of await fs.readdir(directory).catch(() => [])) {
    const [, host, process] = (name.startsWith(base) && suffix.exec(name.slice(base.length))) || [];
    const path = join(directory, name);
    // Of another machine's processes nothing is known here.
    if (host === machine && !isWritten(path, Number(process))) await fs.rm(path, { force: true }).catch(() => {});
  }
  for (let number = 0; ; number++) {
    const name = join(directory, `${base}.${machine}-${process.pid}-${number}.partial`);
    if (!underWay.has(name)) return name;
  }
}

function isWritten(path: string, writer: number): boolean {
  if (writer === process.pid) return underWay.has(path);
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but is there.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** What a file of Node's has, in types of this package: whoever compiles against it needs none of Node's. */
interface WrittenFile {
  write(bytes: Uint8Array, from: number, length: number, at: number | null): Promise<{ readonly bytesWritten: number }>;
}

/** Writes bytes behind those that were written, or from a place of the file on. */
export async function writeAll(handle: WrittenFile, bytes: Uint8Array, at: number | null = null): Promise<void> {
  // A disk that is nearly full takes a part first, and refuses the rest only then.
  for (let done = 0; done < bytes.length; ) {
    const length = Math.min(bytes.length - done, mostBytesAtOnce);
    const { bytesWritten } = await handle.write(bytes, done, length, at === null ? null : at + done);
    done += bytesWritten;
  }
}

/** Makes the rename last through a power cut. Some systems cannot: there the file is as safe as they make it. */
async function syncDirectory(path: string): Promise<void> {
  const handle = await fs.open(path, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
