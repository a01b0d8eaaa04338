// Compiles the sources of the published packages to JavaScript once, for all tests of a run: a folder that mirrors packages/, in
// which each package finds those it is made of. No types are checked and nothing is bundled: a module is a file, as in src/.
// @ts-check
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { sourceCondition } from "./plugin.mjs";

/** What only tests load stays with them: it may name files beside itself. */
const ofTests = /\.(test|testing|samples|soak|d)\.m?ts$/;

/**
 * @param {string} root the repository
 * @param {string} folder where they go
 * @returns {Promise<number>} how many modules
 */
export async function compileSources(root, folder) {
  const packages = readdirSync(join(root, "packages"))
    .map((name) => ({ name, manifest: manifestOf(join(root, "packages", name)) }))
    .filter(({ manifest }) => manifest?.private !== true);
  const entryPoints = packages.flatMap(({ name }) => modulesOf(join(root, "packages", name, "src")));
  await build({
    entryPoints,
    outbase: root,
    outdir: folder,
    format: "esm",
    target: `node${process.versions.node}`,
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "error",
  });
  for (const { name, manifest } of packages) {
    const compiled = join(folder, "packages", name);
    writeFileSync(join(compiled, "package.json"), JSON.stringify(compiledManifest(manifest)));
    for (const dependency of Object.keys(manifest.dependencies ?? {})) {
      const at = packages.find((one) => one.manifest.name === dependency);
      const target = at ? join(folder, "packages", at.name) : join(root, "packages", name, "node_modules", dependency);
      const link = join(compiled, "node_modules", dependency);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(at ? target : realpathSync(target), link, "junction");
    }
  }
  return entryPoints.length;
}

/** @param {string} folder */
function manifestOf(folder) {
  const file = join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { private: true };
}

/** @param {string} folder @returns {string[]} */
function modulesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !ofTests.test(file))
    .map((file) => join(folder, file));
}

/**
 * The manifest of a compiled package: its exports are what its sources became.
 *
 * @param {{ name: string, version: string, exports: Record<string, Record<string, string>> }} manifest
 */
function compiledManifest({ name, version, exports }) {
  const sources = Object.entries(exports).flatMap(([path, conditions]) => {
    const source = conditions[sourceCondition];
    return source && !ofTests.test(source) ? [[path, source.replace(/\.ts$/, ".js")]] : [];
  });
  return { name, version, type: "module", exports: Object.fromEntries(sources) };
}
