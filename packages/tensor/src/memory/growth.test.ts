// Loops without scope or loader: memory stays what it was, numbers what they are.
// In a process of its own: it looks at memory, which is to be untouched.

import { expectClose, outsideGuard } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { compile, memoryStats, noGrad, ones, randn, scope, type Tensor, tensor, zeros } from "../index.js";
import { withBudget } from "./unscoped.js";

/** Bytes of a storage with its entry; a budget of some of them. */
const large = 4 * 2000 + 1024;

const within = (count: number, body: () => void) => outsideGuard(() => withBudget(count * large, body));

it("a loop that drops what it makes keeps to the budget", () => {
  within(100, () => {
    const weight = ones(2000, { requiresGrad: true });
    let most = 0;
    for (let step = 0; step < 300; step++) {
      weight.grad = null;
      weight.mul(2).neg().sum().backward();
      most = Math.max(most, memoryStats().bytes);
    }
    expect(weight.grad!.toArray()).toEqual(new Array(2000).fill(-2));
    // The budget, and half of it more before what cannot move is looked through again.
    expect(most).toBeLessThan(160 * large);
  });
});

it("what was moved comes back when it is used, also in a scope, and is not ended by it", () => {
  within(100, () => {
    const kept = Array.from({ length: 400 }, (_, at) => ones(2000).mul_(at));
    expect(memoryStats().bytes).toBeLessThan(160 * large);
    for (const [at, tensor] of kept.entries()) {
      scope(() => expect(tensor.sum().item()).toBe(2000 * at));
      if (at % 7 === 0) noGrad(() => tensor.add_(1));
    }
    for (const [at, tensor] of kept.entries()) expect(tensor.toTypedArray()[1999]).toBe(at % 7 === 0 ? at + 1 : at);
  });
});

it("graphs, views and compiled steps survive it", () => {
  within(100, () => {
    const x = randn(2000);
    const early = x.mul(3).requiresGrad_();
    const view = early.view(2, 1000);
    const hidden = view.exp().mul(view);
    const step = compile((input: Tensor) => input.mul(2).add(hidden.detach().view(-1)).relu());
    const expected = scope(() => step(x).toArray());
    for (let at = 0; at < 300; at++) zeros(2000);
    expect(early.storage.onHost && hidden.storage.onHost).toBe(true);
    scope(() => expect(step(x).toArray()).toEqual(expected));
    hidden.sum().backward();
    const [values, slopes] = [early.toArray() as number[], early.grad!.toArray() as number[]];
    expectClose(
      slopes,
      values.map((value) => Math.exp(value) * (1 + value)),
      { norm: 1e-6 },
    );
  });
});

it("a device that is full makes room for what is wanted", () => {
  within(1000, () => {
    const kept = Array.from({ length: 20 }, () => ones(2000));
    // Others use the device, so that these may move.
    const other = ones(1);
    for (let at = 0; at < 100; at++) scope(() => other.neg());
    expect(kept.every(({ storage }) => !storage.onHost)).toBe(true);
    const { allocator } = other.storage;
    const { allocate } = allocator;
    let refusals = 0;
    allocator.allocate = (bytes) => {
      if (refusals++ === 0) return allocate.call(allocator, 2 ** 40);
      return allocate.call(allocator, bytes);
    };
    try {
      kept.push(tensor(new Float32Array(2000)));
    } finally {
      allocator.allocate = allocate;
    }
    expect(kept.slice(0, 20).every(({ storage }) => storage.onHost)).toBe(true);
  });
});

it("a gradient lives where its leaf does", () => {
  within(100, () => {
    let last: Tensor | null = null;
    for (let step = 0; step < 300; step++) {
      const fresh = ones(2000, { requiresGrad: true });
      fresh.mul(step).sum().backward();
      last = fresh;
    }
    expect(memoryStats().bytes).toBeLessThan(160 * large);
    expect(last!.grad!.toArray()).toEqual(new Array(2000).fill(299));
  });
});
