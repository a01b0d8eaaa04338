// Files of every format with something wrong in them. More of them: hostile.soak.ts.

import { expect, it } from "vitest";
import { type ReaderName, readers, tryChanges } from "./hostile.testing.js";

it.each(Object.keys(readers) as ReaderName[])(
  "%s: changed files are refused in words or read, and leave nothing behind",
  async (name) => {
    const refused = await tryChanges(name, 1, 200);
    expect(refused).toBeGreaterThan(50);
    expect(refused).toBeLessThan(200);
  },
);

/** What a soak has found. */
it.each<[ReaderName, number]>([
  // Two tensors of one storage that say different sizes of it.
  ["torch archive, checksums mended", 1_040_110],
  // Bools that are said to require a gradient.
  ["torch before 1.6", 1_088_709],
])("%s, seed %i", async (name, seed) => {
  expect(await tryChanges(name, seed, 1)).toBe(1);
});
