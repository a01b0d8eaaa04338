// Whole numbers that were written down are labels and indices, also seen another way or moved; what was computed or written to is not.

import { describe, expect, it } from "vitest";
import {
  add,
  cat,
  chunk,
  clone,
  crossEntropy,
  ctcLoss,
  logSoftmax,
  oneHot,
  ones,
  permute,
  stack,
  tensor,
  zeros,
} from "../index.js";
import type { Tensor } from "./tensor.js";

const classes = ones(3, 5);
const labels = tensor([4, 0, 2]);
const matrix = tensor([
  [4, 0, 2],
  [1, 3, 0],
]);

describe("whole numbers that were written down", () => {
  it.each<[string, () => Tensor]>([
    ["as they are", () => labels],
    ["a row", () => matrix.at(0)],
    ["a column of the transpose", () => permute(matrix, 1, 0).at(":", 0)],
    ["a part", () => chunk(tensor([4, 0, 2, 1, 1, 1]), 2)[0]!],
    ["a copy", () => clone(labels)],
    ["side by side", () => cat([tensor([4]), tensor([0, 2])])],
    ["as a batch", () => stack([tensor(4), tensor(0), tensor(2)])],
    ["in another order", () => tensor([2, 4, 0]).at(tensor([1, 2, 0]))],
  ])("are labels: %s", (_, make) => {
    expect(crossEntropy(classes, make()).item()).toBeCloseTo(Math.log(5), 6);
    expect(oneHot(make(), 5).toArray()).toEqual(oneHot(tensor([4, 0, 2], { dtype: "int32" }), 5).toArray());
  });

  it.each<[string, () => Tensor]>([
    ["computed", () => add(labels, 0)],
    ["written to", () => clone(labels).fill_(1)],
    [
      "written to through a view",
      () => {
        const made = clone(matrix);
        made.at(1).fill_(0.5);
        return made.at(0);
      },
    ],
    ["beside what was computed", () => cat([tensor([4]), zeros(2)])],
  ])("are none: %s", (_, make) => {
    expect(() => crossEntropy(classes, make())).toThrow(/to hold class indices as int32/);
  });

  it("are lengths", () => {
    const scores = logSoftmax(ones(4, 1, 3), 2);
    const target = tensor([[1, 2]], { dtype: "int32" });
    const whole = { dtype: "int32" } as const;
    expect(ctcLoss(scores, target, tensor([4]), tensor([2])).item()).toBe(
      ctcLoss(scores, target, tensor([4], whole), tensor([2], whole)).item(),
    );
  });
});
