// What is no layer: schedules, the constraint, masks by counter, several masks in evaluation, and what mistakes are told.

import {
  BatchNorm1d,
  Dropout,
  Embedding,
  Linear,
  LSTM,
  LSTMCell,
  Module,
  ModuleList,
  MultiheadAttention,
  Sequential,
  TransformerEncoderLayer,
  TripletMarginLoss,
} from "@bernoulli/nn";
import {
  compile,
  linspace,
  manualSeed,
  noGrad,
  ones,
  randn,
  stack,
  type Tensor,
  tensor,
  zeros,
} from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import * as dropouts from "./index.js";

describe("philox", () => {
  it("gives Random123's known answers", () => {
    const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, "0"));
    const all = 0xffffffff;
    expect(hex(dropouts.philox([0, 0, 0, 0], [0, 0]))).toEqual(["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"]);
    expect(hex(dropouts.philox([all, all, all, all], [all, all]))).toEqual([
      "408f276d",
      "41c83b0e",
      "a20bc7c6",
      "6d5451fd",
    ]);
    const pi = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;
    expect(hex(dropouts.philox(pi, [0xa4093822, 0x299f31d0]))).toEqual([
      "d16cfe09",
      "94fdcceb",
      "5001e420",
      "24126ea1",
    ]);
  });

  it("masks a part as it masks the whole, whatever the parts, beyond 2^32 elements too", () => {
    for (const base of [0, 3, 2 ** 32 - 5, 2 ** 40 + 1]) {
      const whole = dropouts.philoxMask([7, 5], { p: 0.3, seed: 11, step: 2, offset: base }).toArray() as number[][];
      for (const rows of [1, 2, 3, 7])
        for (let at = 0; at < 7; at += rows) {
          const part = dropouts.philoxMask([Math.min(rows, 7 - at), 5], {
            ...{ p: 0.3, seed: 11, step: 2 },
            offset: base + 5 * at,
          });
          expect(part.toArray()).toEqual(whole.slice(at, at + rows));
        }
    }
  });

  it("drops the share p, differently for each seed and step", () => {
    const mask = (seed: number, step: number) =>
      [...dropouts.philoxMask([20_000], { p: 0.25, seed, step }).toTypedArray()] as number[];
    const masks = [mask(0, 0), mask(1, 0), mask(0, 1), mask(2 ** 33, 0)];
    for (const one of masks) {
      const zeros = one.filter((value) => value === 0).length / one.length;
      expect(Math.abs(zeros - 0.25)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / one.length));
      for (const other of masks)
        if (other !== one) {
          const both = one.filter((value, at) => value === 0 && other[at] === 0).length / one.length;
          expect(Math.abs(both - 0.0625)).toBeLessThan(5 * Math.sqrt((0.0625 * 0.9375) / one.length));
        }
    }
  });
});

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

it("reliability refuses what is no probability", () => {
  const target = tensor([0], { dtype: "int32" });
  expect(thrown(() => dropouts.reliability(tensor([[3, 7]]), target))).toMatchInlineSnapshot(
    `"ArgumentError: reliability: probabilities lie in [0, 1], but got 7 for the largest of a row; make them of logits by softmax"`,
  );
  expect(thrown(() => dropouts.reliability(tensor([[Number.NaN, 1]]), target))).toMatchInlineSnapshot(
    `"ArgumentError: reliability: probabilities lie in [0, 1], but got NaN for the largest of a row; make them of logits by softmax"`,
  );
});

it("schedules leave alone what has a p that is none of dropout", () => {
  const model = new Sequential(new Linear(2, 2), new Dropout(0.5));
  const all = new ModuleList([model, new TripletMarginLoss(), new dropouts.GaussianDropout(0.2)]);
  expect(dropouts.setDropout(all, 0.25)).toBe(2);
  expect((all[1] as unknown as { p: number }).p).toBe(2);
});

it("the constraint holds for the original of what is parametrized, and for nothing", () => {
  const layer = dropouts.dropConnect(new Linear(50, 3));
  dropouts.constrainMaxNorm_(layer, 0.01);
  layer.eval();
  expect(layer.weight.norm(2, 1).max().item()).toBeCloseTo(0.01, 6);
  expect(dropouts.maxNorm_(zeros(0, 3), 1).shape).toEqual([0, 3]);
});

