// A checksum inside the file that it is of: SHA-256 of all its bytes, with zeros where the checksum itself stands. Not what is done
// with a file whose checksum is another.

import { createHash } from "node:crypto";
import { mostBytesAtOnce, withFile } from "./open.js";

/** What stands in a file's metadata before its checksum is known. */
export const noChecksum = "0".repeat(64);

/** Where a text stands in bytes; −1 where it does not. */
function placeOf(bytes: Uint8Array, text: string): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text);
}

/**
 * The pieces of a file with the checksum put in where `noChecksum` stands in the first of them. They are made twice: what they are made
 * of must not change meanwhile.
 */
export async function* checksummed(pieces: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const piece of pieces()) hash.update(piece);
  const sum = hash.digest("hex");
  let isFirst = true;
  for await (const piece of pieces()) {
    if (!isFirst) yield piece;
    else {
      const first = piece.slice();
      first.set(new TextEncoder().encode(sum), placeOf(first, noChecksum));
      yield first;
    }
    isFirst = false;
  }
}

/**
 * Whether a file's bytes are those that its checksum, `sum`, was taken of.
 *
 * @param headerEnd where the part of the file ends that holds the checksum
 * @throws FormatError where it cannot be read.
 */
export async function hasChecksum(path: string, sum: string, headerEnd: number): Promise<boolean> {
  return withFile(path, async ({ size, read }) => {
    const header = new Uint8Array(Math.min(headerEnd, size));
    await read(0, header);
    const at = /^[0-9a-f]{64}$/.test(sum) ? placeOf(header, sum) : -1;
    if (at < 0) return false;
    header.set(new TextEncoder().encode(noChecksum), at);
    const hash = createHash("sha256").update(header);
    const part = new Uint8Array(Math.min(mostBytesAtOnce, 2 ** 22));
    for (let begin = header.length; begin < size; begin += part.length) {
      const piece = part.subarray(0, Math.min(part.length, size - begin));
      await read(begin, piece);
      hash.update(piece);
    }
    return hash.digest("hex") === sum;
  });
}
