// Corners of ONNX models beside ONNX Runtime: bools, sizes of 0, windows that reach over the edge, closed queries, views that no op
// tells of. The nets and layers are in onnx.test.ts.

import * as nn from "@bernoulli/nn";
import {
  avgPool2d,
  gridSample,
  layerNorm,
  lpPool2d,
  manualSeed,
  maxPool1d,
  maxPool2d,
  maxPool3d,
  rand,
  scaledDotProductAttention,
  type Tensor,
  tensor,
  where,
  zeros,
} from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { exportOnnx, type OnnxModule } from "./export.js";
import { compare, netOf, ort } from "./runtime.testing.js";

const around = (...shape: number[]) => rand(shape).sub(0.5).mul(8);

const functions: Record<string, [(...inputs: Tensor[]) => unknown, () => Tensor[]]> = {
  "bools as numbers": [
    (x, y) => {
      const [a, b] = [x.gt(0), y.gt(0)];
      return [a.add(b), a.mul(b), a.maximum(b), a.minimum(b), a.lt(b), a.le(b), a.gt(b), a.ge(b), where(a, b, x.lt(1))];
    },
    () => [around(12), around(12)],
  ],
  "numbers near 0, and beyond": [
    (x) => [x.expm1().div(x), x.log1p().div(x)],
    () => [tensor([1e-7, -1e-6, 1e-4, 0.01, 0.5, -0.5, 3, 80])],
  ],
  "expm1 and log1p of what is no number, or infinite": [
    (x) => [x.expm1(), x.log1p()],
    () => [tensor([Number.POSITIVE_INFINITY, Number.NaN, -1, 0, 1e30])],
  ],
  "sizes of 0": [
    (x) => [x.reshape(3, 0), x.reshape(0), x.view(6, 0, 2), x.add(1), x.sum(), x.reshape(0, 2).matmul(x.reshape(2, 0))],
    () => [zeros(2, 0, 3)],
  ],
  "parts of nothing": [(x) => [x.narrow(0, 1, 0).reshape(5, 0), ...x.split([0, 3], 0)], () => [around(3, 4)]],
  "parts of what is expanded": [(x) => [...x.expand(3, 4).split(2, -1)], () => [around(3, 1)]],
  "no dimensions": [
    (x) => [x.softmax(0), x.logSoftmax(0), x.max(), x.cumsum(0), x.max(0)[0], x.max(0)[1]],
    () => [around()],
  ],
  "detached, and read by two names": [
    (x) => {
      const y = x.mul(2);
      return [y.detach().add(y), y.t().detach().add(1), y.at(0).detach().neg()];
    },
    () => [around(3, 4)],
  ],
  "an image at the places of a grid": [
    (x, grid) => [gridSample(x, grid), gridSample(x, grid, { mode: "nearest", paddingMode: "border" })],
    () => [around(1, 2, 4, 4), rand(1, 3, 3, 2).mul(2).sub(1)],
  ],
  "rows whose norm has a bias and no weight": [
    (x, bias) => [layerNorm(x, [8], { bias }), layerNorm(x, [8], { weight: bias }), layerNorm(x, [8])],
    () => [around(4, 8), around(8)],
  ],
  "bytes, and no dimensions turned": [
    (x, y) => [x.neg(), x.add(3), y.flip([])],
    () => [tensor([0, 1, 200], { dtype: "uint8" }), around()],
  ],
  "queries to which all is closed": [
    (q, k, mask) => scaledDotProductAttention(q, k, k, { attnMask: mask.gt(3) }),
    () => [around(2, 6, 4), around(2, 2, 4), around(6, 2)],
  ],
  ...Object.fromEntries(
    [0, 1].flatMap((padding) =>
      [5, 6, 7, 8].map((size): [string, [(...inputs: Tensor[]) => unknown, () => Tensor[]]] => [
        `pooling of ${size} with ceilMode, padding ${padding}`,
        [
          (x) => {
            const windows = { stride: 2, padding, ceilMode: true };
            return [
              maxPool2d(x, 3, windows),
              maxPool2d(x, 2, { ...windows, dilation: 2, stride: 3 }),
              avgPool2d(x, 3, windows),
              avgPool2d(x, [3, 2], { ...windows, stride: [3, 2], countIncludePad: false }),
              avgPool2d(x, 3, { ...windows, divisorOverride: 5 }),
              lpPool2d(x, 1, 3, { stride: 2, ceilMode: true }),
              maxPool1d(x.at(0), 3, windows),
              maxPool3d(x, 2, windows),
            ];
          },
          () => [around(1, 2, size, size)],
        ],
      ]),
    ),
  ),
};

describe.skipIf(ort === null)("ONNX Runtime gives the same (wants BERNOULLI_ONNXRUNTIME)", () => {
  it.each(Object.entries(functions))("of %s", async (_, [forward, input]) => {
    manualSeed(2);
    await compare(netOf(forward), input(), input());
  });

  it("of views of one parameter by several names", async () => {
    const weight = rand(3, 3);
    const [detached, turned] = [weight.detach(), weight.t()];
    const net = Object.assign((x: Tensor) => [x.matmul(weight), x.matmul(detached), x.matmul(turned)], {
      training: false,
      stateDict: () => ({ row: weight.at(0), weight, tied: detached }),
    });
    await compare(net as unknown as OnnxModule, [rand(1, 3)], [rand(1, 3)]);
  });
});

it("views that no op tells of are no constants", () => {
  const text = (forward: (input: Tensor) => Tensor) =>
    new TextDecoder("latin1").decode(exportOnnx(netOf(forward), zeros(2, 3)));
  expect(text((x) => x.exp().detach())).not.toContain("constant");
  expect(text((x) => x.exp().add(tensor([1, 2, 3])))).toContain("constant");
});

it("a parameter that is read by two names is there once", () => {
  const { weight } = new nn.Linear(64, 64, { bias: false });
  const net = Object.assign((x: Tensor) => x.matmul(weight).matmul(weight.detach()), {
    training: false,
    stateDict: () => ({ weight }),
  });
  expect(exportOnnx(net as unknown as OnnxModule, zeros(1, 64)).length).toBeLessThan(2 * 4 * 64 * 64);
});
