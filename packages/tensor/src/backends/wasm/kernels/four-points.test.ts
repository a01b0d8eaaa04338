// Convolutions at four points, op by op, against products of columns. The reference's loops would take half a minute for what is large enough
// to be taken.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { col2im, conv2d, grad, im2col, type Tensor, tensor } from "../../../index.js";
import { getNumThreads, setNumThreads } from "../threads/count.js";
import { fourPointsOf } from "./four-points.js";

type Four = readonly [number, number, number, number];
type Kernel = readonly [size: 3 | 4, stride: 1 | 2];
const windowsOf = ([, stride]: Kernel) => ({ stride, padding: 1 });
const sizesOf = ([batch, inputChannels, height, width]: Four, outputChannels: number, [size, step]: Kernel) => {
  const outputOf = (length: number) => Math.floor((length + 2 - size) / step) + 1;
  return {
    ...{ stride: [step, step] as const, padding: [1, 1] as const, dilation: [1, 1] as const, groups: 1 },
    ...{ batch, inputChannels, outputChannels, kernelSize: [size, size] as const },
    ...{ inputSize: [height, width] as const, outputSize: [outputOf(height), outputOf(width)] as const },
  };
};
const three: Kernel = [3, 1];
const four: Kernel = [4, 2];

const random = seeded(3);
/** Numbers in [-1, 1), laid out with the channels last where that is asked. */
function drawn(shape: Four, channelsLast = false): Tensor {
  const [a, b, c, d] = shape;
  const values = Float32Array.from({ length: a * b * c * d }, () => 2 * random() - 1);
  return channelsLast ? tensor(values).view(a, c, d, b).permute(0, 3, 1, 2) : tensor(values).view(a, b, c, d);
}

const columnsOf = (image: Tensor, kernel: Kernel) => im2col(image, kernel[0], windowsOf(kernel));
const forwardOf = (image: Tensor, weight: Tensor, kernel: Kernel) => {
  const { outputSize } = sizesOf(image.shape as Four, weight.size(0), kernel);
  const product = weight.reshape(weight.size(0), -1).matmul(columnsOf(image, kernel));
  return product.view(image.size(0), -1, ...outputSize);
};
const backwardOf = (gradient: Tensor, weight: Tensor, size: readonly [number, number], kernel: Kernel) => {
  const columns = weight
    .reshape(weight.size(0), -1)
    .t()
    .matmul(gradient.reshape(gradient.size(0), gradient.size(1), -1));
  return col2im(columns, [...size], kernel[0], windowsOf(kernel));
};
const weightOf = (image: Tensor, gradient: Tensor, shape: Four, kernel: Kernel) =>
  gradient
    .flatten(2)
    .matmul(columnsOf(image, kernel).transpose(1, 2))
    .sum(0)
    .view(...shape);
const gradientsOf = (image: Tensor, weight: Tensor, gradient: Tensor, kernel: Kernel) => {
  const [x, w] = [image.detach().requiresGrad_(), weight.detach().requiresGrad_()];
  return grad(conv2d(x, w, windowsOf(kernel)), [x, w], { gradOutputs: [gradient] }) as [Tensor, Tensor];
};
const distance = (ours: Tensor, wanted: Tensor) => ours.sub(wanted).abs().max().div(wanted.abs().max()).item();

describe.each<[Four, number, Kernel, boolean]>([
  [[7, 96, 16, 16], 100, four, false],
  [[11, 100, 12, 16], 96, four, true],
  [[24, 128, 8, 8], 128, four, false],
  [[5, 32, 18, 18], 300, four, true],
  [[3, 21, 31, 17], 32, three, false],
  [[9, 64, 16, 16], 64, three, true],
  [[40, 128, 4, 4], 96, three, false],
  [[8, 256, 4, 4], 128, three, false],
])("images %j, %d outputs, kernels of %j, channels last: %j", (image, outputs, kernel, channelsLast) => {
  const shape: Four = [outputs, image[1], kernel[0], kernel[0]];
  const weight = drawn(shape, channelsLast);
  const size = [image[2], image[3]] as const;

  it("are taken, and agree with products of columns", () => {
    const sizes = sizesOf(image, outputs, kernel);
    expect(fourPointsOf(sizes)).not.toBe(null);
    const windows = windowsOf(kernel);
    const [input, bias] = [drawn(image, channelsLast), drawn([1, outputs, 1, 1])];
    const wanted = forwardOf(input, weight, kernel);
    expect(distance(conv2d(input, weight, windows), wanted)).toBeLessThan(4e-6);
    expect(distance(conv2d(input, weight, { ...windows, bias: bias.view(-1) }), wanted.add(bias))).toBeLessThan(4e-6);
    const gradient = drawn([image[0], outputs, ...sizes.outputSize], channelsLast);
    const [ofImage, ofWeight] = gradientsOf(input, weight, gradient, kernel);
    expect(distance(ofImage, backwardOf(gradient, weight, size, kernel))).toBeLessThan(4e-6);
    expect(distance(ofWeight, weightOf(input, gradient, shape, kernel))).toBeLessThan(4e-6);
  });
});

