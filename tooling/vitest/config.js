// The test settings of every package. Each package has a config of its own that calls this: a workspace-wide list of
// projects breaks runs inside one package.
// Plain JavaScript, because vitest loads it with Node before anything is transpiled.
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { configDefaults, defineConfig } from "vitest/config";
import { compiledModules, sourceCondition } from "./src/compiled/plugin.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Every test fails that leaves tensors, scopes or modes behind. */
const leakGuard = fileURLToPath(new URL("../../packages/testing/src/leak-guard.testing.ts", import.meta.url));

/** Long arrays of numbers are compared at once. */
const equality = fileURLToPath(new URL("../../packages/testing/src/equality.testing.ts", import.meta.url));

/** Where the run's compiled sources are, or none. src/tiers/main.mjs makes the folder for its run, and removes it: nothing old is ever in it. */
const modules = process.env["BERNOULLI_TEST_MODULES"] ?? "";

const include = ["src/**/*.test.ts", "src/**/*.test.mjs"];

/** @param {import("vitest/config").ViteUserConfig["test"]} [test] what differs from the shared settings */
export function testConfig(test = {}) {
  // A config that says which files, or that all are alone, has no projects, which would add to that.
  const apart = test.include === undefined && test.isolate === undefined ? apartIn("src") : null;
  const isWhole = apart === null || apart.alone.length + apart.threads.length === 0;
  return defineConfig({
    plugins: modules === "" ? [] : [compiledModules(root, modules)],
    resolve: { conditions: [sourceCondition, ...defaultClientConditions] },
    ssr: { resolve: { conditions: [sourceCondition, ...defaultServerConditions] } },
    test: {
      environment: "node",
      setupFiles: [equality, leakGuard],
      ...(modules === ""
        ? {}
        : { server: { deps: { external: [isBelow(modules)] } }, execArgv: ["--enable-source-maps"] }),
      // Files share a process and its modules, which halves the time of packages of many small files: the leak guard sees to it
      // that no test leaves anything behind for the next.
      isolate: false,
      // Test files run side by side on all cores; those that are about threads ask for them.
      env: { BERNOULLI_NUM_THREADS: "1" },
      maxWorkers: processors(),
      // Only what hangs is stopped: a slow machine must not fail a test.
      testTimeout: 180_000,
      hookTimeout: 180_000,
      // The second is read by .ci/run, which adds up the counts.
      reporters: ["default", ["json", { outputFile: join(process.cwd(), "node_modules/.vitest/report.json") }]],
      ...(isWhole ? { include } : { projects: projectsOf(apart) }),
      ...test,
    },
  });
}

/** @param {string} folder an expression of the paths below it, with slashes as Vite has them */
function isBelow(folder) {
  return new RegExp(`^${folder.replaceAll(sep, "/").replaceAll(/[^\w/]/g, "\\$&")}/`);
}

/** How a test file says, in its first lines, which process it wants; the reason follows. Those with threads share one. */
const wants = {
  alone: /^\/\/ In a process of its own: /m,
  threads: /^\/\/ In a process of those with threads: /m,
};

/** What a process keeps for good: V8's flags. */
const isForGood = /\ballowRelaxedSimd\(\)|^\s*(?:await )?import[ (]"@bernoulli\/tensor\/(relaxed-simd|revectorize)"/m;

/**
 * The test files below a folder of the package that want another process than the others'.
 *
 * @param {string} folder
 * @returns {Record<keyof typeof wants, string[]>}
 */
function apartIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.(ts|mjs)$/.test(file))
    .map((file) => join(folder, file).replaceAll(sep, "/"))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
  for (const { file, text } of files)
    if (isForGood.test(text) && !wants.alone.test(text))
      throw new Error(`${file} sets flags of V8: begin a comment with "// In a process of its own: …"`);
  const wanting = (/** @type {RegExp} */ words) => files.filter(({ text }) => words.test(text)).map(({ file }) => file);
  return { alone: wanting(wants.alone), threads: wanting(wants.threads) };
}

/**
 * A project of files that share processes, and one each of files that do not, and of those with threads. Lists are put behind those
 * of the shared settings, which therefore have none.
 *
 * @param {ReturnType<typeof apartIn>} apart
 * @returns {import("vitest/config").TestProjectConfiguration[]}
 */
function projectsOf({ alone, threads }) {
  const exclude = [...configDefaults.exclude, ...alone, ...threads];
  return [
    { extends: /** @type {const} */ (true), test: { name: "shared", include, exclude } },
    { extends: /** @type {const} */ (true), test: { name: "threads", include: threads } },
    { extends: /** @type {const} */ (true), test: { name: "alone", include: alone, isolate: true } },
  ].filter(({ test }) => test.include.length > 0);
}

/** Node 20 counts the host's processors even where a container may use only some of them. */
function processors() {
  try {
    const [quota, period] = readFileSync("/sys/fs/cgroup/cpu.max", "utf8").split(" ").map(Number);
    if (quota > 0 && period > 0) return Math.max(1, Math.min(availableParallelism(), Math.floor(quota / period)));
  } catch {
    // No such file: not Linux, or no cgroup of version 2.
  }
  return availableParallelism();
}
