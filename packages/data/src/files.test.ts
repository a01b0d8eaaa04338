// What lies where a data set's file should: each is refused with a word of the path and the cure, and nothing waits for ever.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { thrown } from "@bernoulli/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CIFAR10 } from "./cifar/cifar10.js";
import { cacheDirectory } from "./download/cache.js";
import { type Archive, extract } from "./download/extract.js";
import { lock } from "./download/lock.js";
import { download } from "./download/transfer.js";
import { makeDirectory } from "./files.js";
import { findMNIST, MNIST } from "./mnist/mnist.js";

let directory = "";
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "bernoulli-files-")));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const shown = (text: string) => text.replaceAll(directory, "DIR").replaceAll("\\", "/");
const problem = (call: () => unknown) => shown(thrown(call));
const rejection = async (promise: Promise<unknown>) =>
  shown(
    await promise.then(
      () => "nothing was thrown",
      (error: unknown) => String(error),
    ),
  );
const makePipe = (path: string) => execFileSync("mkfifo", [path]);
const posix = process.platform !== "win32";
/** Everything may be read by root. */
const modesCount = posix && process.getuid?.() !== 0;

const images = "train-images-idx3-ubyte";
const labels = "train-labels-idx1-ubyte";
const oneImage = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7);
const remote = { addresses: ["http://127.0.0.1:1/"], bytes: 5, md5: "0".repeat(32) };
const toy: Archive = { name: "Toy", folder: "toy", files: { "a.bin": 5 }, ignored: [] };

describe("a directory in a file's place", () => {
  it("is refused", async () => {
    mkdirSync(join(directory, "test_batch.bin"));
    mkdirSync(join(directory, images));
    mkdirSync(join(directory, `${labels}.gz`));
    mkdirSync(join(directory, "file.part"));
    mkdirSync(join(directory, "lock"));
    expect({
      cifar: problem(() => new CIFAR10(directory, { train: false })),
      mnist: problem(() => new MNIST(directory)),
      lock: await rejection(lock(join(directory, "lock"))),
      download: await rejection(download(remote, join(directory, "file"))),
      archive: await rejection(extract(toy, join(directory, images), directory)),
    }).toMatchInlineSnapshot(`
      {
        "archive": "DataFileError: Toy: DIR/train-images-idx3-ubyte is a directory, where a file is expected; remove it, and download it again",
        "cifar": "DataFileError: CIFAR10: DIR/test_batch.bin is a directory, where a file is expected: download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-10-batches-bin",
        "download": "DownloadError: DIR/file.part is a directory, where a file is expected: remove it, or name another directory in BERNOULLI_CACHE",
        "lock": "DownloadError: DIR/lock is a directory, where a file is expected; remove it",
        "mnist": "DataFileError: MNIST: DIR/train-images-idx3-ubyte is a directory, where a file is expected: remove it, and call downloadMNIST() again",
      }
    `);
    rmSync(join(directory, images), { recursive: true });
    writeFileSync(join(directory, images), oneImage);
    expect(problem(() => new MNIST(directory))).toMatchInlineSnapshot(
      `"DataFileError: MNIST: DIR/train-labels-idx1-ubyte.gz is a directory, where a file is expected: remove it, and call downloadMNIST() again"`,
    );
    writeFileSync(join(directory, "test_batch.bin.txt"), "");
    expect(findMNIST(directory)).toBeNull();
  });
});

describe.runIf(posix)("a pipe that nobody writes to", () => {
  it("is refused instead of waited for", async () => {
    for (const name of ["test_batch.bin", images, "lock", "file.part", "toy.tar.gz", "cifar"])
      makePipe(join(directory, name));
    expect({
      cifar: problem(() => new CIFAR10(directory, { train: false })),
      "cifar's directory": problem(() => new CIFAR10(join(directory, "cifar"))),
      mnist: problem(() => new MNIST(directory)),
      lock: await rejection(lock(join(directory, "lock"))),
      download: await rejection(download(remote, join(directory, "file"))),
      archive: await rejection(extract(toy, join(directory, "toy.tar.gz"), directory)),
    }).toMatchInlineSnapshot(`
      {
        "archive": "DataFileError: Toy: DIR/toy.tar.gz is a named pipe, where a file is expected; remove it, and download it again",
        "cifar": "DataFileError: CIFAR10: DIR/test_batch.bin is a named pipe, where a file is expected: download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-10-batches-bin",
        "cifar's directory": "DataFileError: CIFAR10: DIR/cifar is a named pipe, expected a directory: download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-10-batches-bin",
        "download": "DownloadError: DIR/file.part is a named pipe, where a file is expected: remove it, or name another directory in BERNOULLI_CACHE",
        "lock": "DownloadError: DIR/lock is a named pipe, where a file is expected; remove it",
        "mnist": "DataFileError: MNIST: DIR/train-images-idx3-ubyte is a named pipe, where a file is expected: remove it, and call downloadMNIST() again",
      }
    `);
    rmSync(join(directory, "test_batch.bin"));
    writeFileSync(join(directory, "test_batch.bin"), new Uint8Array(3073));
    makePipe(join(directory, "batches.meta.txt"));
    expect(problem(() => new CIFAR10(directory, { train: false }))).toMatchInlineSnapshot(
      `"DataFileError: CIFAR10: DIR/batches.meta.txt is a named pipe, where a file is expected: download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-10-batches-bin"`,
    );
  });
});

