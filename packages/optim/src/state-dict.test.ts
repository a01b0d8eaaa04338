// Saving and loading of optimizers, every way in which a state dict does not fit, and whose its memory is.

import { memoryStats, ones, scope, type Tensor, tensor } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { Adam, type OptimizerStateDict, SGD } from "./index.js";

const weight = () => tensor([1, 2], { requiresGrad: true });

describe("state dicts", () => {
  const loss = (w: Tensor) =>
    w
      .mul(tensor([1, -3]))
      .pow(2)
      .sum();
  const step = (w: Tensor, optimizer: SGD | Adam) => {
    optimizer.zeroGrad();
    loss(w).backward();
    optimizer.step();
  };

  it("have PyTorch's structure and names", () => {
    const w = weight();
    const optimizer = new Adam([{ params: w }, { params: weight(), lr: 0.5 }], { amsgrad: true });
    step(w, optimizer);
    const { state, param_groups } = optimizer.stateDict();
    expect(Object.entries(state).map(([number, values]) => [number, Object.keys(values)])).toEqual([
      ["0", ["step", "exp_avg", "exp_avg_sq", "max_exp_avg_sq"]],
    ]);
    const ways = { foreach: null, capturable: false, differentiable: false, fused: null };
    const others = { betas: [0.9, 0.999], eps: 1e-8, weight_decay: 0, amsgrad: true, maximize: false };
    expect(param_groups).toEqual([
      { lr: 0.001, ...others, ...ways, decoupled_weight_decay: false, params: [0] },
      { lr: 0.5, ...others, ...ways, decoupled_weight_decay: false, params: [1] },
    ]);
    const sgd = new SGD([w], { lr: 1 });
    step(w, sgd);
    expect(sgd.stateDict()).toEqual({
      state: {},
      param_groups: [
        {
          ...{ lr: 1, momentum: 0, dampening: 0, weight_decay: 0, nesterov: false, maximize: false },
          ...{ foreach: null, differentiable: false, fused: null, params: [0] },
        },
      ],
    });
  });

  it.each<[string, (w: Tensor) => SGD | Adam]>([
    ["SGD", (w) => new SGD([w], { lr: 0.01, momentum: 0.9 })],
    ["Adam", (w) => new Adam([w], { lr: 0.1, amsgrad: true })],
  ])("let %s go on as if never stopped", (_, make) => {
    const a = weight();
    const first = make(a);
    step(a, first);
    step(a, first);
    const b = tensor(a.toTypedArray(), { requiresGrad: true });
    const second = make(b);
    second.loadStateDict(first.stateDict());
    for (const values of second.state.values())
      for (const value of Object.values(values)) if (typeof value === "object") expect(value?.storage.kept).toBe(true);
    step(a, first);
    step(b, second);
    expect(b.toTypedArray()).toEqual(a.toTypedArray());
  });

  it("of PyTorch are read: step as a tensor, options that are not here", () => {
    const w = weight();
    const optimizer = new Adam([w]);
    optimizer.loadStateDict({
      state: { 0: { step: tensor(5), exp_avg: ones(2), exp_avg_sq: ones(2, { dtype: "float64" }) } },
      param_groups: [{ lr: 0.25, betas: [0.5, 0.75], foreach: null, params: [0] }],
    });
    expect(optimizer.state.get(w)).toMatchObject({ step: 5, maxExpAvgSq: null });
    expect(optimizer.state.get(w)?.expAvgSq.dtype).toBe("float32");
    const { params, ...options } = optimizer.paramGroups[0]!;
    expect(params.map((parameter) => parameter === w)).toEqual([true]);
    expect(options).toEqual({
      ...{ lr: 0.25, betas: [0.5, 0.75], eps: 1e-8, weightDecay: 0, amsgrad: false, maximize: false },
      ...{ foreach: null, capturable: false, differentiable: false, fused: null, decoupledWeightDecay: false },
    });
  });

  it("change nothing where they do not fit", () => {
    const w = weight();
    const optimizer = new Adam([w]);
    step(w, optimizer);
    const before = memoryStats();
    const state = { 0: { step: 9, exp_avg: ones(2), exp_avg_sq: ones(3) } };
    scope(() =>
      expect(() => optimizer.loadStateDict({ state, param_groups: [{ params: [0], lr: 7 }] })).toThrow(
        "size mismatch for exp_avg_sq",
      ),
    );
    expect(memoryStats().bytes - before.bytes).toBe(20);
    expect(optimizer.state.get(w)?.step).toBe(1);
    expect(optimizer.paramGroups[0]?.lr).toBe(0.001);
  });
});

