// The API report: what does not change the API leaves it as it is, and what does is shown.
import { expect, test } from "vitest";
import { compareReports, normalise } from "./report.mjs";

test("comments, order of exports and hashes do not count", () => {
  const one = normalise(
    '/** Adds. */\ndeclare function add(a: number): number;\nimport { T } from "./shared-B0fJk2_a.js";\n\nexport { type Z, add, T as A };\n',
  );
  const other = normalise(
    '// Sums.\ndeclare function add(a: number): number;\nimport { T } from "./shared-XXXXXXXX.js";\nexport { add, T as A, type Z };\n',
  );
  expect(one).toBe(other);
  expect(one).toMatchInlineSnapshot(`
    "declare function add(a: number): number;
    import { T } from "./shared.js";
    export {
      T as A,
      add,
      type Z,
    };
    "
  `);
});

test("a change is shown as the lines that differ", () => {
  const written = new Map([["index.d.ts", "declare const a: 1;\ndeclare const b: 2;\n"]]);
  const built = new Map([
    ["index.d.ts", "declare const b: 2;\ndeclare const a: 3;\n"],
    ["node.d.ts", "declare const c: 4;\n"],
  ]);
  expect(compareReports(written, written)).toEqual([]);
  expect(compareReports(written, built)).toEqual([
    "index.d.ts:",
    "- declare const a: 1;",
    "+ declare const a: 3;",
    "node.d.ts:",
    "+ declare const c: 4;",
  ]);
  expect(compareReports(built, written)).toContain("- declare const c: 4;");
});
