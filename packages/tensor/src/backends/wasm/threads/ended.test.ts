// Threads that end before what they do is done: the caller is told, waits for nobody who is not there, and goes on without them.
// In a process of its own: its threads stay.

import type { Worker } from "node:worker_threads";
import { Variants } from "@bernoulli/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadI32Atomic, ModuleBuilder } from "../assembler/index.js";
import { I32 } from "../assembler/values.js";
import { loader } from "./fresh.testing.js";
import type { PostedJob } from "./pool.js";
import { callWords, claimedBy, done, openOf, word } from "./protocol.js";
import { Watch } from "./watch.js";

interface Modules {
  readonly Pool: typeof import("./pool.js").Pool;
  readonly getNumThreads: typeof import("./count.js").getNumThreads;
  readonly setNumThreads: typeof import("./count.js").setNumThreads;
}
const fresh = await loader<Modules>(
  'export { Pool } from "./pool.js"; export { getNumThreads, setNumThreads } from "./count.js";',
);

const warn = vi.fn<(...given: unknown[]) => void>();
beforeEach(() => {
  warn.mockReset();
  vi.spyOn(console, "warn").mockImplementation(warn);
});
afterEach(() => vi.restoreAllMocks());

/** Says at `at` that it began, and does not end before somebody writes beside it, or it has looked `times` times, if not 0; then it says so. */
function holding(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("hold", { at: "i32", times: "i32" }, (f, { at, times }) => {
    f.storeAtomic(at, I32.of(1));
    const [left, step] = [f.local("i32", "left", I32.of(1)), f.local("i32", "step", I32.of(0))];
    f.if(times, () => {
      f.set(left, times);
      f.set(step, 1);
    });
    f.while(left, () => {
      f.set(left, left.subtract(step));
      f.if(loadI32Atomic(at.add(4)), () => f.set(left, 0));
    });
    f.storeAtomic(at.add(8), I32.of(1));
  });
  return module;
}

const forEver = 0;

/** A pool whose workers are up, anew each time: how many threads there are is asked once. `tells` says whether the platform tells who has ended. */
async function poolOf(threads: number, tells = true) {
  if (!tells) {
    const workerThreads = process.getBuiltinModule("node:worker_threads");
    // As Deno's and Bun's, whose ports say nothing.
    class MessageChannel extends workerThreads.MessageChannel {
      constructor() {
        super();
        const { port1 } = this;
        const post = port1.postMessage.bind(port1);
        port1.postMessage = (message) => void post(message);
      }
    }
    const modules: Record<string, unknown> = { "node:worker_threads": { ...workerThreads, MessageChannel } };
    const builtin = process.getBuiltinModule.bind(process) as (name: string) => unknown;
    vi.spyOn(process, "getBuiltinModule").mockImplementation(
      ((name: string) => modules[name] ?? builtin(name)) as never,
    );
  }
  const { Pool, getNumThreads, setNumThreads } = await fresh();
  setNumThreads(threads);
  const workers: Worker[] = [];
  const note = (worker: Worker) => void workers.push(worker);
  process.on("worker", note);
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const words = new Int32Array(memory.buffer);
  const pool = new Pool(memory);
  pool.awaitWorkers(threads);
  // Workers are told of at the event loop's next turn.
  await vi.waitUntil(() => workers.length === threads - 1, { timeout: 60_000 });
  process.off("worker", note);
  const bytes = holding().toBytes("hold", { shared: true });
  const code = pool.publish(bytes);
  /** A job of one call a thread; of the calling one `own` runs. `times` says how often each other looks. */
  const job = (times: readonly number[], own: () => void): PostedJob => {
    const size = callWords + 3;
    const first = 1024;
    words.fill(0);
    for (let task = 0; task < threads; task += 1)
      words.set([1, 0, code, bytes.length, size, 0, 64 * task, times[task - 1] ?? 1], first + task * size);
    const tasks = Array.from({ length: threads + 1 }, (_unused, task) => 4 * (first + task * size));
    const runTask = (task: number) => task === 0 && own();
    return { tasks, localAddress: 0, localStride: 0, threads, runTask };
  };
  const wordOf = (task: number, at: number) => (64 * task) / 4 + at;
  return {
    pool,
    workers,
    job,
    getNumThreads,
    /** Waits, as the caller's own task does, until a thread's task has begun. */
    awaitBegun: (task: number) => {
      while (Atomics.load(words, wordOf(task, 0)) === 0);
    },
    release: (task: number) => void Atomics.store(words, wordOf(task, 1), 1),
    hasEnded: (task: number) => Atomics.load(words, wordOf(task, 2)) === 1,
  };
}

