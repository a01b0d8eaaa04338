// Data sets from dropped files and by fetch: found by their names, packed or not, and what is said of those that are not what they should be.

import { gzipSync } from "node:zlib";
import { afterEach, expect, it, vi } from "vitest";
import { loadCIFAR10, loadMNIST } from "../index.js";

const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4);
const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 5, 6);
const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);
const zipped = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));
const records = (...given: readonly number[]) =>
  new Uint8Array(given.flatMap((label) => [label, ...new Array<number>(3072).fill(label)]));

afterEach(() => vi.unstubAllGlobals());

it("MNIST from files, plain and packed, among others", async () => {
  const dropped = [
    file("notes.txt", labels),
    file("t10k-images-idx3-ubyte.gz", zipped(images)),
    file("t10k-labels-idx1-ubyte", labels),
  ];
  const dataset = await loadMNIST(dropped, { train: false });
  expect([dataset.length, [...dataset.targets], dataset.imageShape]).toEqual([2, [5, 6], [1, 1, 2]]);
  expect(dataset.get(1)[0].toArray()).toEqual([[[3, 4]]]);
});

it("CIFAR-10 from some of its files, in their order", async () => {
  const dropped = { 0: file("data_batch_3.bin", records(2)), 1: file("data_batch_1.bin", records(0, 1)), length: 2 };
  const dataset = await loadCIFAR10(dropped);
  expect([...dataset.targets]).toEqual([0, 1, 2]);
  expect(dataset.get(2)[0].sum().item()).toBe(2 * 3072);
});

it("by fetch, from a folder that may have the one or the other name", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    if (address.endsWith("images-idx3-ubyte.gz")) return new Response(zipped(images));
    return address.endsWith("labels-idx1-ubyte") ? new Response(labels) : new Response("", { status: 404 });
  });
  expect((await loadMNIST("https://example.org/mnist")).length).toBe(2);
  expect((await loadMNIST(new URL("https://example.org/mnist/"))).length).toBe(2);
  expect(asked.slice(0, 3)).toEqual(
    ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "train-labels-idx1-ubyte"].map(
      (name) => `https://example.org/mnist/${name}`,
    ),
  );
});

it("what is missing, damaged or no file is told", async () => {
  const packed = zipped(images);
  const told = async (body: Promise<unknown>) => String(await body.catch((error: unknown) => error));
  vi.stubGlobal("fetch", async () => new Response("", { status: 500, statusText: "Down" }));
  const all = [
    await told(loadMNIST([])),
    await told(loadMNIST([file("train-images-idx3-ubyte.gz", packed.slice(0, 30))])),
    await told(loadMNIST([file("train-images-idx3-ubyte", labels), file("train-labels-idx1-ubyte", labels)])),
    await told(loadCIFAR10([])),
    await told(loadCIFAR10([file("data_batch_1.bin", labels)])),
    await told(loadCIFAR10([labels] as never)),
    await told(loadCIFAR10(3 as never)),
    await told(loadCIFAR10(undefined as never)),
    await told(loadMNIST("https://example.org/")),
  ];
  expect(all.join("\n")).toMatchInlineSnapshot(`
    "DataFileError: loadMNIST: there is neither train-images-idx3-ubyte nor train-images-idx3-ubyte.gz: give both files of images and labels
    DataFileError: loadMNIST: train-images-idx3-ubyte.gz cannot be read: Error: unexpected end of file; it may be cut short: download it again
    DataFileError: loadMNIST: train-images-idx3-ubyte has the shape 2 and train-labels-idx1-ubyte 2: expected as many images as labels; download both again
    DataFileError: loadCIFAR10: there is none of data_batch_1.bin, data_batch_2.bin, data_batch_3.bin, data_batch_4.bin, data_batch_5.bin: unpack cifar-10-binary.tar.gz, and give what is in it
    DataFileError: CIFAR10: data_batch_1.bin has a wrong length: expected a multiple of 3,073 bytes (an official file has 30,730,000), got 10; it may be cut short or be another format: unpack cifar-10-binary.tar.gz (the binary version) again
    ArgumentError: loadCIFAR10: expected Files, such as input.files, or the address of a folder, but got an Uint8Array
    ArgumentError: loadCIFAR10: expected Files, such as input.files, or the address of a folder, but got 3
    ArgumentError: loadCIFAR10: expected Files, such as input.files, or the address of a folder, but got undefined
    DataFileError: loadMNIST: https://example.org/train-images-idx3-ubyte.gz is not given: 500 Down"
  `);
});
