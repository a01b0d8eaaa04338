// The worker's loop at a port, as the page speaks to it: steps that are asked for, frames that are asked for and no others, files.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaults, type Settings } from "../state/settings.js";
import { serve } from "./loop.js";
import type { Begun, Frame, FromWorker, Refused, ToWorker } from "./protocol.js";

/** The page's side. */
class Page {
  readonly received: FromWorker[] = [];
  readonly #channel = new MessageChannel();
  readonly #controller = new AbortController();
  readonly #ended: Promise<void>;
  #wake: (() => void) | null = null;

  constructor() {
    this.#channel.port1.onmessage = ({ data }) => {
      this.received.push(data as FromWorker);
      this.#wake?.();
    };
    this.#ended = serve(this.#channel.port2 as never, this.#controller.signal);
  }

  post(message: ToWorker): void {
    this.#channel.port1.postMessage(message);
  }

  async next<Type extends FromWorker["type"]>(type: Type): Promise<Extract<FromWorker, { type: Type }>> {
    for (;;) {
      const at = this.received.findIndex((message) => message.type === type);
      if (at >= 0) return this.received.splice(at, 1)[0] as Extract<FromWorker, { type: Type }>;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  frame(): Promise<Frame> {
    this.post({ type: "frame" });
    return this.next("frame");
  }

  async close(): Promise<void> {
    this.#controller.abort();
    await this.#ended;
    this.#channel.port1.close();
    this.#channel.port2.close();
  }
}

const small: Settings = { ...defaults, size: 100 };
let page: Page;
beforeEach(() => {
  page = new Page();
});
afterEach(() => page.close());

async function begin(settings: Settings = small): Promise<Begun> {
  page.post({ type: "settings", settings });
  return page.next("begun");
}

describe("the loop", () => {
  it("tells what there is, and shows the nets before the first step", async () => {
    const begun = await begin();
    expect(begun.data).toMatchObject({ name: "shapes" });
    expect(begun.counts).toEqual({ train: 100, heldOut: 400, available: 5000 });
    expect(begun.offered).toHaveLength(20 * 32 * 32 * 4);
    expect(await page.frame()).toMatchObject({ step: 0, epoch: 0, isRunning: false, points: [] });
  });

  it("steps as often as it is told, and says so once each", async () => {
    await begin();
    await page.frame();
    for (let count = 0; count < 3; count++) page.post({ type: "step" });
    const points: number[] = [];
    while (points.at(-1) !== 3) points.push(...(await page.frame()).points.map(({ step }) => step));
    expect(points).toEqual([1, 2, 3]);
  });

  it("runs until it is paused, and sends no frame that nobody asked for", async () => {
    await begin();
    page.post({ type: "run", isRunning: true });
    const first = await page.frame();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(page.received.filter(({ type }) => type === "frame")).toEqual([]);
    page.post({ type: "run", isRunning: false });
    const then = await page.frame();
    expect(then.step).toBeGreaterThan(first.step);
    expect(then.isRunning).toBe(false);
    page.post({ type: "frame" });
    await new Promise((resolve) => setTimeout(resolve, 200));
    // Nothing is new.
    expect(page.received).toEqual([]);
  });

  it("begins anew with another seed, and goes on with another p", async () => {
    await begin();
    page.post({ type: "step" });
    await page.frame();
    page.post({
      type: "settings",
      settings: { ...small, drops: { ...small.drops, fc2: { kind: "dropout", p: 0.5 } } },
    });
    expect((await page.frame()).step).toBe(1);
    expect(page.received).toEqual([]);
    page.post({ type: "settings", settings: { ...small, seed: 4 } });
    await page.next("begun");
    expect((await page.frame()).step).toBe(0);
  });

  it("shows a picture of one's own", async () => {
    await begin();
    const before = await page.frame();
    page.post({ type: "picture", pixels: new Uint8Array(3 * 32 * 32).fill(200) });
    const after = await page.frame();
    expect(after.way.plain.units.conv1).not.toEqual(before.way.plain.units.conv1);
    page.post({ type: "picture", pixels: null });
    expect((await page.frame()).way.plain.units.conv1).toEqual(before.way.plain.units.conv1);
  });

  it("refuses what is no data set, and goes on with what it has", async () => {
    await begin();
    page.post({ type: "files", files: [{ name: "data_batch_1.bin", data: new Blob(["no images"]) }] });
    const refused: Refused = await page.next("refused");
    expect(refused).toMatchObject({ reason: "corrupt", file: "data_batch_1.bin" });
    expect(refused.detail).toMatch(/wrong length/);
    page.post({ type: "step" });
    let frame = await page.frame();
    while (frame.step === 0) frame = await page.frame();
    expect(frame.step).toBe(1);
  });
});
