// What poolings give, to TypeScript: with `returnIndices` a pair, else a tensor.

import { type MaxPoolResult, maxPool2d, ones, type Tensor } from "@bernoulli/tensor";
import { expect, expectTypeOf, it } from "vitest";
import { AdaptiveMaxPool2d, MaxPool2d } from "../../index.js";

it("is a pair where places are asked for", () => {
  const image = ones(1, 4, 4);
  expectTypeOf(new MaxPool2d(2)(image)).toEqualTypeOf<Tensor>();
  expectTypeOf(new MaxPool2d(2, 2)(image)).toEqualTypeOf<Tensor>();
  expectTypeOf(new MaxPool2d(2, 2, { returnIndices: true })(image)).toEqualTypeOf<MaxPoolResult>();
  expectTypeOf(new AdaptiveMaxPool2d(2, { returnIndices: true })(image)).toEqualTypeOf<MaxPoolResult>();
  expectTypeOf(maxPool2d(image, 2, 2)).toEqualTypeOf<Tensor>();
  expectTypeOf(maxPool2d(image, 2, 2, { returnIndices: true })).toEqualTypeOf<MaxPoolResult>();
  const [output, indices] = new MaxPool2d(2, { returnIndices: true })(image);
  expect(output!.shape).toEqual(indices!.shape);
});
