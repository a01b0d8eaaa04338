// What tests of programs as processes share: a program is bundled from the sources, started, and what it did is told.

import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Leaves other packages as they are, by their files: an app need not list what the packages that are bundled import. */
const othersByPath: Plugin = {
  name: "others by path",
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === "entry-point" || pluginData === "others" || /^(@bernoulli\/|bernoulli$|node:)/.test(path))
        return null;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: "others" });
      return found.errors.length > 0 ? found : { path: pathToFileURL(found.path).href, external: true };
    });
  },
};

/**
 * Bundles a program from the sources of all packages into its app's node_modules; returns its path.
 *
 * @param folder one for each test file that may run beside others
 */
export async function bundleProgram(main: string, folder = "program"): Promise<string> {
  const outDir = join(dirname(main), "../node_modules/.vitest", folder);
  await build({
    config: false,
    entry: [main],
    outDir,
    format: "esm",
    platform: "node",
    target: "node20",
    splitting: true,
    silent: true,
    noExternal: [/./],
    esbuildPlugins: [othersByPath],
    esbuildOptions: (options) => {
      options.conditions = ["@bernoulli/source"];
    },
  });
  return join(outDir, "main.js");
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a process printed and how it ended. */
export function outcome(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (text) => (stdout += text));
  child.stderr?.on("data", (text) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

export function start(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"], env });
}
