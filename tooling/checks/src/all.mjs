// Runs everything that CI checks beyond the tests, one after another and all of it, and says at the end what failed: once more with
// the last lines of each in node_modules/.cache/checks-failed.txt, for a log of which only the end is kept.
// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** How many of a failed check's last lines are told again. */
const linesTold = 40;

/**
 * Runs one check, and shows what it prints as it comes.
 *
 * @param {string} step
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
async function run(step) {
  const child = spawn("pnpm", ["--silent", step], {
    cwd: root,
    // The site without the pages of its API, which take longer than all else; the docstrings are tests of their packages.
    env: { ...process.env, BERNOULLI_SITE_API: "none" },
    stdio: ["inherit", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  for (const [stream, target] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    stream.setEncoding("utf8").on("data", (text) => {
      target.write(text);
      output += text;
    });
  }
  const [status] = await once(child, "close");
  return { passed: status === 0, output };
}

/** @type {string[]} */
const failed = [];
let told = "";
for (const step of steps) {
  console.log(`\n== pnpm ${step}`);
  const started = Date.now();
  const { passed, output } = await run(step);
  console.log(`== pnpm ${step}: ${passed ? "ok" : "FAILED"} (${Math.round((Date.now() - started) / 1000)} s)`);
  if (passed) continue;
  failed.push(step);
  told += `== pnpm ${step} FAILED; its last lines:\n${output.trimEnd().split("\n").slice(-linesTold).join("\n")}\n`;
}
const folder = join(root, "node_modules/.cache");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "checks-failed.txt"), told);
console.log(failed.length === 0 ? `\nAll ${steps.length} checks passed.` : `\nFailed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
