// The zip archives of `torch.save`: `NAME/data.pkl` says what there is, `NAME/data/0` and on are the storages.

import { type FileDType, fileDTypes } from "../dtypes.js";
import { FormatError } from "../errors.js";
import { readPickle } from "../pickle/read.js";
import type { ByteSource } from "../source.js";
import { readZipDirectory, readZipEntry, type ZipEntry } from "../zip/read.js";
import type { TorchFile } from "./read.js";
import type { StorageReference } from "./storage.js";

/** @throws FormatError for archives that are not `torch.save`'s, TorchScript's among them. */
export async function openArchive(source: ByteSource): Promise<TorchFile> {
  const fail = (message: string) => new FormatError(message, { file: source.name });
  const entries = await readZipDirectory(source);
  const pickles = [...entries.keys()].filter((name) => /^[^/]*\/data\.pkl$/.test(name));
  if (pickles.length !== 1)
    throw fail("expected a file of torch.save, but this zip archive has no data.pkl of one folder");
  const folder = pickles[0]!.slice(0, -"data.pkl".length);
  const entry = (name: string) => entries.get(`${folder}${name}`);
  if (entry("constants.pkl") !== undefined)
    throw fail("this is a TorchScript archive, a program; in Python, save model.state_dict() by torch.save");
  // As `torch.serialization.set_crc32_options(False)` has it: zeros for all of them, where damage would make one another.
  const isUnchecked = [...entries.values()].every(({ checksum }) => checksum === 0);
  const read = (found: ZipEntry) => readZipEntry(source, isUnchecked ? { ...found, checksum: null } : found);
  const order = entry("byteorder");
  if (order !== undefined && new TextDecoder().decode(await read(order)) !== "little")
    throw fail(
      "its numbers have the highest byte first; save it on a machine that is little-endian, as all common ones are",
    );
  const { value } = readPickle(await read(entry("data.pkl")!), source.name);
  return {
    value,
    storage: async (reference, dtype) => {
      const found = entry(`data/${reference.key}`);
      if (found === undefined) throw fail(`storage ${reference.key} is not in the archive`);
      checkSize(found.size, reference, dtype, source.name);
      return read(found);
    },
  };
}

/** @throws FormatError where a storage has not the bytes that its elements take. */
export function checkSize(size: number, { key, count, dtype }: StorageReference, as: FileDType, file: string): void {
  const wanted = dtype === null ? count : (count * fileDTypes[dtype].bits) / 8;
  if (size !== wanted)
    throw new FormatError(
      `storage ${key} of ${count} elements of ${dtype ?? "bytes"} has ${size} bytes, not ${wanted}`,
      { file },
    );
  if (size % (fileDTypes[as].bits / 8) !== 0)
    throw new FormatError(`storage ${key} has ${size} bytes, which are no elements of ${as}`, { file });
}
