// Builds what a program needs, and runs it: node tooling/built.mjs FILTER PROGRAM [its arguments]. It says nothing on
// standard output, which is the program's alone; the build's own words appear only where it fails.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [, , filter = "", program = "", ...parameters] = process.argv;
if (!existsSync("packages/tensor/dist")) console.error("Building the packages; this takes about half a minute, once.");
const { status, stdout, stderr } = spawnSync(
  "turbo",
  ["run", "build", `--filter=${filter}`, "--output-logs=errors-only"],
  { encoding: "utf8", shell: process.platform === "win32" },
);
if (status === 0) {
  // In this process, so that signals and the terminal are the program's.
  process.argv = [process.argv[0] ?? "node", resolve(program), ...parameters];
  await import(pathToFileURL(resolve(program)).href);
} else {
  console.error(`${stdout ?? ""}${stderr ?? ""}`);
  console.error("The build failed; see above.");
  process.exitCode = 1;
}
