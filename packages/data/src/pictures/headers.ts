// What a PNG or JPEG file says of its size before anything is decoded: decoders take its word, and would fill memory, or work for hours, for a
// file of 67 bytes. Not the pixels (decode.ts).

import { crc32 } from "node:zlib";
import { unzlibSync } from "fflate";

/** Larger pictures are refused: a camera's have fewer. */
const mostPixels = 2 ** 26;
/** Each scan of a progressive JPEG, of which there are some ten, goes over the whole picture. */
const mostScanned = 16 * mostPixels;
const mostScans = 256;

/** @throws Error that says what is wrong with the size. */
function checkSize(width: number, height: number): void {
  const size = `it says that it has ${width} × ${height} pixels`;
  if (width === 0 || height === 0) throw new Error(`${size}, and so none`);
  if (width * height > mostPixels)
    throw new Error(`${size}, and ${mostPixels.toLocaleString("en")} are the most; scale it down`);
}

const viewOf = (file: Uint8Array) => new DataView(file.buffer, file.byteOffset, file.byteLength);
const signatureBytes = 8;
/** Samples of a pixel, and the bits that each may have, by the colour type. */
const colours: Readonly<Record<number, readonly [samples: number, depths: readonly number[]]>> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
};
/** The passes of an interlaced picture: first column and row, and the steps from one to the next. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * A PNG with nothing in it but its header, palette, transparency and pixels, the latter exactly as many as the header says: what a decoder may
 * be given.
 *
 * @throws Error that says what is wrong.
 */
export function checkedPng(file: Uint8Array): Uint8Array {
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === "IHDR");
  if (header === undefined || header !== chunks[0] || header.data.length !== 13) throw new Error("it has no header");
  const view = viewOf(header.data);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  checkSize(width, height);
  const [depth, colour, interlaced] = [header.data[8]!, header.data[9]!, header.data[12] !== 0];
  const [perPixel, depths] = colours[colour] ?? [0, []];
  if (!depths.includes(depth))
    throw new Error(`it has the colour type ${colour} with ${depth} bits a channel, which does not exist`);
  const kept = chunks.filter(({ type }) => type === "PLTE" || type === "tRNS");
  for (const { type, data, checksum } of chunks)
    if (needed.has(type) && crc32(data, crc32(type)) !== checksum)
      throw new Error(`its chunk ${JSON.stringify(type)} has another checksum than it says; it is damaged`);
  if (kept.some(({ data }) => data.length > 768)) throw new Error("its palette has more than 256 colours");
  if (colour === 3 && !kept.some(({ type, data }) => type === "PLTE" && data.length >= 3 && data.length % 3 === 0))
    throw new Error("it has no palette");
  const data = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data));
  const bytes = bytesOf(width, height, depth * perPixel, interlaced);
  // What does not fit into the room that it is given is left out; one byte more tells that there is more.
  const pixels = unzlibSync(data, { out: new Uint8Array(bytes + 1) });
  if (pixels.length > bytes) throw new Error(`it has more pixels than ${width} × ${height}`);
  if (pixels.length < bytes)
    throw new Error(`its ${width} × ${height} pixels take ${bytes} bytes, but it has ${pixels.length}; it was cut off`);
  const parts = [header, ...kept, { type: "IDAT", data }, { type: "IEND", data: new Uint8Array() }];
  return Buffer.concat([file.subarray(0, signatureBytes), ...parts.flatMap(written)]);
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** What it says: that of its type and data. */
  readonly checksum: number;
}

/** What pictures are made of. What else is damaged, a text or a date, harms nothing. */
const needed: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT"]);

function chunksOf(file: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signatureBytes; chunks.at(-1)?.type !== "IEND"; ) {
    if (at + 12 > file.length) throw new Error("it ends before its last chunk; it was cut off");
    const length = viewOf(file).getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (at + 12 + length > file.length)
      throw new Error(`it ends within its chunk ${JSON.stringify(type)}; it was cut off`);
    const checksum = viewOf(file).getUint32(at + 8 + length);
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length), checksum });
    at += 12 + length;
  }
  return chunks;
}

/** A chunk as it is written; the checksum behind it, which the decoder does not look at, is 0. */
function written({ type, data }: Omit<Chunk, "checksum">): Uint8Array[] {
  const head = new Uint8Array(8);
  viewOf(head).setUint32(0, data.length);
  for (let at = 0; at < 4; at++) head[4 + at] = type.charCodeAt(at);
  return [head, data, new Uint8Array(4)];
}

/** The bytes of all rows, each with the byte that names its filter. */
function bytesOf(width: number, height: number, bits: number, interlaced: boolean): number {
  const rows = (columns: number, count: number) =>
    columns <= 0 ? 0 : Math.max(0, count) * (1 + Math.ceil((columns * bits) / 8));
  if (!interlaced) return rows(width, height);
  return passes.reduce(
    (sum, [left, top, right, down]) => sum + rows(Math.ceil((width - left) / right), Math.ceil((height - top) / down)),
    0,
  );
}

/** What a JPEG says of its picture in the frame before its first scan; null where there is no frame. */
export function jpegFrame(
  file: Uint8Array,
): { readonly width: number; readonly height: number; readonly components: number } | null {
  const view = viewOf(file);
  // Segments, up to the pixels of the first scan. What is wrong with them the decoder tells.
  for (let at = 2; at + 10 <= file.length && file[at] === 0xff && file[at + 1] !== 0xda; ) {
    const marker = file[at + 1]!;
    // Those that are multiples of four are tables, but for the first.
    if (marker === 0xc0 || (marker > 0xc0 && marker <= 0xcf && marker % 4 !== 0))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: file[at + 9]! };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** @throws Error that says what is wrong with the size of a JPEG, or with its number of scans. */
export function checkJpeg(file: Uint8Array): void {
  const frame = jpegFrame(file);
  if (frame === null) throw new Error("it says nothing of its size; it was cut off, or is no JPEG");
  checkSize(frame.width, frame.height);
  // Among pixels the byte that begins a marker has a 0 behind it.
  let scans = 0;
  for (let at = file.indexOf(0xff); at >= 0; at = file.indexOf(0xff, at + 1)) if (file[at + 1] === 0xda) scans += 1;
  const pixels = frame.width * frame.height;
  if (scans > mostScans || scans * pixels > mostScanned)
    throw new Error(`it has ${scans} scans of ${pixels.toLocaleString("en")} pixels; save it anew, as one scan`);
}
