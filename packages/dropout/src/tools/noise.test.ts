// Draws that are no masks of one rate: recorded as drawn, played back to the bit, drawn by counter, and looked at where they drop.

import { GRU, Linear, LSTM, type Module, Sequential } from "@bernoulli/nn";
import { dropout, manualSeed, ones, rand, randn, type Tensor, zeros } from "@bernoulli/tensor";
import { checkpoint } from "@bernoulli/tensor/checkpoint";
import { vmap } from "@bernoulli/tensor/func";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import * as dropouts from "../index.js";
import { inspectMasks, recordMasks, replayMasks, withPhilox } from "../index.js";

/** Each takes (8, 6) and gives a row a sample. */
const kinds: Readonly<Record<string, () => (x: Tensor) => Tensor>> = {
  GaussianDropout: () => new dropouts.GaussianDropout(0.3),
  GaussianNoise: () => new dropouts.GaussianNoise(0.5),
  ConcreteDropout: () => new dropouts.ConcreteDropout({ p: 0.4 }),
  ShakeDrop: () => new dropouts.ShakeDrop(0.5),
  Standout: () => new dropouts.Standout(new Linear(6, 5)),
  PatchDropout: () => {
    const patches = new dropouts.PatchDropout(0.5);
    return (x) => patches(x.unsqueeze(-1));
  },
  Cutout: () => {
    const cut = new dropouts.Cutout(2);
    return (x) => cut(x.reshape(-1, 1, 2, 3));
  },
  GaussianVariationalLinear: () => new dropouts.GaussianVariationalLinear(6, 4),
  SparseVariationalLinear: () => new dropouts.SparseVariationalLinear(6, 4, { logSigma2: -2 }),
  FlipoutLinear: () => new dropouts.FlipoutLinear(6, 4),
};
/** Whose weights are drawn: the same for all samples of a part, as withPhilox says. */
const ofWeights = ["FlipoutLinear"];
const dropping = ["Standout", "PatchDropout", "Cutout"];

describe.each(Object.entries(kinds))("%s", (name, make) => {
  it("is recorded as it is drawn, and played back to the bit", () => {
    manualSeed(1);
    const [kind, x, model] = [make(), randn(8, 6).abs().add(1), new Sequential()];
    manualSeed(2);
    const alone = kind(x).toArray();
    const next = rand(1).item();
    manualSeed(2);
    const { result, masks, noise } = recordMasks(model, () => kind(x));
    expect(result.toArray()).toEqual(alone);
    expect(rand(1).item()).toBe(next);
    expect(noise.length).toBeGreaterThan(0);
    manualSeed(3);
    const before = rand(1).item();
    manualSeed(3);
    for (const by of ["order", "module"] as const)
      expect(replayMasks(masks, model, () => kind(x), { by, noise: structuredClone(noise) }).toArray()).toEqual(alone);
    expect(rand(1).item()).toBe(before);
    // It is what decides.
    const others = noise.map((one) => ({ ...one, values: one.values.map((value) => 1 - value) as typeof one.values }));
    expect(replayMasks(masks, model, () => kind(x), { noise: others }).toArray()).not.toEqual(alone);
    // Not given, it is drawn.
    if (masks.length === 0) expect(replayMasks(masks, model, () => kind(x)).toArray()).not.toEqual(alone);
  });

  it("is drawn by counter: a sample's noise is its own, in a batch of any size", () => {
    manualSeed(4);
    const [kind, x] = [make(), randn(8, 6)];
    const of = (first: number, count: number) =>
      withPhilox({ seed: 3, firstSample: first }, () => kind(x.narrow(0, first, count))).toArray() as unknown[];
    const whole = of(0, 8);
    expect(of(0, 8)).toEqual(whole);
    if (ofWeights.includes(name)) return;
    expect([...of(0, 3), ...of(3, 5)]).toEqual(whole);
  });

  it("shows what it drops, where it does", () => {
    manualSeed(5);
    const kind = make();
    const { masks, noise } = recordMasks(new Sequential(), () => kind(ones(8, 6)));
    const reports = inspectMasks([...masks, ...noise]);
    expect(reports.some(({ p }) => Number.isNaN(p))).toBe(dropping.includes(name));
    for (const { p, share, deviation } of reports) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
      if (Number.isNaN(p)) expect(deviation).toBeNaN();
    }
  });
});

