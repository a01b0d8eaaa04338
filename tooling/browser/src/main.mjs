// `pnpm test:browser`: the packages' suites in Chromium, isolated on one thread and on two and not isolated, then pages as users make them.
// Where no Chromium is here it says that all of it is left out.
// @ts-check
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findChromium, noChromium } from "@tooling/vitest/chromium";

const folder = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The variables by which vitest.config.js knows how to serve the suites. */
const runs = [
  { BROWSER_ISOLATED: "1", BROWSER_THREADS: "2" },
  { BROWSER_ISOLATED: "1", BROWSER_THREADS: "1" },
  { BROWSER_ISOLATED: "0", BROWSER_THREADS: "2" },
];

const executable = findChromium();
if (executable === null) {
  console.log(`browser: ${noChromium}`);
  process.exit(0);
}

/** @type {string[]} */
const failed = [];
/** @param {string} name @param {string[]} command @param {Record<string, string>} environment @param {string} cwd */
function run(name, [program = "", ...parameters], environment, cwd) {
  console.log(`\n== ${name}`);
  const shell = process.platform === "win32";
  const { status } = spawnSync(program, parameters, {
    cwd,
    shell,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (status !== 0) failed.push(name);
}

// A page that a bundler makes wants what the packages publish.
run("build", ["npx", "turbo", "run", "build", "--filter=bernoulli", "--output-logs=errors-only"], {}, root);
for (const environment of runs) {
  const name = `suites, ${environment.BROWSER_ISOLATED === "1" ? "isolated" : "not isolated"}, threads: ${environment.BROWSER_THREADS}`;
  run(name, ["npx", "vitest", "run"], environment, folder);
}
run("pages", ["node", "src/pages/main.mjs"], {}, folder);

console.log(failed.length === 0 ? "\nbrowser: all passed" : `\nbrowser: FAILED: ${failed.join("; ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
