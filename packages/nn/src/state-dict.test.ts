// Saving and loading of modules, and every way in which a state dict does not fit.
import { ones, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { Linear, Module, Sequential, StateDictError } from "./index.js";

class Net extends Module {
  fc1 = new Linear(3, 2);
  fc2 = new Linear(2, 1, { bias: false });
  forward(x: Tensor): Tensor {
    return this.fc2(this.fc1(x));
  }
}
const copy = (model: Module) =>
  Object.fromEntries(Object.entries(model.stateDict()).map(([key, value]) => [key, value.clone()]));
const values = (model: Module) => Object.values(model.stateDict()).map((value) => value.toArray());

describe("stateDict", () => {
  it("gives detached views", () => {
    const net = new Net();
    const state = net.stateDict();
    expect(Object.keys(state)).toEqual(["fc1.weight", "fc1.bias", "fc2.weight"]);
    expect(state["fc1.weight"]?.requiresGrad).toBe(false);
    expect(state["fc1.weight"]?.storage).toBe(net.fc1.weight.storage);
  });
});

describe("loadStateDict", () => {
  it("makes two models equal", () => {
    const [a, b] = [new Net(), new Net()];
    const parameter = b.fc1.weight;
    expect(b.loadStateDict(a.stateDict())).toEqual({ missingKeys: [], unexpectedKeys: [] });
    expect(values(b)).toEqual(values(a));
    expect(b.fc1.weight).toBe(parameter);
    expect(parameter.storage).not.toBe(a.fc1.weight.storage);
  });

  it("converts to the parameters' dtypes", () => {
    const fc = new Linear(2, 1, { bias: false });
    fc.loadStateDict({ weight: tensor([[1, 2]], { dtype: "float64" }) });
    expect([fc.weight.dtype, fc.weight.toArray()]).toEqual(["float32", [[1, 2]]]);
  });

  it("lists everything that does not fit, and writes nothing", () => {
    const net = new Net();
    const before = values(net);
    const state: Record<string, Tensor> = {
      "fc1.bias": ones(2),
      "fc2.weight": zeros(3, 1),
      "fc3.weight": ones(1),
      extra: ones(1),
    };
    expect(() => net.loadStateDict(state)).toThrowErrorMatchingInlineSnapshot(`
      [StateDictError: Error(s) in loading state_dict for Net:
      	Missing key(s) in state_dict: "fc1.weight".
      	Unexpected key(s) in state_dict: "fc3.weight", "extra".
      	size mismatch for fc2.weight: copying a param with shape [3, 1] from checkpoint, the shape in current model is [1, 2].]
    `);
    expect(values(net)).toEqual(before);
    try {
      net.loadStateDict(state);
    } catch (error) {
      expect(error).toBeInstanceOf(StateDictError);
      expect(error).toMatchObject({ missingKeys: ["fc1.weight"], unexpectedKeys: ["fc3.weight", "extra"] });
    }
  });

  it("with strict: false takes what there is, but no other shapes", () => {
    const net = new Net();
    expect(net.loadStateDict({ "fc1.bias": tensor([5, 6]), extra: ones(1) }, { strict: false })).toEqual({
      missingKeys: ["fc1.weight", "fc2.weight"],
      unexpectedKeys: ["extra"],
    });
    expect(net.fc1.bias?.toArray()).toEqual([5, 6]);
    expect(() => net.loadStateDict({ "fc1.bias": ones(2, 1) }, { strict: false })).toThrowErrorMatchingInlineSnapshot(`
      [StateDictError: Error(s) in loading state_dict for Net:
      	size mismatch for fc1.bias: copying a param with shape [2, 1] from checkpoint, the shape in current model is [2].]
    `);
  });

  it("tells of what is no tensor", () => {
    const state = { ...copy(new Sequential(new Linear(1, 1))), "0.bias": [1] };
    expect(() => new Sequential(new Linear(1, 1)).loadStateDict(state as never)).toThrowErrorMatchingInlineSnapshot(`
      [StateDictError: Error(s) in loading state_dict for Sequential:
      	While copying the parameter named "0.bias", expected a Tensor from checkpoint but received a value of type object.]
    `);
  });
});

describe("rename", () => {
  class Snaked extends Module {
    hiddenLayer = new Linear(2, 1, { bias: false });
    fc1 = new Linear(1, 1);
    forward(x: Tensor): Tensor {
      return this.fc1(this.hiddenLayer(x));
    }
  }
  const file = { "hidden_layer.weight": ones(1, 2), "fc1.weight": ones(1, 1), "fc1.bias": ones(1) };

  it("reads hidden_layer as hiddenLayer", () => {
    const net = new Snaked();
    expect(net.loadStateDict(file, { rename: "snake" })).toEqual({ missingKeys: [], unexpectedKeys: [] });
    expect(net.hiddenLayer.weight.toArray()).toEqual([[1, 1]]);
    expect(net.loadStateDict(net.stateDict(), { rename: "snake" }).missingKeys).toEqual([]);
  });

  it("is offered where it helps, and refused where it is ambiguous", () => {
    const net = new Snaked();
    expect(() => net.loadStateDict(file)).toThrowErrorMatchingInlineSnapshot(`
      [StateDictError: Error(s) in loading state_dict for Snaked:
      	Missing key(s) in state_dict: "hiddenLayer.weight".
      	Unexpected key(s) in state_dict: "hidden_layer.weight".
      	All keys fit with { rename: "snake" }, which reads hidden_layer as hiddenLayer.]
    `);
    expect(() => net.loadStateDict({ ...file, "fc1.bias": ones(3) })).toThrow("All keys fit");
    expect(thrown(() => net.loadStateDict({ "fc1.weight": ones(1, 1) }))).not.toContain("All keys fit");
    expect(() =>
      net.loadStateDict({ ...file, "hiddenLayer.weight": zeros(1, 2) }, { rename: "snake" }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Snaked.loadStateDict: rename: "snake" is ambiguous: "hidden_layer.weight", "hiddenLayer.weight" are both "hiddenLayer.weight"; rename keys by hand]`,
    );
    expect(() => net.loadStateDict(file, { rename: "kebab" as never })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Snaked.loadStateDict: rename must be "snake" or null, but got "kebab"]`,
    );
  });
});