it("who ends within a task is missed within seconds, though no event comes, and ops go on without it", async () => {
  const { pool, workers, job, awaitBegun, getNumThreads } = await poolOf(2);
  const before = performance.now();
  const run = () =>
    pool.run(
      job([forEver], () => {
        awaitBegun(1);
        void workers[0]!.terminate();
      }),
    );
  expect(run).toThrowErrorMatchingInlineSnapshot(
    `[ThreadError: a thread ended in the middle of an op: it was terminated, or had no memory left. What the op wrote is lost, and a tensor that it wrote in place is not whole: go on from a checkpoint. Ops run on one thread from now on]`,
  );
  expect(performance.now() - before).toBeLessThan(30_000);
  expect(getNumThreads()).toBe(1);
  // The event comes behind it, and says nothing new.
  await new Promise((resolve) => workers[0]!.once("exit", resolve));
  expect(warn).not.toHaveBeenCalled();
});

const variants = new Variants("packages/tensor/src/backends/wasm/threads/ended.test.ts");
const isLong = variants.takes("tasks of seconds");

it.runIf(isLong)("those who live finish before it is told", async () => {
  const { pool, workers, job, awaitBegun, hasEnded, getNumThreads } = await poolOf(3);
  const run = () =>
    pool.run(
      job([2 ** 28, forEver], () => {
        awaitBegun(1);
        awaitBegun(2);
        void workers[1]!.terminate();
      }),
    );
  expect(run).toThrow("a thread ended in the middle of an op");
  expect(hasEnded(1)).toBe(true);
  expect(getNumThreads()).toBe(2);
});

it.runIf(isLong)("a long task of a thread that lives is waited for", async () => {
  const { pool, job, awaitBegun, hasEnded } = await poolOf(2);
  pool.run(job([2 ** 31 - 1], () => awaitBegun(1)));
  expect(hasEnded(1)).toBe(true);
});

it("who ends between jobs loses nothing: others do its tasks, and it is told once", async () => {
  const { pool, workers, job, getNumThreads } = await poolOf(2);
  await workers[0]!.terminate();
  let own = 0;
  const all = job([1], () => undefined);
  pool.run({
    ...all,
    runTask: () => {
      own += 1;
    },
  });
  expect(own).toBe(2);
  await vi.waitUntil(() => warn.mock.calls.length > 0, { timeout: 60_000 });
  expect(getNumThreads()).toBe(1);
  expect(warn.mock.calls).toMatchInlineSnapshot(`
    [
      [
        "bernoulli: ops run on one thread, since another has ended: exit code 1",
      ],
    ]
  `);
});

it("each that makes them fewer is told with how many are left, and no other", async () => {
  const { workers, getNumThreads } = await poolOf(4);
  for (const thread of [2, 3, 1]) {
    const end = new Promise((resolve) => workers[thread - 1]!.once("exit", resolve));
    await workers[thread - 1]!.terminate();
    await end;
  }
  await vi.waitUntil(() => getNumThreads() === 1, { timeout: 60_000 });
  expect(warn.mock.calls).toEqual([
    ["bernoulli: ops run on 2 threads, since another has ended: exit code 1"],
    ["bernoulli: ops run on one thread, since another has ended: exit code 1"],
  ]);
});

it("a kernel that fails on the calling thread is told though nobody else is there to do the rest", async () => {
  const { pool, workers, job } = await poolOf(2);
  void workers[0]!.terminate();
  const all = job([1], () => {
    throw new WebAssembly.RuntimeError("unreachable");
  });
  expect(() => pool.run(all)).toThrow("unreachable");
  await new Promise((resolve) => workers[0]!.once("exit", resolve));
});

it("where the platform does not tell, the wait is told of", async () => {
  const { pool, job, awaitBegun, release, hasEnded } = await poolOf(2, false);
  const now = performance.now.bind(performance);
  let skipped = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now() + (skipped += 10_000));
  warn.mockImplementation(() => release(1));
  pool.run(job([forEver], () => awaitBegun(1)));
  expect(hasEnded(1)).toBe(true);
  expect(warn.mock.calls).toMatchInlineSnapshot(`
    [
      [
        "bernoulli: an op has waited for thread 1 for a minute: its task is long, or a debugger holds it, or it has ended, which this platform does not tell; then the wait has no end, and the program must be started anew",
      ],
    ]
  `);
});

it("a job is looked at for who has what", () => {
  const control = new Int32Array(new SharedArrayBuffer(4096));
  const open = openOf(5);
  const ended = new Set<number>();
  const watch = new Watch(control);
  for (const thread of [1, 2]) watch.add(thread, () => ended.has(thread));
  watch.add(3, null);
  const look = (states: readonly number[], pending: number) => {
    control.set(
      states.map((state) => open + state),
      word.claims,
    );
    control[word.pending] = pending;
    return watch.look(states.length, open);
  };
  const [own, one, two, three] = [0, 1, 2, 3].map((thread) => claimedBy + thread) as [number, number, number, number];
  expect(look([own, one, two], 2)).toBe("at work");
  ended.add(2);
  expect(look([own, one, two], 2)).toBe("at work");
  expect(look([own, done, two], 1)).toEqual({ lost: 2 });
  // It had counted its task before it ended.
  expect(look([own, done, two], 0)).toBe("at work");
  ended.add(1);
  expect(look([two, one, done], 2)).toEqual({ lost: 1 });
  expect(look([own, three, done], 1)).toEqual({ silent: 3 });
});

variants.tell(it);
