// `pnpm test`: all tests, but of the variants of ops that have not changed a seeded sixth of the edges and tenth of the others. CONTRIBUTING.md tells the
// rule, packages/testing/src/variants.ts chooses. With --all, `pnpm test:all`, it leaves nothing out; nor does a package's own
// `vitest run`. BERNOULLI_TESTS=all, =edges or =tenth overrules what has changed, BERNOULLI_TEST_SEED the day. Other parameters are turbo's.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testReport, workspacePackages } from "../../../checks/src/workspace.mjs";
import { compileSources } from "../compiled/compile.mjs";
import { changedFiles } from "./changed.mjs";
import { leftOut, planOf } from "./plan.mjs";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const [, , ...parameters] = process.argv;
const isAll = parameters[0] === "--all";
const environment = isAll ? { BERNOULLI_TESTS: "all" } : process.env;
const plan = planOf(environment, isAll ? null : changedFiles(root), root, new Date());
console.log(plan.told);

const started = Date.now();
// Packages are made of each other: what they all load is compiled once.
const modules = mkdtempSync(join(tmpdir(), "bernoulli-test-modules-"));
process.on("exit", () => rmSync(modules, { recursive: true, force: true }));
await compileSources(root, modules);
const { status } = spawnSync(
  "turbo",
  ["run", "test", "--concurrency=3", "--continue", ...parameters.slice(isAll ? 1 : 0)],
  {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ...plan.environment, BERNOULLI_TEST_MODULES: modules },
  },
);

const reports = workspacePackages(["packages", "apps", "tooling"], root)
  .map((one) => ({ name: one.name, file: testReport(one) }))
  .filter(({ file }) => existsSync(file) && statSync(file).mtimeMs >= started)
  .map(({ name, file }) => ({ name, report: JSON.parse(readFileSync(file, "utf8")) }));
const { told, problem } = leftOut(reports, plan, status === 0);
console.log(`\n${told}`);
process.exitCode = status === 0 && problem ? 1 : (status ?? 1);
