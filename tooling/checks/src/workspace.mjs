// Where the packages of the workspace are and what their manifests say. Checks nothing.
// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} directory absolute
 * @property {any} manifest its package.json
 * @property {boolean} isPublic whether it is published
 */

export const root = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * The packages in the folders `packages` and `apps`, or in those given.
 *
 * @returns {Package[]}
 */
export function workspacePackages(folders = ["packages", "apps"], at = root) {
  return folders
    .filter((folder) => existsSync(join(at, folder)))
    .flatMap((folder) => readdirSync(join(at, folder)).map((name) => join(at, folder, name)))
    .filter((directory) => existsSync(join(directory, "package.json")))
    .map((directory) => {
      const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
      return { name: manifest.name, directory, manifest, isPublic: manifest.private !== true };
    });
}

/** What the last run of the tests leaves in a package. @param {Package} tested */
export function testReport({ directory }) {
  return join(directory, "node_modules", ".vitest", "report.json");
}

/**
 * Runs a command of pnpm's and returns what it prints. On Windows pnpm is a script, which needs a shell.
 *
 * @param {string[]} parameters
 * @param {string} directory
 */
export function pnpm(parameters, directory) {
  const windows = process.platform === "win32";
  const quoted = windows ? parameters.map((parameter) => `"${parameter}"`) : parameters;
  return execFileSync("pnpm", quoted, {
    cwd: directory,
    encoding: "utf8",
    shell: windows,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/**
 * Prints what is wrong, and sets the exit code.
 *
 * @param {string} check
 * @param {string[]} problems
 * @param {string} good what is said where there are none
 */
export function report(check, problems, good) {
  for (const problem of problems) console.error(`${check}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${check}: ${good}`);
}
