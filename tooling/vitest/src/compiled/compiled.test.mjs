// What the tests of a run load in place of sources: plain modules, each there once.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileSources } from "./compile.mjs";
import { compiledModules, sourceCondition } from "./plugin.mjs";

const root = realpathSync(mkdtempSync(join(tmpdir(), "bernoulli-sources-")));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "bernoulli-compiled-")));
afterAll(() => {
  for (const one of [root, folder]) rmSync(one, { recursive: true, force: true });
});

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** @param {string} name @param {object} more */
const manifest = (name, more = {}) =>
  JSON.stringify({
    name: `@bernoulli/${name}`,
    version: "1.2.3",
    exports: { ".": { [sourceCondition]: "./src/index.ts", default: "./dist/index.js" } },
    ...more,
  });

beforeAll(async () => {
  write("packages/inner/package.json", manifest("inner"));
  write("packages/inner/src/index.ts", 'export { state } from "./state.js";\n');
  write("packages/inner/src/state.ts", "export const state: { count: number } = { count: 0 };\n");
  write(
    "packages/outer/package.json",
    manifest("outer", { dependencies: { "@bernoulli/inner": "workspace:*", other: "1" } }),
  );
  write(
    "packages/outer/node_modules/other/package.json",
    '{ "name": "other", "type": "module", "exports": "./other.js" }',
  );
  write("packages/outer/node_modules/other/other.js", "export const seven = 7;\n");
  write(
    "packages/outer/src/index.ts",
    'import { seven } from "other";\nimport { state } from "@bernoulli/inner";\n\ninterface Unused {}\n\nexport function raise(): void {\n  state.count += seven;\n  throw new Error("raised");\n}\n',
  );
  write("packages/outer/src/index.test.ts", "throw new Error();\n");
  write("packages/private/package.json", manifest("private", { private: true }));
  write("packages/private/src/index.ts", "export {};\n");
  await compileSources(root, folder);
});

const at = (/** @type {string[]} */ ...path) => join(folder, "packages", ...path);

it("they are of what is published, without its tests", () => {
  expect(existsSync(at("outer/src/index.js"))).toBe(true);
  expect(existsSync(at("outer/src/index.test.js"))).toBe(false);
  expect(existsSync(at("private"))).toBe(false);
});

it("they find each other and what they depend on, once, and errors name their sources", () => {
  const program = `
    import { raise } from ${JSON.stringify(at("outer/src/index.js"))};
    import { state } from ${JSON.stringify(at("inner/src/state.js"))};
    try { raise(); } catch ({ stack }) { console.log(state.count, stack); }`;
  const parameters = ["--enable-source-maps", "--input-type=module", "--eval", program];
  const { stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^7 Error: raised\n/);
  expect(stdout).toContain(`${join(root, "packages/outer/src/index.ts")}:8:`);
});

describe("a test", () => {
  const plugin = /** @type {any} */ (compiledModules(root, folder));
  const importer = join(root, "packages/outer/src/index.test.ts");
  /** As Vite resolves names and paths. @type {Record<string, string>} */
  const byVite = { "@bernoulli/inner": join(root, "packages/inner/src/index.ts"), [importer]: importer };
  const resolved = (/** @type {string} */ name) =>
    plugin.resolveId.call({ resolve: async () => (byVite[name] ? { id: byVite[name] } : null) }, name, importer, {});

  it("takes them by name and by path", async () => {
    expect(await resolved("@bernoulli/inner")).toEqual({ id: at("inner/src/index.js"), external: true });
    expect(await resolved("./index.js")).toEqual({ id: at("outer/src/index.js"), external: true });
  });

  it("leaves what is of tests, and what is nowhere, to Vite", async () => {
    expect(await resolved("./values.testing.js")).toBeNull();
    expect(await resolved(importer)).toEqual({ id: importer });
    expect(await resolved("nowhere")).toBeNull();
  });

  it("cannot load a source beside them, since each would have states of its own", () => {
    const source = join(root, "packages/inner/src/state.ts");
    expect(() => plugin.load(source)).toThrow(`${source} is there twice: compiled, and as a source`);
    expect(plugin.load(importer)).toBeNull();
  });
});
