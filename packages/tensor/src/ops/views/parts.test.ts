// What is written through parts reaches the whole, with its gradient; PyTorch refuses such writes, so narrow and select are the oracle here.

import { describe, expect, it } from "vitest";
import { grad, noGrad, type Tensor, tensor, zeros } from "../../index.js";

const values = [
  [1, -2, 3],
  [0.5, 4, -1],
  [2, 1, 0.25],
];

/** The gradients of x and w after `write` has written w into parts of 2x. */
function gradients(write: (y: Tensor, w: Tensor) => Tensor[]): unknown {
  const x = tensor(values, { requiresGrad: true });
  const w = tensor([3, -1, 2], { requiresGrad: true });
  const y = x.mul(2);
  const parts = write(y, w);
  const total = parts.reduce(
    (sum, part, at) =>
      sum.add(
        part
          .mul(part)
          .mul(at + 1)
          .sum(),
      ),
    y.mul(y).sum(),
  );
  return grad(total, [x, w]).map((gradient) => gradient!.toArray());
}

describe("a write through parts", () => {
  it("is recorded as one through narrow", () => {
    const byParts = gradients((y, w) => {
      const [first, rest] = y.split([1, 2]);
      first!.mul_(w);
      rest!.add_(w);
      return [first!, rest!];
    });
    const byNarrow = gradients((y, w) => {
      const [first, rest] = [y.narrow(0, 0, 1), y.narrow(0, 1, 2)];
      first.mul_(w);
      rest.add_(w);
      return [first, rest];
    });
    expect(byParts).toEqual(byNarrow);
  });

  it("is recorded as one through select", () => {
    const byUnbind = gradients((y, w) => {
      const columns = y.unbind(1);
      columns[1]!.mul_(w);
      return columns;
    });
    const bySelect = gradients((y, w) => {
      const columns = [0, 1, 2].map((at) => y.select(1, at));
      columns[1]!.mul_(w);
      return columns;
    });
    expect(byUnbind).toEqual(bySelect);
  });

  it("reaches the whole where nothing is recorded", () => {
    const x = zeros(2, 4, { requiresGrad: true });
    noGrad(() => {
      x.chunk(2, 1)[1]!.fill_(1);
      x.T.unbind()[0]!.fill_(2);
      x.unsqueeze(0).mT.select(1, 1).fill_(3);
    });
    expect(x.toArray()).toEqual([
      [2, 3, 1, 1],
      [2, 3, 1, 1],
    ]);
  });
});

it("many rows come back as one stack, not as a sum of as many wholes", () => {
  const x = zeros(5000, 2, { requiresGrad: true });
  const rows = x.unbind();
  const node = rows[0]!.gradNode;
  expect(rows.every((row) => row.gradNode === node)).toBe(true);
  rows[4999]!.sum().backward();
  expect(x.grad!.sum().item()).toBe(2);
});

it("T and mT are views of the transpose", () => {
  const x = tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(x.T.toArray()).toEqual(x.t().toArray());
  expect(x.T.storage).toBe(x.storage);
  expect(zeros(2, 3, 4).T.shape).toEqual([4, 3, 2]);
  expect(zeros(2, 3, 4).mT.shape).toEqual([2, 4, 3]);
  expect(zeros(2, 3, 4).mH.shape).toEqual([2, 4, 3]);
  expect(() => zeros(3).mH).toThrow(
    "mH: tensor.mH is only supported on matrices or batches of matrices. Got 1-D tensor.",
  );
  expect(() => zeros(3).mT).toThrow(
    "mT: tensor.mT is only supported on matrices or batches of matrices. Got 1-D tensor.",
  );
});
