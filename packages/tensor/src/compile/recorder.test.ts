// The recorder, driven by hand: begin, flush, end, in the order in which a loop, or whoever else, might call them. What compile
// makes of it is compile.test.ts's.

import { seeded, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { planners } from "../backends/planners.js";
import { compile, gather, memoryStats, noGrad, ones, scope, type Tensor, tensor, zeros } from "../index.js";
import { Recorder } from "./recorder.js";
import { currentRecording } from "./trace.js";

const make = () => new Recorder({ planners, precision: "high", ended: "was not to outlive", lost: "was lost" });
const storages = (...tensors: readonly Tensor[]) => tensors.map(({ storage }) => storage);
const told = (tensor: Tensor) => thrown(() => tensor.toArray()).replace(/^.*made by /, "");

/** Runs `body` between begin and end, in a scope. */
function recorded(recorder: Recorder, body: (recording: ReturnType<Recorder["begin"]>) => void): void {
  scope(() => {
    const recording = recorder.begin();
    try {
      body(recording);
    } finally {
      recorder.end();
    }
  });
  expect(currentRecording()).toBeNull();
}

describe("by hand", () => {
  it("what outlives a flush is an ordinary storage, and the rest is no more", () => {
    const recorder = make();
    recorded(recorder, () => {
      const a = ones(3).mul(2);
      const b = a.add(1);
      const c = b.mul(a);
      expect([a, b, c].every(({ storage }) => storage.promised)).toBe(true);
      recorder.flush(storages(c, b));
      expect([a, b, c].map(({ storage }) => storage.freed)).toEqual([true, false, false]);
      expect([told(a), b.toArray(), c.toArray()]).toEqual(["mul, was not to outlive", [3, 3, 3], [6, 6, 6]]);
      // Recording goes on, with what outlived as with any other.
      const d = c.sub(b);
      expect(d.storage.promised).toBe(true);
      recorder.flush(storages(d, ones(2)));
      expect([c.toArray(), d.toArray()]).toEqual([
        [6, 6, 6],
        [3, 3, 3],
      ]);
    });
    expect(recorder.uses).toBe(2);
  });

  it("what is not flushed before the end is given up: nothing of it was computed", () => {
    const x = tensor([1, 2]);
    const before = memoryStats();
    let y: Tensor | undefined;
    const recorder = make();
    recorded(recorder, () => {
      y = x.mul(2);
      x.add_(1);
      recorder.flush([]);
      x.mul_(10);
      y = x.mul(2);
    });
    expect([x.toArray(), told(y!), memoryStats()]).toEqual([[2, 3], "mul, was not to outlive", before]);
  });

  it("a read flushes all that was not disposed of", () => {
    const recorder = make();
    recorded(recorder, () => {
      const [a, b] = [ones(2).mul(3), ones(2).mul(4)];
      const sum = a.add(b);
      b.dispose();
      expect([sum.toArray(), a.toArray(), recorder.uses]).toEqual([[7, 7], [3, 3], 1]);
      expect(thrown(() => b.toArray())).toMatch(/FreedTensorError/);
      const again = a.mul(sum);
      recorder.flush(storages(again));
      expect([again.toArray(), a.storage.freed]).toEqual([[21, 21], false]);
    });
  });

  it("what recorded kernels read is ended when they have run", () => {
    const x = ones(1000);
    const { bytes } = memoryStats();
    const recorder = make();
    recorded(recorder, () => {
      const y = x.mul(2).sum();
      x.dispose();
      expect(memoryStats().bytes).toBe(bytes);
      recorder.flush(storages(y));
      expect([y.item(), x.storage.freed]).toEqual([2000, true]);
    });
  });

  it("computes what was recorded on one device before it goes on on another", () => {
    const recorder = make();
    recorded(recorder, () => {
      const near = ones(2).mul(2);
      const far = ones(2, { device: "reference" }).mul(3);
      expect([near.storage.promised, far.storage.promised, recorder.uses]).toEqual([false, true, 1]);
      const again = near.add(1);
      expect([far.storage.promised, again.storage.promised]).toEqual([false, true]);
      recorder.flush(storages(again));
      expect([near.toArray(), far.toArray(), again.toArray()]).toEqual([
        [2, 2],
        [3, 3],
        [3, 3],
      ]);
    });
  });

  it("records a loop: steps alike share a plan, and what outlives is decided at each", () => {
    const recorder = make();
    const weight = tensor([1, -2, 3], { requiresGrad: true });
    const plain = tensor([1, -2, 3], { requiresGrad: true });
    const step = (w: Tensor) => {
      w.grad = null;
      const loss = w.mul(w).mul(0.5).sum();
      loss.backward();
      noGrad(() => w.sub_(w.grad!, { alpha: 0.1 }));
      return loss;
    };
    recorded(recorder, () => {
      for (let at = 0; at < 5; at++) {
        const loss = step(weight);
        recorder.flush(storages(loss, weight.grad!));
        expect(loss.item()).toBe(step(plain).detach().item());
      }
    });
    expect(recorder.plans.length).toBeLessThan(recorder.uses);
    expect(weight.toArray()).toEqual(plain.toArray());
  });
});

describe("errors", () => {
  it("a kernel that fails loses what depends on it, and no more; then recording goes on", () => {
    const recorder = make();
    recorded(recorder, () => {
      const x = tensor([1, 2, 3]);
      const fine = x.mul(2);
      const wrong = gather(x, 0, tensor([7], { dtype: "int32" }));
      const behind = wrong.add(1);
      expect(thrown(() => recorder.flush(storages(fine, behind)))).toMatch(/gather/);
      expect([fine.toArray(), told(behind)]).toEqual([[2, 4, 6], "add, was lost"]);
      const more = fine.add(1);
      recorder.flush(storages(more));
      expect(more.toArray()).toEqual([3, 5, 7]);
    });
  });

  it("a body that throws ends as if it had come to its end", () => {
    const recorder = make();
    const before = memoryStats();
    const failing = () =>
      recorded(recorder, () => {
        ones(1000).mul(2);
        throw new Error("of the body");
      });
    expect(thrown(failing)).toBe("Error: of the body");
    expect(memoryStats()).toEqual(before);
    recorded(recorder, () => {
      const y = ones(2).mul(2);
      recorder.flush(storages(y));
      expect(y.toArray()).toEqual([2, 2]);
    });
  });

  it("calls in another order are refused, and one recording within another", () => {
    const recorder = make();
    expect(thrown(() => recorder.flush([]))).toMatchInlineSnapshot(
      `"BernoulliError: flush: nothing is being recorded; begin first"`,
    );
    expect(thrown(() => recorder.end())).toMatchInlineSnapshot(
      `"BernoulliError: end: nothing is being recorded; begin first"`,
    );
    recorded(recorder, (recording) => {
      for (const other of [recorder, make()]) {
        expect(thrown(() => other.begin())).toMatchInlineSnapshot(
          `"BernoulliError: begin: a step is being recorded already; end it first"`,
        );
      }
      expect(thrown(() => make().end())).toMatch(/nothing is being recorded/);
      // A compiled function is part of what is recorded around it.
      const y = compile(() => ones(2).mul(5))();
      expect([currentRecording(), y.storage.promised]).toEqual([recording, true]);
      recorder.flush(storages(y));
      expect(y.toArray()).toEqual([5, 5]);
    });
  });
});

it("100 random programs of ops, writes, reads, flushes and ends compute what the plain ones do", () => {
  const random = seeded("recorder");
  const pick = (count: number) => Math.floor(random() * count);
  const recorder = make();
  let flushes = 0;
  for (let program = 0; program < 100; program++) {
    const values = Array.from({ length: 4 }, () => random() - 0.5);
    recorded(recorder, () => {
      // Each as it is and as it should be.
      let pairs: (readonly [Tensor, number[]])[] = [[tensor(values), [...new Float32Array(values)]]];
      const single = (numbers: readonly number[]) => [...new Float32Array(numbers)];
      for (let at = 0; at < 12; at++) {
        const [[a, inA], [b, inB]] = [pairs[pick(pairs.length)]!, pairs[pick(pairs.length)]!];
        const what = pick(8);
        if (what < 3) pairs.push([a.add(b), single(inA.map((number, place) => number + inB[place]!))]);
        else if (what < 5) pairs.push([a.mul(b), single(inA.map((number, place) => number * inB[place]!))]);
        else if (what === 5) {
          const written = single(inA.map((number) => number + 1));
          a.add_(1);
          inA.splice(0, 4, ...written);
        } else if (what === 6) expect(a.toArray()).toEqual(inA);
        else {
          const outliving = pairs.filter(() => random() < 0.7);
          recorder.flush(storages(...outliving.map(([one]) => one)));
          for (const [one] of pairs) if (one.storage.freed) expect(told(one)).toMatch(/was not to outlive/);
          pairs = pairs.filter(([one]) => !one.storage.freed);
          if (pairs.length === 0) pairs.push([zeros(4), [0, 0, 0, 0]]);
          flushes += 1;
        }
      }
      recorder.flush(storages(...pairs.map(([one]) => one)));
      for (const [one, numbers] of pairs) expect(one.toArray()).toEqual(numbers);
    });
  }
  expect(flushes).toBeGreaterThan(50);
});
