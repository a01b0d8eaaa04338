// A zip archive of stored entries, piece by piece. Nothing is compressed: weights hardly get smaller, and PyTorch, which maps
// such files into memory, wants them as they are.

import type { Pieces } from "../bytes.js";
import { crc32 } from "./crc32.js";
import { full16, full32, signatures, sizes, stored, wideField } from "./layout.js";

export interface ZipInput {
  readonly name: string;
  /** How many bytes it has. */
  readonly size: number;
  /** Its bytes, asked for when their turn comes. */
  bytes(): Uint8Array | Promise<Uint8Array>;
}

/** What readers must know at least: deflate and folders, and wider fields. */
const version = 20;
const wideVersion = 45;
/** Names are UTF-8. */
const utf8Names = 0x0800;
/** The first of January 1980, the first day that the format knows: the same tensors give the same bytes. */
const noDay = 0x0021;
/** An extra field of our own that only fills: the number that PyTorch takes, "FB". */
const paddingField = 0x4246;

/**
 * The bytes of an archive of some files, in order.
 *
 * @param alignment each file's bytes begin at a multiple of it
 */
export function zipPieces(files: readonly ZipInput[], alignment = 1): Pieces {
  return { size: sizeOf(files, alignment), [Symbol.asyncIterator]: () => written(files, alignment) };
}

/** Where each entry begins, and what stands in front of it and in the directory, depends on sizes alone. */
function sizeOf(files: readonly ZipInput[], alignment: number): number {
  let [at, directory] = [0, 0];
  for (const { name, size } of files) {
    const record = { name: new TextEncoder().encode(name), size, checksum: 0, begin: at };
    at += localHeader(record, alignment).length + size;
    directory += directoryEntry(record).length;
  }
  return at + directory + directoryEnd(files.length, at, directory).length;
}

async function* written(files: readonly ZipInput[], alignment: number): AsyncGenerator<Uint8Array> {
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const file of files) {
    const bytes = await file.bytes();
    const name = new TextEncoder().encode(file.name);
    const record = { name, size: bytes.length, checksum: crc32(bytes), begin: at };
    const header = localHeader(record, alignment);
    yield header;
    yield bytes;
    entries.push(directoryEntry(record));
    at += header.length + bytes.length;
  }
  const size = entries.reduce((sum, entry) => sum + entry.length, 0);
  yield* entries;
  yield directoryEnd(entries.length, at, size);
}

interface Written {
  readonly name: Uint8Array;
  readonly size: number;
  readonly checksum: number;
  readonly begin: number;
}

const isWide = (...numbers: readonly number[]) => numbers.some((value) => value >= full32);
const narrow = (value: number) => Math.min(value, full32);

/** An extra field of 64-bit numbers. */
function wideExtra(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 + 8 * numbers.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, wideField, true);
  view.setUint16(2, 8 * numbers.length, true);
  for (const [at, value] of numbers.entries()) view.setBigUint64(4 + 8 * at, BigInt(value), true);
  return bytes;
}

function localHeader({ name, size, checksum, begin }: Written, alignment: number): Uint8Array {
  const wide = isWide(size) ? wideExtra([size, size]) : new Uint8Array();
  const unpadded = begin + sizes.localHeader + name.length + wide.length;
  // A field has 4 bytes before its own.
  const gap = alignment === 1 ? 0 : 4 + ((alignment - ((unpadded + 4) % alignment)) % alignment);
  const bytes = new Uint8Array(sizes.localHeader + name.length + wide.length + gap);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.localHeader, true);
  shared(view, 4, { name, size, checksum, begin }, wide.length + gap, wide.length > 0);
  bytes.set(name, sizes.localHeader);
  bytes.set(wide, sizes.localHeader + name.length);
  if (gap > 0) {
    view.setUint16(bytes.length - gap, paddingField, true);
    view.setUint16(bytes.length - gap + 2, gap - 4, true);
  }
  return bytes;
}

function directoryEntry(record: Written): Uint8Array {
  const { name, size, begin } = record;
  const numbers = [...(isWide(size) ? [size, size] : []), ...(isWide(begin) ? [begin] : [])];
  const wide = numbers.length > 0 ? wideExtra(numbers) : new Uint8Array();
  const bytes = new Uint8Array(sizes.directoryEntry + name.length + wide.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.directoryEntry, true);
  view.setUint16(4, wide.length > 0 ? wideVersion : version, true);
  shared(view, 6, record, wide.length, wide.length > 0);
  view.setUint32(42, narrow(begin), true);
  bytes.set(name, sizes.directoryEntry);
  bytes.set(wide, sizes.directoryEntry + name.length);
  return bytes;
}

/** The fields that the local header and the directory's entry have alike, from `at` on. */
function shared(view: DataView, at: number, { name, size, checksum }: Written, extra: number, wide: boolean): void {
  view.setUint16(at, wide ? wideVersion : version, true);
  view.setUint16(at + 2, utf8Names, true);
  view.setUint16(at + 4, stored, true);
  view.setUint16(at + 8, noDay, true);
  view.setUint32(at + 10, checksum, true);
  view.setUint32(at + 14, narrow(size), true);
  view.setUint32(at + 18, narrow(size), true);
  view.setUint16(at + 22, name.length, true);
  view.setUint16(at + 24, extra, true);
}

function directoryEnd(count: number, begin: number, size: number): Uint8Array {
  const wide = count >= full16 || isWide(begin, size) ? sizes.wideEnd + sizes.wideLocator : 0;
  const bytes = new Uint8Array(wide + sizes.directoryEnd);
  const view = new DataView(bytes.buffer);
  if (wide > 0) {
    view.setUint32(0, signatures.wideEnd, true);
    view.setBigUint64(4, BigInt(sizes.wideEnd - 12), true);
    view.setUint16(12, wideVersion, true);
    view.setUint16(14, wideVersion, true);
    for (const [field, value] of [
      [24, count],
      [32, count],
      [40, size],
      [48, begin],
    ] as const)
      view.setBigUint64(field, BigInt(value), true);
    view.setUint32(sizes.wideEnd, signatures.wideLocator, true);
    view.setBigUint64(sizes.wideEnd + 8, BigInt(begin + size), true);
    view.setUint32(sizes.wideEnd + 16, 1, true);
  }
  view.setUint32(wide, signatures.directoryEnd, true);
  view.setUint16(wide + 8, Math.min(count, full16), true);
  view.setUint16(wide + 10, Math.min(count, full16), true);
  view.setUint32(wide + 12, narrow(size), true);
  view.setUint32(wide + 16, narrow(begin), true);
  return bytes;
}
