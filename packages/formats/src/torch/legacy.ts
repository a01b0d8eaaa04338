// Files of PyTorch before 1.6, and of `_use_new_zipfile_serialization=False`: five pickles in a row (a magic number, a protocol,
// the machine's word sizes, the value, the storages' names), and behind them each storage, its length before it.

import { fileDTypes } from "../dtypes.js";
import { FormatError } from "../errors.js";
import { readPickle } from "../pickle/read.js";
import { PickleCall, PickleDict, PicklePersistent, PickleTuple, type PickleValue } from "../pickle/values.js";
import type { ByteSource } from "../source.js";
import { checkSize } from "./archive.js";
import type { TorchFile } from "./read.js";
import { type StorageReference, storageReference } from "./storage.js";

const magicNumber = 0x1950a86a20f9469cfc6cn;
const protocol = 1001;

/** @throws FormatError for what does not begin as such a file does. */
export async function openLegacy(source: ByteSource): Promise<TorchFile> {
  const fail = (message: string) => new FormatError(message, { file: source.name });
  const notOne = () => fail("expected a file of torch.save: a zip archive, or the pickles of versions before 1.6");
  const bytes = await readWhole(source);
  if (bytes[0] !== 0x80) throw notOne();
  let at = 0;
  const next = (): PickleValue => {
    const { value, end } = readPickle(bytes, source.name, at);
    at = end;
    return value;
  };
  if (next() !== magicNumber) throw notOne();
  const version = next();
  if (version !== protocol) throw fail(`it is of protocol ${String(version)}; ${protocol} is read`);
  const machine = next();
  const little =
    machine instanceof PickleDict ? machine.entries.find(([key]) => key === "little_endian")?.[1] : undefined;
  if (little !== true) throw fail("its numbers have the highest byte first, or it does not say so");
  const value = next();
  const keys = next();
  const references = new Map(storagesOf(value, source.name).map((reference) => [reference.key, reference]));
  if (!Array.isArray(keys)) throw fail("the names of its storages are no list");
  const places = new Map<string, { begin: number; size: number }>();
  for (const key of keys) {
    const reference = typeof key === "string" ? references.get(key) : undefined;
    if (reference === undefined) throw fail("it has a storage that no tensor names");
    if (at + 8 > bytes.length) throw fail("it ends early; the file was cut off");
    const count = new DataView(bytes.buffer, bytes.byteOffset + at, 8).getBigInt64(0, true);
    const size = Number(count) * (reference.dtype === null ? 1 : fileDTypes[reference.dtype].bits / 8);
    at += 8;
    if (count < 0n || at + size > bytes.length)
      throw fail(`storage ${reference.key} of ${count} elements leads beyond the end; the file was cut off`);
    places.set(reference.key, { begin: at, size });
    at += size;
  }
  if (at !== bytes.length) throw fail(`it goes on for ${bytes.length - at} bytes behind its last storage`);
  return {
    value,
    storage: async (reference, dtype) => {
      const place = places.get(reference.key);
      if (place === undefined) throw fail(`storage ${reference.key} is not in the file`);
      checkSize(place.size, reference, dtype, source.name);
      return bytes.slice(place.begin, place.begin + place.size);
    },
  };
}

async function readWhole(source: ByteSource): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bytes = new Uint8Array(source.size);
    await source.read(0, bytes);
    return bytes;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new FormatError(`there is no room for its ${source.size} bytes`, { file: source.name, cause });
  }
}

/** What a value is made of. */
function partsOf(part: PickleValue & object): readonly PickleValue[] {
  if (Array.isArray(part)) return part;
  if (part instanceof PickleTuple) return part.items;
  if (part instanceof PickleDict) return part.entries.flat();
  if (!(part instanceof PickleCall)) return [];
  return [part.args, part.items, part.entries.flat(), part.state === undefined ? [] : [part.state]].flat();
}

/** All storages that a value names, wherever they stand in it. */
function storagesOf(value: PickleValue, file: string): StorageReference[] {
  const found: StorageReference[] = [];
  const seen = new Set<PickleValue>();
  const left: PickleValue[] = [value];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (typeof part !== "object" || part === null || seen.has(part)) continue;
    seen.add(part);
    // One by one: a call takes only so many arguments.
    for (const inner of partsOf(part)) left.push(inner);
    if (part instanceof PicklePersistent) found.push(storageReference(part, file));
  }
  return found;
}
