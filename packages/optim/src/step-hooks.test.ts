// Hooks around an optimizer's steps: in order, once each, with the weights as they are then.

import { tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { LBFGS } from "./optimizers/lbfgs.js";
import { SGD } from "./optimizers/sgd.js";

const weight = () => tensor([1, 2], { requiresGrad: true }).keep();

describe("step hooks", () => {
  it("run before and behind a step, in the order of their registration, until they are removed", () => {
    const w = weight();
    const optimizer = new SGD([w], { lr: 0.5 });
    const seen: unknown[] = [];
    const note = (name: string) => (given: unknown) => void seen.push([name, given === optimizer, w.toArray()]);
    const handles = [
      optimizer.registerStepPostHook(note("behind")),
      optimizer.registerStepPreHook(note("before")),
      optimizer.registerStepPreHook(note("before, second")),
    ];
    w.sum().backward();
    optimizer.step();
    expect(seen).toEqual([
      ["before", true, [1, 2]],
      ["before, second", true, [1, 2]],
      ["behind", true, [0.5, 1.5]],
    ]);
    for (const handle of handles) handle.remove();
    optimizer.step();
    expect(seen.length).toBe(3);
    optimizer.dispose();
    w.grad?.dispose();
    w.dispose();
  });

  it("run once around a step of LBFGS, however often that evaluates", () => {
    const w = weight();
    const optimizer = new LBFGS([w], { maxIter: 5 });
    const seen: string[] = [];
    optimizer.registerStepPreHook(() => void seen.push("before"));
    optimizer.registerStepPostHook(() => void seen.push("behind"));
    optimizer.step(() => {
      optimizer.zeroGrad();
      const loss = w.mul(w).sum();
      loss.backward();
      seen.push("closure");
      return loss;
    });
    expect([seen[0], seen.at(-1), seen.filter((name) => name !== "closure").length]).toEqual(["before", "behind", 2]);
    optimizer.dispose();
    w.grad?.dispose();
    w.dispose();
  });

  it("says what is no hook", () => {
    const optimizer = new SGD([weight()]);
    expect(() => optimizer.registerStepPreHook(1 as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: registerStepPreHook: hook must be a function, but got 1]`,
    );
    for (const { params } of optimizer.paramGroups) for (const parameter of params) parameter.dispose();
  });
});
