// deepcopy: what it copies whole. What of modules it does is averages/averages.test.ts's too.

import { arange, ones, tensor } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import { deepcopy, Linear, Sequential } from "./index.js";

it("copies modules, frozen and in evaluation as they are", () => {
  const net = new Sequential(new Linear(2, 3), new Linear(3, 1)).eval().requiresGrad_(false);
  const copy = deepcopy(net);
  expect(copy(ones(1, 2)).item()).toBe(net(ones(1, 2)).item());
  (net.at(0) as Linear).weight.data.fill_(0);
  expect((copy.at(0) as Linear).weight.eq(0).any().item()).toBe(0);
  expect([copy.training, (copy.at(0) as Linear).weight.requiresGrad]).toEqual([false, false]);
});

it("copies state dicts and what holds tensors", () => {
  const layer = new Linear(2, 1);
  const best = deepcopy(layer.stateDict());
  const before = layer.weight.toArray();
  layer.weight.data.fill_(0);
  expect(best["weight"]!.toArray()).toEqual(before);
  layer.loadStateDict(best);
  expect(layer.weight.toArray()).toEqual(before);
  const held = tensor([1]);
  const { list } = deepcopy({ list: [held, held] });
  held.add_(1);
  expect(list[0]!.item()).toBe(1);
  expect(list[1]).toBe(list[0]);
});

it("refuses what is no object", () => {
  expect(() => deepcopy(3 as never)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: deepcopy: value must be an object, but got 3]`,
  );
});

it("copies plain objects without a prototype, and typed arrays", () => {
  const [held, numbers] = [tensor([1]), Float32Array.of(1, 2)];
  const plain = Object.assign(Object.create(null) as Record<string, unknown>, { held, numbers });
  const copy = deepcopy({ plain }).plain as { readonly held: typeof held; readonly numbers: Float32Array };
  held.add_(1);
  numbers[0] = 9;
  expect([copy.held.item(), ...copy.numbers]).toEqual([1, 1, 2]);
});

it("refuses what it would share, and tensors that share memory", () => {
  class Mine {
    value = 1;
  }
  expect(() => deepcopy(new Mine())).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: deepcopy: copies modules, tensors, arrays, plain objects, Maps and Sets, but got an object; of others copy the state, as in other.loadStateDict(deepcopy(one.stateDict()))]`,
  );
  const whole = arange(4);
  expect(() => deepcopy([whole, whole.at("2:")])).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: deepcopy: two of the tensors share memory, as a tensor and a view of it, and their copies would not; copy the one, and take the view of its copy]`,
  );
  // Apart in one memory, as the parts of a vector.
  expect(deepcopy([whole.at(":2"), whole.at("2:")]).map((part) => part.toArray())).toEqual([
    [0, 1],
    [2, 3],
  ]);
});
