// What the figures draw is what they say: masks of PyTorch's, averages that dropout keeps, gaps that close, an ensemble near weight scaling.

import { Variants } from "@bernoulli/testing";
import { F, manualSeed, ones, scope } from "bernoulli";
import { expect, it } from "vitest";
import { curveText } from "./curve-text.js";
import { forwards, layerOfOnes, runningMeans } from "./draws.js";
import { ensembleOf, most, trainedNet } from "./ensemble.js";
import { Pair } from "./pair.js";
import { cells } from "./square.js";
import { steps } from "./train-steps.js";

const variants = new Variants("apps/docs/src/figures/figures.test.ts");

it("a layer is the library's dropout, anew at each forward", () => {
  manualSeed(3);
  const wanted = scope(() =>
    [F.dropout(ones(128), 0.25, true), F.dropout(ones(128), 0.25, true)].map((x) => x.toArray()),
  );
  expect([...layerOfOnes(0.25, 3, 128, 1)]).toEqual(wanted[0]);
  expect([...layerOfOnes(0.25, 3, 128, 2)]).toEqual(wanted[1]);
});

it("means approach the input with the scaling, and 1 − p without", () => {
  const { scaled, plain } = runningMeans(0.5, 0, 20_000);
  expect(scaled.at(-1)).toBeCloseTo(1, 1);
  expect(plain.at(-1)).toBeCloseTo(0.5, 1);
});

it("forwards in evaluation are the input, in training each another", () => {
  const inputs = [0.5, 1, 0.25];
  const settings = { p: 0.5, seed: 0, count: 3 };
  expect(forwards(inputs, { ...settings, training: false })).toEqual([inputs, inputs, inputs]);
  expect(new Set(forwards(inputs, { ...settings, training: true }).map(String)).size).toBeGreaterThan(1);
});

it.runIf(variants.takes("the gap"))(
  "dropout makes the gap smaller, and its twin learns the training points further",
  () => {
    const pair = new Pair({ p: 0.5, seed: 0 });
    const before = pair.look();
    expect(before.losses.train).toBe(before.losses.trainPlain);
    for (let step = 0; step < steps; step++) pair.step();
    const { losses, kept } = pair.look();
    expect(losses.trainPlain).toBeLessThan(losses.train);
    expect(losses.validation - losses.train).toBeLessThan(0.7 * (losses.validationPlain - losses.trainPlain));
    expect(losses.validation).toBeLessThan(losses.validationPlain);
    expect(kept.map((layer) => layer.length)).toEqual([24, 24]);
    expect(kept.flatMap((layer) => [...layer])).toContain(0);
  },
);

it.runIf(variants.takes("thinned nets"))(
  "the mean of thinned nets comes near weight scaling, and one alone does not",
  () => {
    const { thinned, means, scaling, distances } = ensembleOf(trainedNet(0.5, 0), 0);
    expect(means).toHaveLength(most);
    expect(scaling.probabilities).toHaveLength(cells ** 2);
    expect(distances.at(-1)).toBeLessThan(0.75 * distances[0]!);
    const mean = thinned.reduce((all, { accuracy }) => all + accuracy, 0) / thinned.length;
    expect(scaling.accuracy).toBeGreaterThan(mean);
  },
);

it("a curve is told in words", () => {
  expect(curveText("loss", [1.23456, 0.5, Number.NaN])).toBe("loss: 1.23 → 0.5 (2)");
  expect(curveText("loss", [])).toBe("loss");
});

variants.tell(it);
