// SGD and Adam against torch 2.15.0: five steps of the same loss, all options.
import { type Tensor, tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { Adam, SGD } from "./index.js";

interface Stepper {
  zeroGrad(): void;
  step(): unknown;
}
const parameters = () =>
  [tensor([0.5, -1.25, 2], { requiresGrad: true }), tensor([0.1, -0.3], { requiresGrad: true })] as const;

function train(make: (w: Tensor, b: Tensor) => Stepper): number[] {
  const [w, b] = parameters();
  const optimizer = make(w, b);
  for (let step = 1; step <= 5; step++) {
    optimizer.zeroGrad();
    const square = w
      .mul(tensor([1, 2, -3]))
      .mul(step)
      .pow(2)
      .sum()
      .div(10);
    square.add(w.sum().mul(b).sum()).add(b.pow(3).sum()).backward();
    optimizer.step();
  }
  return [...w.toTypedArray(), ...b.toTypedArray()];
}

describe("five steps", () => {
  it.each<[string, (w: Tensor, b: Tensor) => Stepper, number[]]>([
    ["SGD", (w, b) => new SGD([w, b], { lr: 0.01 }), [0.458934754, -0.7672472, 0.605051279, 0.047704812, -0.36776197]],
    [
      "SGD momentum",
      (w, b) => new SGD([w, b], { lr: 0.01, momentum: 0.9 }),
      [0.43879196, -0.393485636, -0.386600912, -0.043690238, -0.486327291],
    ],
    [
      "SGD dampening",
      (w, b) => new SGD([w, b], { lr: 0.01, momentum: 0.9, dampening: 0.5 }),
      [0.470024794, -0.765616298, 0.510525107, -0.002713128, -0.427699149],
    ],
    [
      "SGD nesterov, weight decay",
      (w, b) => new SGD([w, b], { lr: 0.01, momentum: 0.9, weightDecay: 0.1, nesterov: true }),
      [0.406251937, -0.150665149, -0.508369029, -0.060856339, -0.518302202],
    ],
    [
      "SGD maximize",
      (w, b) => new SGD([w, b], { lr: 0.001, maximize: true, weightDecay: 0.1 }),
      [0.504290164, -1.306174755, 2.202604532, 0.106486149, -0.292149693],
    ],
    [
      "SGD groups",
      (w, b) => new SGD([{ params: w }, { params: [b], lr: 0.1, momentum: 0.5 }], { lr: 0.01 }),
      [0.501021028, -0.729190171, 0.637092292, -1.043464541, -3.106016397],
    ],
    ["Adam", (w, b) => new Adam([w, b]), [0.498340875, -1.245470285, 1.995516896, 0.095000207, -0.305000484]],
    [
      "Adam options",
      (w, b) => new Adam([w, b], { lr: 0.1, betas: [0.8, 0.95], eps: 1e-4, weightDecay: 0.1 }),
      [0.289688587, -0.773221731, 1.529630065, -0.400663406, -0.805531919],
    ],
    [
      "Adam amsgrad",
      (w, b) => new Adam([w, b], { lr: 0.1, betas: [0.5, 0.5], amsgrad: true }),
      [0.320310712, -0.780150056, 1.534024477, -0.399891913, -0.797729731],
    ],
    [
      "Adam maximize",
      (w, b) => new Adam([w, b], { lr: 0.01, maximize: true }),
      [0.516900241, -1.295237064, 2.04479003, 0.150024146, -0.250050873],
    ],
    [
      "Adam groups",
      (w, b) => new Adam([{ params: w }, { params: [b], lr: 0.1, betas: [0.5, 0.9] }]),
      [0.499786675, -1.245476484, 1.995515585, -0.406725645, -0.826291919],
    ],
  ])("%s", (_, make, expected) => {
    for (const [at, value] of train(make).entries())
      expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected[at]!)));
  });

  it("Adam amsgrad keeps the largest average where gradients fall", () => {
    const [w] = parameters();
    const optimizer = new Adam([w], { lr: 0.1, betas: [0.5, 0.5], amsgrad: true });
    for (let step = 1; step <= 5; step++) {
      optimizer.zeroGrad();
      w.mul(tensor([1, 2, -3]))
        .div(step)
        .pow(2)
        .sum()
        .backward();
      optimizer.step();
    }
    const state = optimizer.stateDict().state[0]!;
    const close = (actual: Tensor, expected: readonly number[]) => {
      for (const [at, value] of actual.toTypedArray().entries())
        expect(Math.abs(value / expected[at]! - 1)).toBeLessThan(2e-6);
    };
    close(w, [0.2815018, -1.022185326, 1.769821882]);
    close(state["max_exp_avg_sq"] as Tensor, [0.5, 50, 648]);
    close(state["exp_avg_sq"] as Tensor, [0.035125765949487686, 3.6975011825561523, 48.61513137817383]);
  });

  it("skips parameters without a gradient, and leaves no state for them", () => {
    const [w, b] = parameters();
    const optimizer = new Adam([w, b]);
    w.sum().backward();
    optimizer.step();
    expect(b.toArray()).toEqual([0.10000000149011612, -0.30000001192092896]);
    expect(Object.keys(optimizer.stateDict().state)).toEqual(["0"]);
  });
});
