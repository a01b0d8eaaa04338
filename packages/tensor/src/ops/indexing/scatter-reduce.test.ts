// Gradients of scatterReduce where what is combined is infinite. All else are samples'.

import { describe, expect, it } from "vitest";
import { grad, scatterReduce, tensor } from "../../index.js";

describe("an extreme of what is given alone", () => {
  it("has all of its gradient, though it is infinite", () => {
    for (const [reduce, infinity] of [
      ["amax", Number.NEGATIVE_INFINITY],
      ["amin", Number.POSITIVE_INFINITY],
    ] as const) {
      const input = tensor([3, 4], { requiresGrad: true });
      const source = tensor([infinity], { requiresGrad: true });
      const result = scatterReduce(input, 0, tensor([1], { dtype: "int32" }), source, reduce, { includeSelf: false });
      const gradients = grad(result, [input, source], { gradOutputs: [tensor([5, 7])] });
      expect(gradients.map((gradient) => gradient.toArray())).toEqual([[5, 0], [7]]);
    }
  });
});
