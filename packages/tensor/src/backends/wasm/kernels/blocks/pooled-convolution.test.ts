// Convolutions with bias, ReLU and pooling, and their gradients, against loops in float64. Small integers have exact sums, so
// there all must be equal, ties included; other numbers are compared by norm. Threads must not change a bit.
// In a process of its own: its threads stay.

import { expectClose, Variants } from "@bernoulli/testing";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { allowRelaxedSimd, getSimd, hasRelaxedSimd, setSimd } from "../../simd.js";
import { setNumThreads } from "../../threads/count.js";
import { memory, randomFloats, randomIntegers, runtime, withNumbers } from "./blocks.testing.js";
import {
  backward,
  border,
  cases,
  type Data,
  dataOf,
  expectedBackward,
  expectedForward,
  forward,
  noBorder,
  withoutBorder,
} from "./pooled.testing.js";
import { type PooledConvolution, suitsPooledConvolution, wantsBorder } from "./pooled-convolution.js";
import { pooledWeightGradient } from "./pooled-gradients.js";

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

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/blocks/pooled-convolution.test.ts");
const chosen = (group: string, own: readonly (readonly [string, PooledConvolution])[] = Object.entries(cases)) =>
  variants.of(group, own, ([name]) => name);

describe.each(choices)("%s", (simd) => {
  describe.each(chosen(simd))("%s", (_name, sizes) => {
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

  it.each(chosen("without border", wide))("give the same bits: %s", (_name, sizes) => {
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

  it.each(variants.of("threads", Object.entries(many), ([name]) => name))("%s", (_name, sizes) => {
    const data = dataOf(sizes, randomFloats);
    const wanted = bitsOf(sizes, data);
    for (const threads of [2, 3, 2, 3, 2, 2, 2, 2]) {
      setNumThreads(threads);
      for (const [at, bits] of bitsOf(sizes, data).entries())
        expect(Buffer.compare(Buffer.from(bits.buffer), Buffer.from(wanted[at]!.buffer)), `result ${at}`).toBe(0);
    }
  });
});

variants.tell(it);
