// MNIST from files of this test's own, from a server of this test, and, where they lie at hand, the real files.

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DownloadError } from "../download/errors.js";
import { downloadMNIST, findMNIST, MNIST } from "./mnist.js";

const real = join(import.meta.dirname, "../../../../../shared/mnist");

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bernoulli-mnist-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const idx = (shape: readonly number[], data: readonly number[]) =>
  Uint8Array.from([0, 0, 8, shape.length, ...shape.flatMap((size) => [0, 0, size >> 8, size & 255]), ...data]);

function write(images: Uint8Array, labels: Uint8Array, prefix = "train", zip = false): void {
  const put = (name: string, bytes: Uint8Array) =>
    writeFileSync(join(directory, zip ? `${name}.gz` : name), zip ? gzipSync(bytes) : bytes);
  put(`${prefix}-images-idx3-ubyte`, images);
  put(`${prefix}-labels-idx1-ubyte`, labels);
}

const problem = (options = {}) => {
  try {
    new MNIST(directory, options);
  } catch (error) {
    return String(error).replaceAll(directory, "DIR").replaceAll("\\", "/");
  }
  throw new Error("it was read");
};

describe("MNIST", () => {
  it.each([false, true])("is read, gzipped: %s", (zip) => {
    write(idx([2, 1, 2], [1, 2, 3, 4]), idx([2], [9, 0]), "train", zip);
    write(idx([1, 1, 2], [5, 6]), idx([1], [7]), "t10k", zip);
    const [train, test] = [new MNIST(directory), new MNIST(directory, { train: false })];
    expect([train.length, train.train, test.length, test.train]).toEqual([2, true, 1, false]);
    const [image, label] = train.get(1);
    expect([image.shape, [...image.toTypedArray()], label.item()]).toEqual([[1, 1, 2], [3, 4], 0]);
    expect(findMNIST(directory)).toBe(directory);
  });

  it("tells what is wrong with its files", () => {
    expect(problem()).toMatchInlineSnapshot(
      `"DataFileError: MNIST: there is neither DIR/train-images-idx3-ubyte nor DIR/train-images-idx3-ubyte.gz: call downloadMNIST(), or take the four files from https://ossci-datasets.s3.amazonaws.com/mnist/"`,
    );
    write(idx([2, 1, 2], [1, 2, 3, 4]), idx([1], [9]));
    expect(problem()).toMatchInlineSnapshot(
      `"DataFileError: MNIST: DIR/train-images-idx3-ubyte has the shape 2 × 1 × 2 and DIR/train-labels-idx1-ubyte 1: expected as many images as labels; download both again"`,
    );
    write(idx([1, 1, 2], [1, 2]), idx([1], [10]));
    expect(problem()).toMatchInlineSnapshot(
      `"DataFileError: MNIST: DIR/train-labels-idx1-ubyte has label 10 at 0: expected 0 to 9; download it again"`,
    );
    writeFileSync(join(directory, "t10k-images-idx3-ubyte.gz"), gzipSync(idx([1, 1, 1], [1])).subarray(0, 20));
    expect(problem({ train: false })).toMatchInlineSnapshot(
      `"DataFileError: MNIST: DIR/t10k-images-idx3-ubyte.gz cannot be unpacked (unexpected end of file); download it again"`,
    );
    expect(findMNIST(directory)).toBeNull();
  });

  it("does not take a bomb for an image", () => {
    write(idx([1, 1, 1], [1]), idx([1], [1]), "train", true);
    writeFileSync(join(directory, "train-images-idx3-ubyte.gz"), gzipSync(Buffer.alloc(100 << 20)));
    expect(problem()).toMatchInlineSnapshot(
      `"DataFileError: MNIST: DIR/train-images-idx3-ubyte.gz cannot be unpacked (Cannot create a Buffer larger than 67108864 bytes); download it again"`,
    );
  });

  it.skipIf(!existsSync(real))("is what the real files hold", () => {
    const [train, test] = [new MNIST(real), new MNIST(real, { train: false })];
    expect([train.length, test.length]).toEqual([60_000, 10_000]);
    expect([0, 1, 2, 3, 4].map((at) => train.get(at)[1].item())).toEqual([5, 0, 4, 1, 9]);
    // The published mean of the training images, 0.1307.
    let sum = 0;
    for (let at = 0; at < 1000; at++) for (const value of train.get(at)[0].toTypedArray()) sum += Number(value);
    expect(sum / (1000 * 784 * 255)).toBeCloseTo(0.1307, 2);
  });
});

describe("downloading MNIST", () => {
  let server: Server;
  let asked: string[] = [];
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url!);
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => void server.close());
  const mirrorsOf = (...folders: string[]) =>
    folders.map((folder) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${folder}`);

  it("asks every mirror for what is not there yet, and leaves nothing where none has it", async () => {
    write(idx([1, 1, 1], [1]), idx([1], [1]), "train", true);
    write(idx([1, 1, 1], [1]), idx([1], [1]), "t10k");
    expect(await downloadMNIST(directory, { mirrors: [] })).toBe(directory);
    rmSync(join(directory, "t10k-labels-idx1-ubyte"));
    await expect(downloadMNIST(directory, { mirrors: mirrorsOf("/a", "/b/") })).rejects.toThrowError(DownloadError);
    expect(asked).toEqual(["/a/t10k-labels-idx1-ubyte.gz", "/b/t10k-labels-idx1-ubyte.gz"]);
    expect(readdirSync(directory)).toHaveLength(3);
  });
});
