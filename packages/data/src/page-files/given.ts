// Files of a data set as pages have them: dropped or chosen, or below an address. Not what is in them.

import { ArgumentError, describe } from "@bernoulli/tensor";
import { DataFileError } from "../errors.js";

/** Files that somebody chose or dropped, such as `input.files` or `event.dataTransfer.files`, or the address of a folder that has them. */
export type PageFiles = Iterable<File> | ArrayLike<File> | URL | string;

/** A data set may be so long, unpacked. */
const mostBytes = 1 << 30;

export interface Found {
  readonly name: string;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

const isFile = (value: unknown): value is File => value instanceof Blob && "name" in value;

/**
 * Finds a file by its names, in the order in which they are tried; null where there is none. What is packed by gzip is unpacked.
 *
 * @throws ArgumentError for what is no files; DataFileError, when asked, for what cannot be fetched, read or unpacked.
 */
export function finder(owner: string, files: PageFiles): (names: readonly string[]) => Promise<Found | null> {
  if (typeof files === "string" || files instanceof URL) {
    const folder = String(files).replace(/\/?$/, "/");
    return async (names) => {
      for (const name of names) {
        const response = await fetch(folder + name).catch((cause: unknown) => {
          throw new DataFileError(`${owner}: ${folder}${name} cannot be fetched: ${String(cause)}`, { cause });
        });
        if (response.ok) return { name: folder + name, bytes: () => unpacked(owner, folder + name, response) };
        if (response.status !== 404 && response.status !== 403)
          throw new DataFileError(`${owner}: ${folder}${name} is not given: ${response.status} ${response.statusText}`);
      }
      return null;
    };
  }
  const list: readonly unknown[] = typeof files === "object" && files !== null ? Array.from(files) : [files];
  const other = list.findIndex((file) => !isFile(file));
  if (other >= 0)
    throw new ArgumentError(
      `${owner}: expected Files, such as input.files, or the address of a folder, but got ${describe(list[other])}`,
    );
  return async (names) => {
    const file = names.map((name) => (list as readonly File[]).find((one) => one.name === name)).find(Boolean);
    return file === undefined ? null : { name: file.name, bytes: () => unpacked(owner, file.name, new Response(file)) };
  };
}

/** All of it; by its first bytes it is known whether it is packed, since servers unpack what they give, or do not. */
async function unpacked(owner: string, name: string, response: Response): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    return await collected(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  } catch (cause) {
    throw new DataFileError(
      `${owner}: ${name} cannot be read: ${String(cause)}; it may be cut short: download it again`,
      {
        cause,
      },
    );
  }
}

async function collected(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw new RangeError(`it unpacks to more than ${mostBytes} bytes`);
    }
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
