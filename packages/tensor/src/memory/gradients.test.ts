// Gradients and step scopes: whose they are, and when they end. What scopes do with other tensors is scope.test.ts's.
// In a process of its own: it looks at memory, which is to be untouched.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { FreedTensorError, memoryStats, noGrad, ones, scope, type Tensor } from "../index.js";

describe("gradients and scopes", () => {
  it("a leaf's gradient keeps itself until it is replaced", () => {
    const w = ones(1000, { requiresGrad: true }).keep();
    scope(() => w.mul(2).sum().backward());
    expect(w.grad!.sum().item()).toBe(2000);
    scope(() => w.mul(3).sum().backward());
    expect(w.grad!.sum().item()).toBe(5000);
    const old = w.grad!;
    const before = memoryStats().bytes;
    scope(() => {
      w.grad = null;
    });
    expect(memoryStats().bytes).toBe(before - 4000);
    expect(thrown(() => old.toTypedArray())).toMatch(/FreedTensorError/);
  });

  it("steps of a hand-made loop leave the memory as it was", () => {
    const w = ones(50, 50, { requiresGrad: true }).keep();
    const steps = (count: number) => {
      for (let step = 0; step < count; step++) {
        scope(() => {
          w.grad = null;
          w.matmul(w).relu().mean().backward();
          noGrad(() => w.sub_(w.grad!, { alpha: 0.01 }));
        });
      }
      return memoryStats();
    };
    expect(steps(50)).toEqual(steps(3));
  });

  it("a gradient ends with its leaf", () => {
    const before = memoryStats();
    for (let step = 0; step < 3; step++) {
      scope(() => {
        const x = ones(50, 50, { requiresGrad: true });
        scope(() => x.mul(x).sum().backward());
        expect(x.grad!.sum().item()).toBe(5000);
        scope(() => x.mul(x).sum().backward());
        expect(x.grad!.sum().item()).toBe(10000);
      });
    }
    expect(memoryStats()).toEqual(before);
  });

  it("a gradient goes where its leaf goes", () => {
    const returned = scope(() => {
      const x = ones(50, 50, { requiresGrad: true });
      x.mul(x).sum().backward();
      return x;
    });
    expect(returned.grad!.sum().item()).toBe(5000);
    const kept = scope(() => {
      const x = ones(50, 50, { requiresGrad: true });
      x.mul(x).sum().backward();
      return { late: () => x.keep() }.late();
    });
    expect(kept.grad!.sum().item()).toBe(5000);
  });

  it("backward gives back every gradient that nobody waits for, computation by computation", () => {
    const x = ones(1000, { requiresGrad: true });
    let y: Tensor = x;
    for (let depth = 0; depth < 40; depth++) y = y.neg();
    const start = memoryStats().bytes;
    let peak = 0;
    const watched = y.sum();
    const negs = watched.gradNode!.edges;
    expect(negs.length).toBe(1);
    const watch = y.gradNode!.rule as { backward: (context: unknown) => unknown };
    const original = watch.backward;
    watch.backward = (context) => {
      peak = Math.max(peak, memoryStats().bytes);
      return original(context);
    };
    watched.backward();
    watch.backward = original;
    // The gradient that comes and the one that goes, not forty of them; the leaf's stays.
    expect(peak - start).toBeLessThan(3 * 4000 + 100);
    expect(memoryStats().bytes - start).toBeLessThan(4000 + 100);
  });

  it("backward through memory that its scope freed says whose it was", () => {
    const w = ones(1000, { requiresGrad: true }).keep();
    let loss: Tensor | null = null;
    scope(() => {
      const hidden = w.mul(2);
      loss = hidden.mul(hidden).sum();
    });
    expect(thrown(() => loss!.backward())).toMatchInlineSnapshot(
      `"FreedTensorError: this tensor, made by mul, was freed when its step ended; call .keep() or .item() inside the step"`,
    );
    expect(memoryStats().scopes).toBe(1);
  });

  it("a retained gradient belongs to the scope around backward", () => {
    const before = memoryStats();
    scope(() => {
      const w = ones(1000, { requiresGrad: true });
      const hidden = w.mul(2);
      hidden.retainGrad();
      hidden.sum().backward();
      expect(hidden.grad!.sum().item()).toBe(1000);
      w.grad!.dispose();
    });
    expect(memoryStats()).toEqual(before);
  });

  it("an error inside backward leaves no scope open and no gradients behind", () => {
    const x = ones(1000, { requiresGrad: true });
    const h = x.mul(2);
    const loss = h.exp().mul(3).sum();
    const node = loss.gradNode!;
    expect(node).not.toBe(null);
    const exp = h.exp();
    const broken = exp.mul(exp).sum();
    exp.detach().zero_();
    const before = memoryStats();
    expect(thrown(() => broken.backward())).toMatch(/modified by an inplace operation/);
    expect(memoryStats()).toEqual(before);
  });
});

describe("a gradient that was kept", () => {
  const parameter = () => ones(1000, { requiresGrad: true }).keep();

  it("outlives the step whatever becomes of its leaf's grad", () => {
    const weight = parameter();
    const kept = [2, 3].map((factor) =>
      scope(() => {
        weight.mul(factor).sum().backward();
        const gradient = weight.grad!.keep();
        weight.grad = null;
        return gradient;
      }),
    );
    expect(kept.map((gradient) => gradient.sum().item())).toEqual([2000, 3000]);
    for (const tensor of [...kept, weight]) tensor.dispose();
  });

  it("as two leaves' lives until neither has it", () => {
    const [first, second] = [parameter(), parameter()];
    scope(() => {
      first.mul(2).sum().backward();
      second.grad = first.grad;
      first.grad = null;
    });
    const gradient = second.grad!;
    expect(gradient.sum().item()).toBe(2000);
    scope(() => {
      second.grad = null;
    });
    expect(() => gradient.toArray()).toThrow(FreedTensorError);
    for (const tensor of [first, second]) tensor.dispose();
  });

  it("is kept with its leaf, also where each is the other's", () => {
    const [first, second] = [ones(1000, { requiresGrad: true }), ones(1000)];
    first.grad = second;
    second.grad = first;
    first.keep();
    expect([first.storage.kept, second.storage.kept]).toEqual([true, true]);
    for (const tensor of [first, second]) tensor.dispose();
  });
});
