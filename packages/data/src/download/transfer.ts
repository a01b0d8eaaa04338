// Fetches one file to a path: resumed where a connection broke, checked, and there as a whole or not at all.
// Which files there are to fetch is known to the data sets.

import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";
import { checkArgument, checkOptions, type Kinds } from "@bernoulli/tensor";
import { kindAt, makeDirectory, noFile, remove } from "../files.js";
import { DownloadError } from "./errors.js";
import type { Limits } from "./limits.js";
import { lock } from "./lock.js";
import { request } from "./request.js";

/** A file on the web, known beforehand. */
export interface RemoteFile {
  /** Where it is to be had; the next address is tried where one does not give the file. */
  readonly addresses: readonly string[];
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly md5: string;
}

export interface DownloadOptions {
  /** Told of the bytes that are there, and of all. */
  readonly onProgress?: (received: number, total: number) => void;
  readonly signal?: AbortSignal;
  readonly limits?: Limits;
  /** Milliseconds before a broken transfer is taken up again. Default 500. */
  readonly pause?: number;
}

const attempts = 4;

const optionKinds: Kinds<DownloadOptions> = {
  onProgress: "function",
  signal: "object",
  limits: "object",
  pause: "number",
};

/** Throws unless these are a directory and a download's options, mirrors among them. */
export function checkDownload(owner: string, directory: string, options: DownloadOptions): void {
  checkArgument(owner, "directory", directory, "string");
  checkOptions(owner, options, { mirrors: "array", ...optionKinds });
}

/** The address of a file in a folder on the web, whether the folder's ends with a slash or not. */
export function addressIn(folder: string, name: string): string {
  return `${folder.replace(/\/$/, "")}/${name}`;
}

/**
 * Fetches a file to `path`. What a broken transfer has brought stays in `path.part`, and the next call goes on from there.
 *
 * @throws DownloadError, with what every address answered.
 */
export async function download(file: RemoteFile, path: string, options: DownloadOptions = {}): Promise<void> {
  prepare(path);
  const unlock = await lock(`${path}.lock`);
  try {
    const failures: DownloadError[] = [];
    for (const address of file.addresses) {
      try {
        await fetchChecked(file, address, `${path}.part`, options);
        try {
          renameSync(`${path}.part`, path);
        } catch (cause) {
          throw cannotWrite(path, codeOf(cause), cause);
        }
        return;
      } catch (error) {
        if (!(error instanceof DownloadError) || error.failure === "disk") throw error;
        failures.push(error);
      }
    }
    // Somebody who answered with something else says more than somebody who did not answer.
    const worst = failures.find(({ failure }) => failure !== "offline") ?? failures[0]!;
    throw new DownloadError(worst.failure, failures.map(({ message }) => message).join("; "), { cause: worst });
  } finally {
    unlock();
  }
}

/** Fetches the rest of a part and checks the whole; a part that turns out to be another file's is fetched anew, once. */
async function fetchChecked(file: RemoteFile, address: string, part: string, options: DownloadOptions): Promise<void> {
  const resumed = existsSync(part);
  await fetchWhole(file, address, part, options);
  const md5 = await md5Of(part).catch((cause: unknown) => {
    throw cannotWrite(part, codeOf(cause), cause);
  });
  if (md5 === file.md5) return;
  remove(part);
  if (resumed) return fetchChecked(file, address, part, options);
  throw new DownloadError(
    "damaged",
    `${address} gave another file: expected MD5 ${file.md5}, got ${md5}; it may have been changed on the way`,
  );
}

/** A connection that was lost in the middle: worth another attempt. */
class BrokenTransfer extends DownloadError {
  constructor(message: string, options?: ErrorOptions) {
    super("offline", message, options);
  }
}

async function fetchWhole(file: RemoteFile, address: string, part: string, options: DownloadOptions): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const before = sizeOf(part);
    if (before === file.bytes) return;
    try {
      await fetchRest(file, address, part, options);
      return;
    } catch (error) {
      const offline = error instanceof DownloadError && error.failure === "offline";
      const goesOn = error instanceof BrokenTransfer || sizeOf(part) > before;
      if (!offline || !goesOn || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, options.pause ?? 500));
    }
  }
}

