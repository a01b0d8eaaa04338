// Data files of every kind with something wrong in them. More of them: hostile.soak.ts.

import { expect, it } from "vitest";
import { type ReaderName, readers, tryChanges } from "./hostile.testing.js";

it.each(Object.keys(readers) as ReaderName[])(
  "%s: changed files are refused in words, or read rightly",
  async (name) => {
    const refused = await tryChanges(name, 1, 300);
    expect(refused).toBeGreaterThan(30);
    // A checksum tells of every change of a picture, but for that of its last chunk.
    if (name !== "PNG") expect(refused).toBeLessThan(300);
  },
);
