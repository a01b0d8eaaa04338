// `pnpm manifests` writes into every published manifest what the workspace's package.json says of the project; `pnpm manifests ADDRESS`
// moves the project first. With --check it writes nothing, and tells which manifests say something else,
// and whether the project lives at ADDRESS, where one is given: npm refuses provenance from anywhere else.
// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { report, root, workspacePackages } from "../workspace.mjs";
import { differences, fieldsOf, homeOf, moved, withFields } from "./project.mjs";

const checks = process.argv.includes("--check");
const address = process.argv.slice(2).find((word) => !word.startsWith("--"));
const file = join(root, "package.json");
let project = JSON.parse(readFileSync(file, "utf8"));
if (address !== undefined && !checks) {
  project = moved(project, address);
  write(file, project);
}

const packages = workspacePackages(["packages"]).filter(({ isPublic }) => isPublic);
/** @type {string[]} */
const problems = [];
for (const { directory, manifest } of packages) {
  const wanted = fieldsOf(project, relative(root, directory).split(sep).join("/"), manifest.keywords ?? []);
  if (checks) problems.push(...differences(manifest, wanted));
  else if (differences(manifest, wanted).length > 0)
    write(join(directory, "package.json"), withFields(manifest, wanted));
}
if (problems.length > 0) problems.push("`pnpm manifests` writes them as the root package.json has them");
if (checks && address !== undefined && homeOf(address) !== homeOf(project.repository.url))
  problems.push(`the project lives at ${project.repository.url}: run pnpm manifests ${homeOf(address)}`);
report("manifests", problems, `${packages.length} say that the project lives at ${project.repository.url}`);

/** @param {string} path @param {unknown} content */
function write(path, content) {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}
