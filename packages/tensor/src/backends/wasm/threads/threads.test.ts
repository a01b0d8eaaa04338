// Threads: results are the same bits for any number of them, again and again; failures and ends.
// A tolerance would hide races, so everything is compared bit for bit.
// In a process of its own: its threads stay.

import { Variants } from "@bernoulli/testing";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import * as api from "../../../index.js";
import { wasmAllocator } from "../allocator.js";
import { ModuleBuilder } from "../assembler/index.js";
import { WasmMemory } from "../memory.js";
import { Runtime, runtimeFor } from "../runtime.js";
import { getNumThreads, setNumThreads } from "./count.js";
import { quotaOf, startWorker } from "./host.js";
import { split } from "./split.js";

const { dropout, manualSeed, scope, zeros } = api;
type Tensor = api.Tensor;

/** Even draws of both signs: normal ones took most of the time. */
const drawn = (...sizes: number[]): Tensor => zeros(...sizes).uniform_(-3, 3);

const runtime = runtimeFor(wasmAllocator);

beforeAll(() => {
  setNumThreads(4);
  runtime.awaitThreads();
});
afterEach(() => setNumThreads(1));

/** Results of ops that are large enough to be spread, each made of fresh draws. */
const cases: Readonly<Record<string, () => readonly (Tensor | null)[]>> = {
  "add, broadcast": () => [drawn(300, 257).add(drawn(257)), drawn(64, 1, 33).add(drawn(50, 33))],
  "pointwise on strided operands": () => [
    drawn(300, 400).t().exp().mul(drawn(400, 300)),
    drawn(8, 9, 1000).permute(2, 0, 1).tanh(),
  ],
  "pointwise in place": () => [drawn(70_001).mul_(3).add_(1).relu_(), drawn(1, 70_000).fill_(2)],
  bytes: () => [drawn(70_001).gt(0), drawn(70_001).gt(0).to("uint8"), drawn(99_999).to("int32")],
  sums: () => [
    drawn(300, 500).sum(),
    drawn(300, 500).sum(0),
    drawn(300, 500).sum(1),
    drawn(32, 64, 13, 13).sum([0, 2, 3]),
    drawn(40, 50, 60).sum(1),
  ],
  extremes: () => [drawn(300, 500).max(1).values, drawn(300, 500).argmax(0), drawn(40, 50, 60).min(1).indices],
  softmax: () => [drawn(500, 101).softmax(1), drawn(101, 500).logSoftmax(0)],
  matmul: () => [
    drawn(130, 129).matmul(drawn(129, 131)),
    drawn(512, 10).matmul(drawn(10, 512)),
    drawn(3, 700).matmul(drawn(700, 900)),
    drawn(900, 1300).matmul(drawn(1300, 3)),
    drawn(40, 30, 20).matmul(drawn(40, 20, 50)),
    drawn(1000, 64).t().matmul(drawn(1000, 70)),
  ],
  "cat and copies": () => [api.cat([drawn(100, 300), drawn(120, 300)], 0), drawn(200, 300).t().contiguous()],
  pooling: () => [...pooled(api.maxPool2d), ...pooled(api.avgPool2d)],
  dropout: () => [dropout(drawn(100_000), { p: 0.3, training: true })],
  convolutions: () => [
    ...convolved([32, 3, 32, 32], [32, 3, 3, 3], {}),
    ...convolved([33, 8, 14, 15], [16, 8, 3, 3], { padding: 1 }),
    ...convolved([5, 12, 17, 17], [24, 4, 3, 2], { padding: [2, 1], stride: 2, dilation: [1, 2], groups: 3 }),
    ...convolved([1, 16, 40, 40], [32, 16, 3, 3], { padding: 1 }),
    ...convolved([2, 32, 30, 30], [32, 32, 5, 5], {}),
  ],
};

function pooled(pool: (input: Tensor, kernelSize: number) => Tensor): (Tensor | null)[] {
  const input = drawn(16, 8, 30, 31).requiresGrad_();
  const output = pool(input, 2);
  output.backward({ gradient: drawn(...output.shape) });
  return [output.detach(), input.grad];
}

function convolved(input: number[], weight: number[], options: api.Conv2dOptions): (Tensor | null)[] {
  const [x, w, bias] = [drawn(...input), drawn(...weight), drawn(weight[0]!)].map((leaf) => leaf.requiresGrad_());
  const output = api.conv2d(x!, w!, { ...options, bias: bias! });
  output.backward({ gradient: drawn(...output.shape) });
  return [output.detach(), x!.grad, w!.grad, bias!.grad];
}

/** The bits of all results. */
function bitsOf(run: () => readonly (Tensor | null)[]): string[] {
  return scope(() => {
    manualSeed(1);
    return run().map((tensor) => {
      const { buffer, byteOffset, byteLength } = tensor!.toTypedArray();
      return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
    });
  });
}

