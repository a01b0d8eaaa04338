// Winograd's algorithm at six points, and at four, in all three passes against loops in float64, by norm. Threads must not change a bit.
// In a process of its own: its threads stay.

import { expectClose, seeded, Variants } from "@bernoulli/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { allowRelaxedSimd, getSimd, hasRelaxedSimd, setSimd } from "../../simd.js";
import { setNumThreads } from "../../threads/count.js";
import { memory, randomFloats, runtime, withNumbers } from "./blocks.testing.js";
import {
  hindranceOfWinogradSix,
  outputSizeOf,
  type WinogradConvolution,
  winogradForward,
  winogradInputGradient,
} from "./winograd-six.js";
import { winogradWeightGradient } from "./winograd-six-weight-sums.js";

// In Node 20 relaxed SIMD is behind a flag.
allowRelaxedSimd();
const before = getSimd();
const choices = hasRelaxedSimd() ? (["portable", "relaxed", "wide"] as const) : (["portable"] as const);

/** Of the plain sums' norm: what points of ±5/8 and ±5/4 cost, twice over, and what those of ±1 do. */
const bound = { norm: 4e-6 };
const boundOf = ({ finite }: WinogradConvolution) => (finite === 3 ? { norm: 1e-6 } : bound);

beforeAll(() => {
  setNumThreads(2);
  runtime.awaitThreads();
});
afterEach(() => {
  setNumThreads(1);
  setSimd(before);
  expect(memory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

function sizesOf(
  batch: number,
  inputChannels: number,
  outputChannels: number,
  imageSize: readonly [number, number],
  padding: readonly [number, number] = [1, 1],
  kernelSize: 3 | 4 | 5 = 3,
): WinogradConvolution {
  return { batch, inputChannels, outputChannels, imageSize, padding, kernelSize, stride: 1 };
}

/** In steps of two. */
function inTwos(...sizes: Parameters<typeof sizesOf>): WinogradConvolution {
  return { ...sizesOf(...sizes), stride: 2 };
}

/** Of 4 × 4 in steps of two. */
function ofFours(...[batch, inputs, outputs, size]: [number, number, number, readonly [number, number]]) {
  return inTwos(batch, inputs, outputs, size, [1, 1], 4);
}

/** At four points, or three. */
function few(sizes: WinogradConvolution): WinogradConvolution {
  return { ...sizes, finite: 3 };
}

const cases: Readonly<Record<string, WinogradConvolution>> = {
  "four points": few(sizesOf(3, 64, 64, [16, 16])),
  "four points, odd sizes": few(sizesOf(2, 20, 36, [17, 11])),
  "four points, channels that fill no vector": few(sizesOf(2, 18, 24, [12, 13], [0, 2])),
  "four points, small images": few(sizesOf(40, 96, 128, [4, 4])),
  "four points, in twos": few(inTwos(2, 24, 20, [14, 29], [2, 2])),
  "four points, in twos, from a pair on": few(inTwos(3, 16, 16, [15, 31])),
  "three points, four by four": few(ofFours(3, 68, 20, [16, 24])),
  "three points, four by four, odd sizes": few(ofFours(3, 96, 64, [15, 31])),
  "32 × 32": sizesOf(2, 16, 32, [32, 32]),
  "16 × 16, as many channels": sizesOf(3, 64, 64, [16, 16]),
  "8 × 8, many channels": sizesOf(7, 96, 128, [8, 8]),
  "one image": sizesOf(1, 128, 32, [12, 12]),
  "odd sizes": sizesOf(3, 16, 16, [13, 15]),
  "odd sizes, no padding": sizesOf(2, 20, 36, [17, 10], [0, 0]),
  "padding of two": sizesOf(2, 24, 20, [10, 14], [2, 2]),
  "paddings that differ": sizesOf(2, 16, 28, [9, 18], [0, 2]),
  "channels that do not divide": sizesOf(2, 68, 16, [10, 9]),
  "three channels": sizesOf(3, 3, 32, [32, 32]),
  "one channel": sizesOf(5, 1, 8, [28, 28], [0, 0]),
  "two channels": sizesOf(3, 2, 12, [9, 10]),
  "five channels": sizesOf(4, 5, 20, [11, 12], [2, 0]),
  "seven channels": sizesOf(2, 7, 16, [8, 15]),
  "channels that fill no vector": sizesOf(2, 18, 24, [12, 13]),
  "many channels that fill no vector": sizesOf(2, 70, 8, [9, 8]),
  "five by five, channels that fill no vector": sizesOf(2, 17, 16, [9, 10], [2, 2], 5),
  "five by five": sizesOf(3, 16, 32, [16, 15], [2, 2], 5),
  "five by five, no padding": sizesOf(2, 20, 16, [13, 12], [0, 0], 5),
  "five by five, paddings that differ": sizesOf(2, 16, 16, [9, 10], [4, 1], 5),
  "rows longer than a block": sizesOf(1, 16, 16, [8, 272]),
  // Their transformed weights are more than is held at once; the last part of the channels is smaller.
  "channels that are taken in parts": sizesOf(1, 272, 308, [9, 10]),
  "four by four, channels that are taken in parts": ofFours(2, 180, 164, [8, 8]),
  "in twos, 32 × 32": inTwos(2, 32, 64, [32, 32]),
  "in twos, 16 × 16, many channels": inTwos(3, 64, 128, [16, 16]),
  "in twos, 8 × 8": inTwos(5, 128, 16, [8, 8]),
  "in twos, odd sizes": inTwos(3, 16, 16, [15, 31]),
  "in twos, a row and a column that nobody sees": inTwos(2, 20, 24, [32, 18], [0, 0]),
  "in twos, no padding, odd sizes": inTwos(2, 16, 8, [31, 31], [0, 0]),
  "in twos, a padding of two": inTwos(2, 24, 20, [14, 29], [2, 2]),
  "in twos, paddings that differ": inTwos(2, 16, 28, [14, 31], [2, 0]),
  "in twos, channels that do not divide": inTwos(2, 68, 16, [16, 14]),
  "in twos, channels that fill no vector": inTwos(2, 18, 12, [15, 16]),
  "in twos, one image": inTwos(1, 16, 32, [64, 16]),
  "four by four, 32 × 32": ofFours(2, 16, 32, [32, 32]),
  "four by four, 8 × 8, many channels": ofFours(7, 128, 64, [8, 8]),
  "four by four, channels that are taken in ranges": ofFours(3, 96, 12, [16, 8]),
  "four by four, channels that do not divide": ofFours(3, 68, 20, [16, 24]),
  "four by four, odd sizes": ofFours(3, 16, 8, [15, 31]),
  "four by four, tiles that hang over": ofFours(2, 20, 24, [29, 46]),
  "four by four, one image": ofFours(1, 16, 16, [64, 8]),
};

interface Data {
  readonly image: Float32Array;
  readonly weight: Float32Array;
  readonly bias: Float32Array;
  readonly gradient: Float32Array;
}

function dataOf(sizes: WinogradConvolution): Data {
  const { batch, inputChannels, outputChannels, imageSize, kernelSize } = sizes;
  const random = seeded(inputChannels + outputChannels);
  const [rows, columns] = outputSizeOf(sizes);
  return {
    image: randomFloats(random, batch * imageSize[0] * imageSize[1] * inputChannels),
    weight: randomFloats(random, outputChannels * inputChannels * kernelSize ** 2),
    bias: randomFloats(random, outputChannels),
    gradient: randomFloats(random, batch * rows * columns * outputChannels),
  };
}

function forward(sizes: WinogradConvolution, { image, weight, bias, gradient }: Data, biased = true, rectify = true) {
  const [output, flag] = withNumbers([image, weight, bias], [gradient.length, 1], (from, to) => {
    new Int32Array(memory.memory.buffer, to[1], 1)[0] = 0;
    winogradForward(runtime, sizes, {
      image: from[0],
      weight: from[1],
      copies: null,
      bias: biased ? from[2] : null,
      output: to[0],
      rectify,
      behind: null,
      flag: to[1],
    });
  });
  return { output, flag: new Int32Array(flag.buffer)[0] };
}

/** `output`: what let gradients through, or null where all went. */
function backward(sizes: WinogradConvolution, { image, weight, bias, gradient }: Data, output: Float32Array | null) {
  const inputs = [image, weight, gradient, output ?? new Float32Array(1)] as const;
  const lengths = [weight.length, bias.length, image.length, weight.length, 1] as const;
  const [weightGradient, biasGradient, imageGradient, alone] = withNumbers(inputs, lengths, (from, to) => {
    const given = { gradient: from[2], output: output === null ? null : from[3] };
    const both = { ...given, image: from[0], weightGradient: to[0], biasGradient: to[1], flag: null };
    winogradWeightGradient(runtime, sizes, both);
    winogradWeightGradient(runtime, sizes, { ...both, weightGradient: to[3], biasGradient: null, flag: to[4] });
    winogradInputGradient(runtime, sizes, {
      ...given,
      weight: from[1],
      imageGradient: to[2],
      behind: null,
      flag: to[4],
    });
  });
  expect(alone).toEqual(weightGradient);
  return { weightGradient, biasGradient, imageGradient };
}

/** Calls `use` for each pair of an output and an input that it sees: their numbers, and those of their weights' first. */
function forPairs(sizes: WinogradConvolution, use: (output: number, image: number, place: number) => void): void {
  const { batch, imageSize, padding, kernelSize, stride } = sizes;
  const [rows, columns] = outputSizeOf(sizes);
  for (let n = 0; n < batch; n += 1)
    for (let y = 0; y < rows; y += 1)
      for (let x = 0; x < columns; x += 1)
        for (let place = 0; place < kernelSize ** 2; place += 1) {
          const [row, column] = [
            stride * y + Math.floor(place / kernelSize) - padding[0],
            stride * x + (place % kernelSize) - padding[1],
          ] as const;
          const inside = row >= 0 && row < imageSize[0] && column >= 0 && column < imageSize[1];
          if (inside) use((n * rows + y) * columns + x, (n * imageSize[0] + row) * imageSize[1] + column, place);
        }
}

function expectedForward(sizes: WinogradConvolution, { image, weight, bias, gradient }: Data, rectify = true) {
  const { inputChannels, outputChannels } = sizes;
  const output = Float64Array.from({ length: gradient.length }, (_, at) => bias[at % outputChannels]!);
  forPairs(sizes, (to, from, place) => {
    for (let o = 0; o < outputChannels; o += 1)
      for (let c = 0; c < inputChannels; c += 1)
        output[to * outputChannels + o]! +=
          weight[(o * inputChannels + c) * sizes.kernelSize ** 2 + place]! * image[from * inputChannels + c]!;
  });
  return rectify ? output.map((value) => Math.max(0, value)) : output;
}

function expectedBackward(sizes: WinogradConvolution, data: Data, output: Float32Array | null) {
  const { inputChannels, outputChannels } = sizes;
  const { image, weight, bias } = data;
  const gradient = data.gradient.map((value, at) => (output === null || output[at]! > 0 ? value : 0));
  const weightGradient = new Float64Array(weight.length);
  const biasGradient = new Float64Array(bias.length);
  const imageGradient = new Float64Array(image.length);
  for (const [at, value] of gradient.entries()) biasGradient[at % outputChannels]! += value;
  forPairs(sizes, (to, from, place) => {
    for (let o = 0; o < outputChannels; o += 1)
      for (let c = 0; c < inputChannels; c += 1) {
        const at = (o * inputChannels + c) * sizes.kernelSize ** 2 + place;
        weightGradient[at]! += gradient[to * outputChannels + o]! * image[from * inputChannels + c]!;
        imageGradient[from * inputChannels + c]! += gradient[to * outputChannels + o]! * weight[at]!;
      }
  });
  return { weightGradient, biasGradient, imageGradient };
}

// Loops in float64 take most of the time: their sums are kept for the instructions that follow.
const variants = new Variants("packages/tensor/src/backends/wasm/kernels/blocks/winograd-six.test.ts");
describe.each(variants.of("cases", Object.entries(cases), ([name]) => name))("%s", (_name, sizes) => {
  const data = dataOf(sizes);
  let output: Float64Array | null = null;
  const gradients = new Map<string, ReturnType<typeof expectedBackward>>();

  it.each(choices)("%s", (simd) => {
    setSimd(simd);
    expect(hindranceOfWinogradSix(sizes)).toBe(null);
    const given = forward(sizes, data);
    expect(given.flag).toBe(0);
    output ??= expectedForward(sizes, data);
    expectClose(given.output, output, { ...boundOf(sizes), label: "output" });
    for (const passed of [given.output, null]) {
      const found = backward(sizes, data, passed);
      const wanted = wantedOf(passed);
      for (const name of ["weightGradient", "biasGradient", "imageGradient"] as const)
        expectClose(found[name], wanted[name], { ...boundOf(sizes), label: `${name} ${passed === null}` });
    }
  });

  /** They hang on the places that let gradients through alone, which rounding may choose otherwise. */
  function wantedOf(passed: Float32Array | null): ReturnType<typeof expectedBackward> {
    const through = passed === null ? "all" : passed.map((value) => (value > 0 ? 1 : 0)).join("");
    const known = gradients.get(through) ?? expectedBackward(sizes, data, passed);
    gradients.set(through, known);
    return known;
  }

  afterAll(() => {
    output = null;
    gradients.clear();
  });
});

describe("a convolution at six points", () => {
  const sizes = cases["odd sizes"]!;

  it("takes no bias for zeros, and leaves negative outputs as they are where it is told to", () => {
    const data = { ...dataOf(sizes), bias: new Float32Array(sizes.outputChannels) };
    const plain = forward(sizes, data, true, false).output;
    expectClose(plain, expectedForward(sizes, data, false), { ...bound, label: "output" });
    expect(forward(sizes, data, false, false).output).toEqual(plain);
    expect(forward(sizes, data, false).output).toEqual(plain.map((value) => Math.max(0, value)));
  });

  const someSizes = [
    ...["odd sizes", "five channels", "in twos, odd sizes", "four by four, odd sizes"],
    ...["four points, odd sizes", "three points, four by four, odd sizes"],
  ].map((name) => cases[name]!);

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("flags %d wherever it lies", (value) => {
    for (const sizes of someSizes)
      for (const part of ["image", "weight", "bias"] as const) {
        const data = dataOf(sizes);
        const { length } = data[part];
        for (const at of [0, Math.floor(length / 2), length - 1]) {
          const spoilt = Float32Array.from(data[part]);
          spoilt[at] = value;
          expect(forward(sizes, { ...data, [part]: spoilt }).flag, `${part} ${at}`).toBe(1);
        }
      }
  });

  it("has a weight gradient that is not finite where a gradient is not", () => {
    for (const sizes of someSizes) {
      const data = dataOf(sizes);
      for (const at of [0, Math.floor(data.gradient.length / 2), data.gradient.length - 1]) {
        const gradient = Float32Array.from(data.gradient);
        gradient[at] = Number.POSITIVE_INFINITY;
        const { weightGradient } = backward(sizes, { ...data, gradient }, null);
        expect(weightGradient.every(Number.isFinite)).toBe(false);
      }
    }
  });

  it("does not suit sizes that its kernels were not made for, or that smaller tiles do better", () => {
    expect(hindranceOfWinogradSix({ ...sizes, kernelSize: 5, inputChannels: 3 })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...sizes, outputChannels: 4 })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...sizes, outputChannels: 18 })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...sizes, batch: 0 })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...sizes, imageSize: [4, 4] })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...sizes, imageSize: [9, 9] })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...sizes, padding: [3, 3] })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix(few(cases["five by five"]!))).toBeTypeOf("string");
    const twos = cases["in twos, 16 × 16, many channels"]!;
    expect(hindranceOfWinogradSix({ ...twos, inputChannels: 12 })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...twos, padding: [0, 1] })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...twos, imageSize: [10, 10] })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...twos, kernelSize: 5, padding: [2, 2] })).toBeTypeOf("string");
    const fours = cases["four by four, 32 × 32"]!;
    expect(hindranceOfWinogradSix({ ...fours, stride: 1 })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...fours, padding: [0, 0] })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...fours, inputChannels: 18 })).toBeTypeOf("string");
    expect(hindranceOfWinogradSix({ ...fours, imageSize: [10, 10] })).toBeTypeOf("string");
  });
});

