// The library as one meets it that has just loaded it, for tests of what it asks the platform once: bundled, since Node loads a file
// again by another query, but not what it imports.

import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";

// In node_modules, of which Vite transforms nothing.
const outfile = fileURLToPath(new URL(`../../../../node_modules/.fresh/${process.pid}.mjs`, import.meta.url));
const entryPoint = fileURLToPath(new URL("../../../index.ts", import.meta.url));
await build({ entryPoints: [entryPoint], outfile, bundle: true, format: "esm", target: "es2022" });
afterAll(() => rmSync(outfile));
let loads = 0;

export async function fresh(): Promise<typeof import("../../../index.js")> {
  Reflect.deleteProperty(globalThis, Symbol.for("bernoulli.Tensor"));
  loads += 1;
  return import(/* @vite-ignore */ `${pathToFileURL(outfile)}?${loads}`);
}