describe("a file", () => {
  it("that is empty, cut short or without an image is refused", () => {
    writeFileSync(join(directory, "test_batch.bin"), "");
    writeFileSync(join(directory, images), "");
    writeFileSync(join(directory, labels), "");
    expect(problem(() => new CIFAR10(directory, { train: false }))).toMatchInlineSnapshot(
      `"DataFileError: CIFAR10: DIR/test_batch.bin has a wrong length: expected a multiple of 3,073 bytes (an official file has 30,730,000), got 0; it may be cut short or be another format: unpack cifar-10-binary.tar.gz (the binary version) again"`,
    );
    expect(problem(() => new MNIST(directory))).toMatchInlineSnapshot(
      `"DataFileError: IDX: DIR/train-images-idx3-ubyte has 0 bytes, and no header; it may be cut short or be another format"`,
    );
    writeFileSync(join(directory, images), oneImage.subarray(0, -1));
    expect(problem(() => new MNIST(directory))).toMatchInlineSnapshot(
      `"DataFileError: IDX: DIR/train-images-idx3-ubyte has 0 elements, expected 1 × 1 × 1 = 1; it may be cut short or be another format"`,
    );
    writeFileSync(join(directory, images), Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28));
    writeFileSync(join(directory, labels), Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 0));
    expect(problem(() => new MNIST(directory))).toMatchInlineSnapshot(
      `"DataFileError: MNIST: DIR/train-images-idx3-ubyte has the shape 0 × 28 × 28, and so no image; download it again"`,
    );
  });

  it.runIf(modesCount)("that may not be read is refused", () => {
    writeFileSync(join(directory, "test_batch.bin"), new Uint8Array(3073));
    chmodSync(join(directory, "test_batch.bin"), 0);
    expect(problem(() => new CIFAR10(directory, { train: false }))).toBe(
      "DataFileError: CIFAR10: DIR/test_batch.bin cannot be read (EACCES): make it readable, or name another directory",
    );
  });
});

describe("making a directory", () => {
  it("makes those above it, and takes what is there", () => {
    makeDirectory(join(directory, "a", "b", "c"));
    makeDirectory(join(directory, "a", "b"));
    expect(existsSync(join(directory, "a", "b", "c"))).toBe(true);
    writeFileSync(join(directory, "file"), "");
    expect(problem(() => makeDirectory(join(directory, "file")))).toMatch(/EEXIST/);
    expect(problem(() => makeDirectory(join(directory, "file", "inside")))).toMatch(/ENOTDIR/);
    expect(problem(() => makeDirectory(join(directory, "a/".repeat(100_000))))).toMatch(/ENAMETOOLONG/);
  });

  // Where Node's own recursion never returns.
  it.runIf(existsSync("/proc/self"))("fails under /proc", async () => {
    expect(problem(() => makeDirectory("/proc/none/inside"))).toMatch(/ENOENT/);
    expect(await rejection(download(remote, "/proc/none/inside/file"))).toMatchInlineSnapshot(
      `"DownloadError: /proc/none/inside cannot be made (ENOENT): name another directory in BERNOULLI_CACHE"`,
    );
  });

  it.runIf(posix)("fails in a directory that was deleted", async () => {
    const before = process.cwd();
    mkdirSync(join(directory, "gone"));
    process.chdir(join(directory, "gone"));
    try {
      rmSync(join(directory, "gone"), { recursive: true });
      expect(problem(() => makeDirectory("a/b"))).toMatch(/ENOENT/);
      expect(await rejection(download(remote, "a/b/file"))).toMatchInlineSnapshot(
        `"DownloadError: a/b cannot be made (ENOENT): name another directory in BERNOULLI_CACHE"`,
      );
    } finally {
      process.chdir(before);
    }
  });
});

it("the cache's place is found where the environment may not be read", () => {
  const denied = new Proxy(
    {},
    {
      get: () => {
        throw new Error("Requires env access");
      },
    },
  );
  expect(cacheDirectory(denied)).toMatch(/bernoulli$/);
});
