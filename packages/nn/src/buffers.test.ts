// Whose a buffer's memory is: what a replaced tensor is to those who still hold it, and what a class field does.

import { memoryStats, ones, scope, type Tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { Linear, Module } from "./index.js";

class Halving extends Module {
  declare mean: Tensor;
  constructor(mean: Tensor) {
    super();
    this.registerBuffer("mean", mean);
  }
  forward(): void {
    this.mean = this.mean.mul(0.5);
  }
}
const step = (module: Halving) => scope(() => void module());
const sum = (tensor: Tensor) => scope(() => tensor.sum()).item();

describe("a replaced buffer", () => {
  it("stays readable in a state dict", () => {
    const module = new Halving(ones(1000));
    const held = module.stateDict();
    step(module);
    step(module);
    expect(held["mean"]!.toTypedArray()[999]).toBe(1);
    module.loadStateDict(held);
    expect([sum(module.mean), held["mean"]!.toTypedArray()[999]]).toEqual([1000, 1]);
  });

  it("serves a backward that waits for it, in a scope around", () => {
    const module = new Halving(ones(1000));
    const w = ones(1000, { requiresGrad: true });
    scope(() => {
      const loss = w.mul(module.mean).sum();
      step(module);
      loss.backward();
    });
    expect(sum(w.grad!)).toBe(1000);
  });

  it("is given back whether there is a scope or not", () => {
    const module = new Halving(ones(1000));
    module();
    const before = memoryStats().bytes;
    module();
    module();
    // The factor, a number, is nobody's: no scope was there to take it.
    expect(memoryStats().bytes - before).toBeLessThan(100);
    for (let again = 0; again < 3; again++) module.registerBuffer("mean", ones(1000));
    expect(memoryStats().bytes - before).toBeLessThan(100);
  });

  it("can be put back", () => {
    const start = ones(1000);
    const module = new Halving(start);
    step(module);
    module.mean = start;
    step(module);
    expect(sum(module.mean)).toBe(500);
  });

  it("that is another's too stays the other's", () => {
    const layer = new Linear(40, 40);
    step(new Halving(layer.weight.detach()));
    expect(scope(() => layer(ones(1, 40))).shape).toEqual([1, 40]);

    const shared = ones(1000);
    const [one, two] = [new Halving(shared), new Halving(shared)];
    step(one);
    step(one);
    expect(sum(two.mean)).toBe(1000);
    step(two);
    expect([one, two].map(({ mean }) => sum(mean))).toEqual([250, 500]);
  });
});

describe("a class field of a buffer's name", () => {
  class Field extends Module {
    mean: Tensor | null = this.registerBuffer("mean", zeros(1000));
    forward(): void {}
  }

  it("is a buffer from the first call or walk on", () => {
    const module = new Field();
    scope(() => {
      module.eval();
      module.mean = ones(1000);
    });
    expect(sum(module.stateDict()["mean"]!)).toBe(1000);
    expect(() => {
      module.mean = 3 as never;
    }).toThrow("cannot assign 'number' as buffer 'mean'");
    module.mean = null;
    expect(Object.keys(module.stateDict())).toEqual([]);
  });

  it("without a value leaves the buffer what it was", () => {
    class Typed extends Field {
      // @ts-expect-error TypeScript wants "declare"; JavaScript has no such word
      override mean: Tensor;
    }
    expect(sum(new Typed().stateDict()["mean"]!)).toBe(0);
  });
});
