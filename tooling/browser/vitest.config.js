// The packages' own suites in Chromium, by Vitest's browser mode. main.mjs runs it several times; by itself it runs isolated, on two threads.
// Plain JavaScript, because vitest loads it with Node before anything is transpiled.
import { fileURLToPath } from "node:url";
import { findChromium, noChromium } from "@tooling/vitest/chromium";
import { playwright } from "@vitest/browser-playwright";
import { defaultClientConditions } from "vite";
import { defineConfig } from "vitest/config";
import { launchOptions } from "./src/chromium.mjs";
import { isolation } from "./src/serve.mjs";
import { nodeModules } from "./src/suites/node-modules.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const isolated = process.env["BROWSER_ISOLATED"] !== "0";
const wanted = Number(process.env["BROWSER_THREADS"] ?? 2);

/** What each package does where it computes, without Node's files and processes. */
const suites = [
  "tooling/browser/src/suites/*.test.ts",
  "packages/tensor/src/ops/ops.test.ts",
  "packages/tensor/src/ops/goldens.test.ts",
  "packages/tensor/src/compile/*.test.ts",
  "packages/optim/src/*.test.ts",
  "packages/trainer/src/trainer.test.ts",
  "packages/trainer/src/turns.test.ts",
];

/** Edges and a seeded tenth of the variants. */
const environment = { BERNOULLI_TESTS: process.env["BERNOULLI_TESTS"] ?? "edges", BERNOULLI_TEST_SEED: "browser" };

/** Examples are compiled by Node; how much work space a plan has hangs on instructions and threads. */
const others = ["**/docs.test.ts", "**/explain.test.ts"];

const executable = findChromium();
if (executable === null) throw new Error(noChromium);

export default defineConfig({
  plugins: [nodeModules()],
  define: { __SUITES__: JSON.stringify({ wanted, isolated, environment }) },
  resolve: { conditions: ["@bernoulli/source", ...defaultClientConditions] },
  server: { headers: isolated ? isolation : {} },
  test: {
    dir: root,
    include: suites,
    exclude: others,
    setupFiles: [
      "tooling/browser/src/suites/environment.ts",
      "packages/testing/src/equality.testing.ts",
      "packages/testing/src/leak-guard.testing.ts",
      "tooling/browser/src/suites/threads.ts",
    ].map((file) => root + file),
    isolate: false,
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    browser: {
      enabled: true,
      headless: true,
      ui: false,
      screenshotFailures: false,
      provider: playwright({ launchOptions: launchOptions(executable) }),
      instances: [{ browser: "chromium" }],
    },
  },
});
