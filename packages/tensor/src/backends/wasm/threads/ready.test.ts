// What a page is told and waits for while its threads start, and that a pause lets timers through. Browsers themselves are run by
// tooling/browser.
// In a process of its own: its threads stay.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { libraryLoader } from "./fresh.testing.js";

const fresh = await libraryLoader();
const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);

/** The words of a pool that a page would share with a worker, which is not there: the tests say when it is. */
interface StartedWorker {
  onerror: ((event: unknown) => void) | null;
  control: Int32Array;
}

/** The library on a page of two cores. */
async function onPage(globals: Readonly<Record<string, unknown>> = {}) {
  const started: StartedWorker[] = [];
  // Vitest itself goes on using the rest of it.
  vi.stubGlobal("process", Object.create(process, { getBuiltinModule: { value: undefined } }));
  vi.stubGlobal("crossOriginIsolated", true);
  vi.stubGlobal("document", {});
  vi.stubGlobal("navigator", { hardwareConcurrency: 2 });
  vi.stubGlobal("Worker", function start(this: { onerror: null; postMessage: (data: unknown) => void }) {
    this.onerror = null;
    this.postMessage = (data) => {
      const { shared } = data as { shared: SharedArrayBuffer };
      started.push(Object.assign(this, { control: new Int32Array(shared) }));
    };
  });
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  const api = await fresh();
  const { word } = await import("./protocol.js");
  return { api, started, comeUp: () => Atomics.add(started[0]!.control, word.ready, 1) };
}

beforeEach(() => warn.mockClear());
afterEach(() => vi.unstubAllGlobals());

it("on a page it waits until the threads are there, and starts them once", async () => {
  const { api, started, comeUp } = await onPage();
  let threads = 0;
  const both = Promise.all([api.ready(), api.ready()]).then(([one]) => (threads = one));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect([started.length, threads]).toEqual([1, 0]);
  comeUp();
  await both;
  expect([started.length, threads]).toEqual([1, 2]);
  expect(await api.ready()).toBe(2);
  expect(warn).not.toHaveBeenCalled();
});

it("where the page refuses a thread it goes on with those there are", async () => {
  const { api, started } = await onPage();
  const threads = api.ready();
  started[0]!.onerror!({ message: "refused" });
  expect(await threads).toBe(1);
  expect(warn).toHaveBeenCalledTimes(1);
});

it("where the page never starts one it says so, and goes on", async () => {
  const { api } = await onPage();
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  try {
    const threads = api.ready();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(await threads).toBe(1);
  } finally {
    vi.useRealTimers();
  }
  expect(warn.mock.calls).toMatchInlineSnapshot(`
    [
      [
        "bernoulli: ready: 1 of 2 threads are there after 10 s, and ops run on these",
      ],
    ]
  `);
});

it("where memory cannot be shared it says so at once", async () => {
  const { api } = await onPage({ crossOriginIsolated: false });
  expect(await api.ready()).toBe(1);
  expect(warn.mock.calls[0]![0]).toContain("is not cross-origin isolated");
  api.resetWarnings();
  warn.mockClear();
  api.setNumThreads(1);
  expect(await api.ready()).toBe(1);
  expect(warn).not.toHaveBeenCalled();
});

it("in Node it resolves at once, and starts nothing", async () => {
  const { ready, setNumThreads } = await fresh();
  setNumThreads(3);
  expect(await ready()).toBe(3);
});

/** A loop that never returns to the event loop, for so many milliseconds. */
function computeFor({ zeros, scope }: Awaited<ReturnType<typeof onPage>>["api"], milliseconds: number): void {
  const end = performance.now() + milliseconds;
  do scope(() => zeros(300, 300).add(1).sum().item());
  while (performance.now() < end);
}

it("a loop under which no thread can start is told once, with the cure", async () => {
  const { api } = await onPage();
  computeFor(api, 300);
  expect(warn).not.toHaveBeenCalled();
  computeFor(api, 400);
  computeFor(api, 50);
  expect(warn.mock.calls).toMatchInlineSnapshot(`
    [
      [
        "bernoulli: ops run on one thread so far: a page starts the others once its event loop turns, and the loop that computes has not let it; put \`await ready()\` before the loop, or \`await pause()\` into it",
      ],
    ]
  `);
});

it("one that waits now and then is not told", async () => {
  const { api } = await onPage();
  for (let round = 0; round < 7; round++) {
    computeFor(api, 100);
    await api.pause();
  }
  expect(warn).not.toHaveBeenCalled();
});

it("a pause lets timers through, and is none within 5 ms", async () => {
  const { pause } = await fresh();
  let fired = false;
  setTimeout(() => {
    fired = true;
  }, 20);
  let pauses = 0;
  for (const end = performance.now() + 60_000; !fired && performance.now() < end; pauses += 1) await pause();
  expect(fired).toBe(true);
  expect(pauses).toBeGreaterThan(20);
});

it("a pause is a message where there is no setImmediate, for each of those who wait", async () => {
  const { api } = await onPage({ setImmediate: undefined });
  const before = performance.now();
  await Promise.all([api.pause(), api.pause(), api.pause()]);
  while (performance.now() - before < 30) await api.pause();
});
