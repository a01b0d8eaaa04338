// The rules on imports, each against a workspace that keeps it and one that breaks it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { workspacePackages } from "../workspace.mjs";
import { readModules } from "./modules.mjs";
import { checkImports } from "./rules.mjs";

/** @type {string[]} */
const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const source = (/** @type {string} */ entry) => ({
  "@bernoulli/source": `./src/${entry}.ts`,
  default: `./dist/${entry}.js`,
});
const manifests = {
  "packages/tensor": { name: "@bernoulli/tensor", exports: { ".": source("index") } },
  "packages/nn": {
    name: "@bernoulli/nn",
    exports: { ".": source("index") },
    dependencies: { "@bernoulli/tensor": "workspace:*" },
    devDependencies: { vitest: "1.0.0" },
  },
  "packages/data": {
    name: "@bernoulli/data",
    exports: { ".": source("index"), "./node": source("node") },
    dependencies: { "@bernoulli/tensor": "workspace:*" },
  },
};
const sound = {
  "packages/tensor/src/index.ts": 'export { a } from "./a.js";',
  "packages/tensor/src/a.ts": 'import type { B } from "./b.js";\nexport const a = 1;\nexport type A = B;',
  "packages/tensor/src/b.ts": 'import { a } from "./a.js";\nexport type B = typeof a;',
  "packages/nn/src/index.ts": 'export { layer } from "./layer.js";',
  "packages/nn/src/layer.ts": 'import { a } from "@bernoulli/tensor";\nexport const layer = a;',
  "packages/nn/src/layer.test.ts":
    'import { readFileSync } from "node:fs";\nimport { test } from "vitest";\nimport { layer } from "./layer.js";',
  "packages/data/src/index.ts": "export {};",
  "packages/data/src/node.ts": 'export { read } from "./read.js";',
  "packages/data/src/read.ts": 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;',
};

/** What is wrong with the sound workspace after `changes` to its files. */
function problems(/** @type {Record<string, string>} */ changes) {
  const folder = mkdtempSync(join(tmpdir(), "bernoulli-imports-"));
  folders.push(folder);
  const files = Object.entries({ ...sound, ...changes });
  const described = Object.entries(manifests).map(([at, manifest]) => [`${at}/package.json`, JSON.stringify(manifest)]);
  for (const [name, text] of [...files, ...described]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return checkImports(readModules(workspacePackages(["packages"], folder)), folder);
}

test("a sound workspace", () => expect(problems({})).toEqual([]));

test.each([
  [
    "a circle",
    {
      "packages/tensor/src/b.ts": 'export { a } from "./a.js";',
      "packages/tensor/src/a.ts": 'export * from "./c.js";',
      "packages/tensor/src/c.ts": 'import {} from "./b.js";',
    },
    "circle of imports: packages/tensor/src/a.ts → packages/tensor/src/c.ts → packages/tensor/src/b.ts → packages/tensor/src/a.ts",
  ],
  [
    "a type imported so that its module still loads",
    { "packages/tensor/src/a.ts": 'import { type B } from "./b.js";\nexport const a: B = 1;' },
    "circle of imports: packages/tensor/src/a.ts → packages/tensor/src/b.ts → packages/tensor/src/a.ts",
  ],
  [
    "a Node module in a browser",
    { "packages/data/src/index.ts": 'export { read } from "./read.js";' },
    "a browser would load a Node module: packages/data/src/index.ts → packages/data/src/read.ts → node:fs",
  ],
  [
    "a Node module by way of another package",
    {
      "packages/nn/src/layer.ts": 'export * from "@bernoulli/tensor";',
      "packages/tensor/src/b.ts": 'export const load = () => import("node:os");',
      "packages/tensor/src/a.ts": 'export * from "./b.js";',
    },
    "a browser would load a Node module: packages/nn/src/index.ts → packages/nn/src/layer.ts → packages/tensor/src/index.ts → packages/tensor/src/a.ts → packages/tensor/src/b.ts → node:os",
  ],
  [
    "the wrong way, undeclared",
    { "packages/tensor/src/a.ts": 'import { layer } from "@bernoulli/nn";\nexport const a = layer;' },
    'packages/tensor/src/a.ts: imports "@bernoulli/nn", against the order tensor ← nn, optim, data, formats ← trainer ← bernoulli ← apps',
  ],
  [
    "undeclared",
    { "packages/nn/src/layer.ts": 'import type { Thing } from "thing/part";\nexport type layer = Thing;' },
    'packages/nn/src/layer.ts: imports "thing/part", which @bernoulli/nn does not declare among its dependencies',
  ],
  [
    "a development dependency outside the tests",
    { "packages/nn/src/layer.ts": 'import { test } from "vitest";\nexport const layer = test;' },
    'packages/nn/src/layer.ts: imports "vitest", which @bernoulli/nn does not declare among its dependencies',
  ],
  [
    "another package by its path",
    { "packages/nn/src/layer.ts": 'export { a as layer } from "../../tensor/src/a.js";' },
    'packages/nn/src/layer.ts: imports "../../tensor/src/a.js", which is outside the package; import the other package by its name',
  ],
  [
    "a device where no device is known",
    {
      "packages/tensor/src/compile/run.ts": 'export { memory as a } from "../backends/wasm/memory.js";',
      "packages/tensor/src/backends/wasm/memory.ts": "export const memory = 1;",
    },
    'packages/tensor/src/compile/run.ts: imports "../backends/wasm/memory.js"; what is here knows no device, so let the device bring it',
  ],
  [
    "a file that does not exist",
    { "packages/nn/src/layer.ts": 'export * from "./lair.js";' },
    'packages/nn/src/layer.ts: imports "./lair.js", which does not exist',
  ],
  [
    "an entry that defines something",
    { "packages/data/src/index.ts": "export const size = 3;" },
    "packages/data/src/index.ts: an entry only re-exports; move what it defines to a file of its own",
  ],
  [
    "a Node module without its prefix",
    { "packages/data/src/read.ts": 'export { readFileSync as read } from "fs";' },
    'packages/data/src/read.ts: imports "fs"; write "node:fs"',
  ],
  [
    "a package without a place",
    { "packages/extra/package.json": '{ "name": "extra" }', "packages/extra/src/index.ts": "export {};" },
    "packages/extra/src/index.ts: extra has no place in the order of packages (tooling/checks/src/imports/rules.mjs)",
  ],
])("%s", (_, changes, problem) => expect(problems(/** @type {Record<string, string>} */ (changes))).toContain(problem));
