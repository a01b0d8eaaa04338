// Whose a buffer's memory is: what a replaced tensor is to those who still hold it, and what a class field does.

import { grad, memoryStats, ones, scope, type Tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { functionalCall, Identity, Linear, Module, Parameter } from "./index.js";
import { registerBuffers, registerModules, registerParameters } from "./keys.js";

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

describe("what is registered under PyTorch's key", () => {
  class Norm extends Module {
    declare weight: Parameter | null;
    declare runningMean: Tensor | null;
    declare inProjWeight: Parameter | null;
    constructor() {
      super();
      registerParameters(this, { weight: new Parameter(ones(2)), in_proj_weight: new Parameter(ones(2)) });
      registerBuffers(this, { running_mean: zeros(2) });
    }
    forward(x: Tensor): Tensor {
      this.runningMean = x.mean(0);
      return x.mul(this.weight!).mul(this.inProjWeight!);
    }
  }

  it("is read and written in camelCase, and listed under its key, in order", () => {
    const norm = new Norm();
    expect([...norm.namedParameters()].map(([key]) => key)).toEqual(["weight", "in_proj_weight"]);
    expect([...norm.namedBuffers()].map(([key]) => key)).toEqual(["running_mean"]);
    expect(Object.keys(norm.stateDict())).toEqual(["weight", "in_proj_weight", "running_mean"]);
    norm(ones(3, 2));
    expect(norm.stateDict()["running_mean"]!.toArray()).toEqual([1, 1]);
    const weight = new Parameter(zeros(2));
    norm.inProjWeight = weight;
    expect([...norm.parameters()][1]).toBe(weight);
    norm.inProjWeight = null;
    expect(Object.keys(norm.stateDict())).toEqual(["weight", "running_mean"]);
    norm.to("float64");
    expect(norm.runningMean!.dtype).toBe("float64");
    expect("running_mean" in norm).toBe(false);
  });

  it("cannot be shadowed by a class field, and takes no plain tensor", () => {
    class Shadowing extends Norm {
      // biome-ignore lint/suspicious/noTsIgnore: what the compiler refuses, JavaScript does
      // @ts-ignore
      inProjWeight: Parameter | null;
      // biome-ignore lint/suspicious/noTsIgnore: as above
      // @ts-ignore
      override runningMean: Tensor = ones(2);
    }
    const norm = new Shadowing();
    expect(Object.keys(norm.stateDict())).toEqual(["weight", "in_proj_weight", "running_mean"]);
    expect(norm.stateDict()["running_mean"]!.toArray()).toEqual([1, 1]);
    expect(norm(ones(1, 2)).toArray()).toEqual([[1, 1]]);
    expect(thrown(() => Object.assign(norm, { inProjWeight: ones(2) }))).toMatchInlineSnapshot(
      `"ArgumentError: cannot assign 'Tensor' as parameter 'inProjWeight' (nn.Parameter or null expected): nothing would train it; assign new Parameter(…), or compute with it in a forward of your own"`,
    );
    expect(thrown(() => registerParameters(norm, { running_mean: null }))).toMatchInlineSnapshot(
      `"ArgumentError: registerParameter: attribute 'runningMean' already exists"`,
    );
  });

  it("may be a module", () => {
    class Outer extends Module {
      declare outProj: Linear | null;
      before = new Linear(1, 1, { bias: false });
      constructor() {
        super();
        registerModules(this, { out_proj: new Linear(2, 1, { bias: false }) });
      }
      forward(x: Tensor): Tensor {
        return this.outProj!(x);
      }
    }
    const outer = new Outer();
    expect(Object.keys(outer.stateDict())).toEqual(["before.weight", "out_proj.weight"]);
    expect([...outer.namedModules()].map(([path]) => path)).toEqual(["", "before", "out_proj"]);
    expect(String(outer)).toContain("(out_proj): Linear(in_features=2, out_features=1, bias=False)");
    outer.outProj = new Linear(3, 1, { bias: false });
    expect(outer.stateDict()["out_proj.weight"]!.shape).toEqual([1, 3]);
    expect(thrown(() => outer(ones(1, 2)))).toContain("in Outer.out_proj (Linear)");
    expect(thrown(() => Object.assign(outer, { outProj: ones(2) }))).toMatchInlineSnapshot(
      `"ArgumentError: cannot assign 'Tensor' as child module 'outProj' (nn.Module or null expected)"`,
    );
    outer.outProj = null;
    expect(Object.keys(outer.stateDict())).toEqual(["before.weight"]);
  });

  it("can be lent to functionalCall", () => {
    const norm = new Norm();
    const own = norm.inProjWeight;
    const other = ones(2, { requiresGrad: true });
    const y = functionalCall(norm, { in_proj_weight: other }, ones(1, 2));
    expect(grad(y.sum(), [other])[0]!.toArray()).toEqual([1, 1]);
    expect(norm.inProjWeight).toBe(own);
  });

  it("has registerParameter for users, under a name verbatim", () => {
    const layer = new Identity();
    const scale = layer.registerParameter("scale_1", new Parameter(ones(1)));
    expect([...layer.namedParameters()].map(([key, value]) => [key, value === scale])).toEqual([["scale_1", true]]);
    expect((layer as unknown as { scale_1: Parameter }).scale_1).toBe(scale);
    expect(layer.registerParameter("bias", null)).toBe(null);
    expect(Object.keys(layer.stateDict())).toEqual(["scale_1"]);
    const refused = [
      ["", scale],
      ["a.b", scale],
      ["forward", scale],
      ["other", ones(1)],
      [3, scale],
    ] as const;
    expect(
      refused.map(([name, value]) => thrown(() => layer.registerParameter(name as string, value as Parameter))),
    ).toMatchInlineSnapshot(`
      [
        "ArgumentError: registerParameter: parameter name can't be empty string """,
        "ArgumentError: registerParameter: parameter name can't contain ".", but got "a.b"",
        "ArgumentError: registerParameter: attribute 'forward' already exists",
        "ArgumentError: cannot assign 'Tensor' as parameter 'other' (nn.Parameter or null expected): nothing would train it; assign new Parameter(…), or compute with it in a forward of your own",
        "ArgumentError: registerParameter: name must be a string, but got 3",
      ]
    `);
  });
});
