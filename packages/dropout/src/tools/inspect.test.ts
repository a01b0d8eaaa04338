// What masks show, and the thinned net that one leaves: it computes what the masked net does, and layers that cannot be thinned are refused.

import { Dropout, GRU, Linear, type Module, ReLU, Sequential, Sigmoid, Tanh } from "@bernoulli/nn";
import { dropout, manualSeed, ones, randn, type Tensor } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { inspectMasks, recordMasks, replayMasks, thinnedNet } from "../index.js";

it("inspectMasks counts what there is", () => {
  const kept = (...bits: number[]) => Uint8Array.from(bits);
  const mask = { module: "drop", op: "dropout", p: 0.5, shape: [2, 3] };
  const [one, ...others] = inspectMasks(
    [
      { ...mask, kept: kept(0, 0, 1, 0, 1, 1) },
      { ...mask, kept: kept(0, 0, 0, 1, 1, 1) },
    ],
    { pairs: 2 },
  );
  expect(others).toEqual([]);
  expect(one).toEqual({
    ...{ module: "drop", op: "dropout", p: 0.5, draws: 12, share: 0.5, deviation: 0 },
    units: [0.75, 0.5, 0.25],
    pairs: [
      { units: [0, 1], share: 0.5 },
      { units: [0, 2], share: 0.25 },
    ],
  });
  manualSeed(0);
  const { masks } = recordMasks(new Dropout(0.1), () => dropout(ones(2000, 50), 0.1, true));
  expect(Math.abs(inspectMasks(masks)[0]!.deviation)).toBeLessThan(4);
});

it("thinnedNet computes what the masked net does, with fewer units", () => {
  for (let seed = 0; seed < 10; seed++) {
    manualSeed(seed);
    const model = new Sequential(
      new Linear(5, 12),
      new ReLU(),
      new Dropout(0.5),
      new Linear(12, 9),
      new Tanh(),
      new Dropout(0.25),
      new Linear(9, 3),
    );
    const { masks } = recordMasks(model, () => model(ones(1, 5)));
    const thin = thinnedNet(model, masks);
    const x = randn(1, 5);
    const wanted = replayMasks(masks, model, () => model(x)).toArray() as number[][];
    for (const [at, value] of (thin(x).toArray() as number[][])[0]!.entries())
      expect(value).toBeCloseTo(wanted[0]![at]!, 5);
    const count = (one: Module) =>
      [...one.parameters()].reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
    expect(count(thin)).toBeLessThan(count(model));
  }
  const model = new Sequential(new Linear(2, 2), new Dropout(0.5));
  const { masks } = recordMasks(model, () => model(ones(1, 2)));
  expect(thrown(() => thinnedNet(model, []))).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: expected one mask of one sample, of 2 units, for 1, but got 0"`,
  );
  expect(
    thrown(() =>
      thinnedNet(
        new Sequential(new Linear(2, 2), new Dropout(0.5), new Linear(2, 1)),
        masks.map((one) => ({ ...one, module: "1", kept: new Uint8Array(2) })),
      ),
    ),
  ).toMatchInlineSnapshot(`"ArgumentError: thinnedNet: the masks leave no unit of a layer: nothing goes through it"`);
  expect(thrown(() => thinnedNet(new Sequential(new GRU(1, 1)), []))).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: 0 is a GRU; only Linear, Dropout and activations of single elements are taken"`,
  );
});

it("thinnedNet refuses layers that do something of their own", () => {
  class Twice extends Linear {
    override forward(x: Tensor): Tensor {
      return super.forward(x).mul(2);
    }
  }
  class Halved extends Dropout {
    override forward(x: Tensor): Tensor {
      return super.forward(x).div(2);
    }
  }
  const of = (...layers: Module[]) => {
    const model = new Sequential(...layers);
    return thrown(() => thinnedNet(model, recordMasks(model, () => model(ones(1, 2))).masks));
  };
  expect(of(new Twice(2, 3), new ReLU(), new Dropout(0.4), new Linear(3, 2))).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: 0 is a Twice with a forward of its own; only Linear's is taken"`,
  );
  expect(of(new Linear(2, 3), new ReLU(), new Halved(0.4), new Linear(3, 2))).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: 2 is a Halved with a forward of its own; only Dropout's is taken"`,
  );
});

it("thinnedNet takes layers that stand at several places", () => {
  for (let seed = 0; seed < 10; seed++) {
    manualSeed(seed);
    const [act, drop] = [new ReLU(), new Dropout(0.5)];
    const model = new Sequential(new Linear(3, 12), drop, act, new Linear(12, 12), act, drop, new Linear(12, 2));
    const x = randn(1, 3);
    const { result, masks } = recordMasks(model, () => model(x));
    const thin = thinnedNet(model, masks)(x).toArray() as number[][];
    for (const [at, value] of (result.toArray() as number[][])[0]!.entries())
      expect(thin[0]![at]).toBeCloseTo(value, 5);
  }
});

it("thinnedNet refuses dropout before what bends zeros or scales", () => {
  const of = (act: Module) => {
    const model = new Sequential(new Linear(2, 8), new Dropout(0.5), act, new Linear(8, 1));
    return thrown(() => thinnedNet(model, recordMasks(model, () => model(ones(1, 2))).masks));
  };
  manualSeed(0);
  expect(of(new Sigmoid())).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: 1 drops before 2, a Sigmoid, which does not leave zeros and scales as they are; drop behind it"`,
  );
  expect(of(new Tanh())).toContain("drops before 2, a Tanh");
});
