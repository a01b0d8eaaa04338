// Compares the API of each built package with the report in its api/, so that no change of it goes unseen.
// With --update it writes the reports.
// @ts-check
import { relative } from "node:path";
import { report, root, workspacePackages } from "../workspace.mjs";
import { compareReports, makeReports, readReports, writeReports } from "./report.mjs";

const packages = workspacePackages(["packages"]).filter(({ isPublic }) => isPublic);
/** The declarations of each entry but those that are another's: one file of everything has the declarations of the package. */
const entriesOf = (/** @type {any} */ manifest) => {
  const entries = Object.entries(manifest.exports).filter(([, conditions]) => "@bernoulli/source" in conditions);
  return Object.fromEntries(entries.map(([name, { types }]) => [name, types]));
};

if (process.argv.includes("--update")) {
  for (const { directory, manifest } of packages) writeReports(directory, makeReports(directory, entriesOf(manifest)));
  console.log(`api: wrote the reports of ${packages.length} packages`);
} else {
  const problems = packages.flatMap(({ name, directory, manifest }) => {
    const lines = compareReports(readReports(directory), makeReports(directory, entriesOf(manifest)));
    const where = `${relative(root, directory)}/api`;
    return lines.length === 0
      ? []
      : [`${name} has another API than ${where} says; if that is meant, run: pnpm api:update\n  ${lines.join("\n  ")}`];
  });
  report("api", problems, `the reports of ${packages.length} packages hold`);
}
