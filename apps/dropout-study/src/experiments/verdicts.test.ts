// What each experiment says of numbers made up by hand: as the paper has them, and otherwise. Not whether nets give such numbers.

import { describe, expect, it } from "vitest";
import { averaging } from "./averaging.js";
import { cifar } from "./cifar.js";
import { dataSize } from "./data-size.js";
import type { Experiment } from "./experiment.js";
import { features } from "./features.js";
import { gaussian } from "./gaussian.js";
import { linear } from "./linear.js";
import { fixedProduct, fixedUnits } from "./rates.js";
import { regularisers } from "./regularisers.js";

/** The verdicts over results of two seeds, which `make` gives for each setting; null leaves a setting out. */
function verdicts(experiment: Experiment, make: (parameters: any, setting: string, seed: number) => object | null) {
  const outcomes = experiment.settings("quick").flatMap(({ name, parameters }) =>
    [0, 1].flatMap((seed) => {
      const result = make(parameters, name, seed);
      return result === null ? [] : [{ setting: name, seed, parameters, result }];
    }),
  );
  return experiment.report(outcomes, "quick").findings.map(({ verdict }) => verdict);
}

const errors = (test: number, seed: number) => ({ test: test + 0.01 * seed, train: test / 2 });
const [holds, fails, close] = ["comes out", "does not come out", "too close"] as const;

describe("figure 9", () => {
  it("a: flat in the middle, and higher at both ends", () => {
    const by = (table: Record<number, number>) =>
      verdicts(fixedUnits, ({ retain }, _, seed) => errors(table[retain as number]!, seed));
    expect(by({ 0.2: 3, 0.4: 1.4, 0.6: 1.3, 0.8: 1.35, 1: 1.7 })).toEqual([holds, holds]);
    expect(by({ 0.2: 3, 0.4: 2.4, 0.6: 1.3, 0.8: 1.35, 1: 1.2 })).toEqual([fails, fails]);
    expect(by({ 0.2: 1.302, 0.4: 1.3, 0.6: 1.3, 0.8: 1.3, 1: 1.7 })).toEqual([close, holds]);
  });

  it("b: lowest about .6", () => {
    const by = (table: Record<number, number>) =>
      verdicts(fixedProduct, ({ retain }, _, seed) => errors(table[retain as number]!, seed));
    expect(by({ 0.4: 1.5, 0.6: 1.3, 0.8: 1.4, 1: 1.7 })).toEqual([holds, holds]);
    // That the narrow net is the best of all is told, not left out.
    expect(by({ 0.4: 1.5, 0.6: 1.4, 0.8: 1.3, 1: 1.2 })).toEqual([fails, fails]);
    // Lower, but by less than the standard error.
    expect(by({ 0.4: 1.5, 0.6: 1.3, 0.8: 1.302, 1: 1.7 })).toEqual([close, holds]);
    expect(by({ 0.4: 1.5, 0.6: 1.302, 0.8: 1.3, 1: 1.7 })).toEqual([close, holds]);
  });
});

it("figure 10: no gain with few images, the largest in between", () => {
  const by = (gains: Record<number, number>) =>
    verdicts(dataSize, ({ samples, retain }, _, seed) =>
      errors(10 - (retain < 1 ? gains[samples as number]! : 0), seed),
    );
  expect(by({ 100: -1, 500: 0, 1000: 3, 4000: 1 })).toEqual([holds, holds, holds]);
  expect(by({ 100: 2, 500: 0, 1000: -1, 4000: -2 })).toEqual([fails, fails, fails]);
  expect(by({ 100: -1, 500: 0, 1000: 3, 4000: 2.999 })).toEqual([holds, holds, close]);
});

