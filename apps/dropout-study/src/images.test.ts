// What cells learn from: the drawn shapes as MNIST's images are, and parts of a data set by a seed.

import { defaultGenerator, manualSeed, scope } from "bernoulli";
import { expect, it } from "vitest";
import { fingerprint, firstOf, openImages, type Samples, someOf, unit } from "./images.js";

const drawn = { name: "synthetic", directory: null, offline: null } as const;
const labels = (samples: Samples, count: number) =>
  scope(() => Array.from({ length: count }, (_, at) => samples.get(at)[1].item()));

it("drawn shapes stand in for both data sets, in their sizes", () => {
  const [mnist, cifar] = [openImages("mnist", drawn), openImages("cifar", drawn)];
  expect([mnist.train.imageShape, cifar.train.imageShape]).toEqual([
    [1, 28, 28],
    [3, 32, 32],
  ]);
  expect([mnist.train.length, mnist.test.length]).toEqual([5000, 2000]);
  // Grey is the mean of the colours in the middle of the picture.
  scope(() => {
    const [grey] = mnist.train.get(7);
    const [colours] = cifar.train.get(7);
    const mean =
      [0, 1, 2].reduce((sum, channel) => sum + colours.select(0, channel).select(0, 12).select(0, 17).item(), 0) / 3;
    expect(Math.abs(grey.select(0, 0).select(0, 10).select(0, 15).item() - mean)).toBeLessThanOrEqual(0.5);
  });
  expect(labels(mnist.train, 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
  expect(openImages("mnist", drawn)).toBe(mnist);
});

it("some images are the same for the same seed, others for another, and cost the nets' stream no draw", () => {
  const { train } = openImages("mnist", drawn);
  manualSeed(3);
  const before = defaultGenerator().getState().toString();
  const [first, again, other] = [someOf(train, 200, 1), someOf(train, 200, 1), someOf(train, 200, 2)];
  expect(defaultGenerator().getState().toString()).toBe(before);
  expect(first.length).toBe(200);
  expect(labels(first, 200)).toEqual(labels(again, 200));
  expect(labels(first, 200)).not.toEqual(labels(other, 200));
  expect(someOf(train, 9999, 1)).toBe(train);
  expect(labels(firstOf(train, 3), 3)).toEqual([0, 1, 2]);
});

it("a data set's fingerprint is its own", () => {
  const [mnist, cifar] = [openImages("mnist", drawn), openImages("cifar", drawn)];
  expect(fingerprint(mnist)).toMatch(/^[0-9a-f]{16}$/);
  const others = [cifar, { ...mnist, test: cifar.test }, { train: mnist.test, test: mnist.train }].map(fingerprint);
  expect(new Set([fingerprint(mnist), ...others]).size).toBe(4);
  expect(fingerprint({ ...mnist })).toBe(fingerprint(mnist));
});

it("bytes are from 0 to 1, or from −1 to 1", () => {
  const { train, test } = openImages("cifar", drawn);
  scope(() => {
    const [batch] = train.getBatch([0, 1, 2]);
    expect([unit.cifar(batch).min().item() >= -1, unit.cifar(batch).max().item() <= 1]).toEqual([true, true]);
    const [grey] = openImages("mnist", drawn).test.getBatch([0, 1]);
    expect(unit.mnist(grey).max().item()).toBeCloseTo(grey.to("float32").max().item() / 255, 5);
  });
  expect(test.length).toBe(2000);
});
