// Pictures in the formats and sizes that people have, and files that are none.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { UsageError } from "@bernoulli/programs";
import { seeded } from "@bernoulli/testing";
import { encode } from "fast-png";
import jpeg from "jpeg-js";
import { afterAll, describe, expect, it, test } from "vitest";
import { readPicture } from "./picture.js";

const folder = mkdtempSync(join(tmpdir(), "cifar-example-picture-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The red, green and blue of the pixel at (y, x). */
const pixel = (planes: Uint8Array, y: number, x: number) =>
  [0, 1, 2].map((channel) => planes[channel * 1024 + y * 32 + x]);

/** The left half is red, the right half blue. */
function halves(width: number, height: number, channels: 3 | 4): Uint8Array {
  const data = new Uint8Array(width * height * channels).fill(255);
  for (let at = 0; at < width * height; at++) {
    const isLeft = at % width < width / 2;
    data.set(isLeft ? [200, 10, 20] : [20, 10, 200], at * channels);
  }
  return data;
}

describe("a picture", () => {
  test.each([32, 64, 100, 8, 333])("of %i × that PNG pixels", (size) => {
    const planes = readPicture(
      write("a.png", encode({ width: size, height: size, data: halves(size, size, 3), channels: 3 })),
    );
    expect(planes).toHaveLength(3072);
    expect(pixel(planes, 0, 0)).toEqual([200, 10, 20]);
    expect(pixel(planes, 31, 31)).toEqual([20, 10, 200]);
  });

  it("that is not square is cut to its middle", () => {
    const data = new Uint8Array(96 * 32 * 3);
    for (let y = 0; y < 32; y++) for (let x = 32; x < 64; x++) data.set([1, 2, 3], 3 * (y * 96 + x));
    const planes = readPicture(write("wide.png", encode({ width: 96, height: 32, data, channels: 3 })));
    expect([pixel(planes, 5, 0), pixel(planes, 5, 31)]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it("with alpha, in grey, of 16 bits, as JPEG", () => {
    const alpha = readPicture(
      write("alpha.png", encode({ width: 32, height: 32, data: halves(32, 32, 4), channels: 4 })),
    );
    expect(pixel(alpha, 3, 3)).toEqual([200, 10, 20]);
    const grey = readPicture(
      write("grey.png", encode({ width: 32, height: 32, data: new Uint8Array(1024).fill(77), channels: 1 })),
    );
    expect(pixel(grey, 9, 9)).toEqual([77, 77, 77]);
    const deep = new Uint16Array(3072).fill(0x1234);
    expect(
      pixel(
        readPicture(write("deep.png", encode({ width: 32, height: 32, data: deep, channels: 3, depth: 16 }))),
        1,
        1,
      ),
    ).toEqual([0x12, 0x12, 0x12]);
    const photograph = jpeg.encode({ width: 64, height: 64, data: halves(64, 64, 4) }, 100).data;
    const planes = readPicture(write("photograph.jpg", photograph));
    for (const [at, wanted] of [200, 10, 20].entries())
      expect(Math.abs(pixel(planes, 4, 4)[at]! - wanted)).toBeLessThan(6);
  });
});

const chunk = (type: string, data: Uint8Array) => {
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(data, crc32(type)));
  return Buffer.concat([length, Buffer.from(type), data, checksum]);
};

/** A PNG's header chunk: grey, a byte a pixel. */
function headerOf(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = 8;
  return chunk("IHDR", data);
}

/** A PNG of one row of one byte, whatever it says of its size. */
function claiming(width: number, height: number, more: Uint8Array = new Uint8Array()): Buffer {
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const pixels = chunk("IDAT", deflateSync(Uint8Array.of(0, 0)));
  return Buffer.concat([signature, headerOf(width, height), more, pixels, chunk("IEND", new Uint8Array())]);
}

/** A copy of a PNG with a number of its header written over, and the header's checksum. */
function withHeader(file: Uint8Array, at: number, value: number): Buffer {
  const copy = Buffer.from(file);
  copy.writeUInt32BE(value, at);
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}

/** A JPEG that says a size. */
function jpegOf(width: number, height: number): Buffer {
  const file = Buffer.from(jpeg.encode({ width: 8, height: 8, data: halves(8, 8, 4) }, 50).data);
  const frame = file.indexOf(Buffer.of(0xff, 0xc0));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return file;
}

describe("what is no picture", () => {
  const png = encode({ width: 32, height: 32, data: halves(32, 32, 3), channels: 3 });

  test.each<[string, () => string, RegExp]>([
    ["a file that is not there", () => join(folder, "none.png"), /none\.png cannot be read \(ENOENT\)$/],
    [
      "a text",
      () => write("text.png", Buffer.from("hello")),
      /text\.png is neither a PNG nor a JPEG; convert it to one of them$/,
    ],
    ["nothing", () => write("empty.png", new Uint8Array(0)), /neither a PNG nor a JPEG/],
    ["half a PNG", () => write("half.png", png.subarray(0, png.length / 2)), /half\.png cannot be decoded: /],
    ["a directory", () => folder, / is a directory; name a PNG or JPEG file$/],
    [
      "a PNG of 67 bytes that says it has 4·10⁹ pixels",
      () => write("claims.png", claiming(64_000, 64_000)),
      /claims\.png cannot be decoded: it says that it has 64000 × 64000 pixels, and 67,108,864 are the most; scale it down$/,
    ],
    [
      "a PNG that says it has more pixels than are in it",
      () => write("few.png", claiming(8000, 8000)),
      /its 8000 × 8000 pixels take 64008000 bytes, but it has 2; it was cut off$/,
    ],
    ["a PNG of no width", () => write("thin.png", claiming(0, 7)), /says that it has 0 × 7 pixels, and so none$/],
    ["a PNG of no height", () => write("flat.png", claiming(7, 0)), /says that it has 7 × 0 pixels, and so none$/],
    [
      "a PNG with more pixels than it says",
      () => write("more.png", withHeader(png, 16, 1)),
      /more\.png cannot be decoded: it has more pixels than 1 × 32$/,
    ],
    [
      "a PNG whose second header says more than the first",
      () => write("twice.png", claiming(1, 1, headerOf(60_000, 60_000))),
      /^$/,
    ],
    ["a JPEG of no width", () => write("thin.jpg", jpegOf(0, 8)), /says that it has 0 × 8 pixels, and so none$/],
    ["a JPEG of no height", () => write("flat.jpg", jpegOf(8, 0)), /says that it has 8 × 0 pixels, and so none$/],
    [
      "a JPEG that says it has 4·10⁹ pixels",
      () => write("claims.jpg", jpegOf(65_535, 65_535)),
      /it says that it has 65535 × 65535 pixels, and 67,108,864 are the most; scale it down$/,
    ],
    [
      "a JPEG of very many scans",
      () => write("scans.jpg", Buffer.concat([jpegOf(8, 8), ...Array(300).fill(Buffer.of(0xff, 0xda))])),
      /it has 30[01] scans of 64 pixels; save it anew, as one scan$/,
    ],
    ["a JPEG's first bytes", () => write("half.jpg", Uint8Array.of(0xff, 0xd8, 0xff)), /half\.jpg cannot be decoded: /],
  ])("%s", (_, path, text) => {
    // The empty text: it is read by its first header.
    if (text.source === "^$") expect(readPicture(path())).toHaveLength(3072);
    else expect(() => readPicture(path())).toThrow(text);
  });

  it.runIf(process.platform !== "win32")("a pipe that nobody writes to", () => {
    execFileSync("mkfifo", [join(folder, "pipe.png")]);
    expect(() => readPicture(join(folder, "pipe.png"))).toThrow(/pipe\.png is no file; name a PNG or JPEG file$/);
  });

  it("whatever is changed in a good one: it is read, or refused with a line", () => {
    const good = [png, jpeg.encode({ width: 16, height: 16, data: halves(16, 16, 4) }, 60).data];
    let refused = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = seeded(seed);
      const bytes = Uint8Array.from(good[seed % 2]!);
      for (let change = 0; change < 3; change++)
        bytes[Math.floor(random() ** 2 * bytes.length)] = Math.floor(random() * 256);
      try {
        expect(
          readPicture(write("changed", random() < 0.8 ? bytes : bytes.subarray(0, random() * bytes.length))),
        ).toHaveLength(3072);
      } catch (error) {
        if (!(error instanceof UsageError)) throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(50);
  });
});
