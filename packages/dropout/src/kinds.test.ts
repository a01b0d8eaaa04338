// What each kind declares of itself, tried on many draws: how often it drops, what a dropped value becomes and what a kept one is multiplied
// by, which moments stay, what evaluation gives, and that the way back goes by the mask of the way forth. One test for all, made of `facts`.

import { type DropoutFacts, Module } from "@bernoulli/nn";
import { manualSeed, memoryStats, ones, randn, scope, type Tensor } from "@bernoulli/tensor";
import { Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import * as dropouts from "./index.js";
import { type Built, factsOf, type KindName, layers, type Trial, trials } from "./kinds.testing.js";

const numbersOf = (tensor: Tensor): number[] => [...tensor.flatten().toTypedArray()] as number[];
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[], mean: number) =>
  values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;

/** So many standard deviations are never met by chance. */
const bound = 5;
const allRates = [0.1, 0.25, 0.5, 0.9];
const variants = new Variants("packages/dropout/src/kinds.test.ts");
const isOfRate = ({ distribution }: DropoutFacts) => distribution === "bernoulli" || distribution === "concrete";

function evaluated({ module, run, evaluate }: Built, input: Tensor): Tensor {
  if (evaluate !== undefined) return evaluate(input);
  module!.eval();
  const output = run(input);
  module!.train();
  return output;
}

/** Of a run: how many were dropped, of how many that a draw decided for, and what the others became. */
function counted(facts: DropoutFacts, trial: Trial, output: Tensor, input: Tensor) {
  if (trial.kept !== undefined) {
    const [kept, all] = trial.kept(output);
    return { dropped: all - kept, draws: all, kept: [] };
  }
  const values = numbersOf(output);
  if (facts.dropped === "saturation") {
    // All that is dropped is one number.
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    const dropped = Math.max(...counts.values());
    return { dropped: dropped === 1 ? 0 : dropped, draws: values.length, kept: [] };
  }
  const isDropped = trial.dropped ?? ((value: number) => value === 0);
  if (facts.distribution === "concrete") {
    const given = numbersOf(input);
    return { dropped: 0, draws: values.length, kept: values.map((value, at) => value / given[at]!) };
  }
  const kept = values.filter((value) => !isDropped(value));
  return { dropped: values.length - kept.length, draws: values.length, kept };
}

/** Registers a test of what a kind declares, and none of what it does not. */
const nothing = Object.assign(() => {}, { each: () => () => {} }) as unknown as typeof it;
const when = (holds: boolean) => (holds ? it : nothing);

