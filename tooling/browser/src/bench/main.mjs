// `pnpm bench:browser [STEPS [ROUNDS [THREADS …]]]`: steps a second in Chromium by those in Node, with the same code, threads and instructions, in turn;
// by a plain loop and through a Trainer. Prints a JSON line for each pair: by the clock, and by the processor time of all threads of the process,
// which tells more where other programs use the cores. The longest task is what the browser says of its page behind the warming up.
// @ts-check
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, noChromium } from "@tooling/vitest/chromium";
import { build } from "esbuild";
import { withBrowser } from "../chromium.mjs";
import { isolation, withSite } from "../serve.mjs";

const [steps = 100, rounds = 4, ...counts] = process.argv.slice(2).map(Number);
const warm = 30;
const executable = findChromium();
if (executable === null) throw new Error(noChromium);

const { outputFiles } = await build({
  ...{ entryPoints: [fileURLToPath(new URL("workload.js", import.meta.url))], bundle: true, format: "esm" },
  ...{ target: "es2022", platform: "browser", conditions: ["@bernoulli/source"], write: false },
});
const code = outputFiles[0]?.text ?? "";

/** @typedef {{ milliseconds: number, processor: number, longest: number }} Measured */
/** @typedef {{ kind: string, threads: number }} Given */

/** @param {string} file @param {Given} given @returns {Measured} */
function inNode(file, given) {
  const script = `
    import { prepare } from ${JSON.stringify(file)};
    const run = await prepare(${JSON.stringify(given)});
    await run(${warm});
    const before = process.cpuUsage();
    const milliseconds = await run(${steps});
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ milliseconds, processor: (user + system) / 1000, longest: 0 }));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }));
}

/** @param {import("playwright").Browser} browser @param {string} address @param {Given} given @returns {Promise<Measured>} */
async function onPage(browser, address, given) {
  const session = await browser.newBrowserCDPSession();
  const processor = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);
  };
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await page.waitForFunction("globalThis.prepare !== undefined", null, { timeout: 120_000 });
    await page.evaluate(
      `prepare(${JSON.stringify(given)}).then((run) => { globalThis.run = run; return run(${warm}); })`,
    );
    await page.evaluate("longest = 0");
    const before = await processor();
    const milliseconds = /** @type {number} */ (await page.evaluate(`run(${steps})`));
    const used = (await processor()) - before;
    return { milliseconds, processor: used, longest: /** @type {number} */ (await page.evaluate("longest")) };
  } finally {
    await page.close();
    await session.detach();
  }
}

const round = (/** @type {number} */ value) => Number(value.toPrecision(3));
const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const folder = await mkdtemp(join(tmpdir(), "bernoulli-bench-"));
try {
  const file = join(folder, "workload.mjs");
  await writeFile(file, code);
  const page = `<!doctype html><title>bench</title><link rel="icon" href="data:,"><script type="module">
    import { prepare } from "/workload.mjs";
    globalThis.longest = 0;
    const note = (list) => list.getEntries().forEach(({ duration }) => { longest = Math.max(longest, duration); });
    new PerformanceObserver(note).observe({ type: "longtask" });
    globalThis.prepare = prepare;
  </script>`;
  await withSite({ files: { "/index.html": page, "/workload.mjs": code }, headers: isolation }, (address) =>
    withBrowser(executable, async (browser) => {
      for (const threads of counts.length > 0 ? counts : [1, 2])
        for (const kind of ["loop", "trainer"]) {
          /** @type {[Measured, Measured][]} */
          const pairs = [];
          for (let at = 0; at < rounds; at++)
            pairs.push([inNode(file, { kind, threads }), await onPage(browser, address, { kind, threads })]);
          const rate = (/** @type {0 | 1} */ side, /** @type {"milliseconds" | "processor"} */ by) =>
            round(median(pairs.map((pair) => (1000 * steps) / pair[side][by])));
          const ratios = (/** @type {"milliseconds" | "processor"} */ by) =>
            pairs.map(([node, chromium]) => round(node[by] / chromium[by]));
          console.log(
            JSON.stringify({
              ...{ kind, threads, steps, rounds, node: rate(0, "milliseconds"), chromium: rate(1, "milliseconds") },
              ...{ ratios: ratios("milliseconds"), byProcessorTime: ratios("processor") },
              ...{
                ratio: round(median(ratios("milliseconds"))),
                ratioByProcessorTime: round(median(ratios("processor"))),
              },
              ...{ longestTask: Math.round(Math.max(...pairs.map(([, { longest }]) => longest))) },
              ...{ version: browser.version(), runtime: process.version, load: round(loadavg()[0] ?? NaN) },
            }),
          );
        }
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
