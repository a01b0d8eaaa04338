// What a PNG or JPEG file says of its size before anything is decoded: the decoders take its word, and would fill memory, or
// loop for hours, for a file of 67 bytes. Not the pixels (picture.ts).

import { inflateSync } from "node:zlib";

/** Larger ones are refused: a camera's have a half of it. */
const mostPixels = 100_000_000;
/** A progressive JPEG has some ten; each goes over the whole picture. */
const mostScans = 64;

/** @throws Error that says what is wrong with the size. */
export function checkSize(width: number, height: number): void {
  const size = `it says that it has ${width} × ${height} pixels`;
  if (width === 0 || height === 0) throw new Error(`${size}, and so none`);
  if (width * height > mostPixels)
    throw new Error(`${size}, and ${mostPixels.toLocaleString("en")} are the most; scale it down`);
}

const viewOf = (file: Uint8Array) => new DataView(file.buffer, file.byteOffset, file.byteLength);
const signatureBytes = 8;
/** Samples of a pixel by the colour type. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
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
 * A PNG with nothing in it but its header, palette, transparency and pixels, the latter exactly as many as the header says:
 * what a decoder may be given.
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
  const perPixel = samples[colour];
  if (perPixel === undefined) throw new Error(`it is of the colour type ${colour}, which does not exist`);
  const kept = chunks.filter(({ type }) => type === "PLTE" || type === "tRNS");
  if (kept.some(({ data }) => data.length > 768)) throw new Error("its palette has more than 256 colours");
  const compressed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const bytes = bytesOf(width, height, depth * perPixel, interlaced);
  let pixels: Uint8Array;
  try {
    pixels = inflateSync(compressed, { maxOutputLength: bytes });
  } catch (cause) {
    const tooMany = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new Error(tooMany ? `it has more pixels than ${width} × ${height}` : (cause as Error).message, { cause });
  }
  if (pixels.length < bytes)
    throw new Error(`its ${width} × ${height} pixels take ${bytes} bytes, but it has ${pixels.length}; it was cut off`);
  return Buffer.concat(
    [
      [file.subarray(0, signatureBytes)],
      ...[header, ...kept, { type: "IDAT", data: compressed }, { type: "IEND", data: new Uint8Array() }].map(chunk),
    ].flat(),
  );
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function chunksOf(file: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signatureBytes; chunks.at(-1)?.type !== "IEND"; ) {
    if (at + 12 > file.length) throw new Error("it ends before its last chunk; it was cut off");
    const length = viewOf(file).getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (at + 12 + length > file.length)
      throw new Error(`it ends within its chunk ${JSON.stringify(type)}; it was cut off`);
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** A chunk as it is written; the checksum behind it, which the decoder does not look at, is 0. */
function chunk({ type, data }: Chunk): Uint8Array[] {
  const head = new Uint8Array(8);
  viewOf(head).setUint32(0, data.length);
  head.set(Buffer.from(type, "latin1"), 4);
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

/** @throws Error that says what is wrong with the size of a JPEG, or with its number of scans. */
export function checkJpeg(file: Uint8Array): void {
  const view = viewOf(file);
  // Segments, up to the pixels of the first scan. What else is wrong with them the decoder tells.
  for (let at = 2; at + 9 <= file.length && file[at] === 0xff && file[at + 1] !== 0xda; ) {
    const marker = file[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xc2) {
      checkSize(view.getUint16(at + 7), view.getUint16(at + 5));
      break;
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  // Among pixels the byte that begins a marker has a 0 behind it.
  let scans = 0;
  for (let at = file.indexOf(0xff); at >= 0; at = file.indexOf(0xff, at + 1)) if (file[at + 1] === 0xda) scans += 1;
  if (scans > mostScans) throw new Error(`it has ${scans} scans, and ${mostScans} are the most`);
}
