// Checks that the files which the texts name are there.
// @ts-check
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { newFiles, page } from "../adding/document.mjs";
import { report, root, workspacePackages } from "../workspace.mjs";
import { lostPaths } from "./paths.mjs";

const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
});
const files = new Set(listed.split("\0").filter((file) => file !== ""));
// What a package publishes is made by its build.
for (const { directory, manifest } of workspacePackages(["packages"]).filter(({ isPublic }) => isPublic))
  for (const conditions of Object.values(manifest.exports))
    files.add(posix.join(relative(root, directory).split(sep).join("/"), conditions.default));
// Changesets and changelogs tell of what was.
const texts = [...files].filter((file) => file.endsWith(".md") && !/^\.changeset\/|CHANGELOG\.md$/.test(file));
const lost = texts.flatMap((file) => {
  const text = readFileSync(join(root, file), "utf8");
  // Its examples make files, and name them.
  return lostPaths(file, text, file === page ? new Set([...files, ...newFiles(text)]) : files);
});
report("documents", lost, `${texts.length} texts name files that are there`);
