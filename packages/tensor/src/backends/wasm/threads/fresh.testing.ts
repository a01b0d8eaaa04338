// Modules as one meets them that has just loaded them, for tests of what the platform is asked once: bundled, since Node loads a file
// again by another query, but not what it imports.

import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";

/** @returns What gives a module anew at each call, with all that it imports */
export async function loader<Module>(entry: string): Promise<() => Promise<Module>> {
  // In node_modules, of which Vite transforms nothing.
  const outfile = fileURLToPath(new URL(`../../../../node_modules/.fresh/${process.pid}.mjs`, import.meta.url));
  const stdin = { contents: entry, resolveDir: import.meta.dirname, loader: "ts" } as const;
  await build({ stdin, outfile, bundle: true, format: "esm", target: "es2022" });
  afterAll(() => rmSync(outfile));
  let loads = 0;
  return () => {
    loads += 1;
    return import(/* @vite-ignore */ `${pathToFileURL(outfile)}?${loads}`);
  };
}

/** As `loader`, of the whole library, of which a page takes one. */
export async function libraryLoader(): Promise<() => Promise<typeof import("../../../index.js")>> {
  const load = await loader<typeof import("../../../index.js")>('export * from "../../../index.js";');
  return () => {
    Reflect.deleteProperty(globalThis, Symbol.for("bernoulli.Tensor"));
    return load();
  };
}
