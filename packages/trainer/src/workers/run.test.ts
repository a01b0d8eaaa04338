// A run and its page, over a worker's two ends in one process: reports, results, errors, aborts. Browsers' own workers: tooling/browser.

import { expect, it } from "vitest";
import { type Run, type RunContext, serveRun, startRun, WorkerRunError } from "../index.js";

/** A worker as the page sees it, and as it sees itself. */
function makeWorker(run: Run) {
  const inside = new EventTarget();
  const worker = Object.assign(new EventTarget(), {
    postMessage: (data: unknown, transfer: MessagePort[]) => {
      const event = Object.assign(new Event("message"), { data: structuredClone(data), ports: transfer });
      queueMicrotask(() => inside.dispatchEvent(event));
    },
  });
  serveRun(run, inside as never);
  return worker as unknown as Worker;
}

const count = async ({ to }: { to: number }, { report, signal }: RunContext<{ at: number }>) => {
  for (let at = 1; at <= to && !signal.aborted; at++) {
    report({ at });
    await new Promise((resolve) => setTimeout(resolve));
  }
  return Float32Array.of(to);
};

it("reports in order, and gives a copy of the result", async () => {
  const reports: number[] = [];
  const result = await startRun<typeof count>(makeWorker(count), { to: 3 }, { onReport: ({ at }) => reports.push(at) });
  expect([reports, result]).toEqual([[1, 2, 3], Float32Array.of(3)]);
});

it("two runs at once are told apart", async () => {
  const worker = makeWorker(count);
  const [a, b] = await Promise.all([2, 5].map((to) => startRun<typeof count>(worker, { to })));
  expect([a![0], b![0]]).toEqual([2, 5]);
});

it("an abort reaches the run's signal, before its beginning too", async () => {
  const controller = new AbortController();
  const reports: number[] = [];
  const onReport = ({ at }: { at: number }) => {
    reports.push(at);
    if (at === 2) controller.abort();
  };
  await startRun<typeof count>(makeWorker(count), { to: 10_000 }, { signal: controller.signal, onReport });
  expect(reports.length).toBeLessThan(1000);
  const done = startRun<typeof count>(makeWorker(count), { to: 10_000 }, { signal: controller.signal });
  expect((await done)[0]).toBe(10_000);
});

it("what the run throws, and a worker that fails, are errors of the page", async () => {
  const failing = makeWorker(() => Promise.reject(new RangeError("too far")));
  await expect(startRun(failing, null)).rejects.toThrow("startRun: the run threw RangeError: too far");
  const dead = makeWorker(() => new Promise(() => {}));
  const run = startRun(dead, null);
  dead.dispatchEvent(Object.assign(new Event("error"), { message: "SyntaxError" }));
  await expect(run).rejects.toThrow(WorkerRunError);
  await expect(
    startRun(
      makeWorker(() => () => 1),
      null,
    ),
  ).rejects.toThrow("DataCloneError");
  await expect(startRun(makeWorker(count), (() => 1) as never)).rejects.toThrow("could not be cloned");
  expect(() => startRun({} as never, null)).toThrow("expected a Worker, but got an object");
});
