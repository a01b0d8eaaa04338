// Runs a program, TypeScript or JavaScript, against the packages' sources: node main.mjs FILE [its arguments]. Nothing is built,
// and types are not checked. The file may lie anywhere.
// @ts-check
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Where a package can be imported from, with the condition that means its sources: itself, and else what has them all. */
const packages = fileURLToPath(new URL("../../../packages", import.meta.url));
/** @param {string} path */
function folderOf(path) {
  const own = join(packages, path.replace("@bernoulli/", "").split("/")[0] ?? "");
  return existsSync(own) ? own : join(packages, "bernoulli");
}
const condition = "@bernoulli/source";

/** @type {import("esbuild").Plugin} */
const fromAnywhere = {
  name: "packages from anywhere",
  setup({ onResolve, resolve: resolveAgain }) {
    onResolve({ filter: /^(@bernoulli\/|bernoulli(\/|$))/ }, ({ path, kind, pluginData }) =>
      pluginData === condition ? null : resolveAgain(path, { kind, resolveDir: folderOf(path), pluginData: condition }),
    );
  },
};

const [, , file, ...parameters] = process.argv;
if (file === undefined) {
  console.error("Which file? pnpm script FILE [its arguments]");
  process.exit(2);
}
const program = resolve(process.env["INIT_CWD"] ?? ".", file);
const folder = mkdtempSync(join(tmpdir(), "bernoulli-script-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, "script.mjs");
try {
  await build({
    entryPoints: [program],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    logLevel: "error",
    conditions: [condition],
    plugins: [fromAnywhere],
    outfile,
  });
} catch {
  // esbuild has said what is wrong.
  process.exit(1);
}
process.setSourceMapsEnabled(true);
// In this process, so that signals and the terminal are the program's.
process.argv = [process.argv[0] ?? "node", program, ...parameters];
await import(pathToFileURL(outfile).href);
