// What the built site and the playground in it carry of others, by a build of each. Writes nothing that stays.
// @ts-check
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../workspace.mjs";
import { filesOfBundle, filesOfOneFile, noticesOfFiles } from "./notices.mjs";

const docs = join(root, "apps/docs");
const playground = join(root, "apps/playground");

/** The notices of what is in both, and in the packages, which examples load. */
export async function noticesOfSite() {
  const packages = filesOfOneFile(join(root, "packages", "bernoulli"));
  return noticesOfFiles((await Promise.all([filesOfSite(), filesOfPlayground(), packages])).flat());
}

/** Less the packages: by Vite and VitePress, whose theme esbuild cannot read. @returns {Promise<string[]>} */
async function filesOfSite() {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  const list = join(folder, "carried.json");
  const program = join(docs, "node_modules/vitepress/bin/vitepress.js");
  try {
    await promisify(execFile)(process.execPath, [program, "build", docs, "--outDir", join(folder, "dist")], {
      // From another folder it takes ten times as long.
      cwd: root,
      // None of what a test's own environment has, which says to be a development's.
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        BERNOULLI_SITE_CARRIED: list,
        BERNOULLI_SITE_API: "none",
      },
    });
    return JSON.parse(readFileSync(list, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const filesOfPlayground = () =>
  filesOfBundle(playground, {
    entryPoints: ["src/main.tsx", "src/training/worker.ts"],
    ...{ bundle: true, format: "esm", platform: "browser", target: "es2022", outdir: "dist" },
    ...{ conditions: ["@bernoulli/source"], jsx: "automatic", jsxImportSource: "preact" },
  });
