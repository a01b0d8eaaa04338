// Convolutions with ReLU and pools for the tests of the kernels that compute them: sizes, numbers, both passes, and loops in float64
// to hold them to. Holds no tests.

import { seeded } from "@bernoulli/testing";
import { expect } from "vitest";
import type { Pair } from "../../../../kernels/contract.js";
import { memory, runtime, withNumbers } from "./blocks.testing.js";
import { type PooledConvolution, pooledConvolution } from "./pooled-convolution.js";
import { pooledInputGradient, pooledWeightGradient } from "./pooled-gradients.js";
import { pooledSizeOf } from "./pooled-sizes.js";

const plain = { kernelSize: [3, 3], stride: [1, 1], poolSize: [2, 2], poolStride: [2, 2] } as const;
export const square = (size: number) => [size, size] as const;

export function sizesOf(
  batch: number,
  inputChannels: number,
  outputChannels: number,
  imageSize: readonly [number, number],
  others: Partial<PooledConvolution> = {},
): PooledConvolution {
  return { batch, inputChannels, outputChannels, imageSize, ...plain, ...others };
}

export const cases: Readonly<Record<string, PooledConvolution>> = {
  "three channels": sizesOf(3, 3, 32, square(32)),
  "three channels, one image": sizesOf(1, 3, 32, square(32)),
  "Winograd, an odd size": sizesOf(2, 32, 64, square(15)),
  "Winograd, many small images": sizesOf(23, 64, 128, square(6)),
  "Winograd, one small image": sizesOf(1, 64, 128, square(6)),
  "Winograd, rows longer than a block": sizesOf(2, 16, 16, [6, 92]),
  "Winograd, channels that fill no panel": sizesOf(7, 20, 36, [8, 11]),
  "direct, channels that fill no panel": sizesOf(7, 5, 12, [9, 12]),
  "one channel": sizesOf(5, 1, 8, square(12)),
  "windows that overlap": sizesOf(2, 3, 16, [17, 19], { kernelSize: [5, 5], poolSize: [3, 3], poolStride: [2, 2] }),
  "windows that overlap, many channels": sizesOf(3, 8, 72, square(11), { poolSize: [3, 2], poolStride: [1, 1] }),
  "five by five, six points": sizesOf(2, 4, 20, [14, 15], { kernelSize: [5, 5] }),
  "five by five, windows that overlap": sizesOf(3, 3, 16, [17, 18], {
    kernelSize: [5, 5],
    poolSize: [3, 3],
    poolStride: [2, 2],
  }),
  "three by three, windows that overlap": sizesOf(3, 16, 16, [14, 13], { poolSize: [3, 3], poolStride: [2, 2] }),
  "windows with gaps": sizesOf(2, 4, 8, square(14), { poolSize: [2, 1], poolStride: [3, 2] }),
  "steps of two": sizesOf(3, 8, 16, [13, 16], { stride: [2, 2] }),
  "steps longer than the kernel": sizesOf(3, 4, 16, [15, 17], { kernelSize: [1, 2], stride: [2, 3] }),
  "1 × 1": sizesOf(2, 16, 24, square(6), { kernelSize: [1, 1] }),
  "no pool": sizesOf(3, 4, 40, square(7), { poolSize: [1, 1], poolStride: [1, 1] }),
  "LeNet's first": sizesOf(5, 1, 6, square(32), { kernelSize: [5, 5] }),
  "LeNet's second": sizesOf(5, 6, 16, square(14), { kernelSize: [5, 5] }),
  "one channel to one": sizesOf(3, 1, 1, [11, 8]),
  "two channels to three, windows that overlap": sizesOf(4, 2, 3, [9, 11], { poolSize: [3, 3], poolStride: [2, 2] }),
  "three channels to five": sizesOf(3, 3, 5, [12, 9], { kernelSize: [2, 3] }),
  "five channels to seven, steps of two": sizesOf(3, 5, 7, [13, 12], { stride: [2, 2] }),
  "six channels to two, no pool": sizesOf(2, 6, 2, [9, 7], { poolSize: [1, 1], poolStride: [1, 1] }),
  "seven channels to six": sizesOf(3, 7, 6, [11, 10], { kernelSize: [1, 4] }),
  "Winograd, outputs not in fours": sizesOf(3, 16, 18, [9, 12]),
  "six points, outputs not in fours": sizesOf(2, 6, 21, [14, 15], { kernelSize: [5, 5] }),
  "six points, outputs not in fours, windows that overlap": sizesOf(2, 3, 19, [16, 17], {
    kernelSize: [5, 5],
    poolSize: [3, 3],
    poolStride: [2, 2],
  }),
  "one output": sizesOf(9, 4, 4, square(4)),
};

export interface Data {
  readonly image: Float32Array;
  readonly weight: Float32Array;
  readonly bias: Float32Array;
  readonly gradient: Float32Array;
}

export function dataOf(sizes: PooledConvolution, fill: (random: () => number, length: number) => Float32Array): Data {
  const { batch, inputChannels, outputChannels, imageSize, kernelSize } = sizes;
  const random = seeded(inputChannels + outputChannels);
  const [rows, columns] = pooledSizeOf(sizes);
  return {
    image: fill(random, batch * imageSize[0] * imageSize[1] * inputChannels),
    weight: fill(random, outputChannels * inputChannels * kernelSize[0] * kernelSize[1]),
    bias: fill(random, outputChannels),
    gradient: fill(random, batch * rows * columns * outputChannels),
  };
}

