// What the tests and the soak of changed files share: good files of each format, changed ones by a seed, and what becomes of them.

import { readFileSync, writeFileSync } from "node:fs";
import { isTensor, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { countRefused, makeDirectory, mutated } from "@bernoulli/testing";
import { collected } from "./bytes.js";
import { FormatError } from "./errors.js";
import { deserializeNpy, deserializeNpz, serializeNpy, serializeNpz } from "./numpy/npy.js";
import { deserialize } from "./safetensors/read.js";
import { loadSharded, saveSharded } from "./safetensors/sharded.js";
import { serialize } from "./safetensors/write.js";
import { bytesAsSource } from "./source.js";
import { deserializeTorch } from "./torch/read.js";
import { serializeTorch } from "./torch/write.js";
import { readZipDirectory, readZipEntry } from "./zip/read.js";
import { zipPieces } from "./zip/write.js";

const fixture = (path: string) => new Uint8Array(readFileSync(new URL(path, import.meta.url)));

export interface Reader {
  readonly good: () => Promise<readonly Uint8Array[]>;
  readonly read: (bytes: Uint8Array) => Promise<unknown>;
  /** A changed copy; of archives whose entries are changed, the checksums are those of the change. */
  readonly change: (good: Uint8Array, random: () => number) => Promise<Uint8Array>;
  /** Whether checksums tell of every change: what is read must then be what was written. */
  readonly checked: boolean;
}

const plain = async (good: Uint8Array, random: () => number) => mutated(good, random);

/** An archive of the same entries, one of them changed. */
async function resealed(good: Uint8Array, random: () => number): Promise<Uint8Array> {
  const source = bytesAsSource(good, "good");
  const entries = [...(await readZipDirectory(source)).values()];
  const chosen = entries[Math.floor(random() ** 2 * entries.length)];
  const files = await Promise.all(
    entries.map(async (entry) => {
      const content = await readZipEntry(source, entry);
      const bytes = entry === chosen ? mutated(content, random) : content;
      return { name: entry.name, size: bytes.length, bytes: () => bytes };
    }),
  );
  return collected(zipPieces(files));
}

const archives = ["./torch/fixtures/every.pt", "./torch/fixtures/every-4.pt", "./torch/fixtures/run.pt"];
const arrays = ["./numpy/fixtures/every.npz", "./numpy/fixtures/compressed.npz"];
/** Mostly a small file, so that many are changed in an hour; those of the other writers, which have all kinds of tensors, in turn. */
const mostly = (small: Uint8Array, large: readonly Uint8Array[]) =>
  large.flatMap((file) => [file, ...Array<Uint8Array>(9).fill(small)]);
const torch = {
  good: async () =>
    mostly(await serializeTorch({ epoch: 3, model: { weight: tensor([[1, 2, 3]]) } }), archives.map(fixture)),
  read: deserializeTorch,
};
const npz = {
  good: async () => mostly(await serializeNpz({ x: tensor([[1, 2, 3]]) }), arrays.map(fixture)),
  read: deserializeNpz,
};

/** The index that is written over, of files beside it that stay. */
let indexPath = "";

export const readers = {
  "torch archive": { ...torch, change: plain, checked: true },
  "torch archive, checksums mended": { ...torch, change: resealed, checked: false },
  "torch before 1.6": {
    good: async () => [fixture("./torch/fixtures/every-legacy.pt")],
    read: deserializeTorch,
    change: plain,
    checked: false,
  },
  npz: { ...npz, change: plain, checked: true },
  "npz, checksums mended": { ...npz, change: resealed, checked: false },
  npy: {
    good: async () => [await serializeNpy(tensor([[1, 2, 3]])), fixture("./numpy/fixtures/grid.npy")],
    read: deserializeNpy,
    change: plain,
    checked: false,
  },
  safetensors: {
    good: async () => [await serialize({ weight: tensor([[1, 2, 3]]), bias: zeros(2) }, { format: "pt" })],
    read: deserialize,
    change: plain,
    checked: false,
  },
  "safetensors index": {
    good: async () => {
      const tensors = { weight: tensor([[1, 2, 3]]), bias: zeros(2) };
      indexPath = await saveSharded(tensors, await makeDirectory(), { maxShardSize: 12 });
      return [new Uint8Array(readFileSync(indexPath))];
    },
    read: async (bytes) => {
      writeFileSync(indexPath, bytes);
      return loadSharded(indexPath);
    },
    change: plain,
    // What it names is all there is: it is read as it was, or not at all.
    checked: true,
  },
} as const satisfies Record<string, Reader>;

export type ReaderName = keyof typeof readers;

/** All tensors of a value; throws for what a file must not have made. */
function tensorsOf(value: unknown, found: Set<Tensor> = new Set()): Set<Tensor> {
  if (isTensor(value)) return found.add(value);
  if (value === null || ["boolean", "number", "string"].includes(typeof value)) return found;
  const plainObject = typeof value === "object" && [Object.prototype, null].includes(Object.getPrototypeOf(value));
  if (!(Array.isArray(value) || plainObject)) throw new Error(`something else was built: ${String(value)}`);
  for (const item of Object.values(value as object)) tensorsOf(item, found);
  return found;
}

const textOf = (value: unknown) =>
  JSON.stringify(value, (_, item: unknown) =>
    isTensor(item) ? [item.dtype, item.shape, Array.from(item.toTypedArray(), String)] : item,
  );

/** How many of so many changed files were refused; throws, with the seed, for any that was not refused in words, nor read rightly. */
export async function tryChanges(name: ReaderName, firstSeed: number, cases: number): Promise<number> {
  const { good, read, change, checked }: Reader = readers[name];
  const files = await good();
  const texts: string[] = [];
  for (const file of files) {
    const value = await read(file);
    texts.push(textOf(value));
    for (const one of tensorsOf(value)) one.dispose();
  }
  return countRefused(name, { firstSeed, cases, refusal: FormatError }, async (seed, random) => {
    const at = seed % files.length;
    const value = await read(await change(files[at]!, random));
    const right = !checked || textOf(value) === texts[at];
    for (const one of tensorsOf(value)) one.dispose();
    if (!right) throw new Error("other values were read");
  });
}
