// What each layer says of itself, tried on many draws: how often it drops, what a dropped element becomes, which moments it keeps, what
// evaluation does, and that the way back goes by the mask of the way forth.

import type { Module } from "@bernoulli/nn";
import { manualSeed, memoryStats, ones, randn, scope, type Tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import * as dropouts from "./index.js";

interface Kind {
  readonly make: (p: number) => Module;
  readonly shape: readonly number[];
  /** How many elements a draw decides for. */
  readonly group: number;
  /** Of what is kept: by what it is multiplied; null where noise is not of two values. */
  readonly scale: ((p: number) => number) | null;
  readonly keepsMean: boolean;
  /** The variance of the noise; null where it is not declared. */
  readonly variance: ((p: number) => number) | null;
  readonly rates: readonly number[];
  /** What evaluation multiplies by; 1 is the identity, and gives the same tensor. */
  readonly evaluation: (p: number) => number;
}

const bernoulli = {
  scale: (p: number) => 1 / (1 - p),
  keepsMean: true,
  variance: (p: number) => p / (1 - p),
  rates: [0.1, 0.25, 0.5, 0.9],
  evaluation: () => 1,
} as const;

const kinds: Readonly<Record<string, Kind>> = {
  SharedDropout: {
    ...bernoulli,
    make: (p) => new dropouts.SharedDropout(p, [null, 1, null]),
    shape: [200, 4, 100],
    group: 4,
  },
  StochasticDepth: { ...bernoulli, make: (p) => new dropouts.StochasticDepth(p, "row"), shape: [20_000, 4], group: 4 },
  DropPath: { ...bernoulli, make: (p) => new dropouts.DropPath(p), shape: [20_000, 4], group: 4 },
  "DropPath, unscaled": {
    ...bernoulli,
    make: (p) => new dropouts.DropPath(p, { scaleByKeep: false }),
    shape: [20_000, 4],
    group: 4,
    scale: () => 1,
    keepsMean: false,
    variance: null,
  },
  LockedDropout: { ...bernoulli, make: (p) => new dropouts.LockedDropout(p), shape: [4, 200, 100], group: 4 },
  DropConnect: { ...bernoulli, make: (p) => new dropouts.DropConnect(p), shape: [200, 100], group: 1 },
  GaussianDropout: {
    ...bernoulli,
    make: (p) => new dropouts.GaussianDropout(p),
    shape: [300, 200],
    group: 1,
    scale: null,
  },
  ShakeDrop: {
    ...bernoulli,
    make: (p) => new dropouts.ShakeDrop(p),
    shape: [60_000],
    group: 1,
    scale: null,
    keepsMean: false,
    variance: null,
    evaluation: (p) => 1 - p,
  },
};

const noiseOf = (module: Module, shape: readonly number[]): number[] =>
  scope(() => [
    ...((module as unknown as (x: Tensor) => Tensor)(ones(shape)).flatten().toTypedArray() as Float32Array),
  ]);

describe.each(Object.entries(kinds))("%s", (_, kind) => {
  const count = kind.shape.reduce((all, size) => all * size, 1) / kind.group;

  it.each(kind.rates)("at p = %d", (p) => {
    manualSeed(1);
    const module = kind.make(p);
    const noise = noiseOf(module, kind.shape);
    const mean = noise.reduce((sum, value) => sum + value, 0) / noise.length;
    if (kind.scale !== null) {
      const zeros = noise.filter((value) => value === 0).length / noise.length;
      expect(Math.abs(zeros - p), "share of zeros").toBeLessThan(5 * Math.sqrt((p * (1 - p)) / count));
      const kept = Math.fround(kind.scale(p));
      for (const value of noise) if (value !== 0 && Math.abs(value / kept - 1) > 2e-7) expect(value).toBe(kept);
    }
    const deviation = Math.sqrt(p / (1 - p) / count);
    if (kind.keepsMean) expect(Math.abs(mean - 1), "mean").toBeLessThan(5 * deviation);
    if (kind.variance !== null) {
      const variance = noise.reduce((sum, value) => sum + (value - mean) ** 2, 0) / noise.length;
      expect(Math.abs(variance / kind.variance(p) - 1), "variance").toBeLessThan(0.1);
    }
  });

  it("goes back by the mask of the way forth, and is what it says in evaluation", () => {
    const module = kind.make(0.5);
    const call = module as unknown as (x: Tensor) => Tensor;
    const shape = kind.shape.map((size) => Math.min(size, 20));
    const input = randn(shape, { requiresGrad: true });
    const output = call(input);
    if (!(module instanceof dropouts.ShakeDrop)) {
      output.sum().backward();
      expect(input.grad!.mul(input.detach()).sub(output.detach()).abs().max().item()).toBeLessThan(1e-6);
    }
    module.eval();
    const factor = kind.evaluation(0.5);
    if (factor === 1) expect(call(input)).toBe(input);
    else expect(call(input).toArray()).toEqual(input.mul(factor).toArray());
  });

  it("is the identity at p = 0, and drops all at p = 1 where it may", () => {
    const input = ones(kind.shape.map((size) => Math.min(size, 6)));
    const call = (p: number) => (kind.make(p) as unknown as (x: Tensor) => Tensor)(input);
    if (!(kind.make(0) instanceof dropouts.ShakeDrop)) expect(call(0)).toBe(input);
    if (kind.scale !== null) expect(call(1).abs().sum().item()).toBe(0);
  });

  it("leaves nothing behind", () => {
    const module = kind.make(0.5);
    noiseOf(module, kind.shape);
    const before = memoryStats().bytes;
    for (let step = 0; step < 5; step++) noiseOf(module, kind.shape);
    expect(memoryStats().bytes).toBe(before);
  });
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
