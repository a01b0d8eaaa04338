// A copy of the working tree in a temporary folder, in which packages find each other: what pnpm linked to a package of the workspace
// leads to the copy's, and what it linked to a dependency to where that lies.
// @ts-check
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { root, workspacePackages } from "../workspace.mjs";

/** @returns {string} the copy's root */
export function copiedTree() {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "bernoulli-adding-")));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of new Set(listed.split("\0"))) {
    if (file === "" || !existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  for (const { directory } of workspacePackages(["packages", "apps", "tooling"])) {
    const modules = join(directory, "node_modules");
    if (existsSync(modules)) linkModules(modules, join(copy, relative(root, modules)), copy);
  }
  return copy;
}

/** @param {string} from a node_modules, or a scope in it @param {string} to @param {string} copy */
function linkModules(from, to, copy) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const entry = join(from, name);
    if (name.startsWith(".")) continue;
    if (lstatSync(entry).isSymbolicLink()) symlinkSync(targetOf(realpathSync(entry), copy), join(to, name), "junction");
    else if (name.startsWith("@")) linkModules(entry, join(to, name), copy);
  }
}

/** @param {string} real where a link leads @param {string} copy */
function targetOf(real, copy) {
  const path = relative(realpathSync(root), real);
  return path.startsWith("..") || path.split(sep).includes("node_modules") ? real : join(copy, path);
}