export function forward(
  sizes: PooledConvolution,
  data: Data,
  { withBias = true, withCodes = true, precision = "high" as "high" | "highest", lacks = noBorder as Pair } = {},
) {
  const { image, weight, bias, gradient } = data;
  const [pooled, codes, flag] = withNumbers(
    [image, weight, bias],
    [gradient.length, gradient.length, 1],
    (from, to) => {
      new Int32Array(memory.memory.buffer, to[2], 1)[0] = 0;
      const addresses = {
        image: from[0],
        weight: from[1],
        copies: null,
        bias: withBias ? from[2] : null,
        pooled: to[0],
        codes: withCodes ? to[1] : null,
        flag: to[2],
      };
      pooledConvolution(runtime, sizes, lacks, addresses, precision);
    },
  );
  return { pooled, codes: new Int32Array(codes.buffer, 0, gradient.length), flag: new Int32Array(flag.buffer)[0] };
}

export function backward(sizes: PooledConvolution, { image, weight, bias, gradient }: Data, codes: Int32Array) {
  const inputs = [image, weight, gradient, new Float32Array(codes.buffer, 0, codes.length)] as const;
  const inside = withoutBorder(sizes, image);
  const lengths = [weight.length, bias.length, image.length, inside.length] as const;
  const [weightGradient, biasGradient, imageGradient, insideGradient] = withNumbers(inputs, lengths, (from, to) => {
    const given = { gradient: from[2], codes: from[3] };
    const results = { weightGradient: to[0], biasGradient: to[1] };
    pooledWeightGradient(runtime, sizes, noBorder, { ...given, image: from[0], ...results });
    pooledInputGradient(runtime, sizes, noBorder, { ...given, weight: from[1], imageGradient: to[2] });
    pooledInputGradient(runtime, sizes, border, { ...given, weight: from[1], imageGradient: to[3] });
  });
  expect(insideGradient).toEqual(withoutBorder(sizes, imageGradient));
  return { weightGradient, biasGradient, imageGradient };
}

export const noBorder = [0, 0] as const;
export const border = [1, 2] as const;

export function withoutBorder({ imageSize: [height, width], inputChannels }: PooledConvolution, images: Float32Array) {
  const isInside = (at: number) => {
    const position = Math.floor(at / inputChannels);
    const [x, y] = [position % width, Math.floor(position / width) % height];
    return y >= border[0] && y < height - border[0] && x >= border[1] && x < width - border[1];
  };
  return images.filter((_, at) => isInside(at));
}

/** Calls `use` for each pooled position: its number, and that of the image's element where its window begins. */
function forWindows(sizes: PooledConvolution, use: (position: number, corner: number) => void): void {
  const { batch, imageSize, inputChannels, poolStride, stride } = sizes;
  const [rows, columns] = pooledSizeOf(sizes);
  for (let position = 0; position < batch * rows * columns; position += 1) {
    const [x, y] = [position % columns, Math.floor(position / columns) % rows];
    const image = Math.floor(position / (rows * columns));
    const row = image * imageSize[0] + y * poolStride[0] * stride[0];
    use(position, (row * imageSize[1] + x * poolStride[1] * stride[1]) * inputChannels);
  }
}

/** Calls `use` for the elements of an output's kernel: their numbers in the weights, and in an image from `at` on. */
function forKernel(
  { kernelSize, inputChannels, imageSize }: PooledConvolution,
  output: number,
  at: number,
  use: (weight: number, image: number) => void,
): void {
  let weight = output * inputChannels * kernelSize[0] * kernelSize[1];
  for (let channel = 0; channel < inputChannels; channel += 1)
    for (let y = 0; y < kernelSize[0]; y += 1)
      for (let x = 0; x < kernelSize[1]; x += 1) {
        use(weight, at + (y * imageSize[1] + x) * inputChannels + channel);
        weight += 1;
      }
}

export function expectedForward(sizes: PooledConvolution, { image, weight, bias }: Data) {
  const { outputChannels, poolSize, stride, imageSize, inputChannels } = sizes;
  const pooled: number[] = [];
  const codes: number[] = [];
  forWindows(sizes, (_, corner) => {
    for (let output = 0; output < outputChannels; output += 1) {
      let [largest, code] = [Number.NEGATIVE_INFINITY, 0];
      for (let element = 0; element < poolSize[0] * poolSize[1]; element += 1) {
        const [y, x] = [Math.floor(element / poolSize[1]) * stride[0], (element % poolSize[1]) * stride[1]];
        const offset = (y * imageSize[1] + x) * inputChannels;
        let sum = bias[output]!;
        forKernel(sizes, output, corner + offset, (w, i) => {
          sum += weight[w]! * image[i]!;
        });
        if (sum > largest) [largest, code] = [sum, 4 * offset];
      }
      pooled.push(Math.max(0, largest));
      codes.push(largest > 0 ? code : -1);
    }
  });
  return { pooled, codes: Int32Array.from(codes) };
}

export function expectedBackward(sizes: PooledConvolution, { image, weight, bias, gradient }: Data, codes: Int32Array) {
  const { outputChannels } = sizes;
  const weightGradient = new Float64Array(weight.length);
  const biasGradient = new Float64Array(bias.length);
  const imageGradient = new Float64Array(image.length);
  forWindows(sizes, (position, corner) => {
    for (let output = 0; output < outputChannels; output += 1) {
      const [code, own] = [codes[position * outputChannels + output]!, gradient[position * outputChannels + output]!];
      if (code < 0) continue;
      biasGradient[output]! += own;
      forKernel(sizes, output, corner + code / 4, (w, i) => {
        weightGradient[w]! += own * image[i]!;
        imageGradient[i]! += own * weight[w]!;
      });
    }
  });
  return { weightGradient, biasGradient, imageGradient };
}