it("Flipout's deviations do not overflow", () => {
  const layer = new dropouts.FlipoutLinear(2, 2, { rho: 100 });
  layer(ones(2, 2)).sum().backward();
  expect(Number.isFinite(layer.rho.grad!.sum().item())).toBe(true);
});

it("rates of depths end in the last", () => {
  expect(dropouts.depthRates(0.1, 4).at(-1)).toBe(0.1);
  expect(dropouts.depthRates(0.3, 1, 0.1)).toEqual([0.1]);
  expect(thrown(() => dropouts.curriculumDropout(0.5, Number.POSITIVE_INFINITY))).toMatchInlineSnapshot(
    `"ArgumentError: curriculumDropout: gamma must be a finite positive number, but got Infinity"`,
  );
});

it("rDropLoss has the classes where the cross entropy has them", () => {
  manualSeed(2);
  const [first, second] = [randn(2, 3, 4), randn(2, 3, 4)];
  const target = tensor([
    [0, 1, 2, 0],
    [2, 2, 1, 0],
  ]).to("int32");
  const rows = (x: Tensor) => x.transpose(1, 2).reshape(8, 3);
  const wanted = dropouts.rDropLoss(rows(first), rows(second), target.flatten()).item();
  expect(dropouts.rDropLoss(first, second, target).item()).toBeCloseTo(wanted, 5);
});

it("mixes by keys as by properties", () => {
  const layer = dropouts.mixoutWeights(new LSTM(2, 3), { names: ["weight_hh_l0", "biasHhL0"] });
  expect(Object.keys(layer.stateDict()).filter((key) => key.endsWith("target"))).toEqual([
    "parametrizations.weight_hh_l0.0.target",
    "parametrizations.bias_hh_l0.0.target",
  ]);
});

it("embeddedDropout keeps the options of the embedding", () => {
  const words = tensor([1, 1, 1, 2], { dtype: "int32" });
  const gradient = (scaleGradByFreq: boolean) => {
    manualSeed(3);
    const embedding = new Embedding(4, 2, { scaleGradByFreq });
    manualSeed(4);
    dropouts.embeddedDropout(embedding, words, { p: 0.1, training: true }).sum().backward();
    return embedding.weight.grad!;
  };
  const counts = tensor([[1], [3], [1], [1]]);
  expect(gradient(true).mul(counts).sub(gradient(false)).abs().max().item()).toBeLessThan(1e-6);
  expect(gradient(false).at(1).abs().min().item()).toBeGreaterThan(0);
});

it("schedules go where they say, and are set on what has a rate", () => {
  const model = new Sequential(new Linear(2, 2), new Dropout(0.5), new dropouts.DropPath(0.1));
  expect(dropouts.setDropout(model, 0.25)).toBe(2);
  expect(dropouts.setDropout(model, 0.75, (_, name) => name === "1")).toBe(1);
  expect([(model[1] as Dropout).p, (model[2] as dropouts.DropPath).p]).toEqual([0.75, 0.25]);
  const curriculum = dropouts.curriculumDropout(0.5, 0.01);
  expect([0, 100, 10_000].map(curriculum)).toEqual(
    [-0, 0.5 * (1 - Math.exp(-1)), 0.5].map((x) => expect.closeTo(x, 12)),
  );
});

it("a drop of weights is one mask a call, and none in evaluation", () => {
  const layer = dropouts.dropConnect(new LSTM(3, 4), { p: 0.5, names: ["weight_hh_l0", "weight_ih_l0"] });
  const input = randn(6, 2, 3);
  expect(layer(input)[0].equal(layer(input)[0])).toBe(false);
  layer.eval();
  expect(layer(input)[0].equal(layer(input)[0])).toBe(true);
});

it("layers that are left out are the draws', in a compiled step too", () => {
  const layers = new dropouts.LayerDrop(
    Array.from({ length: 8 }, () => new Linear(2, 2)),
    { p: 0.5 },
  );
  const run = () => {
    let x = ones(1, 2);
    for (const layer of layers.kept()) x = (layer as Linear)(x);
    return x;
  };
  const compiled = compile(run);
  for (let seed = 0; seed < 6; seed++) {
    manualSeed(seed);
    const wanted = run().toArray();
    manualSeed(seed);
    expect(compiled().toArray()).toEqual(wanted);
  }
});

