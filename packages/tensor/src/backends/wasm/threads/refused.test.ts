// A platform that starts no threads, or shares no memory: ops run on one, the count says so, and one warning says why.
// In a process of its own: its threads stay.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { libraryLoader } from "./fresh.testing.js";

const fresh = await libraryLoader();
const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);

/** A job that is worth threads. */
function work({ zeros, scope }: Awaited<ReturnType<typeof fresh>>): number {
  return scope(() => zeros(300, 300).add(1).sum().item());
}

/** A page has none of what Node gives, of which Vitest itself goes on using the rest. */
const withoutNode = () => vi.stubGlobal("process", Object.create(process, { getBuiltinModule: { value: undefined } }));

beforeEach(() => warn.mockClear());
afterEach(() => vi.unstubAllGlobals());

it("Node without --allow-worker", async () => {
  const denied = Object.assign(new Error("Access to this API has been restricted"), { code: "ERR_ACCESS_DENIED" });
  const builtin = process.getBuiltinModule.bind(process);
  const modules: Record<string, unknown> = {
    "node:worker_threads": {
      ...process.getBuiltinModule("node:worker_threads"),
      Worker: function refuse() {
        throw denied;
      },
    },
  };
  vi.stubGlobal("process", {
    ...process,
    env: { BERNOULLI_NUM_THREADS: "4" },
    getBuiltinModule: (name: string) => modules[name] ?? builtin(name),
  });
  const api = await fresh();
  expect(api.getNumThreads()).toBe(4);
  expect([work(api), work(api)]).toEqual([90_000, 90_000]);
  expect(api.getNumThreads()).toBe(1);
  api.setNumThreads(3);
  expect(api.getNumThreads()).toBe(1);
  expect(warn.mock.calls).toMatchInlineSnapshot(`
    [
      [
        "bernoulli: ops run on one thread, since the platform refused to start another: Access to this API has been restricted; run node with --allow-worker, or call setNumThreads(1)",
      ],
    ]
  `);
});

it("a page whose policy stops the script of a thread, which an event tells later", async () => {
  const started: { onerror: ((event: unknown) => void) | null }[] = [];
  withoutNode();
  vi.stubGlobal("crossOriginIsolated", true);
  vi.stubGlobal("document", {});
  vi.stubGlobal("navigator", { hardwareConcurrency: 2 });
  vi.stubGlobal("Worker", function start(this: { onerror: null; postMessage: () => void }) {
    this.onerror = null;
    this.postMessage = () => undefined;
    started.push(this);
  });
  const api = await fresh();
  expect(work(api)).toBe(90_000);
  expect([started.length, api.getNumThreads()]).toEqual([1, 2]);
  started[0]?.onerror?.({ type: "error" });
  expect(api.getNumThreads()).toBe(1);
  expect(work(api)).toBe(90_000);
  expect(started.length).toBe(1);
  expect(warn.mock.calls).toMatchInlineSnapshot(`
    [
      [
        "bernoulli: ops run on one thread, since the platform refused to start another: its script was not run; where a Content-Security-Policy forbids it, add worker-src blob: to it, or serve the text workerSource from a file that it allows and name that by setWorkerUrl; or call setNumThreads(1)",
      ],
    ]
  `);
});

it("a page that is not cross-origin isolated", async () => {
  withoutNode();
  vi.stubGlobal("document", {});
  vi.stubGlobal("navigator", { hardwareConcurrency: 2 });
  const api = await fresh();
  expect(api.getNumThreads()).toBe(1);
  expect(work(api)).toBe(90_000);
  expect(warn.mock.calls).toMatchInlineSnapshot(`
    [
      [
        "bernoulli: ops run on one thread: this page is not cross-origin isolated, so threads cannot share memory; serve it with Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp, or call setNumThreads(1)",
      ],
    ]
  `);
});
