// `pnpm bench:browser [SECONDS [ROUNDS]]`: steps a second in Chromium by those in Node, with the same code, threads and instructions, in turn; by
// a plain loop and through a Trainer. Prints a JSON line for each pair. The longest task of the page is what the browser says of it.
// @ts-check
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { findChromium, withBrowser } from "../chromium.mjs";
import { isolation, withSite } from "../serve.mjs";

const [seconds = 4, rounds = 4] = process.argv.slice(2).map(Number);
const executable = findChromium();
if (executable === null) throw new Error("no Chromium is here; name one by BERNOULLI_CHROMIUM");

const { outputFiles } = await build({
  ...{
    entryPoints: [fileURLToPath(new URL("workload.js", import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
  },
  ...{ platform: "browser", conditions: ["@bernoulli/source"], write: false },
});
const code = outputFiles[0]?.text ?? "";
const median = (/** @type {number[]} */ values) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = await mkdtemp(join(tmpdir(), "bernoulli-bench-"));
try {
  const file = join(folder, "workload.mjs");
  await writeFile(file, code);
  const page = `<!doctype html><title>bench</title><link rel="icon" href="data:,"><script type="module">
    import { measure } from "/workload.mjs";
    globalThis.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ type: "longtask" });
    globalThis.measure = async (given) => { longest = 0; const result = await measure(given); return { ...result, longest }; };
  </script>`;
  await withSite({ files: { "/index.html": page, "/workload.mjs": code }, headers: isolation }, (address) =>
    withBrowser(executable, async (browser) => {
      const options = [1, 2].flatMap((threads) => ["loop", "trainer"].map((kind) => ({ kind, threads, seconds })));
      for (const given of options) {
        const inNode = [];
        const onPage = [];
        let longest = 0;
        for (let round = 0; round < rounds; round++) {
          const script = `import { measure } from ${JSON.stringify(file)}; console.log(JSON.stringify(await measure(${JSON.stringify(given)})));`;
          const told = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
          inNode.push(/** @type {number} */ (JSON.parse(told).rate));
          const tab = await browser.newPage();
          await tab.goto(address);
          await tab.waitForFunction("globalThis.measure !== undefined");
          const result = await tab.evaluate(`measure(${JSON.stringify(given)})`);
          onPage.push(/** @type {number} */ (result.rate));
          longest = Math.max(longest, result.longest);
          await tab.close();
        }
        const ratios = onPage.map((rate, at) => rate / (inNode[at] ?? Number.NaN));
        const round = (/** @type {number} */ value) => Number(value.toPrecision(3));
        console.log(
          JSON.stringify({
            ...{ ...given, rounds, node: round(median(inNode)), chromium: round(median(onPage)) },
            ...{ ratio: round(median(ratios)), ratios: ratios.map(round), longestTask: Math.round(longest) },
            ...{ version: browser.version(), load: loadavg()[0]?.toFixed(1) },
          }),
        );
      }
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
