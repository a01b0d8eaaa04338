// A zip archive's directory, and the bytes of one entry, checked against its checksum. Not a zip program: what is encrypted,
// split over disks or compressed by other methods than deflate is refused. Of the libraries, the small ones check no checksum and
// want the whole archive in memory; a model's bytes are read once here, each record by itself.

import { FormatError, quote } from "../errors.js";
import type { ByteSource } from "../source.js";
import { crc32 } from "./crc32.js";
import { deflated, full16, full32, signatures, sizes, stored, wideField } from "./layout.js";

export interface ZipEntry {
  readonly name: string;
  readonly method: typeof stored | typeof deflated;
  /** Null where it is not to be looked at. */
  readonly checksum: number | null;
  /** The bytes in the archive. */
  readonly packedSize: number;
  /** The bytes of the file. */
  readonly size: number;
  /** Where its local header begins. */
  readonly begin: number;
}

/** A comment is at most so long. */
const longestComment = 0xffff;
/** Deflate makes no more of a byte. */
const mostOfAByte = 1032;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function readAt(source: ByteSource, begin: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  if (begin + length > source.size)
    throw new FormatError(
      `a record of the zip archive leads beyond the end: ${begin} + ${length} of ${source.size} bytes`,
      {
        file: source.name,
      },
    );
  const bytes = new Uint8Array(length);
  await source.read(begin, bytes);
  return bytes;
}

/**
 * The entries of an archive, by name.
 *
 * @throws FormatError for what is no zip archive, or none that is read here; nothing is allocated by a number that it names.
 */
export async function readZipDirectory(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const fail = (message: string) => new FormatError(message, { file: source.name });
  const { count, begin, size, end } = await findDirectory(source);
  // Else entries would be left out unseen where these numbers were damaged.
  if (begin + size !== end)
    throw fail("the directory of the zip archive does not end where it says; the file is damaged");
  const bytes = await readAt(source, begin, size);
  const view = viewOf(bytes);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let number = 0; number < count; number++) {
    if (at + sizes.directoryEntry > size || view.getUint32(at, true) !== signatures.directoryEntry)
      throw fail(`the directory of the zip archive is damaged at entry ${number} of ${count}`);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const nameEnd = at + sizes.directoryEntry + nameLength!;
    const next = nameEnd + extraLength! + commentLength!;
    if (next > size) throw fail(`the directory of the zip archive is damaged at entry ${number} of ${count}`);
    const name = decodeName(bytes.subarray(at + sizes.directoryEntry, nameEnd));
    if (name === null) throw fail(`the name of entry ${number} of the zip archive is not UTF-8`);
    const extra = bytes.subarray(nameEnd, nameEnd + extraLength!);
    const wide = wideNumbers(view, at, extra);
    if (wide === null) throw fail(`entry ${quote(name)} of the zip archive has a size that cannot be read`);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    if ((flags & 1) !== 0) throw fail(`entry ${quote(name)} of the zip archive is encrypted`);
    if (method !== stored && method !== deflated)
      throw fail(
        `entry ${quote(name)} of the zip archive is compressed by method ${method}; only stored and deflated are read`,
      );
    if (entries.has(name)) throw fail(`the zip archive has two entries ${quote(name)}`);
    if (method === stored ? wide.packedSize !== wide.size : wide.size > wide.packedSize * mostOfAByte)
      throw fail(`entry ${quote(name)} of the zip archive cannot have ${wide.size} bytes in ${wide.packedSize}`);
    entries.set(name, { name, method, checksum: view.getUint32(at + 16, true), ...wide });
    at = next;
  }
  if (at !== size)
    throw fail(`the directory of the zip archive has ${size} bytes, of which its ${count} entries take ${at}`);
  return entries;
}

