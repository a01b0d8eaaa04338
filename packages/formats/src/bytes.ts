// Bytes as they are given: by a buffer, a view of one, a file that somebody chose in a browser, or an answer from the network.

import { ArgumentError, describe } from "@bernoulli/tensor";
import { FormatError } from "./errors.js";

/** Bytes as they come from files, responses and forms. A File is a Blob. */
export type Bytes = ArrayBufferLike | ArrayBufferView | Blob | Response;

/** @throws ArgumentError for what is no bytes, such as a path; FormatError for an answer that refuses, or that was read before. */
export async function viewOf(owner: string, bytes: Bytes): Promise<Uint8Array> {
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes instanceof Blob) return new Uint8Array(await bytes.arrayBuffer());
  if (bytes instanceof Response) return bodyOf(bytes);
  // A SharedArrayBuffer is there only where a page may have one, and buffers of other realms are no instances.
  if (/^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(bytes))) return new Uint8Array(bytes);
  throw new ArgumentError(
    `${owner}: expected the bytes of a file as an ArrayBuffer, a view of one such as a Uint8Array, a Blob or a Response, but got ${describe(bytes)}; in Node, the functions of @bernoulli/formats/node read paths`,
  );
}

/** @throws FormatError for one that refuses, that was read before, or that is cut off. */
export async function bodyOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const file = response.url === "" ? "the response" : response.url;
  if (!response.ok)
    throw new FormatError(`it was not given: ${`${response.status} ${response.statusText}`.trim()}`, { file });
  if (response.bodyUsed) throw new FormatError("it was read before; fetch it again, or read a clone()", { file });
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new FormatError(`it did not come to its end: ${String(cause)}`, { file, cause });
  }
}

/** Bytes in pieces, made as they are asked for, of which it is known how many they are together. */
export interface Pieces extends AsyncIterable<Uint8Array> {
  readonly size: number;
}

/** The pieces as one: each is let go once it is copied. */
export async function collected(pieces: Pieces): Promise<Uint8Array<ArrayBuffer>> {
  const result = new Uint8Array(pieces.size);
  let at = 0;
  for await (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}
