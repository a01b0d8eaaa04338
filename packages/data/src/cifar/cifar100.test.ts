// CIFAR-100: its binary layout, its folder, and how it is found and fetched, by an archive of this test's own from a server of this test.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { thrown } from "@bernoulli/testing";
import { Header } from "tar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseCifar100 } from "../index.js";
import { CIFAR100, downloadCIFAR100, findCIFAR100 } from "../node.js";
import { type CifarSet, downloadSet } from "./folders.js";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bernoulli-cifar100-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const record = (coarse: number, fine: number, first: number): number[] => [
  coarse,
  fine,
  ...Array.from({ length: 3072 }, (_, at) => (first + at) % 256),
];
const names = (count: number) => Array.from({ length: count }, (_, at) => `name ${at}`).join("\n");

function writeAll(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "train.bin"), Uint8Array.from([...record(3, 99, 7), ...record(19, 0, 100)]));
  writeFileSync(join(folder, "test.bin"), Uint8Array.from(record(0, 51, 9)));
  writeFileSync(join(folder, "fine_label_names.txt"), `${names(100)}\n`);
  writeFileSync(join(folder, "coarse_label_names.txt"), `${names(20)}\n`);
}

const said = (act: () => unknown) => thrown(act).replaceAll(directory, "DIR").replaceAll("\\", "/");

describe("CIFAR100", () => {
  it("has the classes as labels, the superclasses besides", () => {
    const folder = join(directory, "cifar-100-binary");
    writeAll(folder);
    const train = new CIFAR100(directory);
    expect([train.length, train.train, train.classes.length, train.coarseClasses.length]).toEqual([2, true, 100, 20]);
    expect([[...train.targets], [...train.coarseTargets]]).toEqual([
      [99, 0],
      [3, 19],
    ]);
    const [image, label] = train.get(1);
    expect([image.shape, label.item(), [...image.toTypedArray().slice(0, 2)]]).toEqual([[3, 32, 32], 0, [100, 101]]);
    const test = new CIFAR100(folder, { train: false });
    expect([test.length, test.train, test.get(0)[1].item()]).toEqual([1, false, 51]);
  });

  it("says what is wrong with its files", () => {
    writeAll(directory);
    writeFileSync(join(directory, "test.bin"), new Uint8Array(3073));
    const problems = [said(() => new CIFAR100(directory, { train: false }))];
    rmSync(join(directory, "coarse_label_names.txt"));
    problems.push(said(() => new CIFAR100(directory)));
    problems.push(said(() => parseCifar100(Uint8Array.from([...record(0, 0, 0), ...record(20, 0, 0)]), "a file")));
    problems.push(said(() => parseCifar100(Uint8Array.from(record(0, 100, 0)), "a file")));
    problems.push(said(() => parseCifar100("bytes" as never, "a file")));
    expect(problems).toMatchInlineSnapshot(`
      [
        "DataFileError: CIFAR100: DIR/test.bin has a wrong length: expected a multiple of 3,074 bytes (the official files have 153,700,000 and 30,740,000), got 3,073; it may be cut short or be another format: unpack cifar-100-binary.tar.gz (the binary version) again",
        "DataFileError: CIFAR100: the file DIR/coarse_label_names.txt is missing: download cifar-100-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it, and name the directory that holds cifar-100-binary",
        "DataFileError: CIFAR100: a file has coarse label 20 at record 1 (byte 3,074): expected 0 to 19; it may be damaged or be another format (CIFAR-10 has one label byte a record): unpack cifar-100-binary.tar.gz again",
        "DataFileError: CIFAR100: a file has label 100 at record 0 (byte 1): expected 0 to 99; it may be damaged or be another format (CIFAR-10 has one label byte a record): unpack cifar-100-binary.tar.gz again",
        "ArgumentError: parseCifar100: expected the bytes as a Uint8Array",
      ]
    `);
  });
});

it("is found where all of its files are, and not fetched again", async () => {
  const folder = join(directory, "cifar-100-binary");
  expect(findCIFAR100(directory)).toBeNull();
  writeAll(folder);
  expect(findCIFAR100(directory)).toBe(folder);
  expect(await downloadCIFAR100(directory, { mirrors: [] })).toBe(folder);
  rmSync(join(folder, "fine_label_names.txt"));
  expect(findCIFAR100(directory)).toBeNull();
});

/** A server that gives one file; its address, and what it was asked for. */
async function serve(file: Uint8Array) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    asked,
    close: () => server.close(),
    mirror: `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`,
  };
}

describe("a download", () => {
  it("asks under a mirror's address, and does not take an archive of another length", async () => {
    const { asked, close, mirror } = await serve(Buffer.from("no archive"));
    await expect(downloadCIFAR100(directory, { mirrors: [mirror] })).rejects.toMatchObject({ failure: "refused" });
    close();
    expect(asked).toEqual(["/data/cifar-100-binary.tar.gz"]);
    expect(existsSync(directory) && readdirSync(directory)).toEqual([]);
  });

  it("unpacks what it expected, and leaves no archive", async () => {
    const files = { "train.bin": "train", "test.bin": "test", "names.txt": "one\n" };
    const entries = Object.entries(files).flatMap(([name, content]) => {
      const block = Buffer.alloc(1024);
      new Header({ path: `toy/${name}`, size: content.length, type: "File", mode: 0o644 }).encode(block, 0);
      block.write(content, 512);
      return [block];
    });
    const file = gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));
    const set: CifarSet = {
      name: "Toy",
      remote: { name: "toy.tar.gz", bytes: file.length, md5: createHash("md5").update(file).digest("hex") },
      folder: "toy",
      train: ["train.bin"],
      test: ["test.bin"],
      fileBytes: { "train.bin": 5, "test.bin": 4 },
      names: ["names.txt"],
      needsNames: true,
    };
    const { asked, close, mirror } = await serve(file);
    const folder = await downloadSet(set, directory, { mirrors: [mirror] }, "downloadToy");
    expect(await downloadSet(set, directory, { mirrors: [] }, "downloadToy")).toBe(folder);
    close();
    expect(asked).toEqual(["/data/toy.tar.gz"]);
    expect([readdirSync(directory), readdirSync(folder).sort()]).toEqual([["toy"], Object.keys(files).sort()]);
  });
});
