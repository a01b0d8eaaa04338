// Gradients of dist, renorm and prod where there is NaN, an infinity or nothing but zeros: PyTorch 2.15.0's, in float64.

import { expect, it } from "vitest";
import { grad } from "../../autograd/backward.js";
import { tensor } from "../creation/creation.js";
import { prod } from "../scans/cumsum.js";
import { dist, renorm } from "./renorm.js";

const [nan, inf] = [Number.NaN, Number.POSITIVE_INFINITY];
const leaf = (values: readonly number[] | readonly (readonly number[])[]) =>
  tensor(values, { dtype: "float64", requiresGrad: true });

it.each([
  [2, [nan, nan, nan], [nan, 0, 0]],
  [1, [0, 0, -1], [1, 0, -1]],
  [3, [nan, nan, nan], [nan, 0, 0]],
  [1.5, [nan, nan, nan], [nan, 0, 0]],
  [0.5, [nan, nan, nan], [nan, nan, -inf]],
  [inf, [0, 0, 0], [1, 0, 0]],
  [-inf, [0, 0, 0], [0, 0, 0]],
])("dist with p %d", (p, besideNaN, besideInfinity) => {
  for (const [first, expected] of [
    [nan, besideNaN],
    [inf, besideInfinity],
    [undefined, [0, 0, 0]],
  ] as const) {
    // What is nowhere apart has no slope.
    const [a, b] = [leaf([first ?? 0, 1, first === undefined ? 5 : 2]), leaf([0, 1, 5])];
    const [ofA, ofB] = grad(dist(a, b, p), [a, b]);
    expect(ofA!.add(0).toArray()).toEqual(expected);
    expect(ofB!.neg().add(0).toArray()).toEqual(expected);
  }
});

it.each([
  [2, [0.03200000271999987, -0.023999995040000194]],
  [1, [2.0408162804415692e-9, 2.0408162804415692e-9]],
  [3, [0.06840736367664897, -0.051305514107599724]],
  [inf, [0.24999999375000015, -0.18749998437500065]],
])("renorm with p %d: a row of NaN is no longer than another, and an infinite one has no slope", (p, ofLong) => {
  const x = leaf([
    [nan, 1],
    [3, 4],
    [0.1, 0.2],
    [inf, 1],
    [0, 0],
  ]);
  const slopes = grad(renorm(x, p, 0, 1).sum(), [x])[0]!.tolist() as number[][];
  expect([slopes[0], slopes[2], slopes[3], slopes[4]]).toEqual([
    [1, 1],
    [1, 1],
    [nan, nan],
    [1, 1],
  ]);
  for (const [at, slope] of slopes[1]!.entries()) expect(slope).toBeCloseTo(ofLong[at]!, 15);
});

// PyTorch's along a dimension. Without one it has zeros where there are several, whatever stands beside them, and NaN at a NaN's own place.
it.each([
  [
    [nan, 0, 2],
    [0, nan, nan],
  ],
  [
    [0, 0, nan],
    [nan, nan, 0],
  ],
  [
    [nan, 0, 0, 3],
    [0, nan, nan, nan],
  ],
  [
    [0, nan, 0],
    [nan, 0, nan],
  ],
  [
    [nan, nan, 0],
    [nan, nan, nan],
  ],
  [
    [inf, 0, 2],
    [0, inf, nan],
  ],
  [
    [0, inf, 0, 2],
    [nan, 0, nan, nan],
  ],
  [
    [0, 0, 3],
    [0, 0, 0],
  ],
  [
    [0, 2, nan, 3],
    [nan, nan, 0, nan],
  ],
])("prod of %j", (values, expected) => {
  const x = leaf(values);
  expect(grad(prod(x, 0), [x])[0]!.toArray()).toEqual(expected);
  expect(grad(prod(x), [x])[0]!.toArray()).toEqual(expected);
});
