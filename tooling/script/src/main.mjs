// Runs a program, TypeScript or JavaScript, against the packages' sources: node main.mjs FILE [its arguments]. Nothing is built,
// and types are not checked. The file may lie anywhere.
// @ts-check
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const packages = fileURLToPath(new URL("../../../packages", import.meta.url));

/** The source files by what programs import them as: `bernoulli`, `@bernoulli/trainer/node`, … */
const sources = new Map(
  readdirSync(packages).flatMap((folder) => {
    const { name, exports = {} } = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"));
    return Object.entries(exports).map(([entry, target]) => {
      const source = typeof target === "string" ? target : target["@bernoulli/source"];
      return /** @type {[string, string]} */ ([`${name}${entry.slice(1)}`, join(packages, folder, source)]);
    });
  }),
);

/** @type {import("esbuild").Plugin} */
const fromSources = {
  name: "sources",
  setup({ onResolve }) {
    onResolve({ filter: /^@?bernoulli/ }, ({ path }) => {
      const source = sources.get(path);
      return source === undefined ? null : { path: source };
    });
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
    plugins: [fromSources],
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
