// CIFAR10 over directories written to the system's temporary one; the real data set only where BERNOULLI_CIFAR10 names it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CIFAR10 } from "./cifar10.js";
import { cifar10Classes } from "./format.js";

let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bernoulli-cifar10-"));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** The text of the error, with the temporary directory's name taken out. */
function message(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return String(error).replaceAll(directory, "DIR").replaceAll("\\", "/");
  }
  throw new Error("expected an error");
}

/** Writes a file of `count` records, each pixel of which is the record's `first` + its number. */
function writeBatch(folder: string, file: string, first: number, count = 2): void {
  const bytes = new Uint8Array(count * 3073);
  for (let at = 0; at < count; at++) {
    bytes.fill(first + at, at * 3073, (at + 1) * 3073);
    bytes[at * 3073] = (first + at) % 10;
  }
  writeFileSync(join(folder, file), bytes);
}

function writeAll(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let part = 1; part <= 5; part++) writeBatch(folder, `data_batch_${part}.bin`, 10 * part);
  writeBatch(folder, "test_batch.bin", 200, 3);
}

describe("CIFAR10", () => {
  it("reads the five training files in order", () => {
    writeAll(directory);
    const train = new CIFAR10(directory);
    expect(train.length).toBe(10);
    expect(train.train).toBe(true);
    expect([...train.targets]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
    const [image, label] = train.get(3);
    expect(image.shape).toEqual([3, 32, 32]);
    expect(image.dtype).toBe("uint8");
    expect(image.toTypedArray()).toEqual(new Uint8Array(3072).fill(21));
    expect(label.dtype).toBe("int32");
    expect(label.item()).toBe(1);
  });

  it("reads the test file, from the directory that holds the archive's folder too", () => {
    writeAll(join(directory, "cifar-10-batches-bin"));
    const test = new CIFAR10(directory, { train: false });
    expect(test.length).toBe(3);
    expect(test.train).toBe(false);
    const [images, labels] = test.getBatch([2, 0]);
    expect(images.shape).toEqual([2, 3, 32, 32]);
    expect([...new Set(images.toTypedArray())]).toEqual([202, 200]);
    expect(labels.toArray()).toEqual([2, 0]);
  });

  it("takes the class names from batches.meta.txt where there is one", () => {
    writeAll(directory);
    expect(new CIFAR10(directory).classes).toEqual(cifar10Classes);
    const names = Array.from({ length: 10 }, (_, label) => `class ${label}`);
    writeFileSync(join(directory, "batches.meta.txt"), `${names.join("\r\n")}\r\n\r\n`);
    expect(new CIFAR10(directory).classes).toEqual(names);
    writeFileSync(join(directory, "batches.meta.txt"), "one\ntwo\n");
    expect(message(() => new CIFAR10(directory))).toMatchInlineSnapshot(
      `"DataFileError: CIFAR10: DIR/batches.meta.txt names 2 classes, expected 10, one a line: download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-10-batches-bin"`,
    );
  });

  it("says which directory or file is missing or wrong, and the cure", () => {
    expect(message(() => new CIFAR10(join(directory, "nowhere")))).toMatchInlineSnapshot(
      `"DataFileError: CIFAR10: there is no directory DIR/nowhere: download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-10-batches-bin"`,
    );
    writeFileSync(join(directory, "file"), "");
    expect(message(() => new CIFAR10(join(directory, "file")))).toMatchInlineSnapshot(
      `"DataFileError: CIFAR10: DIR/file is a file, expected a directory: download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-10-batches-bin"`,
    );
    expect(message(() => new CIFAR10(directory, { train: false }))).toMatchInlineSnapshot(
      `"DataFileError: CIFAR10: the file DIR/test_batch.bin is missing: download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-10-batches-bin"`,
    );
    writeAll(directory);
    rmSync(join(directory, "data_batch_3.bin"));
    expect(message(() => new CIFAR10(directory))).toMatchInlineSnapshot(
      `"DataFileError: CIFAR10: the file DIR/data_batch_3.bin is missing: download cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-10-batches-bin"`,
    );
    writeFileSync(join(directory, "data_batch_3.bin"), new Uint8Array(3072));
    expect(message(() => new CIFAR10(directory))).toMatchInlineSnapshot(
      `"DataFileError: CIFAR10: DIR/data_batch_3.bin has a wrong length: expected a multiple of 3,073 bytes (an official file has 30,730,000), got 3,072; it may be cut short or be another format: unpack cifar-10-binary.tar.gz (the binary version) again"`,
    );
  });

  const real = process.env["BERNOULLI_CIFAR10"];
  it.skipIf(real === undefined)(
    "reads the real data set (skipped unless BERNOULLI_CIFAR10 names its directory)",
    () => {
      for (const [train, length] of [
        [true, 50_000],
        [false, 10_000],
      ] as const) {
        const dataset = new CIFAR10(real as string, { train });
        expect(dataset.length).toBe(length);
        expect(dataset.classes).toEqual(cifar10Classes);
        const counts = new Array<number>(10).fill(0);
        for (const label of dataset.targets) counts[label]! += 1;
        expect(counts).toEqual(new Array<number>(10).fill(length / 10));
        // The mean level of the data set, 0.473 of 255, is well known; a file of another kind would miss it.
        const levels = dataset
          .getBatch(Array.from({ length: 1000 }, (_, at) => at * (length / 1000)))[0]
          .toTypedArray();
        let sum = 0;
        for (const level of levels) sum += level;
        expect(sum / levels.length / 255).toBeGreaterThan(0.45);
        expect(sum / levels.length / 255).toBeLessThan(0.5);
      }
    },
  );
});
