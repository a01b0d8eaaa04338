// The build of every package: ES modules, declarations and source maps for Node 20 and browsers.
// Plain JavaScript, because Node loads it before anything is built.

import { pureCalls, pureNamespaces } from "./pure-calls.js";

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

/** A library: its dependencies stay imports. Declarations are bundled per entry, and refer to the other packages by name. */
export function library(entry = ["src/index.ts"]) {
  // The neighbours' declarations come from their dist: with the source condition their sources would be type-checked here again.
  return { ...shared, entry, dts: { compilerOptions: { customConditions: [] } } };
}

/** A program for Node, without declarations. */
export function app(entry) {
  return { ...shared, entry, platform: "node", target: "node20" };
}
