// Where the tests' time goes: seconds a family, that is a folder of a package's sources, of the last run. node seconds.mjs [--least SECONDS]
// It says, and judges nothing: speed is no test. `pnpm test:seconds` prints it, and so does CI.
// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { workspacePackages } from "./workspace.mjs";

/**
 * @typedef {object} Family
 * @property {string} name
 * @property {number} seconds
 * @property {number} tests
 * @property {string} slowest its slowest file, and how long that took
 */

/**
 * The families of one package's report, as vitest writes it.
 *
 * @param {string} name the package's
 * @param {string} directory
 * @param {{ testResults: { name: string, assertionResults: { duration?: number | null }[] }[] }} report
 * @returns {Family[]}
 */
export function familiesOf(name, directory, { testResults }) {
  /** @type {Map<string, Family & { longest: number }>} */
  const families = new Map();
  for (const { name: file, assertionResults } of testResults) {
    const path = relative(join(directory, "src"), file).replaceAll("\\", "/");
    const folder = dirname(path);
    const key = folder === "." ? name : `${name} ${folder}`;
    const family = families.get(key) ?? { name: key, seconds: 0, tests: 0, slowest: "", longest: -1 };
    const seconds = assertionResults.reduce((total, { duration }) => total + (duration ?? 0) / 1000, 0);
    family.seconds += seconds;
    family.tests += assertionResults.length;
    if (seconds > family.longest) {
      family.longest = seconds;
      family.slowest = `${path.slice(path.lastIndexOf("/") + 1)} ${seconds.toFixed(1)}`;
    }
    families.set(key, family);
  }
  return [...families.values()].map(({ longest: _, ...family }) => family);
}

/** @param {Family[]} families @param {number} least */
export function table(families, least) {
  const sorted = families.toSorted((a, b) => b.seconds - a.seconds);
  const shown = sorted.filter(({ seconds }) => seconds >= least);
  const total = sorted.reduce((sum, { seconds }) => sum + seconds, 0);
  const lines = shown.map(
    ({ name, seconds, tests, slowest }) =>
      `${seconds.toFixed(1).padStart(7)} s  ${String(tests).padStart(5)} tests  ${name} (${slowest} s)`,
  );
  return [...lines, `${total.toFixed(1).padStart(7)} s  in ${sorted.length} families`].join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const at = process.argv.indexOf("--least");
  const families = workspacePackages(["packages", "apps", "tooling"]).flatMap(({ name, directory }) => {
    const file = join(directory, "node_modules", ".vitest", "report.json");
    return existsSync(file) ? familiesOf(name, directory, JSON.parse(readFileSync(file, "utf8"))) : [];
  });
  console.log(table(families, at < 0 ? 0 : Number(process.argv[at + 1])));
}
