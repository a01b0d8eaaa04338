// Steps of loops that end in any order, later than they should, or never.
// In a process of its own: it looks at memory, which is to be untouched.

import { outsideGuard, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { LoopScope, memoryStats, noGrad, ones, scope, type Tensor, zeros } from "../index.js";
import { withBudget } from "./unscoped.js";

/** More than a kilobyte, so that a scope frees it. */
const large = () => ones(1000);
const open = (label = "a loop") => new LoopScope(label).open();
const isFreed = (...tensors: Tensor[]) => tensors.map(({ storage }) => storage.freed);

describe("steps in turn", () => {
  it("end in any order, each with what was born in it", () => {
    const before = memoryStats();
    const a = open();
    const inA = large();
    const b = open();
    const inB = large();
    a.end();
    expect(isFreed(inA, inB)).toEqual([true, false]);
    const next = open();
    const inNext = large();
    b.end();
    expect(isFreed(inB, inNext)).toEqual([true, false]);
    next.end();
    next.end();
    expect(memoryStats()).toEqual(before);
  });

  it("leave a loop begun in one, and going on, what it has; what comes later is not in it", () => {
    const a = open();
    const b = open();
    const inB = large();
    a.end();
    const later = large();
    b.end();
    expect(isFreed(inB, later)).toEqual([true, false]);
  });
});

describe("steps within a scope", () => {
  it("end with it, and their loops go on", () => {
    const before = memoryStats();
    const left: LoopScope[] = [];
    scope(() => {
      left.push(open(), open());
      left[0]!.end();
      left.push(open());
      large();
      scope(() => left.push(open()));
      large();
    });
    expect(memoryStats()).toEqual(before);
    for (const step of left) step.end();
    expect(memoryStats()).toEqual(before);
  });

  it("what is returned outlives it, whichever step it was born in", () => {
    const outer = open("outside");
    const returned = scope(() => {
      const [a, first] = [open(), large()];
      const [, second] = [open(), large()];
      a.end();
      // Its step has left the stack, and one that was open around the scope ends.
      const third = large();
      outer.end();
      return [second, third, first];
    });
    expect(isFreed(...returned)).toEqual([false, false, true]);
    expect(returned[0]!.sum().item()).toBe(1000);
  });

  it("gradients go where their leaves go", () => {
    const grads = scope(() => {
      const step = open();
      const leaf = ones(1000, { requiresGrad: true });
      const inner = open();
      leaf.mul(2).sum().backward();
      inner.end();
      const found = leaf.grad!.sum().item();
      step.end();
      return [found, leaf.grad!.storage.freed];
    });
    expect(grads).toEqual([2000, true]);
  });
});

describe("a step that goes on behind an await", () => {
  it("frees nothing, since others may have made it", async () => {
    const step = open();
    const before = large();
    const others = Promise.resolve().then(large);
    const made = await others;
    const after = large();
    step.end();
    expect(isFreed(before, made, after)).toEqual([false, false, false]);
    expect(memoryStats().scopes).toBe(1);
  });

  it("is no concern of a scope around it that was closed since", async () => {
    const steps = scope(() => [open(), open()] as const);
    await null;
    for (const step of steps) step.end();
    expect(memoryStats().scopes).toBe(1);
  });

  it("of a `for await` ends what was made in its stretch, and nothing else", async () => {
    const step = new LoopScope("a loop");
    const read = step.within(large);
    const between = large();
    step.enter();
    const inside = large();
    step.suspend();
    const other = large();
    // Too late.
    step.enter();
    const late = large();
    await null;
    step.end();
    expect(isFreed(read, between, inside, other, late)).toEqual([true, false, true, false, false]);
  });
});

describe("a step that nobody ends", () => {
  const count = 30_000;

  it("holds no more than a plain loop, once it has made more than a step makes", () => {
    outsideGuard(() =>
      withBudget(2 ** 20, () => {
        const abandoned = open();
        const first = ones(300);
        const kept = ones(300).keep();
        let sum: Tensor = zeros(300);
        for (let at = 0; at < count; at++) sum = noGrad(() => sum.add(1));
        expect(memoryStats().bytes).toBeLessThan(4 * 2 ** 20);
        expect([sum.toTypedArray()[299], first.sum().item(), kept.sum().item()]).toEqual([count, 300, 300]);
        abandoned.end();
        expect(isFreed(sum, first, kept)).toEqual([true, false, false]);
        kept.dispose();
      }),
    );
  });

  it("when the loop around it goes on, may leave for JavaScript memory, and is used from there", () => {
    outsideGuard(() =>
      withBudget(2 ** 20, () => {
        const held: Tensor[] = [];
        let outer = open();
        for (let at = 0; at < 2000; at++) {
          open();
          if (at % 100 === 0) held.push(large().mul(at));
          large().mul(2);
          outer.end();
          outer = open();
        }
        expect(memoryStats().bytes).toBeLessThan(4 * 2 ** 20);
        expect(held.map((one) => one.sum().item())).toEqual(held.map((_, at) => 100_000 * at));
        outer.end();
      }),
    );
  });
});

it("a tensor says why it is gone", () => {
  const step = open();
  const x = large();
  step.end();
  expect(thrown(() => x.sum())).toMatchInlineSnapshot(
    `"FreedTensorError: this tensor, made by full, was freed when its step ended; call .keep() or .item() inside the step"`,
  );
});

describe("random orders", () => {
  /** Opens, ends, and forgets steps, in scopes within scopes; returns what was born, with the scopes that were open then. */
  function play(seed: number): void {
    let state = seed;
    const below = (count: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * count);
    };
    const ended = new Set<object>();
    const born: { readonly x: Tensor; readonly within: readonly object[] }[] = [];
    const steps: LoopScope[] = [];
    const check = () => {
      for (const { x, within } of born)
        if (x.storage.freed && !within.some((one) => ended.has(one))) expect.unreachable(`program ${seed}`);
    };
    const body = (around: readonly object[], depth: number): void => {
      for (let left = 3 + below(12); left > 0; left--) {
        const kind = below(8);
        const at = below(steps.length);
        if (kind < 2) steps.push(open());
        else if (kind < 4 && steps.length > 0) {
          const [step] = steps.splice(at, 1);
          step!.end();
          ended.add(step!);
        } else if (kind === 4 && depth < 3) {
          const hard = {};
          const before = born.length;
          scope(() => body([...around, hard], depth + 1));
          ended.add(hard);
          // A scope ends all that was made in it, whatever became of the steps.
          for (const { x } of born.slice(before)) expect(x.storage.freed, `program ${seed}`).toBe(true);
        } else born.push({ x: large(), within: [...around, ...steps] });
        check();
      }
    };
    scope(() => {
      const outer = {};
      body([outer], 0);
      ended.add(outer);
    });
    for (const step of steps) step.end();
    expect(born.every(({ x }) => x.storage.freed)).toBe(true);
  }

  it("free nothing early, and leave nothing behind", () => {
    const before = memoryStats();
    for (let seed = 1; seed <= 300; seed++) play(seed);
    expect(memoryStats()).toEqual(before);
  });
});