describe.each([four, three])("kernels of %j in steps of %j", (...kernel) => {
  const image: Four = [6, 100, 16, 16];
  const sizes = sizesOf(image, 100, kernel);
  const spoilt = (shape: Four, value: number) => {
    const input = drawn(shape);
    input.select(0, 2).select(0, 3).select(0, 1).narrow(0, 2, 1).fill_(value);
    return input;
  };

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("leave %d where it is", (value) => {
    expect(fourPointsOf(sizes)).not.toBe(null);
    const weight = drawn([100, 100, kernel[0], kernel[0]]);
    const kinds = (result: Tensor) =>
      Array.from(result.toTypedArray(), (x) => (Number.isFinite(x) ? 0 : Number.isNaN(x) ? 1 : 2));
    const input = spoilt(image, value);
    expect(kinds(conv2d(input, weight, windowsOf(kernel)))).toEqual(kinds(forwardOf(input, weight, kernel)));
    const gradient = spoilt([6, 100, ...sizes.outputSize], value);
    const seen = drawn(image);
    const [ofImage, ofWeight] = gradientsOf(seen, weight, gradient, kernel);
    expect(kinds(ofImage)).toEqual(kinds(backwardOf(gradient, weight, [16, 16], kernel)));
    expect(kinds(ofWeight)).toEqual(kinds(weightOf(seen, gradient, [100, 100, kernel[0], kernel[0]], kernel)));
  });

  it("leave an image, or a gradient, with a number out of proportion to plain sums", () => {
    const weight = drawn([100, 100, kernel[0], kernel[0]]);
    const input = spoilt(image, 1e6);
    const wanted = forwardOf(input, weight, kernel);
    // Elsewhere than around it: as near as plain sums.
    const away = (result: Tensor) => result.narrow(3, 6, sizes.outputSize[1] - 6);
    expect(distance(away(conv2d(input, weight, windowsOf(kernel))), away(wanted))).toBeLessThan(4e-6);
    const gradient = drawn([6, 100, ...sizes.outputSize]);
    const [, ofWeight] = gradientsOf(input, weight, gradient, kernel);
    const wantedOfWeight = weightOf(input, gradient, [100, 100, kernel[0], kernel[0]], kernel);
    const others = (result: Tensor) => result.narrow(1, 4, 90);
    expect(distance(others(ofWeight), others(wantedOfWeight))).toBeLessThan(4e-6);
  });
});

it.each([four, three])("kernels of %j in steps of %j give the same bits on any number of threads", (...kernel) => {
  const before = getNumThreads();
  const image: Four = [13, 32, 16, 16];
  const { outputSize } = sizesOf(image, 48, kernel);
  const [input, weight] = [drawn(image), drawn([48, 32, kernel[0], kernel[0]])];
  const gradient = drawn([13, 48, ...outputSize]);
  const bits = () =>
    [conv2d(input, weight, windowsOf(kernel)), ...gradientsOf(input, weight, gradient, kernel)].map((result) =>
      Buffer.from(Float32Array.from(result.toTypedArray()).buffer),
    );
  try {
    setNumThreads(1);
    const wanted = bits();
    for (const threads of [2, 3, 2]) {
      setNumThreads(threads);
      for (const [at, found] of bits().entries()) expect(Buffer.compare(found, wanted[at]!), `result ${at}`).toBe(0);
    }
  } finally {
    setNumThreads(before);
  }
});

it("are not taken where little would be saved, nor of other shapes", () => {
  expect(fourPointsOf(sizesOf([128, 3, 32, 32], 64, four))).toBe(null);
  expect(fourPointsOf(sizesOf([1, 128, 16, 16], 128, four))).toBe(null);
  expect(fourPointsOf(sizesOf([1, 128, 8, 8], 128, three))).toBe(null);
  expect(fourPointsOf(sizesOf([64, 128, 16, 16], 126, three))).toBe(null);
  expect(fourPointsOf({ ...sizesOf([64, 128, 16, 16], 128, four), padding: [0, 1] })).toBe(null);
  expect(fourPointsOf({ ...sizesOf([64, 128, 16, 16], 128, three), dilation: [2, 2] })).toBe(null);
  expect(fourPointsOf({ ...sizesOf([64, 128, 16, 16], 128, three), groups: 2 })).toBe(null);
});