/** Where the directory is, by the record at the end and the wider one before it. */
async function findDirectory(source: ByteSource): Promise<{ count: number; begin: number; size: number; end: number }> {
  const fail = (message: string) => new FormatError(message, { file: source.name });
  const length = Math.min(source.size, sizes.directoryEnd + longestComment);
  const tail = await readAt(source, source.size - length, length);
  const view = viewOf(tail);
  let at = length - sizes.directoryEnd;
  const isEnd = () =>
    view.getUint32(at, true) === signatures.directoryEnd &&
    at + sizes.directoryEnd + view.getUint16(at + 20, true) === length;
  while (at >= 0 && !isEnd()) at--;
  if (at < 0) throw fail("expected a zip archive, but its directory is not there; the file was cut off, or is none");
  const end = source.size - length + at;
  const count = view.getUint16(at + 10, true);
  const [size, begin] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
  const locator = end - sizes.wideLocator;
  const near = locator < 0 ? null : viewOf(await readAt(source, locator, sizes.wideLocator));
  if (near === null || near.getUint32(0, true) !== signatures.wideLocator) {
    if (count === full16 || size === full32 || begin === full32)
      throw fail("the zip archive names a wider directory that is not there");
    return { count, begin, size, end };
  }
  const place = toNumber(near.getBigUint64(8, true));
  const wide = viewOf(await readAt(source, place ?? source.size, sizes.wideEnd));
  const [wideCount, wideSize, wideBegin] = [32, 40, 48].map((field) => toNumber(wide.getBigUint64(field, true)));
  if (wide.getUint32(0, true) !== signatures.wideEnd || wideCount == null || wideSize == null || wideBegin == null)
    throw fail("the wider directory of the zip archive is damaged");
  return { count: wideCount, begin: wideBegin, size: wideSize, end: place ?? source.size };
}

/** A number that JavaScript holds exactly; null for one that no file has. */
const toNumber = (value: bigint): number | null => (value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null);

/** Sizes and place of an entry, from its wider field where its own cannot hold them; null where that is missing or cut off. */
function wideNumbers(
  view: DataView,
  at: number,
  extra: Uint8Array,
): Pick<ZipEntry, "packedSize" | "size" | "begin"> | null {
  // In this order in the wider field, each only if its own field is full.
  const own = { size: view.getUint32(at + 24, true), packedSize: view.getUint32(at + 20, true) };
  const numbers = { ...own, begin: view.getUint32(at + 42, true) };
  if (Object.values(numbers).every((value) => value !== full32)) return numbers;
  const fields = viewOf(extra);
  for (let field = 0; field + 4 <= extra.length; ) {
    const end = field + 4 + fields.getUint16(field + 2, true);
    if (end > extra.length) return null;
    if (fields.getUint16(field, true) === wideField) {
      let from = field + 4;
      for (const name of ["size", "packedSize", "begin"] as const) {
        if (numbers[name] !== full32) continue;
        const value = from + 8 <= end ? toNumber(fields.getBigUint64(from, true)) : null;
        if (value === null) return null;
        numbers[name] = value;
        from += 8;
      }
      return numbers;
    }
    field = end;
  }
  return null;
}

function decodeName(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The bytes of an entry.
 *
 * @throws FormatError where they are not those that the directory announces.
 */
export async function readZipEntry(source: ByteSource, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  const fail = (message: string, cause?: unknown) =>
    new FormatError(`entry ${quote(entry.name)} of the zip archive ${message}`, { file: source.name, cause });
  const header = viewOf(await readAt(source, entry.begin, sizes.localHeader));
  if (header.getUint32(0, true) !== signatures.localHeader) throw fail("is not where the directory says");
  const [nameLength, extraLength] = [header.getUint16(26, true), header.getUint16(28, true)];
  const name = decodeName(await readAt(source, entry.begin + sizes.localHeader, nameLength));
  if (name !== entry.name) throw fail("has another name where it lies");
  const begin = entry.begin + sizes.localHeader + nameLength + extraLength;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await readAt(source, begin, entry.packedSize);
  } catch (cause) {
    if (cause instanceof RangeError) throw fail(`has ${entry.packedSize} bytes, for which there is no room`, cause);
    throw cause;
  }
  if (entry.method === deflated) {
    const inflated = await inflate(bytes, entry.size).catch((cause: unknown) =>
      Promise.reject(fail("cannot be decompressed; it is damaged", cause)),
    );
    if (inflated === null) throw fail(`has not the ${entry.size} bytes that it should have`);
    bytes = inflated;
  }
  if (entry.checksum !== null && crc32(bytes) !== entry.checksum)
    throw fail("has another checksum than its bytes; the file is damaged");
  return bytes;
}

/** Decompressed bytes; null where they are not as many as announced, without making more of them. */
async function inflate(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const result = new Uint8Array(size);
  let at = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return at === size ? result : null;
    if (at + value.length > size) {
      await reader.cancel();
      return null;
    }
    result.set(value, at);
    at += value.length;
  }
}
