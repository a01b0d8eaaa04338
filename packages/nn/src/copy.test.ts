// deepcopy: what it copies whole. What of modules it does is averages/averages.test.ts's too.

import { ones, tensor } from "@bernoulli/tensor";
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
