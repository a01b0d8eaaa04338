// Where the tests' time goes: seconds a family, that is a folder of a package's sources, of the last run; what loading takes is not
// in it. node seconds.mjs [--least SECONDS], or `pnpm test:seconds`. It says, and judges nothing: speed is no test.
// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { testReport, workspacePackages } from "./workspace.mjs";

/**
 * @typedef {object} TestFile
 * @property {string} name without its folder
 * @property {string} family the package's name, and the folder
 * @property {number} seconds
 * @property {number} tests
 */

/**
 * The files of one package's report, as vitest writes it.
 *
 * @param {{ name: string, directory: string }} tested
 * @param {{ testResults: { name: string, assertionResults: { duration?: number | null }[] }[] }} report
 * @returns {TestFile[]}
 */
export function filesOf({ name, directory }, { testResults }) {
  return testResults.map(({ name: file, assertionResults }) => {
    const folder = relative(join(directory, "src"), dirname(file)).replaceAll(sep, "/");
    return {
      name: basename(file),
      family: `${name} ${folder}`.trim(),
      seconds: sum(assertionResults.map(({ duration }) => (duration ?? 0) / 1000)),
      tests: assertionResults.length,
    };
  });
}

/** A line a family of at least so many seconds, the longest first, and the sum of all. @param {TestFile[]} files @param {number} least */
export function table(files, least) {
  const families = [...new Set(files.map(({ family }) => family))]
    .map((family) => files.filter((file) => file.family === family).sort((a, b) => b.seconds - a.seconds))
    .map((own) => ({ own, seconds: secondsOf(own) }))
    .sort((a, b) => b.seconds - a.seconds);
  const lines = families
    .filter(({ seconds }) => seconds >= least)
    .map(({ own, seconds }) => {
      const [slowest] = own;
      const tests = String(sum(own.map((file) => file.tests))).padStart(5);
      return `${padded(seconds)} s  ${tests} tests  ${slowest?.family} (${slowest?.name} ${slowest?.seconds.toFixed(1)} s)`;
    });
  return [...lines, `${padded(secondsOf(files))} s  in ${families.length} families`].join("\n");
}

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);
const secondsOf = (/** @type {TestFile[]} */ files) => sum(files.map(({ seconds }) => seconds));
const padded = (/** @type {number} */ seconds) => seconds.toFixed(1).padStart(7);

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const at = process.argv.indexOf("--least");
  const tested = workspacePackages(["packages", "apps", "tooling"]).filter((one) => existsSync(testReport(one)));
  if (tested.length === 0) console.error("No tests have run yet: pnpm test");
  const files = tested.flatMap((one) => filesOf(one, JSON.parse(readFileSync(testReport(one), "utf8"))));
  console.log(table(files, at < 0 ? 0 : Number(process.argv[at + 1])));
}
