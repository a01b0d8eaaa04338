// The choice of instructions, and products in every tile against the reference backend.
// In a process of its own: what it looks at is chosen once.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  Generator,
  getDefaultDevice,
  normal,
  randn,
  scope,
  setDefaultDevice,
  type Tensor,
  tensor,
} from "../../index.js";
import { allowRelaxedSimd, fusesMultiplyAdd, getSimd, hasRelaxedSimd, setSimd, tiles } from "./simd.js";
import { nodeVersion } from "./threads/host.js";

// In Node 20 relaxed SIMD is behind a flag; without it there is one choice to test.
allowRelaxedSimd();

const before = getSimd();
const device = getDefaultDevice();
beforeEach(() => setSimd(before));
afterEach(() => {
  setSimd(before);
  setDefaultDevice(device);
});

const choices = hasRelaxedSimd() ? (["portable", "relaxed", "wide"] as const) : (["portable"] as const);

describe("the instructions", () => {
  it("are relaxed where there are such", () => {
    expect(nodeVersion()! >= 20).toBe(true);
    expect(hasRelaxedSimd()).toBe(true);
    expect(before).toBe("relaxed");
    expect(fusesMultiplyAdd()).toBe(true);
  });

  it("are of known names", () => {
    expect(() => setSimd("fast" as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: setSimd: unknown instructions "fast"; take one of portable, relaxed, wide]`,
    );
  });
});

describe.each(choices)("%s", (simd) => {
  it.each([
    [1, 1, 1],
    [5, 7, 8],
    [6, 40, 16],
    [13, 700, 17],
    [31, 3, 49],
    [64, 1300, 100],
  ])("multiplies %i × %i by %i", (m, k, n) => {
    setSimd(simd);
    expect(getSimd()).toBe(simd);
    scope(() => {
      const [a, b] = [randn(m, k), randn(k, n)];
      const product = a.matmul(b).toTypedArray() as Float32Array;
      setDefaultDevice("reference");
      const [c, d] = [copied(a), copied(b)];
      const wanted = c.matmul(d).toTypedArray() as Float32Array;
      const norm = Math.hypot(...wanted);
      const difference = Math.hypot(...product.map((value, at) => value - wanted[at]!));
      expect(difference / norm).toBeLessThan(1e-6);
    });
  });

  it("draws the same normal numbers as every other", () => {
    const drawn = [simd, choices[0]].map((own) => {
      setSimd(own);
      return scope(() => normal(3, 0.7, [10_007], { generator: new Generator({ seed: 5 }) }).toTypedArray());
    });
    expect(drawn[0]).toEqual(drawn[1]);
  });

  it("has a tile that is a tile", () => {
    const { rows, columns } = tiles[simd];
    expect([rows % 1, columns % 8]).toEqual([0, 0]);
  });
});

function copied(source: Tensor): Tensor {
  return tensor(source.toTypedArray() as Float32Array).view(...source.shape);
}
