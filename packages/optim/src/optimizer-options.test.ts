// Options of all optimizers: by name and by place, their defaults, and what none of them takes.

import { ones, tensor } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import {
  Adadelta,
  Adafactor,
  Adagrad,
  Adam,
  Adamax,
  AdamW,
  ASGD,
  LBFGS,
  Lion,
  Muon,
  NAdam,
  type Optimizer,
  RAdam,
  RMSprop,
  Rprop,
  SGD,
} from "./index.js";

const weight = () => tensor([1, 2], { requiresGrad: true });

describe("options", () => {
  it("that are undefined are the default", () => {
    expect(new Adam([ones(1, { requiresGrad: true })], { lr: undefined as never }).paramGroups[0]!.lr).toBe(1e-3);
  });

  it("are checked at every step", () => {
    const w = ones(1, { requiresGrad: true });
    const optimizer = new SGD([w], { lr: 0.1 });
    w.grad = ones(1);
    optimizer.paramGroups[0]!.lr = undefined as never;
    expect(() => optimizer.step()).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: SGD: Invalid learning rate: undefined; it must be a finite number of at least 0]`,
    );
    expect(w.toArray()).toEqual([1]);
  });

  it("of all groups are checked before any is stepped", () => {
    const [a, b] = [weight(), weight()];
    const optimizer = new SGD([{ params: a }, { params: b }], { lr: 1 });
    a.grad = ones(2);
    b.grad = ones(2);
    optimizer.paramGroups[1]!.lr = Number.NaN;
    expect(() => optimizer.step()).toThrow("Invalid learning rate: NaN");
    expect(a.toArray()).toEqual([1, 2]);
  });

  it.each<[string, () => unknown, string]>([
    [
      "what is told by name alone by position",
      () => new Adam([weight()], 0.01, [0.9, 0.99], 1e-8, 0, false, true as never),
      "Adam: expected an object of options behind lr, betas, eps, weightDecay, amsgrad, but got true",
    ],
    [
      "a learning rate twice",
      () => new SGD([weight()], 0.01, { lr: 0.1 } as never),
      "SGD: got lr twice, in its place and by its name",
    ],
    [
      "a learning rate that is a text",
      () => new AdamW([weight()], "0.01" as never),
      "AdamW: Invalid learning rate: 0.01; it must be a finite number of at least 0",
    ],
    [
      "a number for setToNone",
      () => new Adam([weight()]).zeroGrad(0 as never),
      "Adam.zeroGrad: setToNone must be true or false, but got 0",
    ],
    [
      "a text for a flag",
      () => new Adam([weight()], { maximize: "no" as never }),
      "Adam: Invalid maximize value: no; it must be true or false",
    ],
    [
      "a group of a number",
      () => new Adam([{ params: 5 as never }]),
      "Adam: the params of a group should be a Tensor or an iterable of Tensors, but got 5",
    ],
  ])("do not include %s", (_, body, text) => {
    expect(thrown(body)).toBe(`ArgumentError: ${text}`);
  });

  it("of SGD", () => {
    expect(new SGD([weight()]).paramGroups[0]!.lr).toBe(1e-3);
    const dampening = "x" as never;
    expect(() => new SGD([ones(1)], { lr: 1, dampening })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: SGD: Invalid dampening value: x; it must be a finite number]`,
    );
  });
});

