// Second gradients of prod where infinities and zeros meet: no term multiplies what the product leaves out.

import { expect, it } from "vitest";
import { grad } from "../../autograd/backward.js";
import { tensor } from "../creation/creation.js";
import { prod } from "./cumsum.js";

const inf = Number.POSITIVE_INFINITY;

// PyTorch 2.15 has NaN for the second of the first two, which is 1 · 2 + 3 · 0, and else the same.
it.each([
  [
    [0, inf, 2],
    [inf, 2, inf],
  ],
  [
    [0, 0, inf],
    [inf, inf, 0],
  ],
  [
    [0, 2, 3],
    [12, 3, 2],
  ],
  [
    [0, 0, 2, 3],
    [12, 6, 0, 0],
  ],
  [[5], [0]],
])("of %j", (values, expected) => {
  const x = tensor(values, { dtype: "float64", requiresGrad: true });
  const [first] = grad(prod(x), [x], { createGraph: true });
  const weights = tensor(
    values.map((_, at) => at + 1),
    { dtype: "float64" },
  );
  const [second] = grad(first!.mul(weights).sum(), [x], { allowUnused: true });
  expect(second?.toArray() ?? [0]).toEqual(expected);
});
