// Archives that were made to do harm, and those that broke on the way: read as they are written, byte for byte.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Header, type types } from "tar";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { DataFileError } from "../errors.js";
import { type Archive, extract } from "./extract.js";

const archive: Archive = {
  name: "Toy",
  folder: "toy",
  files: { "a.bin": 5, "b.bin": 3, "names.txt": null },
  ignored: ["readme.html"],
};

interface Entry {
  readonly path: string;
  readonly content?: string;
  readonly type?: types.EntryTypeName;
  readonly linkpath?: string;
  /** What the header says of the length, if that is not the content's. */
  readonly size?: number;
}

function tarOf(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ path, content = "", type = "File", linkpath, size = content.length }) => {
    const header = new Header({ path, size, type, mode: 0o644, ...(linkpath === undefined ? {} : { linkpath }) });
    const block = Buffer.alloc(512);
    header.encode(block, 0);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return [block, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const good: readonly Entry[] = [
  { path: "toy/", type: "Directory" },
  { path: "toy/a.bin", content: "hello" },
  { path: "toy/readme.html", content: "<p>" },
  { path: "toy/b.bin", content: "yes" },
  { path: "toy/names.txt", content: "one\ntwo\n" },
];

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bernoulli-extract-"));
  mkdirSync(join(root, "data"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const target = () => join(root, "data");

function unpack(bytes: Buffer): Promise<string> {
  const path = join(root, "toy.tar.gz");
  writeFileSync(path, bytes);
  return extract(archive, path, target());
}

/** The error's text; nothing may be left of the attempt, inside or outside. */
async function refusal(bytes: Buffer): Promise<string> {
  const error = await unpack(bytes).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof DataFileError)) throw new Error(`expected a DataFileError, got ${String(error)}`);
  expect(readdirSync(root).sort()).toEqual(["data", "toy.tar.gz"]);
  expect(readdirSync(target())).toEqual([]);
  return error.message.replaceAll(root, "DIR").replaceAll("\\", "/");
}

const refusalOf = (entries: readonly Entry[]) => refusal(gzipSync(tarOf(entries)));
const because = (problem: string) =>
  `Toy: DIR/toy.tar.gz is not the official archive: ${problem}; remove it, and download it again`;

describe("an archive", () => {
  it("is unpacked, without what is ignored, over what was there", async () => {
    mkdirSync(join(target(), "toy"));
    writeFileSync(join(target(), "toy", "old.bin"), "half of a former attempt");
    expect(await unpack(gzipSync(tarOf(good)))).toBe(join(target(), "toy"));
    expect(readdirSync(join(target(), "toy")).sort()).toEqual(["a.bin", "b.bin", "names.txt"]);
    expect(readFileSync(join(target(), "toy", "a.bin"), "utf8")).toBe("hello");
    expect(readdirSync(target())).toEqual(["toy"]);
  });

  test.each<[string, Entry, string]>([
    ["a path that climbs", { path: "toy/../../evil", content: "x" }, `its entry "toy/../../evil" leads outside`],
    ["a climb at its beginning", { path: "../evil", content: "x" }, `its entry "../evil" leads outside`],
    ["a climb in Windows' way", { path: "toy\\..\\evil", content: "x" }, `leads outside`],
    ["an absolute path", { path: "/tmp/evil", content: "x" }, `its entry "/tmp/evil" leads outside`],
    ["a drive's path", { path: "C:/evil", content: "x" }, `its entry "C:/evil" leads outside`],
    [
      "a symbolic link",
      { path: "toy/a.bin", type: "SymbolicLink", linkpath: "/etc/passwd" },
      `its entry "toy/a.bin" is no file but a SymbolicLink`,
    ],
    [
      "a hard link",
      { path: "toy/b.bin", type: "Link", linkpath: "../../evil" },
      `its entry "toy/b.bin" is no file but a Link`,
    ],
    [
      "a device",
      { path: "toy/b.bin", type: "CharacterDevice" },
      `its entry "toy/b.bin" is no file but a CharacterDevice`,
    ],
    ["a folder of its own", { path: "toy/more/", type: "Directory" }, `it has a directory "toy/more/"`],
    ["a file of its own", { path: "toy/more.bin", content: "x" }, `it has a file "toy/more.bin"`],
    ["a file beside the folder", { path: "a.bin", content: "hello" }, `it has a file "a.bin"`],
    [
      "a file of another length",
      { path: "toy/a.bin", content: "hell" },
      `its file "toy/a.bin" has 4 bytes, expected 5`,
    ],
  ])("is refused with %s", async (_, entry, problem) => {
    // First and last: before anything is read, and after all is.
    for (const entries of [
      [entry, ...good],
      [...good.filter(({ path }) => path !== entry.path), entry],
    ]) {
      expect(await refusalOf(entries)).toContain(problem);
    }
    expect(existsSync(join(root, "evil"))).toBe(false);
  });

  it("is refused with a file twice, or without one", async () => {
    expect(await refusalOf([...good, good[1]!])).toBe(because(`it has "toy/a.bin" twice`));
    expect(await refusalOf(good.slice(0, 3))).toBe(because("it lacks b.bin, names.txt"));
  });

  it("is refused where it unpacks to more than it should", async () => {
    const names = { path: "toy/names.txt", content: "x".repeat((1 << 20) + 1) };
    expect(await refusalOf([...good.slice(0, 4), names])).toBe(
      because(`its file "toy/names.txt" has 1,048,577 bytes, expected 1,048,576 at most`),
    );
    // A bomb: 64 MB of nothing in 64 KB.
    expect(await refusal(gzipSync(Buffer.concat([tarOf(good), Buffer.alloc(64 << 20)])))).toMatch(
      /unpacks to more than/,
    );
  });
});

describe("damage", () => {
  it("is told wherever the archive ends", async () => {
    const whole = gzipSync(tarOf(good));
    for (const end of [0, 1, 9, 10, 11, 50, whole.length - 9, whole.length - 1])
      expect(await refusal(whole.subarray(0, end)), `cut at ${end}`).toMatch(
        /^Toy: DIR\/toy\.tar\.gz is not the official/,
      );
  });

  it("is told where the tar inside ends, its blocks missing", async () => {
    const whole = tarOf(good);
    for (const end of [512, 700, 1024, 1500, whole.length - 1024 - 512])
      expect(await refusal(gzipSync(whole.subarray(0, end))), `cut at ${end}`).toMatch(/^Toy: /);
  });

  it("is told of a header whose checksum is wrong, or whose length lies", async () => {
    const wrong = tarOf(good);
    wrong[512] = wrong[512]! ^ 1;
    expect(await refusal(gzipSync(wrong))).toMatch(/^Toy: .* is not the official archive: /);
    expect(await refusalOf([...good.slice(0, 4), { path: "toy/names.txt", content: "abc", size: 900_000 }])).toMatch(
      /^Toy: .* is not the official archive: /,
    );
    expect(await refusalOf([{ path: "toy/names.txt", content: "abc", size: 8_000_000_000 }, ...good])).toMatch(
      /has 8,000,000,000 bytes, expected 1,048,576 at most/,
    );
  });

  it("is told of what is no gzip, and of no file", async () => {
    expect(await refusal(Buffer.from("<html>Not Found</html>"))).toBe(because("incorrect header check"));
    await expect(extract(archive, join(root, "none"), target())).rejects.toThrowError(/^Toy: there is no file /);
  });

  it("of single bytes never gets past it unseen, nor hangs", async () => {
    const whole = gzipSync(tarOf(good));
    for (let at = 10; at < whole.length; at += 7) {
      const flipped = Buffer.from(whole);
      flipped[at] = flipped[at]! ^ 0x55;
      expect(await refusal(flipped), `byte ${at}`).toMatch(/^Toy: /);
    }
  });
});

it.skipIf(process.getuid?.() === 0)("tells of a directory that cannot be written", async () => {
  const { chmodSync } = await import("node:fs");
  const path = join(root, "toy.tar.gz");
  writeFileSync(path, gzipSync(tarOf(good)));
  chmodSync(target(), 0o500);
  await expect(extract(archive, path, target())).rejects.toThrowError(/cannot be written \(EACCES\)/);
});

it("tells of a file in the directory's place", async () => {
  const path = join(root, "toy.tar.gz");
  writeFileSync(path, gzipSync(tarOf(good)));
  await expect(extract(archive, path, path)).rejects.toThrowError(/cannot be written \((ENOTDIR|EEXIST)\)/);
});
