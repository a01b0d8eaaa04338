// Several masks in evaluation, and how far probabilities are to be trusted.

import {
  BatchNorm1d,
  Dropout,
  Linear,
  LSTM,
  LSTMCell,
  Module,
  MultiheadAttention,
  Sequential,
  TransformerEncoderLayer,
} from "@bernoulli/nn";
import { linspace, manualSeed, noGrad, ones, randn, stack, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import * as dropouts from "../index.js";

describe("mcDropout", () => {
  const net = () => new Sequential(new Linear(4, 16), new BatchNorm1d(16), new Dropout(0.5), new Linear(16, 3));

  it("drops in evaluation, leaves batch norm and all modes alone, and agrees with the formulas", () => {
    manualSeed(1);
    const model = net();
    model[1]!.train(false);
    const modes = [...model.modules()].map(({ training }) => training);
    const state = JSON.stringify(Object.values(model.stateDict()).map((value) => value.toArray()));
    const { mean, variance, entropy, mutualInformation } = dropouts.mcDropout(model, ones(2, 4), {
      samples: 50,
      logits: true,
    });
    expect([...model.modules()].map(({ training }) => training)).toEqual(modes);
    expect(JSON.stringify(Object.values(model.stateDict()).map((value) => value.toArray()))).toBe(state);
    const probabilities = mean.toArray() as number[][];
    for (const [row, values] of probabilities.entries()) {
      expect(values.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
      const wanted = -values.reduce((sum, p) => sum + p * Math.log(p), 0);
      expect(entropy!.at(row).item()).toBeCloseTo(wanted, 5);
      expect(mutualInformation!.at(row).item()).toBeGreaterThan(0);
      expect(mutualInformation!.at(row).item()).toBeLessThan(entropy!.at(row).item());
    }
    expect(variance.min().item()).toBeGreaterThan(0);
  });

  it.each(
    Object.entries({
      attention: new (class extends Module {
        own = new MultiheadAttention(8, 2, { dropout: 0.5 });
        forward = (x: Tensor) => this.own(x, x, x)[0];
      })(),
      recurrent: new (class extends Module {
        own = new LSTM(8, 4, { numLayers: 2, dropout: 0.5 });
        forward = (x: Tensor) => this.own(x)[0];
      })(),
      variational: new (class extends Module {
        own = new dropouts.VariationalRecurrent(new LSTMCell(8, 4), { inputP: 0.5 });
        forward = (x: Tensor) => this.own(x)[0];
      })(),
      flipout: new dropouts.FlipoutLinear(8, 4),
      mixout: dropouts.mixoutWeights(new Linear(8, 4)),
      renamed: new (class a extends Dropout {})(0.5),
      encoder: new TransformerEncoderLayer(8, 2, { dropout: 0.5 }),
    }),
  )("draws what training draws: %s", (name, model) => {
    manualSeed(1);
    if (name === "mixout") for (const parameter of model.parameters()) noGrad(() => parameter.add_(1));
    const x = randn(3, 2, 8);
    const call = model as unknown as (x: Tensor) => Tensor;
    manualSeed(2);
    const { mean } = dropouts.mcDropout(model, x, { samples: 1 });
    manualSeed(2);
    // A mean has no −0.
    expect(mean.toArray()).toEqual(call(x).add(0).toArray());
    expect(mean.toArray()).not.toEqual((model.eval() as unknown as typeof call)(x).toArray());
  });

  it("says that it takes one output", () => {
    const model = new LSTM(2, 3, { numLayers: 2, dropout: 0.5 });
    expect(thrown(() => dropouts.mcDropout(model, ones(2, 1, 2)))).toMatchInlineSnapshot(
      `"ArgumentError: mcDropout: the model must return a tensor, but LSTM returned an array; put it in a module whose forward returns the one that is meant"`,
    );
  });

  it("has no entropy of regressions, and none of certain predictions", () => {
    const model = new Sequential(new Linear(2, 1), new Dropout(0.5));
    const plain = dropouts.mcDropout(model, ones(3, 2), { samples: 1 });
    expect([plain.entropy, plain.variance.toArray()]).toEqual([null, [[0], [0], [0]]]);
    const certain = new Sequential(new Dropout(0));
    const { entropy } = dropouts.mcDropout(certain, tensor([[1000, 0]]), { samples: 3, logits: true });
    expect(entropy!.toArray()).toEqual([0]);
  });

  it("puts modes back where the model throws, and says what is amiss", () => {
    const model = net();
    expect(() => dropouts.mcDropout(model, ones(2, 5))).toThrow();
    expect([...model.modules()].every(({ training }) => training)).toBe(true);
    expect(thrown(() => dropouts.mcDropout(new Linear(2, 2), ones(1, 2)))).toMatchInlineSnapshot(
      `"ArgumentError: mcDropout: the model has no module that drops; name those that do by drops: (module) => …"`,
    );
    expect(thrown(() => dropouts.mcDropout(model, ones(2, 4), { samples: 0 }))).toMatchInlineSnapshot(
      `"ArgumentError: mcDropout: samples must be a whole number of 1 or more, but got 0"`,
    );
  });
});

it("reliability bins confidences as Guo et al. do", () => {
  const probabilities = tensor([
    [0.9, 0.1],
    [0.75, 0.25],
    [0.35, 0.65],
    [0.45, 0.55],
  ]);
  const { bins, ece } = dropouts.reliability(probabilities, tensor([0, 1, 1, 1], { dtype: "int32" }), { bins: 5 });
  expect(bins.map(({ count }) => count)).toEqual([0, 0, 1, 2, 1]);
  // |1 − .55| · ¼ + |½ − .7| · ½ + |1 − .9| · ¼
  expect(ece).toBeCloseTo(0.25 * 0.45 + 0.5 * 0.2 + 0.25 * 0.1, 6);
});

it("reliability puts a confidence on a border into the bin below, as the authors' code", () => {
  for (const dtype of ["float32", "float64"] as const)
    for (const bins of [3, 10, 15, 49]) {
      const borders = linspace(0, 1, bins + 1, { dtype }).narrow(0, 1, bins);
      const probabilities = stack([borders, zeros(bins, { dtype })], 1);
      const counts = (x: Tensor) =>
        dropouts.reliability(x, zeros(bins, { dtype: "int32" }), { bins }).bins.map(({ count }) => count);
      expect(counts(probabilities)).toEqual(Array.from({ length: bins }, () => 1));
    }
});

it("reliability of no predictions is no number: nothing is known", () => {
  const { bins, ece } = dropouts.reliability(zeros(0, 3), zeros([0], { dtype: "int32" }), { bins: 2 });
  expect([ece, bins.map(({ count }) => count)]).toEqual([Number.NaN, [0, 0]]);
});

it("reliability refuses what is no probability", () => {
  const target = tensor([0], { dtype: "int32" });
  expect(thrown(() => dropouts.reliability(tensor([[3, 7]]), target))).toMatchInlineSnapshot(
    `"ArgumentError: reliability: probabilities lie in [0, 1], but got 7 for the largest of a row; make them of logits by softmax"`,
  );
  expect(thrown(() => dropouts.reliability(tensor([[Number.NaN, 1]]), target))).toMatchInlineSnapshot(
    `"ArgumentError: reliability: probabilities lie in [0, 1], but got NaN for the largest of a row; make them of logits by softmax"`,
  );
});
