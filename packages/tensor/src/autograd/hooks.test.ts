// Hooks on tensors. The order of events and the values were those of PyTorch 2.15.0 for the same lines.

import { outsideGuard, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { grad, memoryStats, noGrad, ones, scope, type Tensor, tensor } from "../index.js";

const leaf = (data: Parameters<typeof tensor>[0]) => tensor(data, { requiresGrad: true });

describe("a hook", () => {
  it("sees the gradient before it goes on, and may replace it; retainGrad keeps what the hooks left", () => {
    const x = leaf([1, 2]);
    const y = x.mul(2);
    const log: [string, unknown][] = [];
    y.registerHook((gradient) => {
      log.push(["y", gradient.toArray()]);
      return gradient.mul(10);
    });
    const handle = x.registerHook((gradient) => void log.push(["x", gradient.toArray()]));
    y.retainGrad();
    y.mul(3).sum().backward();
    expect(log).toEqual([
      ["y", [3, 3]],
      ["x", [60, 60]],
    ]);
    expect([x.grad?.toArray(), y.grad?.toArray()]).toEqual([
      [60, 60],
      [30, 30],
    ]);
    handle.remove();
    handle.remove();
    x.mul(2).sum().backward();
    expect(log).toHaveLength(2);
  });

  it("is called once, with the sum of what comes from all sides, in the order of registration", () => {
    const x = leaf([1, 2]);
    const seen: unknown[] = [];
    x.registerHook((gradient) => {
      seen.push(gradient.toArray());
      return gradient.add(1);
    });
    x.registerHook((gradient) => void seen.push(gradient.toArray()));
    x.mul(2).add(x.mul(3)).sum().backward();
    expect(seen).toEqual([
      [5, 5],
      [6, 6],
    ]);
    expect(x.grad?.toArray()).toEqual([6, 6]);
  });

  it("retainGrad follows the tensor through writes: it keeps the gradient of what the tensor holds", () => {
    const [x, y] = [leaf([1, 1]), leaf([1, 1])];
    const written = x.clone();
    written.retainGrad();
    written.mul_(2);
    written.mul(5).sum().backward();
    expect([written.grad?.toArray(), x.grad?.toArray()]).toEqual([
      [5, 5],
      [10, 10],
    ]);
    // A view whose base is written; a base of which a view is.
    const base = y.clone();
    const view = base.narrow(0, 0, 1);
    view.retainGrad();
    base.mul_(2);
    view.mul(5).sum().backward();
    expect(view.grad?.toArray()).toEqual([5]);
    const whole = y.clone();
    whole.retainGrad();
    whole.narrow(0, 0, 1).mul_(2);
    whole.mul(5).sum().backward();
    expect(whole.grad?.toArray()).toEqual([5, 5]);
    // A view that was used before, and is not looked at again, keeps what it was used for.
    const used = y.clone();
    const early = used.narrow(0, 0, 1);
    early.retainGrad();
    const tripled = early.mul(3);
    used.mul_(2);
    tripled.sum().add(used.sum()).backward();
    expect(early.grad?.toArray()).toEqual([3]);
  });

  it("is heeded by grad, for what is asked for and for what lies before it", () => {
    const x = leaf([1, 2]);
    const y = x.mul(2);
    y.registerHook((gradient) => gradient.mul(5));
    x.registerHook((gradient) => gradient.neg());
    expect(grad(y.sum(), [y], { retainGraph: true })[0].toArray()).toEqual([5, 5]);
    expect(grad(y.sum(), [x])[0].toArray()).toEqual([-10, -10]);
    expect(x.grad).toBeNull();
  });

  it("that hands a tensor of its own to two leaves gives each a gradient of its own", () => {
    const [x, y] = [leaf([1]), leaf([1])];
    let own: Tensor | null = null;
    for (const input of [x, y]) input.registerHook((gradient) => (own ??= gradient.mul(0).add(7)));
    x.add(y).sum().backward();
    noGrad(() => x.grad!.add_(1));
    expect([x.grad?.item(), y.grad?.item()]).toEqual([8, 7]);
  });

  it("may keep what it is given, and what it makes: as long as the step, or, without a scope, as long as it likes", () => {
    const x = ones(1000, { requiresGrad: true });
    const kept: Tensor[] = [];
    x.registerHook((gradient) => void kept.push(gradient));
    const step = () => {
      const y = x.mul(2);
      y.registerHook((gradient) => {
        kept.push(gradient, gradient.mul(5), gradient.sum());
      });
      y.mul(3).sum().backward();
    };
    scope(() => {
      step();
      expect(kept.map((gradient) => gradient.sum().item())).toEqual([3000, 15000, 3000, 6000]);
    });
    expect(thrown(() => kept[1]!.sum())).toMatch(/FreedTensorError/);
  });

  it("without a scope finds what it keeps in JavaScript memory", () => {
    outsideGuard(() => {
      const x = ones(1000, { requiresGrad: true });
      const kept: Tensor[] = [];
      x.registerHook((gradient) => void kept.push(gradient, gradient.neg()));
      const scaled = x.neg();
      const loss = scaled.sum();
      const before = memoryStats().bytes;
      loss.backward({ retainGraph: true });
      // The leaf's gradient is a copy of its own.
      expect(memoryStats().bytes - before).toBe(4000);
      loss.backward();
      expect(memoryStats().bytes - before).toBe(4000);
      scope(() => expect(kept.map((gradient) => gradient.sum().item())).toEqual([-1000, 1000, -1000, 1000]));
      expect(x.grad!.toArray()).toEqual(new Array(1000).fill(-2));
      for (const one of [...kept, x.grad!, loss, scaled, x]) one.dispose();
    });
  });

  it("stays with what was recorded when the tensor is written in place", () => {
    const x = leaf([1, 2]);
    const y = x.mul(2);
    const seen: unknown[] = [];
    y.registerHook((gradient) => void seen.push(gradient.toArray()));
    y.mul_(3);
    y.sum().backward();
    expect(seen).toEqual([[3, 3]]);
  });

  it("can be differentiated through", () => {
    const x = leaf(3);
    const y = x.mul(x);
    y.registerHook((gradient) => gradient.mul(x));
    const [first] = grad(y, [x], { createGraph: true });
    const [second] = grad(first, [x]);
    // x · 2x, and its slope.
    expect([first.item(), second.item()]).toEqual([18, 12]);
  });

  it("leaves no memory behind", () => {
    const x = leaf([1, 2]);
    x.registerHook((gradient) => gradient.mul(2));
    const step = () => scope(() => x.mul(3).sum().backward());
    step();
    const { bytes } = memoryStats();
    step();
    expect(memoryStats().bytes).toBe(bytes);
  });
});

describe("what is refused", () => {
  it("a tensor that requires no gradient", () => {
    expect(thrown(() => ones(2).registerHook(() => {}))).toMatchInlineSnapshot(
      `"AutogradError: registerHook: cannot register a hook on a tensor that doesn't require gradient"`,
    );
  });

  it("a gradient that is none", () => {
    const give = (value: unknown) => {
      const x = leaf([1, 2]);
      x.registerHook(() => value as Tensor);
      return thrown(() => x.sum().backward());
    };
    expect(give(ones(3))).toMatchInlineSnapshot(
      `"AutogradError: registerHook: the hook returned a gradient of shape [3] (float32) for one of shape [2] (float32)"`,
    );
    expect(give(ones([2], { dtype: "float64" }))).toMatchInlineSnapshot(
      `"AutogradError: registerHook: the hook returned a gradient of shape [2] (float64) for one of shape [2] (float32)"`,
    );
    expect(give(5)).toMatchInlineSnapshot(
      `"AutogradError: registerHook: expected the hook to return a Tensor or nothing, got number"`,
    );
  });
});

describe("a hook behind the accumulation", () => {
  it("sees the sum of all gradients, once a backward, and may take a step and give the gradient up", () => {
    const x = leaf([1, 2]);
    const seen: unknown[] = [];
    const handle = x.registerPostAccumulateGradHook((param) => {
      seen.push(param.grad!.toArray());
      noGrad(() => param.sub_(param.grad!));
      param.grad = null;
    });
    scope(() => x.mul(3).add(x).sum().backward());
    scope(() => x.mul(x).sum().backward());
    expect(seen).toEqual([
      [4, 4],
      [-6, -4],
    ]);
    expect([x.toArray(), x.grad]).toEqual([[3, 2], null]);
    handle.remove();
    x.sum().backward();
    expect([seen.length, x.grad?.toArray()]).toEqual([2, [1, 1]]);
  });

  it("may write the gradient of its leaf, or give it up, which is no other leaf's", () => {
    const [a, b] = [leaf([1, 2]), leaf([3, 4])];
    for (const one of [a, b]) one.registerPostAccumulateGradHook(({ grad }) => void noGrad(() => grad!.mul_(10)));
    a.add(b).mul(2).sum().backward();
    expect([a.grad, b.grad].map((grad) => grad?.toArray())).toEqual([
      [20, 20],
      [20, 20],
    ]);
    const [c, d] = [leaf([1, 2]), leaf([3, 4])];
    c.registerPostAccumulateGradHook(({ grad }) => grad!.dispose());
    c.add(d).mul(2).sum().backward();
    expect(d.grad?.toArray()).toEqual([2, 2]);
  });

  it("runs behind the hooks on the gradient, and not for grad", () => {
    const x = leaf([1]);
    const log: string[] = [];
    x.registerPostAccumulateGradHook(() => void log.push("behind"));
    x.registerHook(() => void log.push("before"));
    grad(x.mul(2).sum(), [x]);
    x.mul(2).sum().backward();
    expect(log).toEqual(["before", "before", "behind"]);
  });

  it("is of leaves that require a gradient", () => {
    const hook = () => {};
    expect(thrown(() => ones(2).registerPostAccumulateGradHook(hook))).toMatchInlineSnapshot(
      `"AutogradError: registerPostAccumulateGradHook: cannot register a hook on a tensor that doesn't require gradient"`,
    );
    expect(thrown(() => leaf([1]).mul(2).registerPostAccumulateGradHook(hook))).toMatchInlineSnapshot(
      `"AutogradError: registerPostAccumulateGradHook: post accumulate grad hooks cannot be registered on non-leaf tensors; registerHook sees their gradients"`,
    );
  });
});
