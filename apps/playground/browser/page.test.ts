// The built page in Chromium: it trains and shows, each control does what it says, with pointer or keyboard, at any width, light and dark.
// Without a Chromium all of it is skipped, and says so.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { noChromium } from "@tooling/vitest/chromium";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import { chromiumPath, open } from "./open.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
if (chromiumPath === null) console.warn(`The playground's tests in a browser are ${noChromium}`);

describe.skipIf(chromiumPath === null)("the page", () => {
  let opened: Awaited<ReturnType<typeof open>>;
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];

  beforeAll(async () => {
    opened = await open();
    browser = opened.browser;
  });
  afterAll(() => opened?.close());
  afterEach(async () => {
    await page?.context().close();
    // No test may leave an error on the console.
    expect(problems).toEqual([]);
  });

  async function visit(query = "", options: BrowserContextOptions = {}, address = opened.address): Promise<Page> {
    problems = [];
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(`${address}${query}`);
    await page.getByTestId("step").waitFor();
    return page;
  }

  const step = async () => Number(await page.getByTestId("step").getAttribute("data-value"));
  const reach = (wanted: number) =>
    page.waitForFunction(
      (least) => Number(document.querySelector("[data-testid=step]")?.getAttribute("data-value")) >= least,
      wanted,
      { timeout: 150_000 },
    );
  /** Until two looks a while apart find the same step. */
  async function rest(): Promise<number> {
    for (let before = -1; ; ) {
      const now = await step();
      if (now === before) return now;
      before = now;
      await page.waitForTimeout(700);
    }
  }
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const held = () =>
    page.evaluate(() => {
      const { curves } = (
        globalThis as unknown as {
          playground: { curves: { accuracy: Record<string, Record<string, (number | null)[]>> } };
        }
      ).playground;
      return Object.entries(curves.accuracy).map(([, { clean }]) => clean!.filter((value) => value !== null));
    });
  const dropped = () => page.getByTestId("dropped-dropout").textContent();

  it("lies beside the licenses of what it is made of", async () => {
    await visit();
    const link = await page.getByRole("link", { name: "Third-party licenses" }).getAttribute("href");
    const licenses = await (await fetch(new URL(link!, opened.address))).text();
    for (const name of ["preact", "@preact/signals", "uplot"]) expect(licenses).toContain(`## ${name} - `);
  });

  it("trains at once, on threads, and accuracy rises", async () => {
    await visit("?size=100&lr=0.002");
    await reach(75);
    for (const clean of await held()) expect(clean.at(-1)).toBeGreaterThan(clean[0]! + 0.15);
    expect(await page.locator(".progress").textContent()).toMatch(/\d+ threads?/);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await dropped()).toMatch(/^\d+ of 1,024 units dropped$/);
    expect(await page.getByTestId("dropped-plain").textContent()).toBe("no unit dropped");
  });

  it("pauses, steps one by one with another mask each, restarts, and reproduces", async () => {
    await visit("?size=100&speed=slow");
    await reach(2);
    await button("Pause").click();
    const at = await rest();
    const before = await dropped();
    await button("Step").click();
    await reach(at + 1);
    expect(await rest()).toBe(at + 1);
    const masks = new Set([before, await dropped()]);
    for (let more = 2; more <= 4; more++) {
      await button("Step").click();
      await reach(at + more);
      masks.add(await dropped());
    }
    expect(masks.size).toBeGreaterThan(1);
    const first = async () => {
      await button("Restart").click();
      await page.waitForFunction(
        () => document.querySelector("[data-testid=step]")?.getAttribute("data-value") === "0",
      );
      await button("Step").click();
      await reach(1);
      await rest();
      return [await dropped(), await page.locator(".answers table").textContent()];
    };
    expect(await first()).toEqual(await first());
  });

  it("eval() lets the mask disappear, and train() brings it back", async () => {
    await visit("?size=100&speed=slow");
    await reach(1);
    await button("eval()").click();
    await page.getByTestId("dropped-dropout").filter({ hasText: "no unit dropped" }).waitFor();
    await button("train()").click();
    await page.getByTestId("dropped-dropout").filter({ hasText: "units dropped" }).waitFor();
  });

  it("each control does what it says, and stands in the address", async () => {
    await visit("?size=100&speed=slow");
    const wanted = (text: string) => page.waitForFunction((part) => location.search.includes(part), text);
    await page.getByLabel("p, before fc1").fill("0.9");
    await wanted("fc1=dropout:0.9");
    await page.getByLabel("Kind, before fc2").selectOption("gaussian");
    await wanted("fc2=gaussian:0.25");
    await page.getByLabel("Kind, after conv1").selectOption("channels");
    await page.getByLabel("p, after conv1").fill("0.5");
    await wanted("conv1=channels:0.5");
    await page.getByLabel("Kind, after conv2").selectOption("block");
    await wanted("conv2=block:0.1");
    await page.getByLabel("Optimizer").selectOption("sgd");
    await wanted("optimizer=sgd");
    await page.getByLabel("Learning rate").selectOption("0.01");
    await wanted("lr=0.01");
    await page.getByLabel("Seed", { exact: true }).fill("41");
    await page.getByLabel("Seed", { exact: true }).press("Tab");
    await wanted("seed=41");
    await button("Another seed").click();
    await wanted("seed=42");
    await page.getByLabel("Images to learn from").selectOption("250");
    await wanted("size=250");
    await page.getByLabel("Speed").selectOption("slower");
    await wanted("speed=slower");
    await page.getByRole("button", { name: /^Image 3:/ }).click();
    await wanted("image=2");
    await reach(1);
    const query = await page.evaluate(() => location.search);
    await page.getByTestId("data").filter({ hasText: "250 images to learn from" }).waitFor();
    // Who is sent the link sees the same.
    await visit(query);
    expect(await page.getByLabel("Kind, after conv2").inputValue()).toBe("block");
    expect(await page.getByLabel("p, before fc1").inputValue()).toBe("0.9");
    expect(await page.getByLabel("Seed", { exact: true }).inputValue()).toBe("42");
    await page.getByLabel("Kind, before fc1").selectOption("none");
    await page.getByLabel("Kind, before fc2").selectOption("none");
    await page.getByLabel("Kind, after conv1").selectOption("none");
    await page.getByLabel("Kind, after conv2").selectOption("none");
    await page.getByTestId("spread").filter({ hasText: "Nothing is dropped" }).waitFor();
  });

  it("a link with values that are none says so, and is as if it had none", async () => {
    await visit("?seed=-3&fc1=dropout:7&size=100&speed=slow");
    expect(await page.getByRole("alert").textContent()).toContain("seed=-3, fc1=dropout:7");
    expect(await page.getByLabel("Seed", { exact: true }).inputValue()).toBe("0");
    await button("Dismiss").click();
    expect(await page.getByRole("alert").textContent()).toBe("");
  });

  it("a corrupt file gets a message, a sound one is learned from, and shapes come back", async () => {
    await visit("?size=100&speed=slow");
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });
    await page.getByTestId("files").setInputFiles([file("data_batch_1.bin", Buffer.alloc(5000))]);
    await page.getByRole("alert").filter({ hasText: "data_batch_1.bin is damaged or cut short" }).waitFor();
    await button("Dismiss").click();
    const batch = Buffer.alloc(3073 * 100);
    for (let index = 0; index < 100; index++) batch.fill(index % 10, index * 3073, (index + 1) * 3073);
    await page.getByTestId("files").setInputFiles([file("data_batch_1.bin", batch)]);
    await page
      .getByTestId("data")
      .filter({ hasText: "CIFAR-10: 80 images to learn from, 20 for validation." })
      .waitFor();
    await page.getByRole("row", { name: /airplane/ }).waitFor();
    await reach(2);
    await button("Back to shapes").click();
    await page.getByTestId("data").filter({ hasText: "Built-in drawn shapes" }).waitFor();
  });

  it("files can be dropped, and pictures are looked at", async () => {
    await visit("?size=100&speed=slow");
    const transfer = await page.evaluateHandle(() => {
      const made = new DataTransfer();
      made.items.add(new File(["no data"], "notes.txt"));
      return made;
    });
    await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
    await page.getByText("Drop files or a picture here").waitFor();
    await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
    await page.getByRole("alert").filter({ hasText: "notes.txt is neither" }).waitFor();
    await button("Dismiss").click();
    await page
      .getByTestId("picture")
      .setInputFiles([{ name: "broken.png", mimeType: "image/png", buffer: Buffer.from("no") }]);
    await page.getByRole("alert").filter({ hasText: "broken.png is no picture" }).waitFor();
    await button("Dismiss").click();
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==",
      "base64",
    );
    await page.getByTestId("picture").setInputFiles([{ name: "red.png", mimeType: "image/png", buffer: png }]);
    await page.getByText("Your own picture").waitFor();
    await page.getByRole("button", { name: /^Image 1:/ }).click();
    await page.getByText(/^It is: /).waitFor();
  });

  it("one draws with the pointer", async () => {
    await visit("?size=100&speed=slow");
    // What comes with the first step moves the paper.
    await reach(1);
    const paper = page.getByRole("application");
    await paper.scrollIntoViewIfNeeded();
    const box = (await paper.boundingBox())!;
    await page.mouse.move(box.x + 30, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 90, { steps: 5 });
    await page.mouse.up();
    await page.getByText("Your own picture").waitFor();
    const painted = await paper.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, 32, 32);
      return data.filter((value, at) => at % 4 === 3 && value > 0).length;
    });
    expect(painted).toBeGreaterThan(30);
  });

  it("the keyboard alone suffices", async () => {
    await visit("?size=100&speed=slow");
    await reach(1);
    /** Tabs on until what has the focus is named so. */
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 90; presses++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? "";
          return element.getAttribute("aria-label") ?? (label !== "" ? label : (element.textContent ?? ""));
        });
        if (name.test(focused)) return;
      }
      throw new Error(`no way by Tab to ${name}`);
    };
    await tabTo(/^Pause/);
    await page.keyboard.press("Space");
    const at = await rest();
    await tabTo(/^Step$/);
    await page.keyboard.press("Enter");
    await reach(at + 1);
    await tabTo(/^eval/);
    await page.keyboard.press("Space");
    await page.getByTestId("dropped-dropout").filter({ hasText: "no unit dropped" }).waitFor();
    await tabTo(/^p, before fc2/);
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.search.includes("fc2=dropout:0.3"));
    await tabTo(/^Optimizer/);
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.search.includes("optimizer=adamw"));
    await tabTo(/^Image 2:/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("image=1"));
    await tabTo(/^Your drawing/);
    for (const key of ["ArrowLeft", "ArrowUp", "Space"]) await page.keyboard.press(key);
    await page.getByText("Your own picture").waitFor();
    await tabTo(/^Open files/);
  });

  it("speaks Korean where the browser does, or is told to", async () => {
    await visit("?size=100&speed=slow", { locale: "ko-KR" });
    expect(await page.locator("html").getAttribute("lang")).toBe("ko");
    expect(await page.title()).toBe("드롭아웃 들여다보기");
    await button("English").click();
    expect(await page.title()).toBe("Watch dropout work");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  });

  it("embedded it is the figure with p, and a way to the page", async () => {
    problems = [];
    const context = await browser.newContext({ viewport: { width: 760, height: 420 } });
    page = await context.newPage();
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(`${opened.address}?embed=1&size=100&speed=slow`);
    await page.getByTestId("dropped-dropout").filter({ hasText: "units dropped" }).waitFor();
    await page.getByRole("slider").fill("0.5");
    await page.waitForFunction(() => location.search.includes("fc2=dropout:0.5"));
    expect(await page.getByRole("link").getAttribute("href")).toContain("fc1=dropout:0.5");
    expect(await page.locator("h2").count()).toBe(0);
  });

  it("without isolation it has one thread, says so, and trains", async () => {
    const other = await open({ isolated: false });
    try {
      await visit("?size=100&speed=slow", {}, other.address);
      await page.getByText("not cross-origin isolated").waitFor();
      expect(await page.locator(".progress").textContent()).toContain("1 thread");
      await reach(2);
      await page.context().close();
    } finally {
      await other.close();
    }
  });

  const looks = [400, 800, 1280].flatMap((width) =>
    (["light", "dark"] as const).map((colorScheme) => [width, colorScheme] as const),
  );
  test.each(looks)("at %i pixels, %s: nothing sticks out, and axe finds no violation", async (width, colorScheme) => {
    await visit("?size=100&speed=slow", { viewport: { width, height: 900 }, colorScheme });
    await reach(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (
        globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
  });

  it("with less motion asked for, frames come now and then", async () => {
    await visit("?size=100&speed=slow", { reducedMotion: "reduce" });
    await page.getByLabel("Speed").selectOption("full");
    await reach(3);
    const frames = await page.evaluate(async () => {
      const { playground } = globalThis as unknown as {
        playground: { status: { subscribe(told: () => void): () => void } };
      };
      let count = 0;
      const end = playground.status.subscribe(() => void (count += 1));
      await new Promise((resolve) => setTimeout(resolve, 3000));
      end();
      return count;
    });
    expect(frames).toBeLessThanOrEqual(6);
  });
});
