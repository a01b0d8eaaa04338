// What all optimizers share: groups, errors, gradients, memory. Their options are optimizer-options.test.ts's.

import { isGradEnabled, manualSeed, memoryStats, rand, scope, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Adam, type Optimizer, SGD } from "./index.js";

const weight = () => tensor([1, 2], { requiresGrad: true });

describe("parameter groups", () => {
  it("have options of their own, which may change between steps", () => {
    const [a, b] = [weight(), weight()];
    const optimizer = new SGD([{ params: a }, { params: [b], lr: 1 }], { lr: 0.5 });
    expect(optimizer.paramGroups.map(({ lr, params }) => [lr, params.length])).toEqual([
      [0.5, 1],
      [1, 1],
    ]);
    a.sum().add(b.sum()).backward();
    optimizer.step();
    optimizer.paramGroups[0]!.lr = 0;
    optimizer.step();
    expect([a.toArray(), b.toArray()]).toEqual([
      [0.5, 1.5],
      [-1, 0],
    ]);
  });

  it("can be added later", () => {
    const [a, b] = [weight(), weight()];
    const optimizer = new SGD([a], { lr: 0.5 });
    optimizer.addParamGroup({ params: b, momentum: 0.9 });
    expect(optimizer.paramGroups[1]).toMatchObject({ lr: 0.5, momentum: 0.9 });
    expect(optimizer.paramGroups[1]!.params.map((parameter) => parameter === b)).toEqual([true]);
  });

  it("take any iterable, and keep what they hold", () => {
    const optimizer = scope(() => {
      function* parameters(): Generator<Tensor> {
        yield zeros(1000, { requiresGrad: true });
      }
      return { held: new Adam(parameters()) };
    }).held;
    expect(optimizer.paramGroups[0]?.params[0]?.toTypedArray().length).toBe(1000);
  });
});

describe("errors", () => {
  const adamState = () => {
    const own = weight();
    const optimizer = new Adam([own]);
    own.sum().backward();
    optimizer.step();
    return optimizer.stateDict();
  };
  it.each<[(p: Tensor, q: Tensor) => unknown, string]>([
    [(p) => new SGD([p], { lr: -1 }), "SGD: Invalid learning rate: -1; it must be a finite number of at least 0"],
    [
      (p) => new SGD([p], { lr: "0.1" as never }),
      "SGD: Invalid learning rate: 0.1; it must be a finite number of at least 0",
    ],
    [
      (p) => new SGD([p], { lr: 1, momentum: -1 }),
      "SGD: Invalid momentum value: -1; it must be a finite number of at least 0",
    ],
    [
      (p) => new SGD([p], { lr: 1, weightDecay: Number.NaN }),
      "SGD: Invalid weight_decay value: NaN; it must be a finite number of at least 0",
    ],
    [(p) => new SGD([p], { lr: 1, nesterov: true }), "SGD: Nesterov momentum requires a momentum and zero dampening"],
    [
      (p) => new SGD([p], { lr: 1, momentum: 1, dampening: 0.1, nesterov: true }),
      "SGD: Nesterov momentum requires a momentum and zero dampening",
    ],
    [(p) => new Adam([p], { lr: -1 }), "Adam: Invalid learning rate: -1; it must be a finite number of at least 0"],
    [(p) => new Adam([p], { eps: -1 }), "Adam: Invalid epsilon value: -1; it must be a finite number of at least 0"],
    [(p) => new Adam([p], { betas: [1, 0] }), "Adam: Invalid beta parameter at index 0: 1; it must be in [0, 1)"],
    [(p) => new Adam([p], { betas: [0, 1] }), "Adam: Invalid beta parameter at index 1: 1; it must be in [0, 1)"],
    [(p) => new Adam([p], { betas: 0.9 as never }), "Adam: betas must be a pair of numbers, but got 0.9"],
    [
      (p) => new Adam([{ params: p, lr: -1 }]),
      "Adam: Invalid learning rate: -1; it must be a finite number of at least 0",
    ],
    [
      (p) => new Adam([p], { weight_decay: 1 } as never),
      "Adam: got an unexpected option weight_decay; here it is weightDecay",
    ],
    [
      (p) => new Adam([{ params: p, momentum: 1 } as never]),
      "Adam: got an unexpected option momentum; take some of { lr, betas, eps, weightDecay, amsgrad, maximize, foreach, capturable, differentiable, fused, decoupledWeightDecay }",
    ],
    [() => new Adam([]), "Adam: optimizer got an empty parameter list"],
    [
      (p) => new Adam(p as never),
      "Adam: params argument given to the optimizer should be an iterable of Tensors or groups, such as model.parameters(), but got a Tensor",
    ],
    [
      () => new Adam(null as never),
      "Adam: params argument given to the optimizer should be an iterable of Tensors or groups, such as model.parameters(), but got null",
    ],
    [() => new Adam([3 as never]), "Adam: optimizer can only optimize Tensors, but one of the params is 3"],
    [
      (p) => new Adam([p.mul(2)]),
      "Adam: can't optimize a non-leaf Tensor; it was computed by mul, so train what it was computed from, or its .detach()",
    ],
    [(p) => new Adam([{ params: p }, { params: p }]), "Adam: some parameters appear in more than one parameter group"],
    [(p) => new Adam([p, p]), "Adam: optimizer contains a parameter group with duplicate parameters"],
    [
      (p, q) => new Adam([{ params: p }, q as never]),
      "Adam: a parameter group must be an object with params, but got a Tensor",
    ],
    [
      (p) => new Adam([p]).loadStateDict({ state: {}, param_groups: [] }),
      "Adam: loaded state dict has a different number of parameter groups: 0, where the optimizer has 1",
    ],
    [
      (p) => new Adam([p]).loadStateDict({ state: {}, param_groups: [{ params: [0, 1] }] }),
      "Adam: loaded state dict contains a parameter group that doesn't match the size of optimizer's group: group 0 has 2 parameters, where the optimizer's has 1",
    ],
    [
      (p) => new Adam([p]).loadStateDict({ state: {}, param_groups: [{ params: [0], lr: -1 }] }),
      "Adam: Invalid learning rate: -1; it must be a finite number of at least 0",
    ],
    [
      (p) => new SGD([p], { lr: 1 }).loadStateDict(adamState()),
      'SGD: the loaded state of parameter 0 has "step", "exp_avg", "exp_avg_sq", which SGD does not know; was it saved by another optimizer?',
    ],
    [
      (p) => new Adam([p]).loadStateDict({ state: { 0: { step: 1 } }, param_groups: [{ params: [0] }] }),
      'Adam: the loaded state of parameter 0 lacks "exp_avg", "exp_avg_sq"; was it saved by another optimizer?',
    ],
    [
      () => new Adam([zeros(3, { requiresGrad: true })]).loadStateDict(adamState()),
      "Adam: size mismatch for exp_avg of parameter 0: it has shape [2] in the loaded state dict, and the parameter [3]",
    ],
    [
      (p) => new Adam([p]).loadStateDict({ state: { 7: {} }, param_groups: [{ params: [0] }] }),
      "Adam: loaded state dict has state for parameter 7, which is in none of its groups",
    ],
  ])("%#", (body, text) => {
    expect(thrown(() => body(weight(), weight()))).toBe(`ArgumentError: ${text}`);
  });
});

