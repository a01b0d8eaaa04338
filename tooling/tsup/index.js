// The build of every package: ES modules, declarations and source maps for Node 20 and browsers.
// Plain JavaScript, because Node loads it before anything is built.

import { declarations } from "./declarations.js";
import { pureCalls, pureNamespaces } from "./pure-calls.js";

export { reached, withStarsInDocs } from "./declarations.js";
export { withoutLocalNames } from "./local-names.js";
export { singleFile, singleFileOptions } from "./single-file.js";

/** @type {import("tsup").Options} */
const shared = {
  format: "esm",
  platform: "neutral",
  target: "es2022",
  sourcemap: true,
  clean: true,
  treeshake: false,
  splitting: true,
  esbuildPlugins: [pureCalls],
  plugins: [pureNamespaces],
};

/** A library: its dependencies stay imports, and declarations refer to the other packages by name. */
export function library(entry = ["src/index.ts"]) {
  return { ...shared, entry, plugins: [...shared.plugins, declarations] };
}

/** A program for Node, without declarations. */
export function app(entry) {
  return { ...shared, entry, platform: "node", target: "node20" };
}