const variants = new Variants("packages/tensor/src/backends/wasm/threads/threads.test.ts");
describe("results do not depend on the number of threads", () => {
  it.each(variants.of("cases", Object.entries(cases), ([name]) => name))("%s", (_name, run) => {
    setNumThreads(1);
    const wanted = bitsOf(run);
    for (const threads of [2, 3, 4, 2, 3, 4]) {
      setNumThreads(threads);
      const given = bitsOf(run);
      for (const [at, bits] of given.entries())
        expect(bits === wanted[at], `result ${at} on ${threads} threads`).toBe(true);
    }
  });

  it("nor on luck: two thousand small jobs, one after the other", () => {
    const [a, b] = [drawn(60, 64).keep(), drawn(64, 62).keep()];
    setNumThreads(1);
    const wanted = bitsOf(() => [a.matmul(b)])[0];
    setNumThreads(4);
    for (let at = 0; at < 2000; at += 1) expect(bitsOf(() => [a.matmul(b)])[0] === wanted).toBe(true);
    for (const tensor of [a, b]) tensor.dispose();
  });
});

describe("a pool", () => {
  /** Counts up a word, atomically enough: each task has its own. */
  const emit = () => {
    const module = new ModuleBuilder();
    module.define("set", { at: "i32", value: "i32" }, (f, { at, value }) => f.store(at, value));
    return module;
  };

  it("runs every task once, more tasks than it has room for, and those of later jobs after those of earlier ones", () => {
    const own = new Runtime(new WasmMemory({ maximumBytes: 2 ** 24 }));
    setNumThreads(3);
    own.awaitThreads();
    const kernel = own.kernel("set", emit);
    own.withScratch(4000, (address) => {
      for (let job = 1; job <= 300; job += 1) {
        own.parallel(1e6, () => {
          for (let task = 0; task < 1000; task += 1)
            own.task(() => own.call(kernel, "set", address + 4 * task, job * 1000 + task));
        });
        const words = new Int32Array(own.memory.memory.buffer, address, 1000);
        expect(words.every((value, task) => value === job * 1000 + task)).toBe(true);
      }
    });
  });

  it("goes on while the memory grows", () => {
    const own = new Runtime(new WasmMemory());
    setNumThreads(3);
    own.awaitThreads();
    const kernel = own.kernel("set", emit);
    for (let round = 0; round < 8; round += 1) {
      const bytes = 40 * 1024 * 1024;
      const address = own.memory.allocate(bytes);
      own.parallel(1e6, () => {
        for (let task = 0; task < 64; task += 1)
          own.task(() => own.call(kernel, "set", address + bytes - 4 * task - 4, task));
      });
      const words = new Int32Array(own.memory.memory.buffer, address + bytes - 256, 64);
      expect([...words]).toEqual(Array.from({ length: 64 }, (_unused, at) => 63 - at));
    }
  });

  it("says that a kernel failed, and goes on", () => {
    const own = new Runtime(new WasmMemory({ maximumBytes: 2 ** 24 }));
    setNumThreads(2);
    own.awaitThreads();
    const kernel = own.kernel("set", emit);
    const job = (address: number) => () =>
      own.parallel(1e6, () => {
        for (let task = 0; task < 16; task += 1) own.task(() => own.call(kernel, "set", address, task));
      });
    expect(job(2 ** 31)).toThrow(/memory access out of bounds|a kernel failed on another thread/);
    own.withScratch(64, (address) => expect(job(address)).not.toThrow());
  });
});

describe("the number of threads", () => {
  it("is that of the variable, unless set", () => {
    setNumThreads(5);
    expect(getNumThreads()).toBe(5);
  });

  it.each([0, 65, 1.5, Number.NaN, "2"])("cannot be %s", (count) => {
    expect(() => setNumThreads(count as number)).toThrow(
      `setNumThreads: the number of threads must be an integer from 1 to 64, but got ${typeof count === "string" ? JSON.stringify(count) : count}`,
    );
  });

  it("keeps to the quotas of control groups", () => {
    const files: Record<string, string> = {
      "/proc/self/cgroup": "0::/a/b",
      "/sys/fs/cgroup/cpu.max": "max 100000",
      "/sys/fs/cgroup/a/cpu.max": "350000 100000",
      "/sys/fs/cgroup/a/b/cpu.max": "max 100000",
    };
    const read = (path: string) => files[path] ?? "";
    expect(quotaOf(read)).toBe(3.5);
    expect(
      quotaOf((path) => (path.endsWith("cpu.cfs_quota_us") ? "50000" : path.endsWith("period_us") ? "100000" : "")),
    ).toBe(0.5);
    expect(quotaOf(() => "")).toBe(Number.POSITIVE_INFINITY);
    expect(quotaOf((path) => (path.endsWith("quota_us") ? "-1" : path.endsWith("period_us") ? "100000" : ""))).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

it("split cuts a whole into ranges that begin at multiples", () => {
  expect(split(10, 3)).toEqual([
    [0, 3],
    [3, 6],
    [6, 10],
  ]);
  expect(split(100, 3, 16)).toEqual([
    [0, 32],
    [32, 64],
    [64, 100],
  ]);
  expect(split(2, 5)).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(split(0, 5)).toEqual([[0, 0]]);
});

it("a thread that ends by an error is reported, and does not end the program", async () => {
  const data = {
    memory: new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }),
    shared: new SharedArrayBuffer(8),
    thread: 1,
  };
  const error = await new Promise((resolve) => startWorker('throw new Error("no")', data, resolve));
  expect(String(error)).toBe("Error: no");
});

variants.tell(it);
