// Convolutions with bias, ReLU and pooling, and their gradients, against loops in float64. Small integers have exact sums, so
// there all must be equal, ties included; other numbers are compared by norm. Threads must not change a bit.

import { expectClose, seeded } from "@bernoulli/testing";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Pair } from "../../../kernels.js";
import { allowRelaxedSimd, getSimd, hasRelaxedSimd, setSimd } from "../../simd.js";
import { setNumThreads } from "../../threads/count.js";
import { memory, randomFloats, randomIntegers, runtime, withNumbers } from "./blocks.testing.js";
import {
  type PooledConvolution,
  pooledConvolution,
  suitsPooledConvolution,
  wantsBorder,
} from "./pooled-convolution.js";
import { pooledInputGradient, pooledWeightGradient } from "./pooled-gradients.js";
import { pooledSizeOf } from "./pooled-sizes.js";

// In Node 20 relaxed SIMD is behind a flag.
allowRelaxedSimd();
const before = getSimd();
const choices = hasRelaxedSimd() ? (["portable", "relaxed", "wide"] as const) : (["portable"] as const);

beforeAll(() => {
  setNumThreads(2);
  runtime.awaitThreads();
});
afterEach(() => {
  setNumThreads(1);
  setSimd(before);
  expect(memory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

const plain = { kernelSize: [3, 3], stride: [1, 1], poolSize: [2, 2], poolStride: [2, 2] } as const;
const square = (size: number) => [size, size] as const;

function sizesOf(
  batch: number,
  inputChannels: number,
  outputChannels: number,
  imageSize: readonly [number, number],
  others: Partial<PooledConvolution> = {},
): PooledConvolution {
  return { batch, inputChannels, outputChannels, imageSize, ...plain, ...others };
}

const cases: Readonly<Record<string, PooledConvolution>> = {
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

interface Data {
  readonly image: Float32Array;
  readonly weight: Float32Array;
  readonly bias: Float32Array;
  readonly gradient: Float32Array;
}

function dataOf(sizes: PooledConvolution, fill: (random: () => number, length: number) => Float32Array): Data {
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

function forward(
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

function backward(sizes: PooledConvolution, { image, weight, bias, gradient }: Data, codes: Int32Array) {
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

const noBorder = [0, 0] as const;
const border = [1, 2] as const;

function withoutBorder({ imageSize: [height, width], inputChannels }: PooledConvolution, images: Float32Array) {
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

function expectedForward(sizes: PooledConvolution, { image, weight, bias }: Data) {
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

function expectedBackward(sizes: PooledConvolution, { image, weight, bias, gradient }: Data, codes: Int32Array) {
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

describe.each(choices)("%s", (simd) => {
  describe.each(Object.entries(cases))("%s", (_name, sizes) => {
    const names = ["weightGradient", "biasGradient", "imageGradient"] as const;

    it("is exact for integers, ties included", () => {
      setSimd(simd);
      expect(suitsPooledConvolution(sizes)).toBe(true);
      const data = dataOf(sizes, randomIntegers);
      const given = forward(sizes, data, { precision: "highest" });
      const wanted = expectedForward(sizes, data);
      expect(given.flag).toBe(0);
      expect(Array.from(given.pooled)).toEqual(wanted.pooled);
      expect(given.codes).toEqual(wanted.codes);
      expect(forward(sizes, data, { withCodes: false, precision: "highest" }).pooled).toEqual(given.pooled);
      const gradients = backward(sizes, data, given.codes);
      const wantedGradients = expectedBackward(sizes, data, given.codes);
      for (const name of names) expect(Float64Array.from(gradients[name])).toEqual(wantedGradients[name]);
    });

    it.each(["high", "highest"] as const)("is close for other numbers, with %s precision", (precision) => {
      setSimd(simd);
      const data = dataOf(sizes, randomFloats);
      const given = forward(sizes, data, { precision });
      const wanted = expectedForward(sizes, data);
      expect(given.flag).toBe(0);
      expectClose(given.pooled, wanted.pooled, { norm: precision === "highest" ? 1e-6 : 3e-6, label: "pooled" });
      expect(forward(sizes, data, { withCodes: false, precision }).pooled).toEqual(given.pooled);
      const others = given.codes.filter((code, at) => code !== wanted.codes[at]);
      expect(others.length).toBeLessThanOrEqual(1e-4 * given.codes.length);
      const gradients = backward(sizes, data, given.codes);
      const wantedGradients = expectedBackward(sizes, data, given.codes);
      for (const name of names) expectClose(gradients[name], wantedGradients[name], { norm: 1e-6, label: name });
    });
  });
});

describe("a pooled convolution", () => {
  const sizes = cases["windows that overlap"]!;

  it("takes no bias for zeros", () => {
    for (const one of [sizes, cases["Winograd, channels that fill no panel"]!, cases["LeNet's first"]!]) {
      const data = dataOf(one, randomIntegers);
      const zeros = { ...data, bias: new Float32Array(data.bias.length) };
      expect(forward(one, data, { withBias: false })).toEqual(forward(one, zeros));
      expect(forward(one, data)).not.toEqual(forward(one, zeros));
    }
  });

  it("lets nothing through where all is negative", () => {
    for (const one of [sizes, cases["Winograd, an odd size"]!]) {
      const data = { ...dataOf(one, randomFloats), bias: new Float32Array(one.outputChannels).fill(-1e6) };
      const { pooled, codes, flag } = forward(one, data);
      expect([flag, ...new Set(pooled), ...new Set(codes)]).toEqual([0, 0, -1]);
      const gradients = backward(one, data, codes);
      expect([...new Set([...gradients.weightGradient, ...gradients.biasGradient])]).toEqual([0]);
      expect([...new Set(gradients.imageGradient)]).toEqual([0]);
    }
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("flags %d wherever it lies", (value) => {
    const names = ["three channels", "Winograd, an odd size", "windows that overlap", "no pool", "LeNet's first"];
    for (const name of names) {
      const one = cases[name]!;
      for (const part of ["image", "weight", "bias"] as const) {
        const data = dataOf(one, randomFloats);
        const { length } = data[part];
        for (const at of [0, Math.floor(length / 2), length - 1]) {
          const spoilt = Float32Array.from(data[part]);
          spoilt[at] = value;
          expect(forward(one, { ...data, [part]: spoilt }).flag, `${name}: ${part} ${at}`).toBe(1);
        }
      }
    }
  });

  it("keeps an infinite gradient to the patches that it belongs to", () => {
    for (const name of ["LeNet's second", "three channels to five", "seven channels to six"]) {
      const one = cases[name]!;
      const data = dataOf(one, randomIntegers);
      const { codes } = forward(one, data);
      data.gradient[codes.findIndex((code) => code >= 0)] = Number.POSITIVE_INFINITY;
      const gradients = backward(one, data, codes);
      for (const [part, wanted] of Object.entries(expectedBackward(one, data, codes)))
        expect(Float64Array.from(gradients[part as keyof typeof gradients]), `${name}: ${part}`).toEqual(wanted);
    }
  });

  it("flags sums that overflow", () => {
    const data = dataOf(sizes, randomFloats);
    expect(forward(sizes, { ...data, weight: new Float32Array(data.weight.length).fill(3e38) }).flag).toBe(1);
  });

  it("does not suit sizes that its kernels were not made for", () => {
    expect(suitsPooledConvolution({ ...sizes, batch: 0 })).toBe(false);
    expect(suitsPooledConvolution({ ...sizes, imageSize: [6, 19] })).toBe(false);
    expect(suitsPooledConvolution({ ...sizes, inputChannels: 2000, outputChannels: 8 })).toBe(false);
  });
});

describe("images without their border of zeros", () => {
  const wide = Object.entries(cases).filter(([, { imageSize }]) => imageSize[0] > 2 && imageSize[1] > 4);

  it.each(wide)("give the same bits: %s", (_name, sizes) => {
    const given = dataOf(sizes, randomFloats);
    const inside = withoutBorder(sizes, given.image);
    // Zeros around what is inside.
    const image = given.image.fill(0);
    const places = withoutBorder(sizes, Float32Array.from(image.keys()));
    for (const [i, place] of places.entries()) image[place] = inside[i]!;
    const data = { ...given, image };
    const whole = forward(sizes, data);
    if (!wantsBorder(sizes, border, "high"))
      expect(forward(sizes, { ...data, image: inside }, { lacks: border })).toEqual(whole);
    const gradients = [noBorder, border].map((lacks) => {
      const from = [lacks === border ? inside : image, data.gradient, new Float32Array(whole.codes.buffer)] as const;
      return withNumbers(from, [data.weight.length, data.bias.length], ([image, gradient, codes], to) =>
        pooledWeightGradient(runtime, sizes, lacks, {
          ...{ image, gradient, codes },
          ...{ weightGradient: to[0], biasGradient: to[1] },
        }),
      );
    });
    expect(gradients[1]).toEqual(gradients[0]);
  });

  it("are wanted with it where six points are not taken", () => {
    const wants = (name: string, precision: "high" | "highest") => wantsBorder(cases[name]!, border, precision);
    expect(wants("three channels", "high")).toBe(false);
    expect(wants("three channels", "highest")).toBe(true);
    expect(wants("one channel", "high")).toBe(true);
    expect(wantsBorder(cases["three channels"]!, [3, 3], "high")).toBe(true);
  });
});

describe("results do not depend on the number of threads", () => {
  const many: Readonly<Record<string, PooledConvolution>> = {
    "three channels": { ...cases["three channels"]!, batch: 37 },
    Winograd: { ...cases["Winograd, an odd size"]!, batch: 19 },
    "one image": { ...cases["Winograd, an odd size"]!, batch: 1 },
    "windows that overlap": { ...cases["windows that overlap, many channels"]!, batch: 21 },
    "few channels": { ...cases["seven channels to six"]!, batch: 41 },
    "LeNet's first": { ...cases["LeNet's first"]!, batch: 41 },
    "small images": { ...cases["Winograd, many small images"]!, batch: 100 },
  };
  const bitsOf = (sizes: PooledConvolution, data: Data) => {
    const { pooled, codes } = forward(sizes, data);
    const own = { pooled, codes, ...backward(sizes, data, codes) };
    return Object.values(own).map((values) => new Int32Array(values.buffer.slice(0)));
  };

  it.each(Object.entries(many))("%s", (_name, sizes) => {
    const data = dataOf(sizes, randomFloats);
    const wanted = bitsOf(sizes, data);
    for (const threads of [2, 3, 2, 3, 2, 2, 2, 2]) {
      setNumThreads(threads);
      for (const [at, bits] of bitsOf(sizes, data).entries())
        expect(Buffer.compare(Buffer.from(bits.buffer), Buffer.from(wanted[at]!.buffer)), `result ${at}`).toBe(0);
    }
  });
});
