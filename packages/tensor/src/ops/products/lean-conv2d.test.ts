// conv2d of the lean entry where others have ways of their own: it gives what the reference gives, in all three passes, and says what would be
// faster. Numbers are small and whole, whose sums are exact in whichever order.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { distanceOf } from "../../backends/wasm/fusions/convolutions.testing.js";
import {
  depthwiseLayer,
  layerOfFew,
  passes,
  passesOf,
  type RandomLayer,
} from "../../backends/wasm/fusions/random-layers.testing.js";
import { resetWarnings } from "../../checks/warn.js";
import { compile as compileLean } from "../../compile/lean.js";
import { compile, conv2d as conv2dByAll, manualSeed, randint, randn, type Tensor } from "../../index.js";
import { conv2d } from "./lean-conv2d.js";

let warned: string[] = [];
beforeEach(() => {
  resetWarnings();
  warned = [];
  vi.spyOn(console, "warn").mockImplementation((text: string) => warned.push(text));
});
afterEach(() => vi.restoreAllMocks());

const wholeOfFour: RandomLayer = {
  image: [3, 96, 16, 16],
  weight: [100, 96, 4, 4],
  bias: true,
  options: { stride: [2, 2], padding: [1, 1], dilation: [1, 1], groups: 1 },
};

describe.each([
  ["to a few positions", layerOfFew, 30],
  ["of single channels", depthwiseLayer, 30],
] as const)("convolutions %s", (what, layerOf, count) => {
  it("are the reference's", () => {
    for (let seed = 1; seed <= count; seed += 1) {
      const layer = layerOf(seed);
      const actual = passesOf(layer, seed, "cpu", undefined, conv2d);
      const expected = passesOf(layer, seed, "reference");
      for (const [at, own] of actual.entries())
        expect(distanceOf(own, expected[at]!), `seed ${seed}, ${passes[at]}: ${JSON.stringify(layer)}`).toBe(0);
    }
    expect(warned).toEqual([expect.stringContaining(`a convolution ${what} takes longer than it has to`)]);
  });
});

it("convolutions of 4 × 4 in steps of two are the same bits, and nothing is said", () => {
  const actual = passesOf(wholeOfFour, 1, "cpu", undefined, conv2d);
  const expected = passesOf(wholeOfFour, 1, "cpu");
  for (const [at, own] of actual.entries()) expect(distanceOf(own, expected[at]!), passes[at]).toBe(0);
  expect(warned).toMatchInlineSnapshot(`[]`);
});

it("what is most common is the same bits, and nothing is said", () => {
  manualSeed(1);
  const [image, weight] = [randn(4, 8, 12, 12), randn(16, 8, 3, 3)];
  expect(conv2d(image, weight, { padding: 1 }).toArray()).toEqual(conv2dByAll(image, weight, { padding: 1 }).toArray());
  expect(warned).toEqual([]);
});

describe("compile of the lean entry", () => {
  const whole = (...shape: number[]) => randint(-4, 5, shape).to("float32").keep();
  const leaves = [whole(9, 24, 15, 15), whole(40, 6, 3, 3)].map((leaf) => leaf.requiresGrad_());
  const grouped = () => {
    const [x, weight] = leaves as [Tensor, Tensor];
    for (const leaf of leaves) leaf.grad = null;
    const output = conv2d(x.mul(1), weight, { padding: 1, stride: 2, groups: 4 }).relu();
    output.sum().backward();
    return [output.detach(), x.grad!, weight.grad!];
  };
  const numbers = (results: readonly Tensor[]) => results.map((result) => result.toArray());

  it("leaves rarer convolutions to their kernels, says where others are, and gives the same", () => {
    const [lean, all] = [compileLean(grouped), compile(grouped)];
    const expected = numbers(grouped());
    expect(numbers(lean())).toEqual(expected);
    expect(numbers(all())).toEqual(expected);
    expect(all.explain()).toContain("direct convolution");
    expect(lean.explain()).not.toContain("direct convolution");
    expect(lean.explain({ why: true })).toContain("other ways are those of compile of @bernoulli/tensor/compile");
    expect(warned).toContain(
      "bernoulli: a convolution is not fused, since the lean compile has no way for it; compile of @bernoulli/tensor/compile has",
    );
  });
});
