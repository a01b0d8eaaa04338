// Lion against its paper's recurrence, written with numbers: PyTorch has none.

import { noGrad, tensor } from "@bernoulli/tensor";
import { expectClose } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { Lion, type LionOptions } from "../index.js";

/** θ, m after a step of Chen et al., algorithm 2. */
function stepped(theta: number, m: number, g: number, { lr, betas: [b1, b2], weightDecay, maximize }: LionOptions) {
  const gradient = maximize ? -g : g;
  const c = b1 * m + (1 - b1) * gradient;
  return { theta: theta - lr * (Math.sign(c) + weightDecay * theta), m: b2 * m + (1 - b2) * gradient };
}

const defaults = { lr: 1e-4, betas: [0.9, 0.99], weightDecay: 0, maximize: false } as const;

describe("a hundred steps", () => {
  it.each<Partial<LionOptions>>([
    {},
    { lr: 0.01, weightDecay: 0.1 },
    { lr: 0.01, betas: [0.5, 0.5] },
    { lr: 0.01, maximize: true, weightDecay: 1 },
  ])("%j", (options) => {
    const start = [0.5, -1.25, 2, 0];
    const w = tensor(start, { dtype: "float64", requiresGrad: true });
    const optimizer = new Lion([w], options);
    let expected = start.map((theta) => ({ theta, m: 0 }));
    for (let step = 0; step < 100; step += 1) {
      const gradient = start.map((_, at) => Math.sin(1.7 * step + at) * (at + 1));
      noGrad(() => void (w.grad = tensor(gradient, { dtype: "float64" })));
      optimizer.step();
      const rates = { ...defaults, ...options } as LionOptions;
      expected = expected.map(({ theta, m }, at) => stepped(theta, m, gradient[at]!, rates));
    }
    const tolerance = { relative: 1e-13, absolute: 1e-14 };
    const of = (name: "theta" | "m") => expected.map((values) => values[name]);
    expectClose(w, of("theta"), tolerance);
    expectClose(optimizer.state.get(w)!.expAvg, of("m"), tolerance);
  });
});

it("remembers one tensor, under its authors' name", () => {
  const w = tensor([1], { requiresGrad: true });
  const optimizer = new Lion([w]);
  w.grad = tensor([1]);
  optimizer.step();
  expect(Object.keys(optimizer.stateDict().state[0]!)).toEqual(["exp_avg"]);
});
