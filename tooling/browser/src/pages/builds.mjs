// One page made in each way that pages are made: by Vite, esbuild and webpack, with no plugin, and with no bundler by an import map, or by the one
// file that has everything, from a CDN.
// @ts-check
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as buildByEsbuild } from "esbuild";
import { build as buildByVite } from "vite";
import webpack from "webpack";

const here = fileURLToPath(new URL(".", import.meta.url));
const entry = join(here, "page.js");
const require = createRequire(import.meta.url);

/** What the page's module needs, of the packages; each may need others of them, and nothing else. */
const packages = ["tensor", "nn", "optim"];

/**
 * @typedef {object} Built
 * @property {string} script the address of the page's module, which is a worker's as well
 * @property {Record<string, string | Uint8Array>} files
 * @property {Record<string, string>} [folders]
 * @property {string} [head] what the page wants in its head
 * @property {Record<string, string | Uint8Array>} [cdn] what another server has, whose address stands as `cdn` in the files
 */

/** Where a page's files name the server of {@link Built} `cdn`. */
export const cdn = "https://cdn.example";

/** @type {Readonly<Record<string, (folder: string) => Promise<Built>>>} */
export const builds = {
  vite: async (folder) => {
    const result = await buildByVite({
      root: here,
      configFile: false,
      logLevel: "error",
      build: {
        outDir: folder,
        write: false,
        rollupOptions: { input: entry, output: { entryFileNames: "page.js" }, preserveEntrySignatures: false },
      },
    });
    const { output } = /** @type {import("vite").Rollup.RollupOutput} */ (Array.isArray(result) ? result[0] : result);
    return {
      script: "/page.js",
      files: Object.fromEntries(output.map((file) => [`/${file.fileName}`, "code" in file ? file.code : file.source])),
    };
  },
  esbuild: async () => {
    const { outputFiles } = await buildByEsbuild({
      ...{ entryPoints: [entry], bundle: true, format: "esm", platform: "browser", target: "es2022", write: false },
      minify: true,
    });
    return { script: "/page.js", files: { "/page.js": outputFiles[0]?.contents ?? "" } };
  },
  webpack: async (folder) => {
    await new Promise((resolve, reject) =>
      webpack(
        {
          ...{ mode: "production", target: ["web", "es2022"], entry, performance: false, devtool: false },
          output: { path: folder, filename: "page.js", module: true, chunkFormat: "module" },
          experiments: { outputModule: true },
        },
        (error, stats) => {
          if (error) reject(error);
          else if (stats?.hasErrors() || stats?.hasWarnings()) reject(new Error(stats.toString()));
          else resolve(stats);
        },
      ),
    );
    return { script: "/page.js", files: { "/page.js": await readFile(join(folder, "page.js")) } };
  },
  "import map": async () => {
    const folders = Object.fromEntries(
      packages.map((name) => [`/${name}/`, dirname(require.resolve(`@bernoulli/${name}`))]),
    );
    const imports = Object.fromEntries(packages.map((name) => [`@bernoulli/${name}`, `/${name}/index.js`]));
    // Of the subpaths the one that a package imports of another.
    for (const sub of ["formulas", "lean", "linalg"]) imports[`@bernoulli/tensor/${sub}`] = `/tensor/${sub}.js`;
    return {
      script: "/page/page.js",
      files: {},
      folders: { ...folders, "/page/": here },
      head: `<script type="importmap">${JSON.stringify({ imports })}</script>`,
    };
  },
  "one file of a CDN": async () => {
    const program = await readFile(join(here, "program.js"), "utf8");
    const file = `${cdn}/bernoulli.min.js`;
    // The page's own modules, whose imports come of the file: what they take of nn and optim, of those objects.
    const from = (/** @type {string} */ name) =>
      new RegExp(`import \\{([^}]*)\\} from "@bernoulli/${name}"`).exec(program)?.[1]?.replaceAll(" as ", ": ") ?? "";
    const imports = `import * as all from ${JSON.stringify(file)};
      const {${from("nn")}} = all.nn;
      const {${from("optim")}} = all.optim;
      const {${from("tensor")}} = all;`;
    return {
      script: "/page.js",
      files: {
        "/page.js": await readFile(entry),
        "/program.js": program.replace(/import \{[^}]*\} from "@bernoulli\/\w+";\n/g, "").replace(/^/, `${imports}\n`),
      },
      cdn: { "/bernoulli.min.js": await readFile(require.resolve("bernoulli/bernoulli.min.js")) },
    };
  },
};
