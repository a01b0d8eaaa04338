// That convolutions with hardly a position to each image are what the reference makes of them, in all three passes, and which they are.

import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { conv2d, scope, type Tensor, tensor } from "../../../index.js";
import { distanceOf } from "../fusions/convolutions.testing.js";
import { layerOfFew, passes, passesOf, type RandomLayer } from "../fusions/random-layers.testing.js";
import { hasFewPositions } from "./few-positions.js";

function geometryOf({ image, weight, options }: RandomLayer) {
  const [batch, inputChannels, ...inputSize] = image;
  const [outputChannels, , ...kernelSize] = weight;
  const { stride, padding, dilation } = options;
  const size = (at: 0 | 1) =>
    Math.floor((inputSize[at] + 2 * padding[at] - (kernelSize[at] - 1) * dilation[at] - 1) / stride[at]) + 1;
  const outputSize = [size(0), size(1)] as const;
  const [positions, windowElements] = [outputSize[0] * outputSize[1], inputChannels * kernelSize[0] * kernelSize[1]];
  return {
    ...{ ...options, batch, inputChannels, outputChannels, inputSize, kernelSize, outputSize },
    ...{ positions, windowElements },
  };
}

const taken = Array.from({ length: 300 }, (_, at) => [at + 1, layerOfFew(at + 1)] as const).filter(([, layer]) =>
  hasFewPositions(geometryOf(layer)),
);

it("agrees with the reference on random layers", () => {
  expect(taken.length).toBeGreaterThan(100);
  for (const [seed, layer] of taken) {
    const [actual, expected] = (["cpu", "reference"] as const).map((device) => passesOf(layer, seed, device));
    for (const [at, own] of actual!.entries())
      expect(distanceOf(own, expected![at]!), `seed ${seed}, ${passes[at]}: ${JSON.stringify(layer)}`).toBe(0);
  }
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])("spreads %s no further than the reference", (spoilt) => {
  const finite = (numbers: Float32Array) => Array.from(numbers, Number.isFinite);
  for (const [seed, layer] of taken.slice(0, 40)) {
    const [actual, expected] = (["cpu", "reference"] as const).map((device) => passesOf(layer, seed, device, spoilt));
    for (const [at, own] of actual!.entries())
      expect(finite(own), `seed ${seed}, ${passes[at]}: ${JSON.stringify(layer)}`).toEqual(finite(expected![at]!));
  }
});

it("takes images, weights and gradients of any strides", () => {
  const random = seeded(5);
  /** Of the shape, with the dimensions in another order in memory. */
  const drawn = (shape: readonly number[], order: readonly number[]): Tensor => {
    const values = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => Math.floor(9 * random()) - 4);
    const back = shape.map((_, dim) => order.indexOf(dim));
    return tensor(values)
      .view(...order.map((dim) => shape[dim]!))
      .permute(...back);
  };
  scope(() => {
    const given = [
      drawn([9, 6, 4, 4], [2, 0, 3, 1]),
      drawn([5, 6, 3, 3], [3, 1, 0, 2]),
      drawn([9, 5, 2, 2], [1, 3, 0, 2]),
    ] as const;
    const passed = ([x, weight, gradient]: readonly Tensor[]) => {
      const leaves = [x!, weight!].map((leaf) => leaf.detach().requiresGrad_()) as [Tensor, Tensor];
      const output = conv2d(...leaves, { stride: 2, padding: 1 });
      output.backward({ gradient: gradient! });
      return [output, ...leaves.map(({ grad }) => grad!)].map((result) => result.detach().toArray());
    };
    expect(given.some((value) => value.isContiguous())).toBe(false);
    expect(passed(given)).toEqual(passed(given.map((value) => value.contiguous())));
  });
});

it("is not for large kernels, groups, or few images", () => {
  const geometry = geometryOf({
    image: [8, 3, 4, 4],
    weight: [5, 3, 4, 4],
    bias: false,
    options: { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1 },
  });
  expect(hasFewPositions(geometry)).toBe(true);
  expect(hasFewPositions({ ...geometry, batch: 7 })).toBe(false);
  expect(hasFewPositions({ ...geometry, groups: 3 })).toBe(false);
  expect(hasFewPositions({ ...geometry, kernelSize: [9, 9] })).toBe(false);
  expect(hasFewPositions({ ...geometry, positions: 5 })).toBe(false);
  expect(hasFewPositions({ ...geometry, positions: 0 })).toBe(false);
});
