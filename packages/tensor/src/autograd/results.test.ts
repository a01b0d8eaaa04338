// Results are no views: what an op reshapes on its way out may be written in place, as in PyTorch.

import { expect, it, test } from "vitest";
import { conv2d, maxPool2d, memoryStats, OutOfMemoryError, ones, scope, type Tensor, tensor } from "../index.js";

const leaf = () =>
  tensor(
    [
      [1, -2, 3],
      [4, 5, -6],
    ],
    { requiresGrad: true },
  );

test.each<[string, (x: Tensor) => Tensor]>([
  ["matmul with a matrix", (x) => x.matmul(ones(3, 2))],
  ["matmul with a vector", (x) => x.matmul(ones(3))],
  ["a vector's matmul", (x) => ones(2).matmul(x)],
  ["batched matmul", (x) => x.view(1, 2, 3).matmul(ones(4, 3, 1))],
  ["sum", (x) => x.sum()],
  ["sum along a dimension", (x) => x.sum(1)],
  ["mean along a dimension", (x) => x.mean(0)],
  ["max along a dimension", (x) => x.max(1).values],
  ["prod", (x) => x.prod()],
  ["take", (x) => x.take(tensor([[0, 1]]))],
  ["maskedScatter", (x) => x.maskedScatter(x.gt(0), ones(6))],
  ["conv2d of one image", (x) => conv2d(x.view(1, 2, 3), ones(1, 1, 2, 2))],
  ["maxPool2d of one image", (x) => maxPool2d(x.view(1, 2, 3), 2, { stride: 1 })],
])("%s, then in place", (_, compute) => {
  const [inPlace, apart] = [leaf(), leaf()];
  compute(inPlace).mul_(3).relu_().sum().backward();
  compute(apart).mul(3).relu().sum().backward();
  expect(inPlace.grad!.toArray()).toEqual(apart.grad!.toArray());
  // Views cannot be taken off their graph in place.
  expect(compute(leaf()).detach_().requiresGrad).toBe(false);
});

it("results whose slopes need them leave their graph in place too", () => {
  for (const result of [leaf().view(1, 2, 3).amax([0, 2]), leaf().sum().logcumsumexp(0)])
    expect(result.detach_().requiresGrad).toBe(false);
});

it("what was allocated for a result is given back when the kernel runs out of memory", () => {
  scope(() => {
    const wide = ones(1, 1).expand(30_000, 30_000);
    const before = memoryStats();
    // The result has room, the work space beside it has not.
    expect(() => wide.logSoftmax(1)).toThrow(OutOfMemoryError);
    expect(memoryStats()).toEqual(before);
  });
});