describe("a state dict that is held", () => {
  it("can be loaded again and again, and is the snapshot that it was", () => {
    const w = ones(2, { requiresGrad: true });
    const optimizer = new Adam([w]);
    const train = () => {
      w.grad = ones(2);
      optimizer.step();
      return optimizer.state.get(w)!.expAvg.toArray();
    };
    train();
    const held = optimizer.stateDict();
    optimizer.loadStateDict(held);
    const second = train();
    optimizer.loadStateDict(held);
    expect(train()).toEqual(second);
    expect(optimizer.state.get(w)!.step).toBe(2);
  });

  const trained = () => {
    const w = ones(1000, { requiresGrad: true });
    const optimizer = new Adam([w]);
    const train = () => {
      scope(() => {
        w.grad = ones(1000);
      });
      optimizer.step();
    };
    train();
    return { w, optimizer, train };
  };
  const average = ({ state }: OptimizerStateDict) => (state[0]!["exp_avg"] as Tensor).toTypedArray()[999]!;

  it("is read after the optimizer took over others, and memory stays constant", () => {
    const { optimizer, train } = trained();
    const held = optimizer.stateDict();
    const before = memoryStats();
    for (let trial = 0; trial < 3; trial++) {
      optimizer.loadStateDict(held);
      train();
      optimizer.loadStateDict(optimizer.stateDict());
      expect(memoryStats()).toEqual(before);
      expect(average(held)).toBeCloseTo(0.1, 6);
      expect(average(optimizer.stateDict())).toBeCloseTo(0.19, 6);
    }
    optimizer.dispose();
    expect(average(held)).toBeCloseTo(0.1, 6);
  });

  it("follows the steps, numbers as well as tensors", () => {
    const { w, optimizer, train } = trained();
    const held = optimizer.stateDict();
    train();
    train();
    expect([held.state[0]!["step"], average(held)]).toEqual([3, expect.closeTo(0.271, 6)]);
    optimizer.loadStateDict(held);
    expect([optimizer.state.get(w)!.step, average(optimizer.stateDict())]).toEqual([3, expect.closeTo(0.271, 6)]);
    train();
    expect(held.state[0]!["step"]).toBe(3);
  });

  it("goes to the parameter's device", () => {
    const { w, optimizer, train } = trained();
    const elsewhere = () => ones([1000], { device: "reference" });
    const state = { 0: { step: 1, exp_avg: elsewhere(), exp_avg_sq: elsewhere() } };
    optimizer.loadStateDict({ state, param_groups: [{ params: [0] }] });
    train();
    expect(w.toTypedArray()[0]).toBeLessThan(1);
  });

  it("is refused whole where a value is of another kind or was freed", () => {
    const { w, optimizer } = trained();
    const freed = ones(1000);
    freed.dispose();
    const average = ones(1000);
    const before = memoryStats();
    const load = (values: object) => () =>
      optimizer.loadStateDict({
        state: { 0: { step: 9, exp_avg: average, exp_avg_sq: average, ...values } },
        param_groups: [{ params: [0] }],
      });
    expect(
      [{ exp_avg_sq: freed }, { exp_avg: 3 }, { step: null }].map((values) => thrown(load(values))),
    ).toMatchInlineSnapshot(`
      [
        "ArgumentError: Adam: the tensor exp_avg_sq of parameter 0 in the loaded state dict was freed; keep() or clone() it before",
        "ArgumentError: Adam: exp_avg of parameter 0 in the loaded state dict must be a Tensor, but is 3",
        "ArgumentError: Adam: step of parameter 0 in the loaded state dict must be a number",
      ]
    `);
    expect(memoryStats()).toEqual(before);
    expect(optimizer.state.get(w)!.step).toBe(1);
  });

  it("says what it should look like", () => {
    const optimizer = new SGD([ones(2, { requiresGrad: true })], { lr: 1 });
    for (const wrong of [{}, null, { state: {}, param_groups: [{ lr: 0.5 }] }]) {
      expect(() => optimizer.loadStateDict(wrong as never)).toThrowErrorMatchingInlineSnapshot(
        `[ArgumentError: SGD: expected a state dict { state, param_groups: [{ params: [0, …], … }, …] }, as stateDict() and PyTorch's state_dict() give it]`,
      );
    }
  });
});