describe.each(Object.keys(trials) as KindName[])("%s", (name) => {
  const [facts, trial] = [factsOf(name), trials[name]];
  const { group, share = 1 } = trial;
  const rates = variants.of(name, allRates, String);

  when(isOfRate(facts) && facts.dropped !== null).each(rates)(
    "drops its share at p = %d, and scales what is kept",
    (p) => {
      manualSeed(1);
      const { run } = trial.make(p);
      const input = trial.input();
      const { dropped, draws, kept } = scope(() => counted(facts, trial, run(input), input));
      const count = (share * draws) / group;
      expect(Math.abs(dropped / (share * draws) - p)).toBeLessThan(bound * Math.sqrt((p * (1 - p)) / count));
      if (facts.scale === null || kept.length === 0) return;
      // One number, to a unit in the last place.
      const wanted = (trial.scaled ?? facts.scale)(p);
      expect(new Set(kept).size).toBe(1);
      expect(Math.abs(kept[0]! - wanted)).toBeLessThanOrEqual(Math.max(1, Math.abs(wanted)) * 2 ** -22);
    },
  );

  when(facts.distribution === "concrete").each(rates)("is below a half as often as it would drop at p = %d", (p) => {
    manualSeed(1);
    const input = trial.input();
    const values = scope(() => numbersOf(trial.make(p).run(input)));
    const low = values.filter((value) => value * (1 - p) < 0.5).length / values.length;
    expect(Math.abs(low - p)).toBeLessThan(bound * Math.sqrt((p * (1 - p)) / values.length));
  });

  when(facts.distribution === "subset")("keeps as many as it says, of what there is", () => {
    const input = trial.input();
    for (const p of rates) {
      const output = trial.make(p).run(input);
      expect(trial.kept!(output)[0]).toBe(Math.max(1, Math.trunc(100 * (1 - p))));
      for (const row of output.squeeze(-1).toArray() as number[][]) expect(new Set(row).size).toBe(row.length);
    }
  });

  when(facts.variance !== null).each(rates)("has the variance that it says at %d", (p) => {
    manualSeed(2);
    const input = trial.input();
    const noise = scope(() => numbersOf(trial.make(p).run(input)));
    expect(Math.abs(varianceOf(noise, meanOf(noise)) / facts.variance!(p) - 1)).toBeLessThan(0.1);
  });

  when(facts.keeps.includes("mean"))("keeps the mean", () => {
    for (const p of facts.variance === null && facts.distribution === "normal" ? [0.5] : rates) {
      manualSeed(3);
      const built = trial.make(p);
      const input = trial.input();
      const rows = scope(() => {
        const wanted = evaluated(built, input);
        return numbersOf(built.run(input).sub(wanted));
      });
      const mean = meanOf(rows);
      const deviation = Math.sqrt(varianceOf(rows, mean) / (rows.length / group));
      expect(Math.abs(mean), `${p}`).toBeLessThan(bound * deviation + 1e-9);
    }
  });

  when(facts.keeps.includes("variance"))("keeps the variance of what has mean 0 and variance 1", () => {
    for (const p of rates) {
      manualSeed(4);
      const values = scope(() => numbersOf(trial.make(p).run(trial.input())));
      expect(varianceOf(values, meanOf(values))).toBeCloseTo(1, 1);
    }
  });

  it("is in evaluation what it says", () => {
    manualSeed(5);
    const built = trial.make(0.25);
    const input = trial.input();
    const output = evaluated(built, input);
    expect(output.equal(evaluated(built, input)), "nothing is drawn").toBe(true);
    if (facts.evaluation === "identity" && trial.kept === undefined && trial.wraps === undefined)
      expect(output).toBe(input);
    if (facts.evaluation !== "mean") return;
    const means = scope(() => Array.from({ length: 20 }, () => built.run(input).mean().item()));
    expect(Math.abs(meanOf(means) - output.mean().item())).toBeLessThan(0.01);
    expect(
      scope(() => built.run(input).sub(output).abs().mean().item()),
      "and is no draw",
    ).toBeGreaterThan(1e-3);
  });

  when(trial.isProduct ?? (trial.kept === undefined && trial.wraps === undefined))("goes back by what it says", () => {
    manualSeed(6);
    const { run } = trial.make(0.5);
    const input = trial.input();
    const varied = input.add(randn(input.shape).mul(0.1)).detach().requiresGrad_();
    const output = run(varied);
    output.sum().backward();
    const [values, slopes, results] = [varied, varied.grad!, output].map(numbersOf) as [number[], number[], number[]];
    const differing = values.filter((value, at) => Math.abs(value * slopes[at]! - results[at]!) > 1e-5);
    if (facts.backward === "the same draws") expect(differing).toEqual([]);
    else expect(differing.length).toBeGreaterThan(values.length / 2);
  });

  when(facts.scale !== null && facts.distribution === "bernoulli")("drops nothing at 0, and all at 1", () => {
    const input = trial.input();
    const none = trial.make(0);
    const whole = none.run(input);
    if (trial.kept !== undefined) expect(trial.kept(whole)[0]).toBe(trial.kept(whole)[1]);
    else expect(whole.equal(evaluated(none, input))).toBe(true);
    if (trial.below === 1) return expect(() => trial.make(1).run(input)).toThrow("less than 1");
    const { dropped, draws } = counted(facts, trial, trial.make(1).run(input), input);
    expect(dropped).toBe(share * draws);
  });

  it("leaves nothing behind", () => {
    const { run } = trial.make(0.5);
    const input = trial.input();
    const call = () => scope(() => void run(input).sum().item());
    call();
    const before = memoryStats().bytes;
    for (let step = 0; step < 5; step++) call();
    expect(memoryStats().bytes).toBe(before);
  });
});

it("every module that draws declares facts of its own", () => {
  const silent = Object.entries(layers).filter(([name, value]) => {
    if (typeof value !== "function" || !(value.prototype instanceof Module)) return false;
    const draws = name.includes("Drop") || name.endsWith("out") || Object.hasOwn(dropouts, name);
    return draws && !Object.hasOwn(value, "facts");
  });
  expect(silent.map(([name]) => name)).toEqual([]);
  expect(Object.keys(trials).filter((name) => factsOf(name as KindName) === undefined)).toEqual([]);
});

it("DropPath leaves what is kept as it is where it is told so", () => {
  manualSeed(1);
  const output = new dropouts.DropPath(0.25, { scaleByKeep: false })(ones(1000, 2));
  expect(new Set(numbersOf(output))).toEqual(new Set([0, 1]));
});

it("DropBlock drops about p, in blocks, and keeps the mean over the batch", () => {
  manualSeed(3);
  for (const p of [0.05, 0.1, 0.3]) {
    const noise = scope(() => {
      const output = new dropouts.DropBlock2d(p, 5)(ones(8, 16, 32, 32));
      expect(output.mean().item()).toBeCloseTo(1, 4);
      return output.eq(0).to("float32").mean().item();
    });
    expect(noise).toBeGreaterThan(0.75 * p);
    expect(noise).toBeLessThan(1.25 * p);
  }
});

it("Flipout and the local reparametrisations have the variance of drawn weights", () => {
  manualSeed(5);
  const rows = 4000;
  const variance = (module: Module & { readonly weight: Tensor }) =>
    scope(() => (module as unknown as (x: Tensor) => Tensor)(ones(rows, 50)).var(0).toArray() as number[]);
  const flip = new dropouts.FlipoutLinear(50, 3, { rho: 0 });
  const sigma2 = Math.log(2) ** 2;
  // One draw of the weights for all rows: each output's variance is Σ ε² σ², over the signs.
  for (const value of variance(flip)) expect(value / (50 * sigma2)).toBeGreaterThan(0.4);
  const sparse = new dropouts.SparseVariationalLinear(50, 3, { logSigma2: -2 });
  for (const value of variance(sparse)) expect(value / (50 * Math.exp(-2))).toBeCloseTo(1, 1);
});

variants.tell(it);
