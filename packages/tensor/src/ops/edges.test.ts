// Edges of single ops that samples cannot say: values that compare equal, and what lies outside.

import { expect, it, test } from "vitest";
import { type Device, maxPool2d, ones, tensor, zeros } from "../index.js";

const devices: readonly Device[] = ["cpu", "reference"];

test.each(devices)("relu keeps −0 and NaN on %s, as PyTorch does", (device) => {
  const [minusZero, nan] = tensor([-0, Number.NaN, -1, 0, 2], { device }).relu().data();
  expect(Object.is(minusZero, -0)).toBe(true);
  expect(nan).toBeNaN();
});

test.each(devices)("a pooling window that lies wholly in the padding sends its gradient nowhere on %s", (device) => {
  const x = ones([1, 2, 2, 2], { device, requiresGrad: true });
  const pooled = maxPool2d(x, 2, { stride: 1, padding: 1, dilation: 3 });
  expect(pooled.toArray()).toEqual([[[[Number.NEGATIVE_INFINITY]], [[Number.NEGATIVE_INFINITY]]]]);
  pooled.sum().backward();
  expect(x.grad!.toArray()).toEqual(zeros(1, 2, 2, 2).toArray());
});

it("maxPool2d of images without height has no window", () => {
  expect(() => maxPool2d(zeros(1, 1, 0, 4), 2, { stride: 1, padding: 1 })).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: maxPool2d: expected images with non-zero height and width, but got input of size: [1, 1, 0, 4]]`,
  );
});

it("a gradient of another dtype is refused", () => {
  const x = ones(2, { requiresGrad: true });
  expect(() => {
    x.grad = ones(2, { dtype: "float64" });
  }).toThrowErrorMatchingInlineSnapshot(
    `[DTypeError: grad: attempting to assign a gradient with dtype float64 to a tensor of dtype float32]`,
  );
});
