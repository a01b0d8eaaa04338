// Bundles bernoulli for browsers with no plugin, and trains one step with the bundle where Node's own globals are hidden.
// It is a smoke test of what a bundler does with the packages, and starts no browser. The same bundle where the engine forbids
// WebAssembly, as a page's policy does, names the directive that allows it. What pages load that use a part is sizes.mjs's.
// @ts-check
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { report } from "../workspace.mjs";
import { checkSizes } from "./sizes.mjs";

/** What Node has and a page has not. */
const nodeOnly = ["process", "Buffer", "global", "setImmediate", "clearImmediate", "require", "module"];

const folder = mkdtempSync(join(tmpdir(), "bernoulli-browser-"));
const outfile = join(folder, "bundle.mjs");
try {
  const { metafile, warnings } = await build({
    entryPoints: [fileURLToPath(new URL("step.mjs", import.meta.url))],
    bundle: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    minify: true,
    metafile: true,
    outfile,
  });
  const { trainOneStep } = await withoutNode(() => import(pathToFileURL(outfile).href));
  const { before, after } = await withoutNode(async () => trainOneStep());
  const kilobytes = Math.round((metafile.outputs[Object.keys(metafile.outputs)[0] ?? ""]?.bytes ?? 0) / 1000);
  const problems = warnings.map(({ text }) => `esbuild warns: ${text}`);
  // Written so that NaN is a problem too.
  if (!(after < before)) problems.push(`one step did not lower the loss: ${before} → ${after}`);
  const refusal = await refusalOfPolicy();
  if (!refusal.includes("script-src 'self' 'wasm-unsafe-eval'")) problems.push(`WebAssembly forbidden: ${refusal}`);
  const sizes = await checkSizes();
  for (const line of sizes.lines) console.log(`  ${line}`);
  problems.push(...sizes.problems);
  report("browser", problems, `the bundle (${kilobytes} kB) trains: loss ${before.toFixed(4)} → ${after.toFixed(4)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Runs `body` while the globals that only Node has are away.
 *
 * @template T
 * @param {() => Promise<T>} body
 */
async function withoutNode(body) {
  const held = nodeOnly.map((name) => /** @type {const} */ ([name, Object.getOwnPropertyDescriptor(globalThis, name)]));
  for (const name of nodeOnly) Reflect.deleteProperty(globalThis, name);
  try {
    return await body();
  } finally {
    for (const [name, descriptor] of held)
      if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
  }
}

/** What a training step says in a realm whose engine compiles no WebAssembly: V8 asks there as it asks Chrome's policies. */
async function refusalOfPolicy() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("step.mjs", import.meta.url))],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "step",
    target: "es2022",
    write: false,
  });
  const globals = { console, performance, TextEncoder, TextDecoder, structuredClone, setTimeout };
  const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  runInContext(outputFiles[0]?.text ?? "", context);
  try {
    runInContext("step.trainOneStep()", context);
    return "nothing was refused";
  } catch (error) {
    return String(error);
  }
}
