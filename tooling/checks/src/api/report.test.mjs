// The API report: what does not change the API leaves it as it is, and what does is shown.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compareReports, makeReports } from "./report.mjs";

/** The reports of a package whose dist holds these files. */
function reportsOf(files, entries = { ".": "./dist/index.d.ts" }) {
  const directory = mkdtempSync(join(tmpdir(), "bernoulli-report-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, "dist", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return makeReports(directory, entries);
}

const files = {
  "index.d.ts": `import "./methods.js";
export * from "@bernoulli/tensor";
export { type Other, functional as F } from "@bernoulli/nn";
export * as data from "@bernoulli/data";
export { add, Hidden as Shown } from "./add.js";
export * as math from "./math.js";`,
  "add.d.ts": `/** Of an operand. */
interface Operand { readonly of: import("./deep/inner.js").Inner; }
/** Adds. */
export declare function add(a: Operand): number;
export declare function add(a: string): number;
export declare class Hidden {}
/** Nobody sees it. */
export declare const unseen: 1;`,
  "deep/inner.d.ts": "export interface Inner { readonly x: 1; }\nexport type Unseen = 2;",
  "math.d.ts": "import { Tensor } from '@bernoulli/tensor';\nexport declare const log: (x: Tensor) => Tensor;",
  "methods.d.ts": 'declare module "./deep/inner.js" { interface Inner { readonly y: 2; } }\nexport {};',
};

test("what a caller can see is in it, wherever it stands, and nothing else", () => {
  const reports = reportsOf(files);
  expect(reports.get("index.d.ts")).toMatchInlineSnapshot(`
    "export * from "@bernoulli/tensor";
    export * as data from "@bernoulli/data";
    export namespace math {
      export { log };
    }
    export { Hidden as Shown };
    export { Other } from "@bernoulli/nn";
    export { add };
    export { functional as F } from "@bernoulli/nn";
    "
  `);
  expect(reports.get("declarations.d.ts")).toMatchInlineSnapshot(`
    "declare class Hidden {
    }
    declare const log: (x: Tensor) => Tensor;
    declare function add(a: Operand): number;
    declare function add(a: string): number;
    declare module "./deep/inner.js" {
        interface Inner {
            readonly y: 2;
        }
    }
    interface Inner {
        readonly x: 1;
    }
    interface Operand {
        readonly of: Inner;
    }
    "
  `);
});

test("comments, order and files do not count", () => {
  const moved = {
    ...files,
    "index.d.ts": files["index.d.ts"].split("\n").reverse().join("\n").replace("./add.js", "./sums/add.js"),
    "sums/add.d.ts": files["add.d.ts"].replace("./deep", "../deep").replaceAll(/\/\*\*.*\*\/\n/g, ""),
  };
  expect(reportsOf(moved)).toEqual(reportsOf(files));
});

test("a name that another entry exports too", () => {
  const reports = reportsOf(
    {
      "index.d.ts": "export * from './shared.js';",
      "b.d.ts": "export { a as b } from './shared.js';",
      "shared.d.ts": "export declare const a: 1;",
    },
    { ".": "./dist/index.d.ts", "./b": "./dist/b.d.ts" },
  );
  expect(Object.fromEntries(reports)).toEqual({
    "index.d.ts": "export { a };\n",
    "b.d.ts": "export { a as b };\n",
    "declarations.d.ts": "declare const a: 1;\n",
  });
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
