// Which test files get a process of their own: those that say so, and none where a config names its files itself.
// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { testConfig } from "../config.js";

const before = process.cwd();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bernoulli-alone-"));
  mkdirSync(join(folder, "src", "deep"), { recursive: true });
  writeFileSync(join(folder, "src", "plain.test.ts"), "// Plain.\n");
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const projects = () => testConfig().test?.projects;

it("a package without such files has no projects", () => {
  expect(projects()).toBeUndefined();
  expect(testConfig().test).toMatchObject({ include: ["src/**/*.test.ts", "src/**/*.test.mjs"], isolate: false });
});

it("a file that says so is alone, and the others share", () => {
  writeFileSync(
    join(folder, "src", "deep", "threads.test.ts"),
    "// Threads.\n// In a process of its own: they stay.\n",
  );
  const [shared, alone] = /** @type {any[]} */ (projects() ?? []);
  expect(shared.test.exclude).toContain("src/deep/threads.test.ts");
  expect(alone.test).toMatchObject({ include: ["src/deep/threads.test.ts"], isolate: true });
  // Soaks name their files, and run those only.
  expect(testConfig({ include: ["src/**/*.soak.ts"] }).test).toMatchObject({ include: ["src/**/*.soak.ts"] });
  expect(testConfig({ include: ["src/**/*.soak.ts"] }).test?.projects).toBeUndefined();
  expect(testConfig({ isolate: true }).test?.projects).toBeUndefined();
});

it("files with threads share a process of theirs, and none where there are none", () => {
  writeFileSync(join(folder, "src", "bits.test.ts"), "// In a process of those with threads: they stay.\n");
  const [shared, threads, ...more] = /** @type {any[]} */ (projects() ?? []);
  expect(shared.test.exclude).toContain("src/bits.test.ts");
  expect(threads.test).toEqual({ name: "threads", include: ["src/bits.test.ts"] });
  expect(more).toEqual([]);
});

it("a file that sets flags of V8 must say so", () => {
  writeFileSync(join(folder, "src", "simd.test.ts"), "// Instructions.\nallowRelaxedSimd();\n");
  expect(projects).toThrow('src/simd.test.ts sets flags of V8: begin a comment with "// In a process of its own: …"');
});
