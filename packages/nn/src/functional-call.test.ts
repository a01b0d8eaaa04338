// functionalCall: other tensors for one call, gradients to them, and a module that is as it was.

import { grad, manualSeed, ones, rand, randn, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { expect, expectTypeOf, it } from "vitest";
import { Dropout, functionalCall, Linear, Module, Parameter, ReLU, Sequential } from "./index.js";

class Counting extends Module {
  weight = new Parameter(ones(2));
  declare count: Tensor;
  declare seen: Tensor;

  constructor() {
    super();
    this.registerBuffer("count", zeros(1));
    this.registerBuffer("seen", zeros(2));
  }

  forward(x: Tensor): Tensor {
    this.count.add_(1);
    this.seen = x.detach().clone();
    return x.mul(this.weight).add(this.count);
  }
}

it("computes with what it is given, and leaves the module as it was", () => {
  const net = new Sequential(new Linear(3, 4), new ReLU(), new Linear(4, 2));
  const before = net.stateDict();
  const names = Object.keys(before);
  const given = Object.fromEntries(Object.entries(before).map(([name, one]) => [name, one.mul(2).requiresGrad_()]));
  const x = randn(5, 3);
  const y = functionalCall(net, given, x);
  const twin = new Sequential(new Linear(3, 4), new ReLU(), new Linear(4, 2));
  twin.loadStateDict(given);
  expect(y.toArray()).toEqual(twin(x).toArray());
  const own = [...twin.parameters()];
  twin(x).sum().backward();
  const found = grad(y.sum(), Object.values(given));
  expect(found.map((one) => one.toArray())).toEqual(own.map((one) => one.grad!.toArray()));
  expect([...net.namedParameters()].map(([name]) => name)).toEqual(names);
  expect([...net.parameters()].map((one) => [one instanceof Parameter, one.grad])).toEqual(
    names.map(() => [true, null]),
  );
  expectTypeOf(y).toEqualTypeOf<Tensor>();
});

it("takes some of them, and inputs in an array", () => {
  const layer = new Linear(2, 2);
  const y = functionalCall(layer, { bias: tensor([1, 2]) }, [zeros(1, 2)]);
  expect(y.toArray()).toEqual([[1, 2]]);
});

it("hands on what is written to buffers, and keeps the module's own", () => {
  const net = new Counting();
  const given: Record<string, Tensor> = { count: tensor([10]), seen: zeros(2), weight: tensor([3, 4]) };
  expect(functionalCall(net, given, tensor([1, 1])).toArray()).toEqual([14, 15]);
  expect([given["count"]!.item(), given["seen"]!.toArray()]).toEqual([11, [1, 1]]);
  expect([net.count.item(), net.seen.toArray(), net.weight.toArray()]).toEqual([0, [0, 0], [1, 1]]);
  expect(net(tensor([1, 1])).toArray()).toEqual([2, 2]);
});

it("leaves the module as it was behind an error", () => {
  const layer = new Linear(2, 2);
  const { weight } = layer;
  expect(() => functionalCall(layer, { weight: ones(2, 2) }, ones(3, 3))).toThrow(/Linear/);
  expect(layer.weight).toBe(weight);
  layer(ones(1, 2)).sum().backward();
  expect(weight.grad).not.toBe(null);
});

it("ties what is tied", () => {
  class Tied extends Module {
    first = new Linear(2, 2, { bias: false });
    second = this.first;
    forward(x: Tensor): Tensor {
      return this.second(this.first(x));
    }
  }
  const net = new Tied();
  const weight = tensor([
    [2, 0],
    [0, 2],
  ]);
  expect(functionalCall(net, { "first.weight": weight }, ones(1, 2)).toArray()).toEqual([[4, 4]]);
  const both = { "first.weight": weight, "second.weight": ones(2, 2) };
  expect(thrown(() => functionalCall(net, both, ones(1, 2)))).toMatchInlineSnapshot(
    `"ArgumentError: functionalCall: got multiple values for keys first.weight, second.weight, which are tied. Consider using { tieWeights: false }."`,
  );
});

it("draws as the module does", () => {
  const net = new Sequential(new Linear(8, 8), new Dropout(0.5));
  const x = rand(4, 8);
  manualSeed(5);
  const wanted = net(x).toArray();
  manualSeed(5);
  expect(functionalCall(net, net.stateDict(), x).toArray()).toEqual(wanted);
});

it("says what is wrong", () => {
  const layer = new Linear(2, 2);
  const x = ones(1, 2);
  expect([
    thrown(() => functionalCall(layer, { wieght: ones(2, 2) }, x)),
    thrown(() => functionalCall(layer, { weight: ones(2, 2) }, x, { strict: true })),
    thrown(() => functionalCall(layer, { weight: ones(3, 2) }, x)),
    thrown(() => functionalCall(layer, { weight: 3 as never }, x)),
    thrown(() => functionalCall(layer, [{ bias: ones(2) }, { bias: ones(2) }], x)),
    thrown(() => functionalCall((() => 1) as never, {}, x as never)),
  ]).toMatchInlineSnapshot(`
    [
      "ArgumentError: functionalCall: Error(s) in the tensors for Linear: Unexpected key(s): wieght.",
      "ArgumentError: functionalCall: Error(s) in the tensors for Linear: Missing key(s): bias.",
      "ShapeError: functionalCall: size mismatch for weight: the tensor has shape [3, 2] and the parameter [2, 2]",
      "ArgumentError: functionalCall: weight must be a Tensor, but got 3",
      "ArgumentError: functionalCall: bias appears in several of the objects; give it once",
      "ArgumentError: functionalCall: module must be a module, but got a function",
    ]
  `);
});
