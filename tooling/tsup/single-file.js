// One file with everything that a package exports, for pages that load it from a CDN by `<script type="module">`: no import is left in it, nothing
// that only Node has is loaded, and threads are started as everywhere, of a Blob.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * What the file is made with; with the condition of sources it needs no build.
 *
 * @param {string} folder of the package
 * @param {string[]} [conditions]
 */
export function singleFileOptions(folder, conditions = []) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return /** @satisfies {import("esbuild").BuildOptions} */ ({
    entryPoints: [join(folder, conditions.length > 0 ? "src/index.ts" : "dist/index.js")],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    conditions,
    // Those of others stand in a file beside it.
    legalComments: "none",
    banner: { js: `/*! ${name} ${version}, ${license}; of others: THIRD-PARTY-NOTICES.md */` },
  });
}

/**
 * The tsup plugin that writes the file behind the build of the package.
 *
 * @param {string} name of the file in dist
 * @returns {NonNullable<import("tsup").Options["plugins"]>[number]}
 */
export function singleFile(name) {
  return {
    name: "single-file",
    async buildEnd() {
      const folder = process.cwd();
      const { warnings } = await build({ ...singleFileOptions(folder), outfile: join(folder, "dist", name) });
      if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
    },
  };
}
