// The setup file equality.testing.ts: what toEqual said without it, it says with it.

import { expect, it } from "vitest";

it("numbers that are equal are, and others are not", () => {
  const long = Float32Array.from({ length: 300_000 }, (_, at) => (at % 7 === 0 ? Number.NaN : -at));
  expect(long).toEqual(long.slice());
  expect(long).not.toEqual(long.slice(1));
  expect([...long]).toEqual([...long]);
  expect(Float32Array.of(0, Number.NaN)).not.toEqual(Float32Array.of(-0, Number.NaN));
  expect([0]).not.toEqual([-0]);
  expect(Uint8Array.of(1)).not.toEqual(Int8Array.of(1));
  expect([1]).not.toEqual(Float32Array.of(1));
  expect(new Float32Array(8).subarray(2, 4)).toEqual(new Float32Array(2));
  expect({ a: [Float32Array.of(1)] }).toEqual({ a: [Float32Array.of(1)] });
  expect({ a: [Float32Array.of(1)] }).not.toEqual({ a: [Float32Array.of(2)] });
  expect([1, undefined]).toEqual([1, undefined]);
  expect([1, expect.any(Number)]).toEqual([1, expect.any(Number)]);
});

it("of NaN with other bits too", () => {
  const words = Uint32Array.of(0x7fc00000, 0x7fc00001);
  const [plain, other] = [new Float32Array(words.buffer, 0, 1), new Float32Array(words.buffer, 4, 1)];
  expect(plain).toEqual(other);
});
