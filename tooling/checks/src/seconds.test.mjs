// Seconds a family, of a report as vitest writes it.
// @ts-check
import { expect, it } from "vitest";
import { filesOf, table } from "./seconds.mjs";

const file = (/** @type {string} */ name, /** @type {(number | null)[]} */ ...durations) => ({
  name: `/p/src/${name}`,
  assertionResults: durations.map((duration) => ({ duration })),
});

it("adds up a folder's files, names the slowest, and leaves small families out of the list but not out of the sum", () => {
  const testResults = [file("ops/a.test.ts", 500, 700), file("ops/b.test.ts", 2000, null), file("c.test.ts", 50)];
  expect(table(filesOf({ name: "@x/p", directory: "/p" }, { testResults }), 0.1)).toMatchInlineSnapshot(`
    "    3.2 s      4 tests  @x/p ops (b.test.ts 2.0 s)
        3.3 s  in 2 families"
  `);
});
