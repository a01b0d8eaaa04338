// Dropped files as labelled images: CIFAR-10's binary batches, and MNIST's files, gzipped or not. Nothing leaves the page. What the bytes mean
// is @bernoulli/data's.

import { cifar10Classes, DataFileError, parseCifar10, parseIdx } from "@bernoulli/data";
import type { Labelled } from "./images.js";
import type { NamedFile, Refusal } from "./protocol.js";

/** Files that are no data set. */
export class RefusedFiles extends Error {
  override readonly name = "RefusedFiles";
  readonly reason: Refusal;
  readonly file: string;

  constructor(reason: Refusal, file: string, detail: string) {
    super(detail);
    this.reason = reason;
    this.file = file;
  }
}

/** CIFAR-10's largest have 31 MB, MNIST's 47. */
const mostBytes = 256 << 20;
/** A batch to learn from, and some to hold out. */
const fewestImages = 50;
const side = 32;
const area = side * side;

/** Beside the data in CIFAR-10's archive. */
const isBeside = (name: string) => /^(readme\.html|batches\.meta\.txt|\..*)$/i.test(name);

interface Read {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @throws RefusedFiles for what cannot be learned from. */
export async function readFiles(files: readonly NamedFile[]): Promise<Labelled> {
  const read: Read[] = [];
  for (const file of files) if (!isBeside(file.name)) read.push({ name: file.name, bytes: await bytesOf(file) });
  const first = read[0];
  if (first === undefined) throw new RefusedFiles("unknown", files[0]?.name ?? "", "there is no file with images");
  const isIdx = ({ name, bytes }: Read) =>
    /ubyte|idx/i.test(name) || (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 8);
  const labelled = read.some(isIdx) ? fromIdx(read) : fromCifar(read);
  const count = labelled.labels.length;
  if (count < fewestImages)
    throw new RefusedFiles("few", first.name, `it has ${count} images, and ${fewestImages} are the least`);
  return labelled;
}

async function bytesOf({ name, data }: NamedFile): Promise<Uint8Array> {
  if (data.size > mostBytes)
    throw new RefusedFiles("large", name, `it has ${data.size} bytes, and ${mostBytes} are the most`);
  try {
    const bytes = new Uint8Array(await data.arrayBuffer());
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? await unpacked({ name, data }) : bytes;
  } catch (error) {
    if (error instanceof RefusedFiles) throw error;
    throw new RefusedFiles("corrupt", name, `it cannot be read or unpacked (${(error as Error).message})`);
  }
}

/** A gzipped file's contents; of one that unpacks to too much, none. */
async function unpacked({ name, data }: NamedFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = data.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw new RefusedFiles("large", name, `it unpacks to more than ${mostBytes} bytes`);
    }
  }
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What a reader of a format makes of a file, or why it does not. */
function parsed<Result>(
  { name, bytes }: Read,
  parse: (bytes: Uint8Array, source: string) => Result,
  reason: Refusal,
): Result {
  try {
    return parse(bytes, name);
  } catch (error) {
    if (error instanceof DataFileError) throw new RefusedFiles(reason, name, error.message);
    throw error;
  }
}

function fromCifar(files: readonly Read[]): Labelled {
  const parts = files.map((file) => parsed(file, parseCifar10, /\.bin$/i.test(file.name) ? "corrupt" : "unknown"));
  return {
    name: "cifar10",
    classes: cifar10Classes,
    images: joined(parts.map(({ images }) => images)),
    labels: Int32Array.from(parts.flatMap(({ labels }) => [...labels])),
  };
}

/** Images find the labels of which there are as many. */
function fromIdx(files: readonly Read[]): Labelled {
  const arrays = files.map((file) => ({ file: file.name, ...parsed(file, parseIdx, "corrupt") }));
  const labels = arrays.filter(({ shape }) => shape.length === 1);
  const pairs = arrays
    .filter(({ shape }) => shape.length === 3)
    .map((images) => {
      const [count, height, width] = images.shape as [number, number, number];
      const own = labels.find(({ shape }) => shape[0] === count);
      if (own === undefined)
        throw new RefusedFiles("labels", images.file, `there is no file of ${count} labels beside it`);
      if (height > side || width > side)
        throw new RefusedFiles(
          "corrupt",
          images.file,
          `its images are ${height} × ${width}, and ${side} × ${side} are the most`,
        );
      const wrong = own.data.findIndex((label) => label > 9);
      if (wrong >= 0)
        throw new RefusedFiles("corrupt", own.file, `it has label ${own.data[wrong]} at ${wrong}: expected 0 to 9`);
      return { images: framed(images.data, count, height, width), labels: own.data };
    });
  if (pairs.length === 0) throw new RefusedFiles("labels", arrays[0]!.file, "there is no file with images beside it");
  return {
    name: "mnist",
    classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    images: joined(pairs.map(({ images }) => images)),
    labels: Int32Array.from(joined(pairs.map((pair) => pair.labels))),
  };
}

/** Grey images in the middle of black ones of 32 × 32, three times, for red, green and blue. */
function framed(grey: Uint8Array, count: number, height: number, width: number): Uint8Array {
  const images = new Uint8Array(count * 3 * area);
  const [top, left] = [(side - height) >> 1, (side - width) >> 1];
  for (let index = 0; index < count; index++)
    for (let y = 0; y < height; y++) {
      const row = grey.subarray((index * height + y) * width, (index * height + y + 1) * width);
      for (let channel = 0; channel < 3; channel++)
        images.set(row, (3 * index + channel) * area + (top + y) * side + left);
    }
  return images;
}
