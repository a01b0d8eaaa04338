// Bytes as they are given: by a buffer, a view of one, or a file that somebody chose in a browser.

import { ArgumentError, describe } from "@bernoulli/tensor";

/** Bytes as they come from files, responses and forms. */
export type Bytes = ArrayBufferLike | ArrayBufferView | Blob;

/** @throws ArgumentError for what is no bytes, such as a path. */
export async function viewOf(owner: string, bytes: Bytes): Promise<Uint8Array> {
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes instanceof Blob) return new Uint8Array(await bytes.arrayBuffer());
  // A SharedArrayBuffer is there only where a page may have one, and buffers of other realms are no instances.
  if (/^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(bytes))) return new Uint8Array(bytes);
  throw new ArgumentError(
    `${owner}: expected the bytes of a file as an ArrayBuffer, a view of one such as a Uint8Array, or a Blob, but got ${describe(bytes)}; in Node, the functions of @bernoulli/formats/node read paths`,
  );
}

/** Pieces, as they come, as one. */
export async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  const result = new Uint8Array(all.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of all) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}
