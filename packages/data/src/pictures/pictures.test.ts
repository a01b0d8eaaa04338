// saveImage, and what makeGrid refuses. makeGrid's numbers are compared with torchvision's in transforms/goldens.test.ts.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ones, tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { decode } from "fast-png";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeGrid } from "../index.js";
import { saveImage } from "../node.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pictures-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("saveImage", () => {
  it("writes floats as rounded bytes, cut at 0 and 255, and bytes as they are", () => {
    const path = join(folder, "a.png");
    saveImage(tensor([-1, 0.5, 2, 0.1]).view(1, 2, 2), path);
    const read = decode(readFileSync(path));
    expect([read.width, read.height, read.channels]).toEqual([2, 2, 3]);
    expect([...read.data].filter((_, at) => at % 3 === 0)).toEqual([0, 128, 255, 26]);
    saveImage(tensor(Uint8Array.of(1, 2, 3)).view(3, 1, 1), path);
    expect([...decode(readFileSync(path)).data]).toEqual([1, 2, 3]);
    saveImage([zeros(3, 4, 5), ones(3, 4, 5)], path, { padding: 1 });
    expect(decode(readFileSync(path))).toMatchObject({ width: 13, height: 6 });
  });

  it("says what cannot be written", () => {
    const refused = [
      () => saveImage(ones(2, 3, 3), join(folder, "a.png")),
      () => saveImage(ones(3, 3), 3 as never),
      () => saveImage(ones(3, 3), "a.png", { rows: 3 } as never),
    ];
    expect(refused.map(thrown)).toMatchInlineSnapshot(`
      [
        "ShapeError: saveImage: expected images of 1, 3 or 4 channels, got 2",
        "ArgumentError: saveImage: path must be a string, but got 3",
        "ArgumentError: saveImage: got an unexpected option rows; take some of { nrow, padding, normalize, valueRange, scaleEach, padValue }",
      ]
    `);
    expect(thrown(() => saveImage(ones(3, 3), join(folder, "none", "a.png")))).toContain("cannot be written (ENOENT");
  });
});

describe("makeGrid", () => {
  it("refuses what are no images", () => {
    const refused = [
      () => makeGrid(ones(3)),
      () => makeGrid([]),
      () => makeGrid([3] as never),
      () => makeGrid(ones(0, 3, 2, 2)),
      () => makeGrid(ones(3, 3), { nrow: 0 }),
      () => makeGrid(ones(3, 3), { padding: -1 }),
      () => makeGrid(ones(3, 3), { normalize: true, valueRange: 3 as never }),
    ];
    expect(refused.map(thrown)).toMatchInlineSnapshot(`
      [
        "ShapeError: makeGrid: expected images of shape (N, C, H, W), (C, H, W) or (H, W), got [3]",
        "ArgumentError: makeGrid: tensor or list of tensors expected",
        "ArgumentError: makeGrid: tensor or list of tensors expected",
        "ShapeError: makeGrid: expected images of shape (N, C, H, W), (C, H, W) or (H, W), got [0, 3, 2, 2]",
        "ArgumentError: makeGrid: nrow must be at least 1, but got 0",
        "ArgumentError: makeGrid: padding must be an integer of at least 0, but got -1",
        "ArgumentError: makeGrid: value_range has to be a pair (min, max) if specified",
      ]
    `);
  });
});
