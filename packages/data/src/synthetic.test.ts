// SyntheticShapes, against digests taken when it was made, so that no machine draws other pictures; and its promises.

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { pictureRandom } from "./synthetic/random.js";
import { shapeNames, shapes } from "./synthetic/shapes.js";
import { SyntheticShapes } from "./synthetic.js";

function pixels(pictures: SyntheticShapes): Uint8Array {
  return pictures
    .getBatch(Array.from({ length: pictures.length }, (_, index) => index))[0]
    .toTypedArray() as Uint8Array;
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

describe("SyntheticShapes", () => {
  it("draws the same bytes on every machine", () => {
    expect(digest(pixels(new SyntheticShapes({ length: 320 })))).toMatchInlineSnapshot(`"4694590268523d03"`);
    expect(digest(pixels(new SyntheticShapes({ train: false, length: 320 })))).toMatchInlineSnapshot(
      `"54ffc4c14819aa04"`,
    );
    expect(digest(pixels(new SyntheticShapes({ seed: 4294967295, length: 20 })))).toMatchInlineSnapshot(
      `"f080e7f9112b6e12"`,
    );
  });

  it("gives picture i whatever the length", () => {
    expect(pixels(new SyntheticShapes({ length: 40 })).subarray(0, 20 * 3072)).toEqual(
      pixels(new SyntheticShapes({ length: 20 })),
    );
  });

  it("has 2,500 pictures to learn from and 2,000 to test on, none twice, in balanced classes", () => {
    const train = new SyntheticShapes();
    const test = new SyntheticShapes({ train: false });
    expect([train.length, test.length]).toEqual([2500, 2000]);
    const seen = new Set<string>();
    for (const set of [train, test]) {
      const bytes = pixels(set);
      for (let at = 0; at < bytes.length; at += 3072) seen.add(digest(bytes.subarray(at, at + 3072)));
      expect(shapeNames.map((_, label) => set.targets.filter((target) => target === label).length)).toEqual(
        new Array(10).fill(set.length / 10),
      );
    }
    expect(seen.size).toBe(4500);
  });

  it("yields uint8 images, int32 labels and class names", () => {
    const pictures = new SyntheticShapes({ length: 12 });
    const [image, label] = pictures.get(11);
    expect([image.dtype, image.shape, label.dtype, label.shape]).toEqual(["uint8", [3, 32, 32], "int32", []]);
    expect(pictures.classes[label.item()]).toBe("ring");
    expect(pictures.classes).toHaveLength(10);
  });

  it("refuses seeds and lengths out of range", () => {
    expect(() => new SyntheticShapes({ seed: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: SyntheticShapes: seed must be an integer from 0 to 4294967295, got -1]`,
    );
    expect(() => new SyntheticShapes({ length: 2.5 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: SyntheticShapes: length must be a non-negative integer, got 2.5]`,
    );
    expect(() => new SyntheticShapes({ length: 3 }).get(3)).toThrowErrorMatchingInlineSnapshot(
      `[IndexError: SyntheticShapes: index 3 is out of range: expected an integer from 0 to 2]`,
    );
  });
});

describe("shapes", () => {
  it("have the areas of their formulas, in a grid over [−1, 1]²", () => {
    const steps = 400;
    const areas = shapeNames.map((name) => {
      let inside = 0;
      for (let row = 0; row < steps; row++) {
        for (let column = 0; column < steps; column++) {
          if (shapes[name]((2 * column + 1) / steps - 1, (2 * row + 1) / steps - 1)) inside += 1;
        }
      }
      return (4 * inside) / steps ** 2;
    });
    const area = Object.fromEntries(shapeNames.map((name, at) => [name, areas[at]!]));
    expect(area["disc"]).toBeCloseTo(Math.PI * 0.72, 1);
    expect(area["ring"]).toBeCloseTo(Math.PI * (0.85 - 0.25), 1);
    expect(area["square"]).toBeCloseTo(1.44 ** 2, 1);
    expect(area["triangle"]).toBeCloseTo((1.5 * (2 * 1.5)) / 1.732 / 2, 1);
    expect(area["cross"]).toBeCloseTo(2 * 1.8 * 0.6 - 0.36, 1);
    // Ten triangles with sides 1 and 0.45 and 36 degrees between.
    expect(area["star"]).toBeCloseTo(5 * 0.45 * Math.sin(Math.PI / 5), 1);
    expect(area["bars"]).toBeCloseTo(2 * 1.6 * 0.5, 1);
    expect(area["checker"]).toBeCloseTo(1.5 ** 2 / 2, 1);
    expect(area["crescent"]).toBeGreaterThan(1);
    expect(area["heart"]).toBeGreaterThan(1.5);
  });
});

describe("pictureRandom", () => {
  it("draws evenly, and another stream for other words", () => {
    const random = pictureRandom(1, 2, 3);
    const counts = new Array<number>(8).fill(0);
    for (let draw = 0; draw < 80_000; draw++) counts[random.below(8)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    const first = (...words: number[]) => pictureRandom(...words).bits();
    expect(new Set([first(0, 0, 0), first(0, 0, 1), first(0, 1, 0), first(1, 0, 0), first(0, 0)]).size).toBe(5);
    const drawn = random.between(-2, 3);
    expect(drawn >= -2 && drawn < 3).toBe(true);
  });
});