it("says what is wrong with a call", () => {
  const x = ones(2, 3);
  const training = true;
  expect(thrown(() => dropouts.sharedDropout(x, { p: 2, noiseShape: [1, 3], training }))).toMatchInlineSnapshot(
    `"ArgumentError: sharedDropout: p has to be between 0 and 1, but got 2"`,
  );
  expect(thrown(() => dropouts.sharedDropout(x, { noiseShape: [2], training }))).toMatchInlineSnapshot(
    `"ShapeError: sharedDropout: noiseShape must have a number for each dimension of the input of shape [2, 3], 1 or its size, or null for that, but got [2]"`,
  );
  expect(thrown(() => dropouts.gaussianDropout(x, { p: 1, training }))).toMatchInlineSnapshot(
    `"ArgumentError: gaussianDropout: p has to be less than 1, since what is kept is divided by 1 − p"`,
  );
  expect(thrown(() => dropouts.gaussianNoise(x, { std: -1, training }))).toMatchInlineSnapshot(
    `"ArgumentError: gaussianNoise: std must be a finite number of 0 or more, but got -1"`,
  );
  expect(thrown(() => dropouts.dropPath(x, { p: 0.5 } as never))).toMatchInlineSnapshot(
    `"ArgumentError: dropPath: training must be given, true or false, but got undefined; in a module pass { training: this.training }"`,
  );
  expect(thrown(() => dropouts.dropBlock2d(x, { p: 0.1, blockSize: 3, training }))).toMatchInlineSnapshot(
    `"ShapeError: dropBlock2d: expected an input of shape (N, C, H, W), but got [2, 3], of 2 dimensions"`,
  );
  const image = ones(1, 1, 8, 8);
  expect(thrown(() => dropouts.dropBlock2d(image, { p: 0.1, blockSize: 4, training }))).toMatchInlineSnapshot(
    `"ArgumentError: dropBlock2d: block size should be odd. Got 4 which is even."`,
  );
  expect(thrown(() => dropouts.stochasticDepth(x, { p: 0.1, mode: "col" as never, training }))).toMatchInlineSnapshot(
    `"ArgumentError: stochasticDepth: mode has to be either 'batch' or 'row', but got col"`,
  );
  expect(thrown(() => dropouts.patchDropout(ones(1, 1, 2), { p: 0.5, training }))).toMatchInlineSnapshot(
    `"ArgumentError: patchDropout: no tokens to choose from: the input of shape [1, 1, 2] has 1, and 1 are kept"`,
  );
  expect(thrown(() => dropouts.mixout(x, ones(3, 2), { training }))).toMatchInlineSnapshot(
    `"ShapeError: mixout: A target tensor size must match with an input tensor size, but got [3, 2] for an input of [2, 3]"`,
  );
  expect(thrown(() => dropouts.maxNorm_(x, 0))).toMatchInlineSnapshot(
    `"ArgumentError: maxNorm_: max must be a positive number, but got 0"`,
  );
  expect(thrown(() => dropouts.dropEdge(x.t(), { training }))).toMatchInlineSnapshot(
    `"ShapeError: dropEdge: expected edges of shape (2, E), but got [3, 2]"`,
  );
  expect(thrown(() => new dropouts.Zoneout(new Linear(1, 1) as never))).toMatchInlineSnapshot(
    `"ArgumentError: Zoneout: expected a cell, an RNNCell, a GRUCell or an LSTMCell, but got Linear"`,
  );
  expect(thrown(() => new dropouts.Zoneout(new LSTMCell(1, 1), { hiddenP: 2 }))).toMatchInlineSnapshot(
    `"ArgumentError: Zoneout: hiddenP has to be between 0 and 1, but got 2"`,
  );
  expect(thrown(() => dropouts.dropConnect(new Linear(1, 1), { names: ["other"] }))).toMatchInlineSnapshot(
    `"ArgumentError: registerParametrization: Module 'Linear' does not have a parameter, a buffer, or a parametrized element with name 'other'"`,
  );
  expect(thrown(() => new dropouts.GaussianVariationalLinear(2, 2, { p: 0.7 }))).toMatchInlineSnapshot(
    `"ArgumentError: GaussianVariationalLinear: p has to be above 0 and at most 0.5, where α = p/(1 − p) is 1, but got 0.7"`,
  );
  expect(thrown(() => dropouts.philoxMask([2], { seed: -1 }))).toMatchInlineSnapshot(
    `"ArgumentError: philoxMask: seed must be a whole number from 0 to 9007199254740991, but got -1"`,
  );
});
