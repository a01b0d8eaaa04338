// decodeImage and readImage against PIL (family "pictures" of tooling/torch-fixtures), to the bit; and files that are cut, changed, or say that they
// are huge: an error that names the file, soon.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { scope } from "@bernoulli/tensor";
import { type FixtureTensor, loadFixtures, seeded, thrown } from "@bernoulli/testing";
import { encode } from "fast-png";
import { afterAll, describe, expect, it, test } from "vitest";
import { DataFileError } from "../index.js";
import { decodeImage, readImage } from "../node.js";

const folder = mkdtempSync(join(tmpdir(), "bernoulli-decode-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { cases } = loadFixtures("pictures");
const bytesOf = (name: string) =>
  Uint8Array.from((cases.find((golden) => golden.name === name)!["file"] as FixtureTensor).data as ArrayLike<number>);

test.each(cases)("$name", (golden) => {
  const file = bytesOf(golden.name);
  for (const [mode, wanted] of [
    ["RGB", golden["rgb"]],
    ["GRAY", golden["grey"]],
  ] as const) {
    const image = decodeImage(file, mode);
    expect([image.dtype, image.shape]).toEqual(["uint8", (wanted as FixtureTensor).shape]);
    expect([...image.toTypedArray()], mode).toEqual([...(wanted as FixtureTensor).data]);
  }
});

it("keeps the channels that there are, unless a mode says otherwise", () => {
  const channels = (name: string) => decodeImage(bytesOf(name)).size(0);
  expect(
    ["JPEG of grey", "JPEG with restarts", "PNG of grey with alpha", "PNG with alpha", "PNG with a palette"].map(
      channels,
    ),
  ).toEqual([1, 3, 2, 4, 3]);
  const deep = encode({ width: 1, height: 1, channels: 1, depth: 16, data: Uint16Array.of(0x1234) });
  expect(decodeImage(deep, "RGB").flatten().toArray()).toEqual([0x12, 0x12, 0x12]);
});

it("reads a file, and says what is wrong with one", () => {
  const path = join(folder, "a.jpg");
  writeFileSync(path, bytesOf("JPEG of grey"));
  expect(readImage(path, "RGB").shape).toEqual([3, 23, 31]);
  writeFileSync(join(folder, "note.txt"), "hello");
  writeFileSync(join(folder, "cut.jpg"), bytesOf("JPEG with restarts").subarray(0, 700));
  writeFileSync(join(folder, "cut.png"), bytesOf("PNG of colours").subarray(0, 700));
  const said = [
    () => readImage(join(folder, "none.jpg")),
    () => readImage(folder),
    () => readImage(join(folder, "note.txt")),
    () => readImage(join(folder, "cut.jpg")),
    () => readImage(join(folder, "cut.png")),
    () => readImage(path, "GREY" as never),
    () => decodeImage([1, 2] as never),
    () => decodeImage(new Uint8Array()),
  ].map((act) => thrown(act).replaceAll(folder, "DIR"));
  expect(said).toMatchInlineSnapshot(`
    [
      "DataFileError: readImage: the file DIR/none.jpg is missing: name another file",
      "DataFileError: readImage: DIR is a directory, where a file is expected: name another file",
      "DataFileError: DIR/note.txt is neither a PNG nor a JPEG; convert it to one of them",
      "DataFileError: DIR/cut.jpg cannot be decoded: Premature end of JPEG file",
      "DataFileError: DIR/cut.png cannot be decoded: it ends within its chunk "IDAT"; it was cut off",
      "ArgumentError: readImage: mode must be one of UNCHANGED, GRAY, RGB, but got "GREY"",
      "ArgumentError: decodeImage: expected the bytes as a Uint8Array, but got an array",
      "DataFileError: the image is neither a PNG nor a JPEG; convert it to one of them",
    ]
  `);
});

/** A chunk of a PNG, its checksum left at 0. */
const chunk = (type: string, data: Uint8Array) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(data, crc32(type)));
  return Buffer.concat([length, Buffer.from(type), data, checksum]);
};

/** A PNG of a few pixels, whatever it says of its size. */
function claiming(width: number, height: number, pixels = deflateSync(Uint8Array.of(0, 0))): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", new Uint8Array())]);
}

/** A JPEG that says another size than it has. */
function jpegOf(width: number, height: number, name = "JPEG with restarts"): Uint8Array {
  const file = Buffer.from(bytesOf(name));
  const frame = Math.max(file.indexOf(Buffer.of(0xff, 0xc0)), file.indexOf(Buffer.of(0xff, 0xc2)));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return file;
}