it("patches and squares are dropped where their masks say", () => {
  manualSeed(6);
  const x = rand(4, 9, 2).add(1);
  const patches = recordMasks(new Sequential(), () =>
    dropouts.patchDropout(x, { p: 0.5, ordered: true, training: true }),
  );
  const { kept, shape } = patches.noise[0]!.mask!;
  expect(shape).toEqual([4, 8]);
  for (let row = 0; row < 4; row++) {
    const chosen = [
      0,
      ...Array.from({ length: 8 }, (_, at) => at)
        .filter((at) => kept[8 * row + at] === 1)
        .map((at) => at + 1),
    ];
    expect(patches.result.at(row).toArray()).toEqual(chosen.map((at) => x.at(row, at).toArray()));
  }
  const cut = recordMasks(new Sequential(), () => dropouts.cutout(ones(3, 2, 8, 8), { length: 4, training: true }));
  const last = cut.noise.at(-1)!.mask!;
  expect([...last.kept]).toEqual(cut.result.select(1, 1).flatten().toArray());
});

it("noise by counter has its distribution", () => {
  const of = (layer: Module, x: Tensor) =>
    withPhilox({ seed: 1 }, () => (layer as unknown as (x: Tensor) => Tensor)(x)).flatten();
  const normal = of(new dropouts.GaussianNoise(1), zeros(200, 200));
  expect(Math.abs(normal.mean().item())).toBeLessThan(5 / 200);
  expect(normal.std().item()).toBeCloseTo(1, 1);
  // Of a normal distribution, 3.
  expect(normal.pow(4).mean().item()).toBeCloseTo(3, 0);
  const shaken = of(new dropouts.ShakeDrop(1), ones(40_000));
  expect(Math.abs(shaken.mean().item())).toBeLessThan(5 * Math.sqrt(1 / 3 / 40_000));
  expect(shaken.var().item()).toBeCloseTo(1 / 3, 1);
  expect([shaken.min().item() >= -1, shaken.max().item() < 1]).toEqual([true, true]);
});

it("a checkpoint gets the noise that it had", () => {
  manualSeed(7);
  const layer = new dropouts.GaussianDropout(0.5);
  const x = randn(4, 3, { requiresGrad: true });
  const gradient = (run: () => Tensor) => {
    x.grad = null;
    const output = run();
    output.square().sum().backward();
    return [output.toArray(), x.grad!.toArray()];
  };
  const within = (run: () => Tensor) => gradient(() => withPhilox({ seed: 5 }, run));
  expect(within(() => checkpoint(layer, x))).toEqual(within(() => layer(x)));
});

describe("masks by counter between the layers of recurrent nets", () => {
  it.each([
    ["batch first", new LSTM(3, 4, { numLayers: 3, dropout: 0.5, batchFirst: true }), 0],
    ["steps first", new GRU(3, 4, { numLayers: 2, dropout: 0.5, bidirectional: true }) as unknown as LSTM, 1],
  ] as const)("are a sample's own: %s", (_, layer, dim) => {
    manualSeed(8);
    const x = randn(6, 6, 3);
    const of = (first: number, count: number) =>
      withPhilox({ seed: 2, firstSample: first }, () => layer(x.narrow(dim, first, count))[0]).transpose(0, dim);
    const [whole, parts] = [
      of(0, 6).toArray() as unknown[],
      [...(of(0, 2).toArray() as unknown[]), ...(of(2, 4).toArray() as unknown[])],
    ];
    expect(parts).toEqual(whole);
  });

  it("leave the draws of the generator what they are", () => {
    const layer = new LSTM(3, 4, { numLayers: 2, dropout: 0.5 });
    const x = randn(5, 2, 3);
    manualSeed(9);
    const alone = layer(x)[0].toArray();
    manualSeed(9);
    const { result, masks } = recordMasks(layer, () => layer(x)[0].toArray());
    expect(result).toEqual(alone);
    expect(masks[0]!.shape).toEqual([2, 5, 4]);
  });
});

