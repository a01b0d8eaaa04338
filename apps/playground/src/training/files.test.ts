// Files of data sets, sound and not.

import { gzipSync } from "node:zlib";
import { seeded } from "@bernoulli/testing";
import { describe, expect, it, test } from "vitest";
import { RefusedFiles, readFiles } from "./files.js";
import { fromFiles } from "./images.js";
import type { NamedFile } from "./protocol.js";

const named = (name: string, data: BlobPart): NamedFile => ({ name, data: new Blob([data]) });

/** Records of CIFAR-10: the label, then the image, whose bytes are the label. */
function cifar(count: number, labelOf = (index: number) => index % 10): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count * 3073);
  for (let index = 0; index < count; index++) bytes.fill(labelOf(index), index * 3073, (index + 1) * 3073);
  return bytes;
}

function idx(shape: readonly number[], byteOf: (index: number) => number): Uint8Array<ArrayBuffer> {
  const count = shape.reduce((all, size) => all * size, 1);
  const bytes = new Uint8Array(4 + 4 * shape.length + count);
  bytes.set([0, 0, 8, shape.length]);
  for (const [at, size] of shape.entries()) new DataView(bytes.buffer).setUint32(4 + 4 * at, size);
  for (let index = 0; index < count; index++) bytes[4 + 4 * shape.length + index] = byteOf(index);
  return bytes;
}

const images = idx([60, 28, 28], (index) => 1 + Math.floor(index / 784));
const labels = idx([60], (index) => index % 10);

describe("sound files", () => {
  it("CIFAR-10's batches are joined, and a fifth is held out", async () => {
    const read = await readFiles([
      named("data_batch_1.bin", cifar(40)),
      named("data_batch_2.bin", cifar(60)),
      named("batches.meta.txt", "airplane"),
    ]);
    expect(read).toMatchObject({ name: "cifar10" });
    const { train, heldOut, available } = fromFiles(read, 500);
    expect([train.length, heldOut.length, available]).toEqual([80, 20, 80]);
    expect(heldOut.targets[0]).toBe(0);
    expect(fromFiles(read, 100).train.length).toBe(80);
  });

  test.each([
    ["plain", images, labels],
    ["gzipped", gzipSync(images), gzipSync(labels)],
  ])("MNIST's, %s, become 3 × 32 × 32 with the digit in the middle", async (_, first, second) => {
    const read = await readFiles([
      named("t10k-labels-idx1-ubyte.gz", second as Uint8Array<ArrayBuffer>),
      named("t10k-images-idx3-ubyte.gz", first as Uint8Array<ArrayBuffer>),
    ]);
    expect(read.name).toBe("mnist");
    expect(read.images).toHaveLength(60 * 3072);
    expect([...read.labels.subarray(0, 11)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
    for (const channel of [0, 1, 2]) {
      const at = (y: number, x: number) => read.images[5 * 3072 + channel * 1024 + y * 32 + x];
      expect([at(2, 2), at(29, 29), at(1, 16), at(16, 30)]).toEqual([6, 6, 0, 0]);
    }
  });
});

describe("others", () => {
  const refusal = async (...files: NamedFile[]) => {
    const error: unknown = await readFiles(files).then(
      () => null,
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(RefusedFiles);
    return (error as RefusedFiles).reason;
  };

  test.each<[string, string, () => NamedFile[]]>([
    ["a batch that is cut short", "corrupt", () => [named("data_batch_1.bin", cifar(60).subarray(0, 9999))]],
    [
      "a label that is none",
      "corrupt",
      () => [
        named(
          "data_batch_1.bin",
          cifar(60, () => 11),
        ),
      ],
    ],
    ["a text", "unknown", () => [named("notes.txt", "hello")]],
    ["nothing", "unknown", () => [named("empty", "")]],
    ["images without labels", "labels", () => [named("train-images-idx3-ubyte", images)]],
    ["labels without images", "labels", () => [named("train-labels-idx1-ubyte", labels)]],
    [
      "labels of other images",
      "labels",
      () => [
        named("a-idx3-ubyte", images),
        named(
          "b-idx1-ubyte",
          idx([61], () => 1),
        ),
      ],
    ],
    ["an IDX file that is cut short", "corrupt", () => [named("train-images-idx3-ubyte", images.subarray(0, 5000))]],
    [
      "a gzip that is damaged",
      "corrupt",
      () => [named("a.gz", gzipSync(images).subarray(0, 30) as Uint8Array<ArrayBuffer>)],
    ],
    ["few images", "few", () => [named("data_batch_1.bin", cifar(49))]],
    [
      "digits above 9",
      "corrupt",
      () => [
        named("a-idx3-ubyte", images),
        named(
          "b-idx1-ubyte",
          idx([60], () => 10),
        ),
      ],
    ],
    [
      "large images",
      "corrupt",
      () => [
        named(
          "a-idx3-ubyte",
          idx([60, 33, 33], () => 1),
        ),
        named("b-idx1-ubyte", labels),
      ],
    ],
  ])("%s: %s", async (_, reason, files) => {
    expect(await refusal(...files())).toBe(reason);
  });

  it("whatever is changed in sound ones: they are read, or refused", async () => {
    let refused = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed);
      const pair = [images.slice(), labels.slice()];
      const bytes = pair[random() < 0.5 ? 0 : 1]!;
      for (let change = 0; change < 2; change++)
        bytes[Math.floor(random() ** 4 * bytes.length)] = Math.floor(random() * 256);
      const files = pair.map((one, at) => named(`${at}-ubyte`, one));
      await readFiles(files).catch((error: unknown) => {
        if (!(error instanceof RefusedFiles)) throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
        refused += 1;
      });
    }
    expect(refused).toBeGreaterThan(5);
  });
});
