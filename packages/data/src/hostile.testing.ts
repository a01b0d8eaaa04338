// What the tests and the soak of changed data files share: good files of each kind, what reads them, and how it is told that what was read is right.

import { crc32 } from "node:zlib";
import { BernoulliError, scope } from "@bernoulli/tensor";
import { countRefused, type FixtureTensor, loadFixtures, mutated } from "@bernoulli/testing";
import { CSVDataset } from "./csv.js";
import { parseCifar10, parseCifar100, parseIdx } from "./index.js";
import { decodeImage } from "./node.js";

interface Reader {
  readonly good: () => readonly Uint8Array[];
  /** A changed copy. Default: of all bytes. */
  readonly change?: (good: Uint8Array, random: () => number) => Uint8Array;
  /** Reads a file, changed from a good one; throws an Error for a wrong value. */
  readonly read: (bytes: Uint8Array, good: Uint8Array) => void;
}

const pictures = (kind: "PNG" | "JPEG") =>
  loadFixtures("pictures")
    .cases.filter(({ name }) => name.startsWith(kind))
    .map((golden) => Uint8Array.from((golden["file"] as FixtureTensor).data as ArrayLike<number>));
const counted = (length: number, bound = 256) => Uint8Array.from({ length }, (_, at) => (at * 97 + 13) % bound);

function expectSame(what: string, got: ArrayLike<number>, wanted: ArrayLike<number>): void {
  let isSame = got.length === wanted.length;
  for (let at = 0; isSame && at < got.length; at++) isSame = Object.is(got[at], wanted[at]);
  if (!isSame) throw new Error(`${what}: other values were read`);
}

/** The pixels of good files, which are decoded once. */
const pixels = new Map<Uint8Array, Uint8Array>();
const pixelsOf = (file: Uint8Array): Uint8Array => scope(() => decodeImage(file, "RGB").toTypedArray() as Uint8Array);

function records(
  bytes: Uint8Array,
  { images, labels }: { images: Uint8Array; labels: Int32Array },
  heads: number,
): void {
  const each = heads + 3072;
  const wanted = Array.from(labels, (_, at) => bytes.subarray(at * each, (at + 1) * each));
  expectSame(
    "labels",
    labels,
    wanted.map((record) => record[heads - 1]!),
  );
  expectSame("images", images, Buffer.concat(wanted.map((record) => record.subarray(heads))));
  if (labels.length * each !== bytes.length) throw new Error("records are missing");
}

/** Numbers as a table without quotes has them, told apart without the parser. */
function checkTable(text: string, dataset: CSVDataset): void {
  for (let at = 0; at < dataset.length; at++) {
    const [features, target] = dataset.get(at);
    const values = [...features.toTypedArray(), target.item()] as number[];
    features.dispose();
    target.dispose();
    if (!values.every(Number.isFinite)) throw new Error("a number was made up");
    if (/["\r]/.test(text)) continue;
    const rows = text.split("\n").filter((line) => line.trim() !== "");
    const cells = rows[at + 1]!.split(",").map((cell) => Math.fround(Number(cell.trim())));
    const targetAt = rows[0]!.split(",").findIndex((name) => name.trim() === "y");
    expectSame(`row ${at}`, values, [...cells.filter((_, place) => place !== targetAt), cells[targetAt]!]);
  }
}

/** A PNG with one chunk changed, whose length and checksum are those of the change. */
function resealed(good: Uint8Array, random: () => number): Uint8Array {
  const file = Buffer.from(good);
  const chunks: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    chunks.push(file.subarray(at + 4, at + 8 + file.readUInt32BE(at)));
  const chosen = Math.floor(random() * chunks.length);
  const sealed = chunks.flatMap((chunk, at) => {
    const written = at === chosen ? Buffer.from(mutated(chunk, random)) : chunk;
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(Math.max(written.length - 4, 0));
    checksum.writeUInt32BE(crc32(written));
    return [length, written, checksum];
  });
  return Buffer.concat([file.subarray(0, 8), ...sealed]);
}

function checkPicture(bytes: Uint8Array): void {
  scope(() => {
    const [channels, rows, columns] = decodeImage(bytes).shape as [number, number, number];
    if (!([1, 2, 3, 4].includes(channels) && rows > 0 && columns > 0)) throw new Error("no picture was read");
  });
}

export const readers = {
  PNG: {
    good: () => pictures("PNG"),
    read: (bytes, good) => {
      if (!pixels.has(good)) pixels.set(good, pixelsOf(good));
      // Each chunk that counts has a checksum: what is read is then what was written.
      expectSame("pixels", pixelsOf(bytes), pixels.get(good)!);
    },
  },
  "PNG, checksums mended": { good: () => pictures("PNG"), change: resealed, read: checkPicture },
  JPEG: {
    good: () => pictures("JPEG"),
    // A changed JPEG may well be another picture. What its decoder makes of pictures is held against PIL elsewhere.
    read: checkPicture,
  },
  IDX: {
    good: () => [
      Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, ...counted(24)),
      Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 9, ...counted(9, 10)),
    ],
    read: (bytes) => {
      const { shape, data } = parseIdx(bytes, "changed bytes");
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      expectSame(
        "shape",
        shape,
        Array.from({ length: bytes[3]! }, (_, at) => view.getUint32(4 + 4 * at)),
      );
      expectSame("data", data, bytes.subarray(4 + 4 * shape.length));
      if (data.length !== shape.reduce((product, size) => product * size, 1)) throw new Error("elements are missing");
    },
  },
  "CIFAR-10": {
    good: () => [Uint8Array.from({ length: 2 * 3073 }, (_, at) => (at % 3073 === 0 ? at % 10 : (at * 7) % 256))],
    read: (bytes) => records(bytes, parseCifar10(bytes, "changed bytes"), 1),
  },
  "CIFAR-100": {
    good: () => [Uint8Array.from({ length: 2 * 3074 }, (_, at) => (at % 3074 < 2 ? (at % 3074) + 9 : (at * 7) % 256))],
    read: (bytes) => records(bytes, parseCifar100(bytes, "changed bytes"), 2),
  },
  CSV: {
    good: () => [
      new TextEncoder().encode("a,b,y\n1,2.5,0\n-3,4e2,1\n0.125,6,2\n"),
      new TextEncoder().encode('"a","b ""x""",y\r\n1,"2",3\r\n4,5,6\r\n'),
    ],
    read: (bytes) => {
      const text = new TextDecoder().decode(bytes);
      checkTable(text, new CSVDataset(text, { target: "y" }));
    },
  },
} as const satisfies Record<string, Reader>;

export type ReaderName = keyof typeof readers;

/** How many of so many changed files were refused; throws, with the seed, for any that was not refused in words, nor read rightly. */
export function tryChanges(name: ReaderName, firstSeed: number, cases: number): Promise<number> {
  const { good, read, change = mutated }: Reader = readers[name];
  const files = good();
  return countRefused(name, { firstSeed, cases, refusal: BernoulliError }, (seed, random) => {
    const file = files[seed % files.length]!;
    read(change(file, random), file);
  });
}
