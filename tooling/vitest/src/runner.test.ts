// The runner against examples that hold and examples that break: a runner that passes everything would be worthless.
import { expect, test } from "vitest";
import { matches, parseLiteral } from "./compare.js";
import { compileExample } from "./compile.js";
import { fileExamples } from "./extract.js";
import { runExample } from "./run.js";

const run = async (code: string): Promise<void> =>
  runExample("some.ts", await compileExample({ file: "some.ts", line: 1, code }), (name) => import(name));

test("finds the blocks of docstrings, with their lines", () => {
  const text = [
    'const decoy = "/** ```ts */";',
    "/**",
    " * Adds.",
    " *",
    " * @example",
    " * ```ts",
    " * const a: number = 1;",
    " *   a; // → 1",
    " * ```",
    " */",
    "export function add(): void {}",
    "export interface Options {",
    "  /** ```js",
    "   * no();",
    "   * ```",
    "   */",
    "  size: number;",
    "  /**",
    "   * ```ts",
    "   * 2; // → 2",
    "   * ```",
    "   */",
    "}",
    "// ```ts",
  ].join("\n");
  expect(fileExamples("/some.ts", text)).toEqual([
    { file: "/some.ts", line: 7, code: "const a: number = 1;\n  a; // → 1" },
    { file: "/some.ts", line: 20, code: "2; // → 2" },
  ]);
});

test("finds the blocks of a README and refuses one that is not closed", () => {
  expect(fileExamples("README.md", "# A\n\n```ts\n1;\n```\n```bash\nls\n```\n")).toEqual([
    { file: "README.md", line: 4, code: "1;" },
  ]);
  expect(() => fileExamples("README.md", "```ts\n1;\n")).toThrow("README.md:2: the example is not closed");
});

test("examples that hold pass", async () => {
  await run(`
    import { basename } from "node:path";
    import type { ParsedPath } from "node:path";
    class Point { constructor(readonly x: number) {} toString() { return "Point(" + this.x + ")\\n  end"; } }
    basename("/a/b"); // → "b"
    new Float32Array([0.1, NaN]); // → [0.1, NaN]
    ({ a: [1, -2], b: null }); // → { a: [1, -2], "b": null }
    new Point(3);
    // → Point(3)
    //     end
    console.log("loss", 2); // → loss 2
    for (const n of [4, 4]) {
      n; // → 4
    }
    await Promise.resolve(5); // → 5
    (() => { throw new TypeError("wrong size 3"); })(); // throws wrong size
    await Promise.reject(new Error("late")); // throws late
    const path: ParsedPath | null = null;
    path; // → null
  `);
});

test.each([
  ["1 + 1; // → 3", "some.ts:1: the example states 3, but it is 2"],
  ["'a'; // → \"b\"", 'some.ts:1: the example states "b", but it is "a"'],
  ["console.log(1); // → 2", 'some.ts:1: the example states 2, but it is "1"'],
  ["await Promise.resolve([1]); // → [1, 2]", "some.ts:1: the example states [1, 2], but it is [1]"],
  ["1; // throws no", 'some.ts:1: the example states that it throws "no", but it does not throw'],
  ["null.x; // throws lost", 'some.ts:1: the example states that it throws "lost", but it throws "Cannot read'],
  ["await Promise.resolve(1); // throws no", "does not throw"],
  ["if (false) {\n  1; // → 1\n}", "has 1 checks, of which only 0 were reached"],
  ["const a = 1; // → 1", 'some.ts:1: nothing to check against "1"'],
  ["1;\n\n// → 1", 'some.ts:3: nothing to check against "1"'],
  ["missing();", "missing is not defined"],
  ["throw new Error('plain');", "plain"],
])("an example that breaks fails: %s", async (code, message) => {
  await expect(async () => run(code)).rejects.toThrow(message);
});

test("literals", () => {
  expect(parseLiteral("[1, -Infinity, 'a']")).toEqual({ value: [1, Number.NEGATIVE_INFINITY, "a"] });
  expect(parseLiteral("tensor([1])")).toBeNull();
  expect(parseLiteral("1 2")).toBeNull();
  expect(matches(1.0000005, "1")).toBe(true);
  expect(matches(1.000002, "1")).toBe(false);
  expect(matches(1e-30, "0")).toBe(false);
  expect(matches(Number.NaN, "NaN")).toBe(true);
  expect(matches({ a: 1, b: 2 }, "{ a: 1 }")).toBe(false);
  expect(matches([1], "1")).toBe(false);
  expect(matches(undefined, "undefined")).toBe(true);
});
