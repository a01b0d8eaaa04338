// Parametrizations of the user's own: keys, text, assignment, several of them, buffers, and back.

import { noGrad, ones, type Tensor, tensor } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import { Linear, LSTM, Module, type Parameter, utils } from "../index.js";

const { isParametrized, registerParametrization, removeParametrizations } = utils.parametrize;

class Doubled extends Module {
  forward(x: Tensor): Tensor {
    return x.mul(2);
  }
  rightInverse(value: Tensor): Tensor {
    return value.div(2);
  }
}

class Tripled extends Module {
  forward(x: Tensor): Tensor {
    return x.mul(3);
  }
}

class Narrow extends Module {
  forward(x: Tensor): Tensor {
    return x.narrow(0, 0, 1);
  }
}

const two = () => {
  const layer = new Linear(2, 2, { bias: false });
  noGrad(() =>
    layer.weight.copy_(
      tensor([
        [1, 2],
        [3, 4],
      ]),
    ),
  );
  return layer;
};

it("computes a parameter of its original, which is what is trained and saved", () => {
  const layer = two();
  const { weight } = layer;
  expect(registerParametrization(layer, "weight", new Doubled())).toBe(layer);
  expect(layer.weight.toArray()).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(Object.keys(layer.stateDict())).toEqual(["parametrizations.weight.original"]);
  expect([...layer.parameters()][0]).toBe(weight);
  expect(weight.toArray()).toEqual([
    [0.5, 1],
    [1.5, 2],
  ]);
  expect(layer).toBeInstanceOf(Linear);
  expect(String(layer)).toBe(
    "ParametrizedLinear(\n  in_features=2, out_features=2, bias=False\n  (parametrizations): ModuleDict(\n    (weight): ParametrizationList(\n      (0): Doubled()\n    )\n  )\n)",
  );
  layer(ones(1, 2)).sum().backward();
  expect(weight.grad!.toArray()).toEqual([
    [2, 2],
    [2, 2],
  ]);
  noGrad(() => weight.sub_(weight.grad!));
  expect(layer.weight.toArray()).toEqual([
    [-3, -2],
    [-1, 0],
  ]);
});

it("is assigned to by the inverse, and composed", () => {
  const layer = registerParametrization(two(), "weight", new Doubled());
  registerParametrization(layer, "weight", new Doubled());
  expect(layer.weight.toArray()).toEqual([
    [2, 4],
    [6, 8],
  ]);
  layer.weight = ones(2, 2).mul(4) as Parameter;
  expect(layer.weight.toArray()).toEqual([
    [4, 4],
    [4, 4],
  ]);
  expect((layer as any).parametrizations.weight.original.toArray()).toEqual([
    [1, 1],
    [1, 1],
  ]);
  registerParametrization(layer, "weight", new Tripled());
  expect(layer.weight.at(0, 0).item()).toBe(12);
  expect(() => {
    layer.weight = ones(2, 2) as Parameter;
  }).toThrowErrorMatchingInlineSnapshot(`[ArgumentError: parametrization Tripled does not implement rightInverse.]`);
  expect(layer.weight.at(0, 0).item()).toBe(12);
  expect(isParametrized(layer, "weight")).toBe(true);
  expect(isParametrized(layer, "bias")).toBe(false);
});

it("goes back, with what is computed or what it is computed of", () => {
  for (const [leaveParametrized, wanted] of [
    [true, 3],
    [false, 1],
  ] as const) {
    const layer = registerParametrization(two(), "weight", new Tripled());
    const { original } = (layer as any).parametrizations.weight;
    removeParametrizations(layer, "weight", { leaveParametrized });
    expect(layer.weight).toBe(original);
    expect(layer.weight.at(0, 0).item()).toBe(wanted);
    expect([isParametrized(layer), String(layer), Object.keys(layer.stateDict())]).toEqual([
      false,
      "Linear(in_features=2, out_features=2, bias=False)",
      ["weight"],
    ]);
  }
});

it("refuses what has another shape, or is not there", () => {
  expect(() => registerParametrization(two(), "weight", new Narrow())).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: Registering a parametrization may not change the shape of the tensor, unless \`unsafe\` flag is enabled. unparametrized shape: [2, 2], parametrized shape: [1, 2]]`,
  );
  expect(registerParametrization(two(), "weight", new Narrow(), { unsafe: true }).weight.shape).toEqual([1, 2]);
  expect(() => registerParametrization(two(), "wait", new Doubled())).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: registerParametrization: Module 'Linear' does not have a parameter, a buffer, or a parametrized element with name 'wait']`,
  );
  expect(() => removeParametrizations(two(), "weight")).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: removeParametrizations: Module Linear does not have a parametrization on weight]`,
  );
  const split = utils.parametrizations.weightNorm(two());
  expect(() =>
    removeParametrizations(split, "weight", { leaveParametrized: false }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: Cannot leave unparametrized (\`leaveParametrized: false\`) a tensor that is parametrized in terms of a sequence of tensors.]`,
  );
});

it.each(["weight_hh_l0", "weightHhL0"])("has PyTorch's keys where properties have other names: %s", (name) => {
  const layer = new LSTM(2, 3);
  const first = layer.weightHhL0 as Parameter;
  registerParametrization(layer, name, new Doubled());
  const keys = ["weight_ih_l0", "bias_ih_l0", "bias_hh_l0"];
  expect(Object.keys(layer.stateDict())).toEqual([...keys, "parametrizations.weight_hh_l0.original"]);
  expect(isParametrized(layer, "weight_hh_l0") && isParametrized(layer, "weightHhL0")).toBe(true);
  expect((layer.weightHhL0 as Tensor).toArray()).toEqual(first.mul(2).toArray());
  expect(layer(ones(4, 1, 2))[0].shape).toEqual([4, 1, 3]);
  removeParametrizations(layer, name);
  expect(Object.keys(layer.stateDict())).toEqual([...keys, "weight_hh_l0"]);
  expect(layer.weightHhL0).toBe(first);
  expect(layer.constructor.name).toBe("LSTM");
});