async function fetchRest(
  { bytes }: RemoteFile,
  address: string,
  part: string,
  { onProgress, signal, limits = {} }: DownloadOptions,
): Promise<void> {
  const from = Math.min(sizeOf(part), bytes);
  const answer = await request(address, from, limits, signal);
  const { statusCode, headers } = answer;
  const refuse = (text: string): never => {
    answer.destroy();
    throw new DownloadError("refused", `${address} ${text}`);
  };
  if (statusCode === 416) remove(part);
  if (statusCode !== 200 && statusCode !== 206) refuse(`answered ${statusCode} instead of the file`);
  // 200 is the file from its beginning, whatever was asked for.
  const start =
    statusCode === 206 ? Number(/^bytes (\d+)-/.exec(headers["content-range"] ?? "")?.[1] ?? Number.NaN) : 0;
  if (start !== from && start !== 0)
    refuse(`answered with another part than was asked for (${headers["content-range"]})`);
  const length = headers["content-length"];
  if (length !== undefined && start + Number(length) !== bytes)
    refuse(
      `offers ${(start + Number(length)).toLocaleString("en")} bytes, expected ${bytes.toLocaleString("en")}: it is another file`,
    );

  let received = start;
  let broken: unknown = null;
  // Written as it comes, not piped: a stream that breaks drops what a pipe has not yet taken out of it.
  const disk = createWriteStream(part, { flags: start > 0 ? "a" : "w", highWaterMark: 2 ** 20 });
  disk.on("error", () => answer.destroy());
  disk.on("drain", () => answer.resume());
  answer.on("data", (chunk: Buffer) => {
    received += chunk.length;
    try {
      if (received > bytes) refuse(`sends more than the ${bytes.toLocaleString("en")} bytes of the file`);
      if (!disk.write(chunk)) answer.pause();
      onProgress?.(received, bytes);
    } catch (error) {
      broken = error;
      answer.destroy();
    }
  });
  await finished(answer).catch((error: unknown) => {
    broken ??= error;
  });
  try {
    await finished(disk.end());
    if (broken !== null) throw broken;
  } catch (error) {
    throw explain(error, address, part, signal);
  }
  if (received < bytes)
    throw new BrokenTransfer(
      `${address} broke off after ${received.toLocaleString("en")} of ${bytes.toLocaleString("en")} bytes`,
    );
}

function explain(error: unknown, address: string, part: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return signal.reason;
  if (error instanceof DownloadError) {
    if (error.failure === "refused") remove(part);
    return error;
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === "write" || syscall === "open") return cannotWrite(part, code, error);
  return new BrokenTransfer(`${address} broke off (${code ?? String(error)})`, { cause: error });
}

/** A part that could not be written whole is taken away: on a full disk it would only be in the way. */
export function cannotWrite(path: string, code: string | undefined, cause: unknown): DownloadError {
  remove(path);
  const cure = code === "ENOSPC" ? "the disk is full; make room" : "name another directory in BERNOULLI_CACHE";
  return new DownloadError("disk", `${path} cannot be written (${code}): ${cure}`, { cause });
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** The directory is there, and nothing that is no file lies where files are to be written: a pipe would be waited for. */
function prepare(path: string): void {
  const directory = dirname(path);
  try {
    makeDirectory(directory);
  } catch (cause) {
    throw new DownloadError(
      "disk",
      `${directory} cannot be made (${codeOf(cause)}): name another directory in BERNOULLI_CACHE`,
      { cause },
    );
  }
  for (const place of [path, `${path}.part`]) {
    const problem = noFile(place);
    // A device fails by itself, if it does.
    if (problem !== null && kindAt(place) !== "other")
      throw new DownloadError(
        "disk",
        `${place} is ${problem}: remove it, or name another directory in BERNOULLI_CACHE`,
      );
  }
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

async function md5Of(path: string): Promise<string> {
  const hash = createHash("md5");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
