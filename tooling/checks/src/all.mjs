// Runs everything that CI checks beyond the tests, one after another and all of it, and says at the end what failed.
// @ts-check
import { spawnSync } from "node:child_process";
import { root } from "./workspace.mjs";

/** In the order of what fails soonest; the last four need the build. */
const steps = [
  "lint",
  "typecheck",
  "check:adding",
  "build",
  "check:api",
  "check:packages",
  "check:browser",
  "check:site",
];

/** @type {string[]} */
const failed = [];
for (const step of steps) {
  console.log(`\n== pnpm ${step}`);
  const started = Date.now();
  const { status } = spawnSync("pnpm", ["--silent", step], {
    cwd: root,
    // The site without the pages of its API, which take longer than all else; the docstrings are tests of their packages.
    env: { ...process.env, BERNOULLI_SITE_API: "none" },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  console.log(`== pnpm ${step}: ${status === 0 ? "ok" : "FAILED"} (${Math.round((Date.now() - started) / 1000)} s)`);
  if (status !== 0) failed.push(step);
}
console.log(failed.length === 0 ? `\nAll ${steps.length} checks passed.` : `\nFailed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
