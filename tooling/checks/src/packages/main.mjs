// Packs each public package as publishing does, and checks what a user would install: the manifest, publint,
// `attw --profile esm-only`, and the declarations of all of them together, by the compiler of this workspace. What needs other compilers, other
// runtimes and the network is the rehearsal's.
// @ts-check
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { resolutions, writeTypesProject } from "../rehearsal/types.mjs";
import { pnpm, report, workspacePackages } from "../workspace.mjs";
import { checkPacked } from "./packed.mjs";

const require = createRequire(import.meta.url);
const attwDirectory = dirname(require.resolve("@arethetypeswrong/cli/package.json"));
const attw = join(attwDirectory, "dist", "index.js");

/** @param {string} tarball */
function typeProblems(tarball) {
  try {
    execFileSync(process.execPath, [attw, tarball, "--profile", "esm-only", "--no-emoji"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return [];
  } catch (error) {
    const { stdout = "", stderr = "" } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
    return [`attw:\n${stdout}${stderr}`];
  }
}

/** Puts a package where the compiler looks for it. @param {string} content @param {string} name */
function install(content, name) {
  const place = join(folder, "node_modules", name);
  mkdirSync(dirname(place), { recursive: true });
  if (!existsSync(place)) symlinkSync(content, place, "junction");
}

/** What the compiler says of the packages, as they would be installed. @param {string} folder with node_modules */
function declarationProblems(folder) {
  writeTypesProject(folder, packages);
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  return resolutions.flatMap((resolution) => {
    try {
      execFileSync(process.execPath, [tsc, "-p", `tsconfig.${resolution}.json`], { cwd: folder, encoding: "utf8" });
      return [];
    } catch (error) {
      return [`declarations, ${resolution}:\n${/** @type {{ stdout?: string }} */ (error).stdout ?? error}`];
    }
  });
}

const packages = workspacePackages(["packages"]).filter(({ isPublic }) => isPublic);
const published = new Set(packages.map(({ name }) => name));
const folder = mkdtempSync(join(tmpdir(), "bernoulli-packed-"));
/** @type {string[]} */
const problems = [];
try {
  for (const { name, directory, manifest: source } of packages) {
    const { filename } = JSON.parse(pnpm(["pack", "--json", "--pack-destination", folder], directory));
    const unpacked = mkdtempSync(join(folder, "unpacked-"));
    execFileSync("tar", ["-xzf", filename, "-C", unpacked]);
    const content = join(unpacked, "package");
    install(content, name);
    for (const other of Object.keys(source.dependencies ?? {}).filter((one) => !published.has(one)))
      install(realpathSync(join(directory, "node_modules", other)), other);
    // Not the list that pack prints: that leaves out the workspace's LICENSE, which it does pack.
    const files = readdirSync(content, { recursive: true, encoding: "utf8" })
      .filter((file) => statSync(join(content, file)).isFile())
      .map((file) => file.split(sep).join("/"));
    const manifest = JSON.parse(readFileSync(join(content, "package.json"), "utf8"));
    const { messages } = await publint({ pkgDir: content, pack: false, strict: true });
    const found = [
      ...checkPacked(manifest, files),
      ...messages.map((message) => `publint: ${formatMessage(message, manifest) ?? message.code}`),
      ...typeProblems(filename),
    ];
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  }
  problems.push(...declarationProblems(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
report("packages", problems, `${packages.length} packed packages are sound (manifest, publint, attw, declarations)`);