describe("results do not depend on the number of threads", () => {
  const many: Readonly<Record<string, WinogradConvolution>> = {
    "32 × 32": sizesOf(9, 16, 32, [32, 32]),
    "8 × 8": sizesOf(50, 32, 64, [8, 8]),
    "one image": cases["one image"]!,
    "three channels": sizesOf(37, 3, 32, [32, 32]),
    "five channels": sizesOf(19, 5, 20, [11, 12], [2, 0]),
    "in twos": inTwos(21, 24, 20, [30, 16]),
    "four by four": ofFours(21, 48, 20, [30, 16]),
    "four points": few(sizesOf(50, 32, 64, [8, 8])),
    "three points, four by four": few(ofFours(21, 48, 20, [30, 16])),
  };
  const bitsOf = (sizes: WinogradConvolution, data: Data) => {
    const { output } = forward(sizes, data);
    return Object.values({ output, ...backward(sizes, data, output) }).map((values) => Buffer.from(values.buffer));
  };

  it.each(variants.of("threads", Object.entries(many), ([name]) => name))("%s", (_name, sizes) => {
    const data = dataOf(sizes);
    const wanted = bitsOf(sizes, data);
    for (const threads of [2, 3, 2, 3, 2, 2]) {
      setNumThreads(threads);
      for (const [at, bits] of bitsOf(sizes, data).entries())
        expect(Buffer.compare(bits, wanted[at]!), `result ${at}`).toBe(0);
    }
  });
});

it("holds no transformed weights of channels whose turn it is not", () => {
  const sizes = cases["channels that are taken in parts"]!;
  const data = dataOf(sizes);
  const transformed = 4 * 36 * sizes.inputChannels * sizes.outputChannels;
  const [image, weight, output] = [data.image, data.weight, data.gradient].map(({ byteLength }) => byteLength) as [
    number,
    number,
    number,
  ];
  const passes = [
    { run: () => void forward(sizes, data), numbers: image + weight + 2 * output },
    { run: () => void backward(sizes, data, null), numbers: 2 * image + 3 * weight + output },
  ];
  for (const { run, numbers } of passes) {
    run();
    expect(memory.peakOf(run) - numbers).toBeLessThan(0.75 * transformed);
  }
});

variants.tell(it);