it("refuses a PNG with one bit of its pixels changed, but not one with a changed note", () => {
  const good = claiming(1, 1);
  const changed = (what: string, from: Uint8Array) => {
    const file = Buffer.from(from);
    file[file.indexOf(what) + 7]! ^= 1;
    return file;
  };
  expect(thrown(() => decodeImage(changed("IDAT", good)))).toMatchInlineSnapshot(
    `"DataFileError: the image cannot be decoded: its chunk "IDAT" has another checksum than it says; it is damaged"`,
  );
  const noted = Buffer.concat([good.subarray(0, -12), chunk("tEXt", Buffer.from("Title\0cat")), good.subarray(-12)]);
  expect(decodeImage(changed("tEXt", noted)).shape).toEqual([1, 1, 1]);
});

describe("what says that it is huge", () => {
  it("is refused before anything is decoded", () => {
    const begin = performance.now();
    const said = [
      () => decodeImage(claiming(64_000, 64_000)),
      () => decodeImage(claiming(8000, 8000)),
      () => decodeImage(claiming(0, 7)),
      () => decodeImage(claiming(2, 1, deflateSync(new Uint8Array(100 << 20)))),
      () => decodeImage(jpegOf(65_500, 65_500)),
      () => decodeImage(jpegOf(0, 5)),
    ].map(thrown);
    expect(said).toMatchInlineSnapshot(`
      [
        "DataFileError: the image cannot be decoded: it says that it has 64000 × 64000 pixels, and 67,108,864 are the most; scale it down",
        "DataFileError: the image cannot be decoded: its 8000 × 8000 pixels take 64008000 bytes, but it has 2; it was cut off",
        "DataFileError: the image cannot be decoded: it says that it has 0 × 7 pixels, and so none",
        "DataFileError: the image cannot be decoded: it has more pixels than 2 × 1",
        "DataFileError: the image cannot be decoded: it says that it has 65500 × 65500 pixels, and 67,108,864 are the most; scale it down",
        "DataFileError: the image cannot be decoded: it says that it has 0 × 5 pixels, and so none",
      ]
    `);
    expect(performance.now() - begin).toBeLessThan(20_000);
  });

  it("as a JPEG with next to nothing in it, or with hundreds of scans", () => {
    expect(thrown(() => decodeImage(jpegOf(2000, 2000)))).toMatchInlineSnapshot(
      `"DataFileError: the image cannot be decoded: Corrupt JPEG data: found marker 0xd9 instead of RST1"`,
    );
    const progressive = Buffer.from(bytesOf("JPEG of a photograph, 4:2:0, progressive"));
    const scan = progressive.subarray(progressive.indexOf(Buffer.of(0xff, 0xda)), -2);
    const many = Buffer.concat([progressive.subarray(0, -2), ...Array<Uint8Array>(300).fill(scan)]);
    expect(thrown(() => decodeImage(many))).toMatch(/it has \d+ scans of 713 pixels; save it anew, as one scan/);
  });
});

describe("cut and changed files", () => {
  const names = [
    "JPEG of a photograph, 4:2:0",
    "JPEG of a photograph, 4:2:0, progressive",
    "JPEG with restarts",
    "PNG of colours",
    "PNG with a palette and transparency",
    "PNG of 1 bit",
  ];

  test.each(names)("%s, cut anywhere, is refused", (name) => {
    const file = bytesOf(name);
    // A JPEG without its last two bytes, which mark the end, has all of its pixels.
    const last = file.length - (name.startsWith("JPEG") ? 3 : 1);
    for (let end = 0; end < last; end += Math.max(1, Math.floor(file.length / 60)))
      scope(() => expect(() => decodeImage(file.subarray(0, end)), `cut at ${end}`).toThrowError(DataFileError));
  });

  test.each(names)("%s, with bytes changed, gives a picture of that size or an error", (name) => {
    const file = bytesOf(name);
    const random = seeded(names.indexOf(name) + 1);
    let refused = 0;
    for (let at = 0; at < 60; at++) {
      const changed = file.slice();
      for (let change = 0; change <= at % 4; change++)
        changed[Math.floor(random() * file.length)] = Math.floor(random() * 256);
      scope(() => {
        try {
          const image = decodeImage(changed, "RGB");
          expect(image.numel()).toBeLessThanOrEqual(3 * 2 ** 26);
        } catch (error) {
          expect(error).toBeInstanceOf(DataFileError);
          refused += 1;
        }
      });
    }
    expect(refused).toBeGreaterThan(5);
    // What was refused leaves a decoder that works.
    expect(decodeImage(file).shape.slice(1)).toEqual([23, 31]);
  });
});
