// `node tooling/browser/src/pages/main.mjs`: pages that train, as users make and serve them: by three bundlers, by none, and of one file of a CDN, with and
// without cross-origin isolation, in the page and in a module worker, under a strict content policy. Each must compute what Node does, bit for bit.
// @ts-check
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium, noChromium } from "@tooling/vitest/chromium";
import { withBrowser } from "../chromium.mjs";
import { isolation, withSite } from "../serve.mjs";
import { builds, cdn } from "./builds.mjs";
import { train } from "./program.js";

const steps = 100;
/** A policy that allows one's own scripts alone, and WebAssembly; workers are made of Blobs, and import what worker-src allows. @param {string} others where else scripts come from */
const policyWith = (others) =>
  `default-src 'none'; script-src 'self' ${others} 'wasm-unsafe-eval'; worker-src 'self' ${others} blob:; connect-src 'self'`;

const executable = findChromium();
if (executable === null) {
  console.log(`pages: ${noChromium}`);
  process.exit(0);
}

const wanted = await train(steps);
console.log(`Node: ${JSON.stringify(wanted)}`);
/** @type {string[]} */
const problems = [];
if (!(wanted.last < wanted.first / 2)) problems.push(`Node: the loss went from ${wanted.first} to ${wanted.last}`);

await withBrowser(executable, async (browser) => {
  const only = process.argv[2] ?? "";
  for (const [name, build] of Object.entries(builds).filter(([way]) => way.includes(only))) {
    const folder = await mkdtemp(join(tmpdir(), "bernoulli-page-"));
    try {
      const { script, files: written, folders = {}, head = "", cdn: served = {} } = await build(folder);
      const page = `<!doctype html><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">${head}<script type="module" src="${script}"></script>`;
      // As CDNs do, for pages of any origin.
      const anyone = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };
      await withSite({ files: served, headers: anyone }, async (elsewhere) => {
        const files = Object.fromEntries(
          Object.entries(written).map(([path, content]) => [
            path,
            typeof content === "string" ? content.replaceAll(cdn, elsewhere) : content,
          ]),
        );
        const policy = policyWith(Object.keys(served).length > 0 ? elsewhere : "");
        const cases = [
          { how: "isolated", headers: isolation, threads: wanted.of },
          { how: "not isolated", headers: {}, threads: 1 },
          // An import map is a script in the page itself, which this policy forbids; so are icons in data addresses.
          ...(head === ""
            ? [
                {
                  how: "strict policy",
                  headers: { ...isolation, "Content-Security-Policy": policy },
                  threads: wanted.of,
                },
              ]
            : []),
        ];
        for (const { how, headers, threads } of cases)
          await withSite({ files: { ...files, "/index.html": page }, folders, headers }, (address) =>
            check(browser, address, script, `${name}, ${how}`, threads, head === ""),
          );
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
});

/**
 * @param {import("playwright").Browser} browser
 * @param {string} address
 * @param {string} script
 * @param {string} label
 * @param {number} threads that there should be at the most
 * @param {boolean} inWorkers import maps are not for workers
 */
async function check(browser, address, script, label, threads, inWorkers) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const told = [];
  page.on("console", (message) => void (message.type() === "error" && told.push(message.text())));
  page.on("pageerror", (error) => void told.push(String(error)));
  const runs = { page: `trainHere(${steps})`, worker: `trainInWorker(${steps}, ${JSON.stringify(script)})` };
  try {
    await page.goto(address);
    await page.waitForFunction("globalThis.trainHere !== undefined", null, { timeout: 60_000 });
    for (const [where, run] of Object.entries(inWorkers ? runs : { page: runs.page })) {
      const result = /** @type {Awaited<ReturnType<typeof train>>} */ (await page.evaluate(run));
      console.log(`${label}, in a ${where}: ${JSON.stringify(result)}`);
      if (result.bits !== wanted.bits)
        problems.push(`${label}, in a ${where}: ${result.bits}, not Node's ${wanted.bits}`);
      if (threads === 1 ? result.threads !== 1 : result.threads !== result.of || result.of < 2)
        problems.push(`${label}, in a ${where}: ${result.threads} threads of ${result.of}`);
    }
  } catch (error) {
    problems.push(`${label}: ${String(error)}`);
  } finally {
    // The policy forbids the icon.
    const others = told.filter((text) => !text.includes("data:,"));
    if (others.length > 0) problems.push(`${label} says: ${others.join("; ")}`);
    await page.close();
  }
}

for (const problem of problems) console.error(`pages: ${problem}`);
console.log(problems.length === 0 ? "pages: all compute what Node computes" : `pages: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