describe("options by place", () => {
  const w = weight();
  it.each<[Optimizer, Optimizer]>([
    [
      new SGD([w], 0.1, 0.9, 0, 1e-4, true),
      new SGD([w], { lr: 0.1, momentum: 0.9, weightDecay: 1e-4, nesterov: true }),
    ],
    [new SGD([w], 0.1, { momentum: 0.5 }), new SGD([w], { lr: 0.1, momentum: 0.5 })],
    [
      new Adam([w], 0.1, [0.5, 0.9], 1e-6, 0.1, true),
      new Adam([w], { lr: 0.1, betas: [0.5, 0.9], eps: 1e-6, weightDecay: 0.1, amsgrad: true }),
    ],
    [new AdamW([w], 0.1, null, null, 0.2), new AdamW([w], { lr: 0.1, weightDecay: 0.2 })],
    [new AdamW([w], 0.1), new AdamW([w], { lr: 0.1 })],
    [
      new RMSprop([w], 0.1, 0.9, 1e-6, 0.1, 0.5, true),
      new RMSprop([w], { lr: 0.1, alpha: 0.9, eps: 1e-6, weightDecay: 0.1, momentum: 0.5, centered: true }),
    ],
    [
      new Adagrad([w], 0.1, 0.2, 0.3, 0.4, 1e-6),
      new Adagrad([w], { lr: 0.1, lrDecay: 0.2, weightDecay: 0.3, initialAccumulatorValue: 0.4, eps: 1e-6 }),
    ],
    [new Adadelta([w], 0.1, 0.8, 1e-5, 0.1), new Adadelta([w], { lr: 0.1, rho: 0.8, eps: 1e-5, weightDecay: 0.1 })],
    [
      new Adamax([w], 0.1, [0.5, 0.9], 1e-6, 0.1),
      new Adamax([w], { lr: 0.1, betas: [0.5, 0.9], eps: 1e-6, weightDecay: 0.1 }),
    ],
    [
      new NAdam([w], 0.1, [0.5, 0.9], 1e-6, 0.1, 0.2, true),
      new NAdam([w], {
        ...{ lr: 0.1, betas: [0.5, 0.9], eps: 1e-6, weightDecay: 0.1 },
        ...{ momentumDecay: 0.2, decoupledWeightDecay: true },
      }),
    ],
    [
      new RAdam([w], 0.1, [0.5, 0.9], 1e-6, 0.1, true),
      new RAdam([w], { lr: 0.1, betas: [0.5, 0.9], eps: 1e-6, weightDecay: 0.1, decoupledWeightDecay: true }),
    ],
    [new Rprop([w], 0.1, [0.4, 1.1], [1e-5, 10]), new Rprop([w], { lr: 0.1, etas: [0.4, 1.1], stepSizes: [1e-5, 10] })],
    [
      new ASGD([w], 0.1, 0.2, 0.5, 10, 0.1),
      new ASGD([w], { lr: 0.1, lambd: 0.2, alpha: 0.5, t0: 10, weightDecay: 0.1 }),
    ],
    [
      new LBFGS([w], 0.5, 10, 12, 1e-5, 1e-6, 7, "strong_wolfe"),
      new LBFGS([w], {
        ...{ lr: 0.5, maxIter: 10, maxEval: 12, toleranceGrad: 1e-5 },
        ...{ toleranceChange: 1e-6, historySize: 7, lineSearchFn: "strong_wolfe" },
      }),
    ],
    [
      new Adafactor([w], 0.1, -0.5, [1e-3, 1e-2], 2, 0.1),
      new Adafactor([w], { lr: 0.1, beta2Decay: -0.5, eps: [1e-3, 1e-2], d: 2, weightDecay: 0.1 }),
    ],
    [
      new Muon([ones(2, 2, { requiresGrad: true })], 0.1, 0.2, 0.5, false),
      new Muon([ones(2, 2, { requiresGrad: true })], { lr: 0.1, weightDecay: 0.2, momentum: 0.5, nesterov: false }),
    ],
    [new Lion([w], 0.1, [0.5, 0.9], 0.1), new Lion([w], { lr: 0.1, betas: [0.5, 0.9], weightDecay: 0.1 })],
  ])("%#", (placed, named) => {
    expect(placed.defaults).toEqual(named.defaults);
    expect(placed.defaults).not.toEqual(new (placed.constructor as typeof SGD)([ones(2, 2)]).defaults);
  });
});