describe("step and zeroGrad", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  afterEach(() => warn.mockClear());

  it("an async closure is refused, without a rejection that nobody takes", async () => {
    const sgd = new SGD([weight()], { lr: 1 });
    const closure = async () => Promise.reject(new Error("nobody waits for this"));
    expect(thrown(() => sgd.step(closure as never))).toMatchInlineSnapshot(
      `"ArgumentError: SGD.step: the closure returned a promise, but must be synchronous; await before or after it"`,
    );
    await new Promise((resolve) => setTimeout(resolve));
  });

  it("a closure computes the loss, with gradients", () => {
    const w = weight();
    const optimizer = new SGD([w], { lr: 0.5 });
    const loss = optimizer.step(() => {
      expect(isGradEnabled()).toBe(true);
      optimizer.zeroGrad();
      const sum = w.mul(w).sum();
      sum.backward();
      return sum;
    });
    expect([loss.item(), w.toArray(), isGradEnabled()]).toEqual([5, [0, 0], true]);
  });

  it("zeroGrad drops gradients or zeroes them", () => {
    const w = weight();
    const optimizer = new SGD([w], { lr: 0.5 });
    w.sum().backward();
    optimizer.zeroGrad({ setToNone: false });
    expect(w.grad?.toArray()).toEqual([0, 0]);
    optimizer.zeroGrad(false);
    expect(w.grad?.toArray()).toEqual([0, 0]);
    optimizer.zeroGrad();
    expect(w.grad).toBeNull();
    expect(warn).not.toHaveBeenCalled();
  });

  it("a step without any gradient says so, once", () => {
    const optimizer = new SGD([weight()], { lr: 0.5 });
    optimizer.step();
    optimizer.step();
    expect(warn.mock.calls).toEqual([
      [
        "bernoulli: SGD.step() found no gradient and changed nothing; call loss.backward() between zeroGrad() and step()",
      ],
    ]);
  });
});

describe("memory", () => {
  it.each<[string, (params: Tensor[]) => SGD | Adam]>([
    ["SGD", (params) => new SGD(params, { lr: 1e-3, momentum: 0.9, nesterov: true, weightDecay: 0.1, maximize: true })],
    ["Adam", (params) => new Adam(params, { amsgrad: true, weightDecay: 0.1, maximize: true })],
  ])("of %s after 1,000 steps is as after one, without a scope around them", (_, make) => {
    manualSeed(0);
    const params = [rand(40, 30, { requiresGrad: true }), rand(3, { requiresGrad: true })];
    const gradients = params.map((parameter) => rand(parameter.shape));
    const optimizer = make(params);
    const step = () => {
      for (const [at, parameter] of params.entries()) parameter.grad = gradients[at]!;
      optimizer.step();
    };
    step();
    const after = memoryStats();
    for (let count = 1; count < 1000; count++) step();
    expect(memoryStats()).toEqual(after);
    expect(Number.isFinite(params[0]!.sum().item())).toBe(true);
    optimizer.dispose();
    expect(optimizer.state.size).toBe(0);
    expect(() => params[0]!.sum().item()).not.toThrow();
  });

  it("of the state is given back by dispose", () => {
    const w = weight();
    const optimizer = new Adam([w]);
    const before = memoryStats().bytes;
    scope(() => w.mul(w).sum().backward());
    optimizer.step();
    w.grad?.dispose();
    w.grad = null;
    expect(memoryStats().bytes).toBeGreaterThan(before);
    optimizer.dispose();
    expect(memoryStats().bytes).toBe(before);
  });
});

it("Optimizer is a type of its own, without arguments", () => {
  const step = (optimizer: Optimizer): string => {
    optimizer.zeroGrad();
    optimizer.step();
    return optimizer.constructor.name;
  };
  const weight = tensor([1], { requiresGrad: true });
  expect([step(new SGD([weight], { lr: 0.1 })), step(new Adam([weight]))]).toEqual(["SGD", "Adam"]);
});
