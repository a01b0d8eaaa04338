import { describe, expect, it } from "vitest";
import { fusedDouble, fusedFloat } from "./fused-multiply-add.js";

describe("fusedFloat", () => {
  // 1 + 2⁻²³ + 2⁻²⁴ is the middle of two float32, and what float64 rounds both sums below to.
  const middle = 1 + 2 ** -23 + 2 ** -24;
  const nearlyOne = [1 - 2 ** -18, 1 + 2 ** -18] as const;

  it("rounds a sum just below the middle of two float32 down", () => {
    const [a, b] = [nearlyOne[0], 2 ** -24 * nearlyOne[1]];
    expect(a * b + (1 + 2 ** -23)).toBe(middle);
    expect(fusedFloat(a, b, 1 + 2 ** -23)).toBe(1 + 2 ** -23);
    expect(fusedFloat(-a, b, -1 - 2 ** -23)).toBe(-1 - 2 ** -23);
  });

  it("rounds a sum just above the middle of two float32 up", () => {
    const [a, b] = [2 ** -24 * nearlyOne[1], nearlyOne[1]];
    // Here ties to even would go down: 1 + 2⁻²⁴ lies between 1 and 1 + 2⁻²³.
    expect(Math.fround(1 + 2 ** -24 + 2 ** -60)).toBe(1);
    expect(fusedFloat(a, 1, 1)).toBe(1 + 2 ** -23);
    expect(fusedFloat(2 ** -24, 1 + 2 ** -23, 1)).toBe(1 + 2 ** -23);
    expect(fusedFloat(-a, b, -1)).toBe(-1 - 2 ** -23);
  });

  it("leaves an exact tie to the even neighbour", () => {
    expect(fusedFloat(2 ** -12, 2 ** -12, 1)).toBe(1);
    expect(fusedFloat(2 ** -12, 2 ** -12, 1 + 2 ** -23)).toBe(1 + 2 ** -22);
  });

  it("is the ordinary sum where nothing is lost", () => {
    expect(fusedFloat(3, 5, 7)).toBe(22);
    expect(fusedFloat(0, 5, -7)).toBe(-7);
  });
});

describe("fusedDouble", () => {
  /** The float64 nearest to a · b + c, from whole numbers: each is m · 2⁻⁶⁰, m an integer. */
  function exact(a: number, b: number, c: number): number {
    const [m, n, o] = [a, b, c].map((value) => BigInt(value * 2 ** 60)) as [bigint, bigint, bigint];
    const sum = m * n + (o << 60n);
    // Number(bigint) rounds to nearest, ties to even.
    return Number(sum) * 2 ** -120;
  }

  it("agrees with arithmetic on whole numbers", () => {
    let state = 1;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state;
    };
    let differsFromUnfused = 0;
    for (let count = 0; count < 2000; count++) {
      const a = (next() * 2 ** 21 + (next() >>> 11)) * 2 ** -53;
      const b = (next() - 2 ** 31) * 2 ** -31;
      const c = (next() - 2 ** 31) * 2 ** -33;
      expect(fusedDouble(a, b, c)).toBe(exact(a, b, c));
      if (a * b + c !== exact(a, b, c)) differsFromUnfused += 1;
    }
    expect(differsFromUnfused).toBeGreaterThan(100);
  });

  it("stays finite where the halves would overflow", () => {
    expect(fusedDouble(0.5, 1.5e308, 0)).toBe(0.75e308);
  });
});
