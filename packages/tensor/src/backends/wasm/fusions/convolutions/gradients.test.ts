// Gradients that arrive as views, as those of a concatenation's parts do, or stretched: the way back is fused, and reads a copy in the
// layout that it wants.

import { describe, expect, it } from "vitest";
import { precisions } from "../../../../compile/step.js";
import { cat, compile, conv2d, grad, manualSeed, maxPool2d, randn, type Tensor } from "../../../../index.js";
import { distance } from "../convolutions.testing.js";

const weights = (...shapes: readonly (readonly number[])[]) =>
  shapes.map((shape) =>
    randn(...shape)
      .mul(0.1)
      .requiresGrad_(),
  );

const endings: readonly (readonly [name: string, (y: Tensor) => Tensor])[] = [
  ["relu", (y) => y.relu()],
  ["relu and a pool", (y) => maxPool2d(y.relu(), 2)],
  ["nothing", (y) => y],
];

const views: readonly (readonly [name: string, (y: Tensor) => Tensor])[] = [
  [
    "a part of a concatenation",
    (y) =>
      cat([y.mul(2), y, y.neg()], 1)
        .square()
        .sum(),
  ],
  [
    "a part of each image",
    (y) =>
      cat([y, y.mul(3)], 3)
        .square()
        .sum(),
  ],
  [
    "some of the images",
    (y) =>
      cat([y.mul(3), y], 0)
        .square()
        .sum(),
  ],
  ["one number for all", (y) => y.sum()],
  ["a row of numbers, stretched", (y) => y.mul(randn(1, 1, y.shape[2]!, 1)).sum()],
  [
    "turned by hand",
    (y) =>
      y
        .permute(0, 2, 3, 1)
        .mul(randn(y.shape[0]!, y.shape[2]!, y.shape[3]!, 16))
        .sum(),
  ],
  ["rows turned into columns", (y) => y.transpose(2, 3).contiguous().square().sum()],
];

describe.each(precisions)("at precision %s", (precision) => {
  describe.each(endings)("behind a convolution and %s", (_, end) => {
    it.each(views)("a gradient that is %s", (_name, loss) => {
      manualSeed(7);
      const [first, second, bias] = weights([16, 3, 3, 3], [16, 16, 3, 3], [16]) as [Tensor, Tensor, Tensor];
      const x = randn(3, 3, 14, 18);
      const body = () => {
        manualSeed(8);
        const inner = conv2d(x, first, { padding: 1 }).relu();
        return grad(loss(end(conv2d(inner, second, { bias, padding: 1 }))), [first, second, bias]);
      };
      const expected = body();
      const step = compile(body, { precision });
      for (const _call of [1, 2])
        for (const [at, result] of step().entries()) expect(distance(result, expected[at]!)).toBeLessThan(1e-5);
    });
  });
});

it("two convolutions of one weight, each with a part of the same gradient, do not take the other's", () => {
  manualSeed(9);
  const [weight] = weights([16, 16, 3, 3]) as [Tensor];
  const [a, b] = [randn(2, 16, 12, 12).requiresGrad_(), randn(2, 16, 12, 12).requiresGrad_()];
  for (const dim of [0, 1]) {
    const body = () => {
      const parts = [a, b].map((image) => conv2d(image, weight, { padding: 1 }));
      return grad(cat(parts, dim).square().sum(), [a, b, weight]);
    };
    const expected = body();
    for (const [at, result] of compile(body)().entries()) expect(distance(result, expected[at]!)).toBeLessThan(1e-5);
  }
});

it("fuses the way back of layers whose outputs are concatenated", () => {
  const [stem, ...layers] = weights([16, 3, 3, 3], [16, 16, 3, 3], [16, 32, 3, 3]) as [Tensor, ...Tensor[]];
  const x = randn(2, 3, 16, 16);
  const step = compile(() => {
    let h = conv2d(x, stem, { padding: 1 }).relu();
    for (const weight of layers) h = cat([h, conv2d(h, weight, { padding: 1 }).relu()], 1);
    return grad(h.square().sum(), [stem, ...layers]);
  });
  step();
  expect(step.explain().match(/reluBackward \+ conv2dWeightGradient/g)).toHaveLength(3);
  expect(step.explain()).not.toMatch(/\d +conv2d(Input|Weight)Gradient /);
});
