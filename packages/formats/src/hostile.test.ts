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
