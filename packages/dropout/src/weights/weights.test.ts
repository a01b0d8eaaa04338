// Weights that are dropped, mixed or bound: one mask a call, by keys as by properties.

import { Linear, LSTM } from "@bernoulli/nn";
import { randn, zeros } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import * as dropouts from "../index.js";

it("the constraint holds for the original of what is parametrized, and for nothing", () => {
  const layer = dropouts.dropConnect(new Linear(50, 3));
  dropouts.constrainMaxNorm_(layer, 0.01);
  layer.eval();
  expect(layer.weight.norm(2, 1).max().item()).toBeCloseTo(0.01, 6);
  expect(dropouts.maxNorm_(zeros(0, 3), 1).shape).toEqual([0, 3]);
});

it("mixes by keys as by properties", () => {
  const layer = dropouts.mixoutWeights(new LSTM(2, 3), { names: ["weight_hh_l0", "biasHhL0"] });
  expect(Object.keys(layer.stateDict()).filter((key) => key.endsWith("target"))).toEqual([
    "parametrizations.weight_hh_l0.0.target",
    "parametrizations.bias_hh_l0.0.target",
  ]);
});

it("a drop of weights is one mask a call, and none in evaluation", () => {
  const layer = dropouts.dropConnect(new LSTM(3, 4), { p: 0.5, names: ["weight_hh_l0", "weight_ih_l0"] });
  const input = randn(6, 2, 3);
  expect(layer(input)[0].equal(layer(input)[0])).toBe(false);
  layer.eval();
  expect(layer(input)[0].equal(layer(input)[0])).toBe(true);
});
