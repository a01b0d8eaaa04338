// Scans whose sums reach the ends of a dtype: values of PyTorch 2.15.0, and gradients that a limit has.

import { expect, it } from "vitest";
import { cumulativeTrapezoid, logcumsumexp, tensor } from "../../index.js";

it("cumulativeTrapezoid shares before it sums", () => {
  const y = tensor([20, 3.4e38, -0.07]);
  const found = cumulativeTrapezoid(y, null, { dx: 0.5 }).toTypedArray();
  for (const [at, wanted] of [8.5e37, 1.7e38].entries()) expect(Number(found[at]) / wanted).toBeCloseTo(1, 5);
});

it("logcumsumexp hands gradients past an infinity to what stands before it", () => {
  const x = tensor([0, 0, Number.POSITIVE_INFINITY, 0], { dtype: "float64", requiresGrad: true });
  logcumsumexp(x, 0).sum().backward();
  const [first, second, , last] = x.grad!.toArray() as number[];
  expect(first).toBeCloseTo(1.5, 12);
  expect(second).toBeCloseTo(0.5, 12);
  expect(last).toBe(0);
});
