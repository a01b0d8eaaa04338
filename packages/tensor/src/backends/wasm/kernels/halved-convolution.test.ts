// Convolutions of 4 × 4 in steps of two by halves, and their input gradients, against products of columns. The reference's loops would take
// half a minute for what is large enough to be taken.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { col2im, conv2d, convTranspose2d, im2col, type Tensor, tensor } from "../../../index.js";
import { suitsHalves } from "./halved-convolution.js";

type Four = readonly [number, number, number, number];
const windows = { stride: 2, padding: 1 };
const sizesOf = ([batch, inputChannels, height, width]: Four, outputChannels: number) => ({
  ...{ stride: [2, 2] as const, padding: [1, 1] as const, dilation: [1, 1] as const, groups: 1 },
  ...{ batch, inputChannels, outputChannels, kernelSize: [4, 4] as const },
  ...{ inputSize: [height, width] as const, outputSize: [height / 2, width / 2] as const },
});

const random = seeded(3);
/** Numbers in [-1, 1), laid out with the channels last where that is asked. */
function drawn(shape: Four, channelsLast = false): Tensor {
  const [a, b, c, d] = shape;
  const values = Float32Array.from({ length: a * b * c * d }, () => 2 * random() - 1);
  return channelsLast ? tensor(values).view(a, c, d, b).permute(0, 3, 1, 2) : tensor(values).view(a, b, c, d);
}

const forwardOf = (image: Tensor, weight: Tensor) => {
  const [height, width] = [image.size(2) / 2, image.size(3) / 2];
  return weight
    .reshape(weight.size(0), -1)
    .matmul(im2col(image, 4, windows))
    .view(image.size(0), -1, height, width);
};
const backwardOf = (gradient: Tensor, weight: Tensor) => {
  const columns = weight
    .reshape(weight.size(0), -1)
    .t()
    .matmul(gradient.reshape(gradient.size(0), gradient.size(1), -1));
  return col2im(columns, [2 * gradient.size(2), 2 * gradient.size(3)], 4, windows);
};
const distance = (ours: Tensor, wanted: Tensor) => ours.sub(wanted).abs().max().div(wanted.abs().max()).item();

describe.each<[Four, number, boolean]>([
  [[7, 96, 16, 16], 100, false],
  [[11, 100, 12, 16], 97, true],
  [[24, 128, 8, 8], 128, false],
  [[5, 300, 18, 18], 300, true],
])("images %j, %d outputs, channels last: %j", (image, outputs, channelsLast) => {
  const weight = drawn([outputs, image[1], 4, 4], channelsLast);

  it("are taken, and agree with products of columns", () => {
    expect(suitsHalves(sizesOf(image, outputs))).toBe(true);
    const [input, bias] = [drawn(image, channelsLast), drawn([1, outputs, 1, 1])];
    const wanted = forwardOf(input, weight);
    expect(distance(conv2d(input, weight, windows), wanted)).toBeLessThan(4e-6);
    expect(distance(conv2d(input, weight, { ...windows, bias: bias.view(-1) }), wanted.add(bias))).toBeLessThan(4e-6);
    const gradient = drawn([image[0], outputs, image[2] / 2, image[3] / 2], channelsLast);
    expect(distance(convTranspose2d(gradient, weight, windows), backwardOf(gradient, weight))).toBeLessThan(4e-6);
  });
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])("leave %d where it is", (value) => {
  const image: Four = [6, 100, 16, 16];
  expect(suitsHalves(sizesOf(image, 100))).toBe(true);
  const weight = drawn([100, 100, 4, 4]);
  const spoilt = (shape: Four) => {
    const input = drawn(shape);
    input.select(0, 2).select(0, 3).select(0, 1).narrow(0, 2, 1).fill_(value);
    return input;
  };
  const kinds = (result: Tensor) => Array.from(result.toTypedArray(), (x) => (Number.isFinite(x) ? 0 : String(x)));
  const input = spoilt(image);
  expect(kinds(conv2d(input, weight, windows))).toEqual(kinds(forwardOf(input, weight)));
  const gradient = spoilt([6, 100, 8, 8]);
  expect(kinds(convTranspose2d(gradient, weight, windows))).toEqual(kinds(backwardOf(gradient, weight)));
});

it("are not taken where little would be saved, nor of other shapes", () => {
  expect(suitsHalves(sizesOf([128, 3, 32, 32], 64))).toBe(false);
  expect(suitsHalves(sizesOf([1, 128, 16, 16], 128))).toBe(false);
  expect(suitsHalves({ ...sizesOf([64, 128, 16, 16], 128), padding: [0, 1] })).toBe(false);
  expect(suitsHalves({ ...sizesOf([64, 128, 16, 16], 128), inputSize: [17, 16] })).toBe(false);
});
