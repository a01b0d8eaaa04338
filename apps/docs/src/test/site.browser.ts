// The built site in Chromium: every block runs without an error, figures draw, nothing is said on the console, axe finds no violation, and
// no page is wider than its window.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromiumFlags } from "@tooling/vitest/chromium";
import { type Browser, chromium as engine, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { built, chromium, leftOut } from "./chromium.js";
import { type Served, serve } from "./serve.js";

/** Pages by their paths. Those of the API have some thousand blocks, of which one page is run; their docstrings are tests of the packages. */
const pages =
  leftOut !== null
    ? []
    : readdirSync(built, { recursive: true, encoding: "utf8" })
        .map((name) => name.replaceAll("\\", "/"))
        .filter((name) => name.endsWith(".html") && !/^(api|playground)\/|^404|^docs\/decisions\//.test(name))
        .sort();
const api = existsSync(join(built, "api/tensor/reductions.html")) ? ["api/tensor/reductions.html"] : [];
const withBlocks = [...pages, ...api].filter(
  (page) => leftOut === null && readFileSync(join(built, page), "utf8").includes("run-start"),
);

let browser: Browser;
const served = new Map<boolean, Served>();

beforeAll(async () => {
  if (leftOut !== null) return;
  browser = await engine.launch({ executablePath: chromium!, args: chromiumFlags });
  for (const isolated of [true, false]) served.set(isolated, await serve(built, { isolated }));
});
afterAll(async () => {
  await browser?.close();
  for (const one of served.values()) await one.close();
});

/** Opens a page, and tells whatever it says on the console that is no note. */
async function open(
  path: string,
  { isolated = true, width = 1280, dark = false } = {},
): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const said: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(`${served.get(isolated)!.address}/${path}`, { waitUntil: "load" });
  // What Vue leaves where it has taken over.
  await page.waitForFunction(() => "_vnode" in document.querySelector("#app")!);
  return { page, said };
}

/** Runs every block of a page, one behind the other; what ended with an error, as text. */
async function runAll(page: Page): Promise<string[]> {
  const failures: string[] = [];
  const blocks = page.locator(".run-block:has(.run-start)");
  const count = await blocks.count();
  for (let at = 0; at < count; at++) {
    const block = page.locator(".run-block:has(.run-bar button)").nth(at);
    await block.locator(".run-start").click();
    await block.locator(".run-start").waitFor({ timeout: 120_000 });
    if ((await block.getAttribute("data-state")) === "done") continue;
    failures.push(`block ${at + 1}: ${await block.locator(".run-output").textContent()}`);
  }
  return failures;
}

it.runIf(leftOut !== null)(`the site in a browser: ${leftOut}`, () => console.warn(leftOut));

it.each(withBlocks)("every block of %s runs", async (path) => {
  const { page, said } = await open(path);
  expect(await runAll(page)).toEqual([]);
  expect(said).toEqual([]);
  await page.context().close();
});

it.skipIf(leftOut !== null)("without isolation blocks run on one thread, and the page says so", async () => {
  const { page, said } = await open("start.html", { isolated: false });
  await page.locator(".thread-notice").waitFor();
  expect(await runAll(page)).toEqual([]);
  expect(said).toEqual([]);
  await page.goto(`${served.get(true)!.address}/start.html`);
  await page.locator(".run-start").first().waitFor();
  expect(await page.locator(".thread-notice").count()).toBe(0);
  await page.context().close();
});

it.skipIf(leftOut !== null)("a block is edited, stopped, reset, and told of by its error", async () => {
  const { page } = await open("tensors.html");
  const block = page.locator(".run-block").first();
  await block.getByRole("button", { name: "Edit" }).click();
  const editor = block.getByRole("textbox");
  await editor.fill(
    'import { ones } from "bernoulli";\nconst n: number = 3;\nones(n).sum().item(); // →\nones(2, 3).matmul(ones(2, 3));',
  );
  await block.getByRole("button", { name: "Run" }).click();
  await block.locator(".run-error").waitFor();
  expect(await block.locator(".run-value").textContent()).toBe("line 3 3");
  expect(await block.locator(".run-error").textContent()).toMatch(/^line 4: ShapeError: matmul/);
  await editor.fill("while (true) {}");
  await block.getByRole("button", { name: "Run" }).click();
  await block.getByRole("button", { name: "Stop" }).click();
  expect(await block.getByRole("status").textContent()).toBe("Stopped");
  await block.getByRole("button", { name: "Reset" }).click();
  expect(await block.getByRole("textbox").count()).toBe(0);
  await page.context().close();
});

it.skipIf(leftOut !== null)("figures draw what the library computes, by keyboard too", async () => {
  const { page, said } = await open("dropout.html");
  const mask = page.locator(".figure").first();
  await mask.locator(".unit").first().waitFor();
  const picture = (): Promise<string | null> => mask.getByRole("img").getAttribute("aria-label");
  const before = await picture();
  await mask.getByRole("slider").focus();
  for (let at = 0; at < 10; at++) await page.keyboard.press("ArrowRight");
  expect(await picture()).not.toBe(before);
  const net = page.locator(".train-figure");
  await net.getByRole("button", { name: "Start", exact: true }).click();
  await expect.poll(() => net.locator("figcaption").textContent(), { timeout: 60_000 }).toMatch(/step \d\d/);
  await net.getByRole("button", { name: "Pause" }).click();
  expect(await net.locator(".net .off").count()).toBeGreaterThan(0);
  const ensemble = page.locator(".figure").last();
  await ensemble.getByRole("button", { name: "Train a net" }).click();
  await ensemble.locator("canvas").nth(5).waitFor({ timeout: 120_000 });
  expect(said).toEqual([]);
  await page.context().close();
});

it.skipIf(leftOut !== null)("PyTorch's names are found", async () => {
  for (const [path, label] of [
    ["from-pytorch.html", "Search the"],
    ["ko/from-pytorch.html", "찾기"],
  ] as const) {
    const { page } = await open(path);
    await page.getByLabel(label).fill("cross_entropy");
    expect(await page.locator(".names-table tbody tr").first().textContent()).toContain("crossEntropy");
    await page.context().close();
  }
});

/** The site's own pages in both schemes, the repository's documents, which are text and tables, in one. */
const looks = (leftOut === null ? [...pages, ...api] : []).flatMap((path) =>
  (path.startsWith("docs/") ? ["light"] : ["light", "dark"]).map((scheme) => [path, scheme] as const),
);

it.each(looks)("%s, %s: axe finds nothing, nothing is said, and it fits its window", async (path, scheme) => {
  const { page, said } = await open(path, { dark: scheme === "dark" });
  // VitePress's own: the name of its search button, and buttons within the headings of its sidebar.
  const { violations } = await new AxeBuilder({ page })
    .exclude(".DocSearch")
    .exclude(".VPSidebarItem.collapsible")
    .analyze();
  const found = violations.map(({ id, nodes }) =>
    [id, ...nodes.slice(0, 3).map(({ target }) => target.join(" "))].join("; "),
  );
  expect(found).toEqual([]);
  for (const width of [800, 400]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(said).toEqual([]);
  await page.context().close();
});
