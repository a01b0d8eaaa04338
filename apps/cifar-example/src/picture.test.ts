// Pictures in the formats and sizes that people have, and files that are none.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    ["a JPEG's first bytes", () => write("half.jpg", Uint8Array.of(0xff, 0xd8, 0xff)), /half\.jpg cannot be decoded: /],
  ])("%s", (_, path, text) => {
    expect(() => readPicture(path())).toThrow(text);
  });
});