describe.each(["different", "same"] as const)("within vmap, with %s randomness", (randomness) => {
  const model = new Sequential();
  it.each([
    ["masks", (row: Tensor) => dropout(row, 0.5, true)],
    ["noise", (row: Tensor) => dropouts.gaussianDropout(row, { p: 0.5, training: true })],
  ] as const)("%s are recorded as drawn, played back, and by counter those of the batch", (_, kind) => {
    const mapped = vmap(kind, { randomness });
    const x = randn(4, 6);
    manualSeed(1);
    const alone = mapped(x).toArray();
    manualSeed(1);
    const { result, masks, noise } = recordMasks(model, () => mapped(x));
    expect(result.toArray()).toEqual(alone);
    expect([...masks, ...noise].map(({ shape }) => shape)).toEqual([randomness === "same" ? [6] : [4, 6]]);
    expect(replayMasks(masks, model, () => mapped(x), { noise }).toArray()).toEqual(alone);
    const counted = withPhilox({ seed: 1 }, () => mapped(x));
    const batch = withPhilox({ seed: 1 }, () => kind(x));
    if (randomness === "different") expect(counted.toArray()).toEqual(batch.toArray());
    else expect(counted.at(0).toArray()).toEqual(withPhilox({ seed: 1 }, () => kind(x.at(0))).toArray());
  });
});

it("vmap in vmap has a mask for each", () => {
  const kind = (row: Tensor) => dropout(row, 0.5, true);
  const twice = vmap(vmap(kind, { randomness: "different" }), { randomness: "different" });
  const x = ones(2, 3, 4);
  expect(withPhilox({ seed: 1 }, () => twice(x)).toArray()).toEqual(withPhilox({ seed: 1 }, () => kind(x)).toArray());
  expect(() => withPhilox({ seed: 1 }, () => vmap(kind)(x))).toThrow("randomness error mode");
});

it("locked masks by counter are a sample's own", () => {
  const x = ones(3, 6, 4);
  const of = (first: number, count: number) =>
    withPhilox({ seed: 2, firstSample: first }, () =>
      new dropouts.LockedDropout(0.5)(x.narrow(1, first, count)),
    ).transpose(0, 1);
  expect([...(of(0, 2).toArray() as unknown[]), ...(of(2, 4).toArray() as unknown[])]).toEqual(of(0, 6).toArray());
});

it("says what does not fit", () => {
  const model = new Sequential(new dropouts.GaussianDropout(0.5));
  const { noise } = recordMasks(model, () => model(ones(4)));
  const replay = (given: typeof noise, size = 4) =>
    thrown(() => replayMasks([], model, () => model(ones(size)), { noise: given }));
  expect(replay(noise, 5)).toMatchInlineSnapshot(
    `"ArgumentError: in Sequential.0 (GaussianDropout): replayMasks: gaussianDropout with normal noise of shape [5] of 0 meets normal noise of gaussianDropout of shape [4]"`,
  );
  expect(replay([])).toMatchInlineSnapshot(
    `"ArgumentError: in Sequential.0 (GaussianDropout): replayMasks: no noise is left for gaussianDropout with normal noise of shape [4] of 0: record a step that calls as often"`,
  );
  expect(replay([...noise, ...noise])).toMatchInlineSnapshot(
    `"ArgumentError: replayMasks: 1 of 2 draws of noise were not asked for: replay the step that was recorded"`,
  );
});
