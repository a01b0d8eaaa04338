// Writes a file so that it is there as a whole or not at all: under a temporary name beside it, renamed at the end. What a
// killed process left half-written is taken away by the next write of the same file.

import { promises as fs } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { FormatError } from "../errors.js";
import { explained } from "./explain.js";
import { mostBytesAtOnce } from "./open.js";

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
  const [temporary, handle] = await openTemporary(target).catch((error: unknown) => Promise.reject(fail(error)));
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
  const target = await resolveTarget(path);
  try {
    const [temporary, handle] = await openTemporary(target);
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

/** What stands behind the file's own name: the machine, the process's number, and since when it runs, where that is known. */
const suffix = /^\.([\w.]+)-(\d+)(?:-(\d+))?-\d+\.partial$/;

/** Since when the process of this number runs, in ticks of the machine; null where there is none, or the system does not tell. */
async function startOf(process: number): Promise<string | null> {
  const text = await fs.readFile(`/proc/${process}/stat`, "latin1").catch(() => "");
  // The second field is a name in parentheses, in which anything may stand; this is the twenty-second.
  return /^\d+ \(.*\)(?: \S+){19} (\d+) /s.exec(text)?.[1] ?? null;
}

let ownStart: Promise<string | null> | null = null;

/** A new file in the same directory, after taking away those whose writers are gone. Threads of a process, too, have each its own. */
async function openTemporary(target: string): Promise<readonly [path: string, handle: fs.FileHandle]> {
  const [directory, base] = [dirname(target), basename(target)];
  for (const name of await fs.readdir(directory).catch(() => [])) {
    const [, host, process, start] = (name.startsWith(base) && suffix.exec(name.slice(base.length))) || [];
    // Of another machine's processes nothing is known here.
    if (host === machine && !(await isAlive(Number(process), start)))
      await fs.rm(join(directory, name), { force: true }).catch(() => {});
  }
  ownStart ??= startOf(process.pid);
  const start = await ownStart;
  const writer = start === null ? String(process.pid) : `${process.pid}-${start}`;
  for (let number = 0; ; number++) {
    const path = join(directory, `${base}.${machine}-${writer}-${number}.partial`);
    try {
      return [path, await fs.open(path, "wx")];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Whether a writer still runs. Numbers are given anew, in containers soon: of one that says since when it ran, that counts too. */
async function isAlive(writer: number, start: string | undefined): Promise<boolean> {
  try {
    process.kill(writer, 0);
  } catch (error) {
    // Another user's process may not be signalled, but is there.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const running = start === undefined ? null : await startOf(writer);
  return running === null || running === start;
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