it("figure 11: the mean of nets comes near weight scaling, and hardly passes it", () => {
  const by = (curve: (k: number, seed: number) => number) =>
    verdicts(averaging, ({ ks }, _, seed) => ({
      scaling: 2,
      mean: (ks as number[]).map((k) => ({ k, errors: [curve(k, seed) - 0.05, curve(k, seed) + 0.05] })),
    }));
  expect(by((k) => 1.94 + 2 / k)).toEqual([holds, holds, holds]);
  expect(by((k) => 3 + 2 / k)).toEqual([holds, fails, fails]);
  expect(by(() => 1)).toEqual([fails, holds, fails]);
  // One net is neither worse nor better.
  expect(by((_, seed) => 1.9 + 0.2 * seed)[0]).toBe(close);
  // One net's mean is better, the other's worse.
  expect(by((k, seed) => 1.85 + 2 / k + 0.4 * seed)).toEqual([holds, close, close]);
});

it("figure 8: sparser with dropout", () => {
  const histogram = { width: 1, counts: [1, 2] };
  const learned = (activation: number, silent: number) => ({
    activation,
    silent,
    error: 1,
    activations: histogram,
    means: histogram,
    filters: Buffer.alloc(28 * 28).toString("base64"),
  });
  const by = (dropout: [number, number], none: [number, number]) =>
    verdicts(features, (_, name, seed) => {
      const [activation, silent] = name === "dropout" ? dropout : none;
      return learned(activation + 0.01 * seed, silent + 0.001 * seed);
    });
  expect(by([0.7, 0.8], [2, 0.5])).toEqual([holds, holds]);
  expect(by([2, 0.5], [0.7, 0.8])).toEqual([fails, fails]);
});

it("table 10: Gaussian noise is as good, or better", () => {
  const by = (bernoulli: number, normal: number) =>
    verdicts(gaussian, (_, name, seed) => errors(name === "Gaussian" ? normal : bernoulli, seed));
  expect([by(1.08, 0.95), by(1, 1), by(0.9, 1.1)]).toEqual([[holds], [holds], [fails]]);
});

it("§9.1: to 1e-3", () => {
  const by = (loss: number, weights: number) =>
    verdicts(linear, () => ({ loss: { sampled: loss, exact: 1 }, weights, ridge: [1], minimiser: [1] }));
  expect([by(1.0009, 9e-4), by(0.9985, 2e-3)]).toEqual([
    [holds, holds],
    [fails, fails],
  ]);
  // Over few draws chance alone is more.
  const few = linear.settings("trial").map(({ name, parameters }) => ({
    ...{ setting: name, seed: 0, parameters },
    result: { loss: { sampled: 1.0009, exact: 1 }, weights: 2e-3, ridge: [1], minimiser: [1] },
  }));
  expect(linear.report(few, "trial").findings.map(({ verdict }) => verdict)).toEqual([holds, close]);
});

it("CIFAR-10: better in the fully connected layers, better still in all", () => {
  const by = (table: Record<string, number>) => verdicts(cifar, (_, name, seed) => errors(table[name]!, seed));
  expect(by({ none: 15, "fc layers": 14.3, "all layers": 12.6 })).toEqual([holds, holds]);
  expect(by({ none: 14, "fc layers": 14, "all layers": 16 })).toEqual([close, fails]);
});

it("says nothing of what has no result yet", () => {
  for (const experiment of [fixedUnits, fixedProduct, dataSize, gaussian, cifar])
    expect([
      experiment.name,
      verdicts(experiment, (_, name, seed) =>
        name === experiment.settings("quick")[0]!.name ? errors(1, seed) : null,
      ),
    ]).toEqual([experiment.name, []]);
});

it("finds nothing by one seed, of which nobody knows how far others are", () => {
  const table = (parameters: any) => errors(parameters.retain === 0.6 ? 1 : 2 + (parameters.samples ?? 0) / 1e4, 0);
  for (const experiment of [regularisers, fixedUnits, fixedProduct, dataSize, gaussian, cifar]) {
    const found = verdicts(experiment, (parameters, _, seed) => (seed === 0 ? table(parameters) : null));
    expect([experiment.name, new Set(found)]).toEqual([experiment.name, new Set([close])]);
  }
});
