// What the tests of the format share: files made byte by byte, so that they may lie.

import { seeded } from "@bernoulli/testing";
import { deserialize } from "./read.js";

/** A file of a header's text and so many bytes of data; the length that stands before it is its own unless given. */
export function makeFile(
  header: string | Uint8Array,
  data: number | Uint8Array = 0,
  length: bigint | null = null,
): Uint8Array {
  const text = typeof header === "string" ? new TextEncoder().encode(header) : header;
  const bytes = typeof data === "number" ? new Uint8Array(data) : data;
  const result = new Uint8Array(8 + text.length + bytes.length);
  new DataView(result.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  result.set(text, 8);
  result.set(bytes, 8 + text.length);
  return result;
}

/** A file of some tensors' entries, each written as it is given. */
export function makeEntries(entries: Readonly<Record<string, object>>, data: number): Uint8Array {
  return makeFile(JSON.stringify(entries), data);
}

/** What reading the bytes throws, as `Class: message`; null where it throws nothing. */
export async function refusal(bytes: Uint8Array): Promise<string | null> {
  try {
    for (const value of Object.values(await deserialize(bytes))) value.dispose();
    return null;
  } catch (error) {
    return String(error);
  }
}

const texts = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "0",
  "-1",
  "1e9",
  "9007199254740993",
  '"F64"',
  '"x":{}',
  "\\u",
  "\ud800",
  "null",
];

/** A copy of good bytes with something wrong, or, by chance, nothing: the same for the same seed. */
export function mutate(good: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  const headerEnd = 8 + new DataView(good.buffer, good.byteOffset).getUint32(0, true);
  let bytes: Uint8Array = good.slice();
  const splice = (at: number, removed: number, added: Uint8Array) => {
    const result = new Uint8Array(bytes.length - Math.min(removed, bytes.length - at) + added.length);
    result.set(bytes.subarray(0, at));
    result.set(added, at);
    result.set(bytes.subarray(at + removed), at + added.length);
    bytes = result;
  };
  for (let change = below(2); change >= 0 && bytes.length > 0; change--) {
    const at = random() < 0.7 ? below(Math.min(headerEnd, bytes.length)) : below(bytes.length);
    const kind = below(6);
    if (kind === 0) bytes[at] = below(256);
    else if (kind === 1) bytes[at]! ^= 1 << below(8);
    else if (kind === 2) splice(at, 1 + below(8), new Uint8Array());
    else if (kind === 3) splice(at, 0, new TextEncoder().encode(texts[below(texts.length)]!));
    else if (kind === 4) splice(at, 1, new TextEncoder().encode(String(below(10))));
    else bytes = bytes.slice(0, at);
    // Half of what is longer or shorter now says so: else nothing but the length would ever be wrong.
    if (bytes.length !== good.length && bytes.length >= 8 && random() < 0.5) {
      const length = BigInt(Math.max(0, headerEnd - 8 + bytes.length - good.length));
      new DataView(bytes.buffer).setBigUint64(0, length, true);
    }
  }
  return bytes;
}
