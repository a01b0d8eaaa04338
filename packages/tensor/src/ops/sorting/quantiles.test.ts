// The gradient of shares, where there is NaN beside numbers. Values are those of PyTorch 2.15.0 for the same lines.

import { expect, it } from "vitest";
import { grad, nanquantile, quantile, tensor } from "../../index.js";

const nan = Number.NaN;
const rows = [
  [1, 2, 3, 5],
  [nan, 1, 2, 4],
  [nan, nan, nan, nan],
];

it.each([
  [quantile, [3, 6]],
  [nanquantile, [5, 10]],
] as const)("%o: shares get nothing from rows whose quantile is NaN", (of, wanted) => {
  const [x, q] = [
    tensor(rows, { dtype: "float64", requiresGrad: true }),
    tensor([0.4, 0.9], { dtype: "float64", requiresGrad: true }),
  ];
  const found = of(x, q, 1);
  const [ofShares, ofRows] = grad(found.sum(), [q, x]);
  expect(ofShares.toArray()).toEqual(wanted);
  expect(ofRows.toTypedArray().some(Number.isNaN)).toBe(false);
});
