// The rule for convolutions of 3 × 3 and 5 × 5 without a pool: it fires where it should, and what it gives is what the plain kernels give,
// by norm to 4e-6; with and without ReLU and bias, with odd sizes, with what is not finite.
// In a process of those with threads: they stay.

import { Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { compile, conv2d, manualSeed, noGrad, randn, setNumThreads } from "../../../../../index.js";
import { type Case, distance, names, prepared } from "../../convolutions.testing.js";

afterEach(() => setNumThreads(1));

const shared = { outputs: 32, padding: 1, pool: [1, 1] } as const;
const cases: readonly Case[] = [
  { ...shared, name: "with ReLU", image: [3, 16, 16, 16] },
  { ...shared, name: "without ReLU", image: [3, 16, 16, 16], relu: false },
  { ...shared, name: "without bias", image: [3, 16, 12, 16], bias: false },
  { ...shared, name: "without either", image: [3, 16, 12, 16], relu: false, bias: false },
  { ...shared, name: "five by five", image: [2, 16, 13, 12], kernel: 5, padding: 2 },
  { ...shared, name: "many channels", image: [2, 128, 8, 8] },
  { ...shared, name: "odd sizes", image: [3, 20, 11, 13] },
  { ...shared, name: "no padding", image: [3, 20, 18, 12], padding: 0 },
  { ...shared, name: "a padding of two", image: [3, 16, 9, 12], padding: 2 },
  { ...shared, name: "one image", image: [1, 16, 12, 12] },
  { ...shared, name: "pictures of three channels", image: [3, 3, 32, 32], isFirst: true },
  { ...shared, name: "pictures of one channel", image: [3, 1, 28, 28], padding: 0, isFirst: true },
  { ...shared, name: "one channel", image: [3, 1, 12, 9] },
  { ...shared, name: "two channels", image: [3, 2, 12, 9] },
  { ...shared, name: "six channels, without ReLU", image: [3, 6, 12, 9], relu: false },
  { ...shared, name: "three channels", image: [3, 3, 9, 11] },
  { ...shared, name: "five channels, few outputs", image: [3, 5, 9, 11], outputs: 8 },
  { ...shared, name: "seven channels, without bias", image: [3, 7, 13, 11], bias: false },
  { ...shared, name: "channels that fill no vector", image: [3, 18, 13, 12] },
  { ...shared, name: "in steps of two", image: [3, 16, 16, 16], stride: 2 },
  { ...shared, name: "in steps of two, without either", image: [2, 20, 15, 32], stride: 2, relu: false, bias: false },
  { ...shared, name: "in steps of two, no padding", image: [2, 16, 32, 18], stride: 2, padding: 0 },
  { ...shared, name: "in steps of two, a padding of two", image: [2, 16, 14, 30], stride: 2, padding: 2 },
  { ...shared, name: "in steps of two, images of no gradient", image: [2, 16, 16, 16], stride: 2, isFirst: true },
  { ...shared, name: "four by four", image: [3, 16, 16, 16], kernel: 4, stride: 2 },
  {
    ...shared,
    name: "four by four, without either",
    image: [2, 20, 15, 32],
    kernel: 4,
    stride: 2,
    relu: false,
    bias: false,
  },
  { ...shared, name: "small images, many of them", image: [33, 16, 4, 4] },
];

const variants = new Variants("packages/tensor/src/backends/wasm/fusions/convolutions/methods/winograd.test.ts");

describe("the rule for convolutions by Winograd's algorithm", () => {
  for (const one of variants.of("cases", cases, ({ name }) => name)) {
    it(`${one.name}: as the plain kernels`, () => {
      const { run } = prepared(one);
      const expected = run().map((result) => result.clone());
      const compiled = compile(run);
      for (const call of [1, 2]) {
        const results = compiled();
        for (const [at, result] of results.entries())
          expect(distance(result, expected[at]!), `${names[at]}, call ${call}`).toBeLessThan(4e-6);
      }
      expect(compiled.explain()).toContain("Winograd convolution");
    });
  }

  it("gives the same bits on one thread and on two, again and again", () => {
    const narrow = { ...shared, name: "narrow", image: [19, 5, 15, 15], outputs: 8 } as const;
    const inTwos = { ...shared, name: "in twos", image: [19, 16, 16, 16], stride: 2 } as const;
    const ofFours = { ...inTwos, name: "four by four", kernel: 4 } as const;
    for (const one of [cases[0]!, narrow, inTwos, ofFours]) {
      const { run } = prepared(one);
      const compiled = compile(run);
      setNumThreads(1);
      const single = compiled().map((result) => result.toTypedArray());
      setNumThreads(2);
      for (let time = 0; time < 20; time += 1)
        for (const [at, result] of compiled().entries()) expect(result.toTypedArray()).toEqual(single[at]);
    }
  });

  it("hands images on with channels last, through what goes element by element", () => {
    manualSeed(3);
    const [x, first, second] = [randn(2, 16, 12, 12), randn(16, 16, 3, 3), randn(16, 16, 3, 3)];
    const block = () => {
      const inner = conv2d(x, first, { padding: 1 }).relu();
      return conv2d(conv2d(inner, second, { padding: 1 }).add(inner).relu(), first, { padding: 1 });
    };
    const step = compile(block);
    expect(distance(step(), block())).toBeLessThan(4e-6);
    expect(step.explain()).toMatchInlineSnapshot(`
      "plan 1 of 1
      1  copy to channels last  [2, 16, 12, 12] channels last
      2  conv2d + relu          [2, 16, 12, 12] channels last  2 ops: Winograd convolution
      3  conv2d + add + relu    [2, 16, 12, 12] channels last  3 ops: Winograd convolution
      4  conv2d                 [2, 16, 12, 12] channels last  1 op: Winograd convolution
      5  copy to contiguous     [2, 16, 12, 12]
      6 ops in 5 steps; values take up to 0.0 MiB at once"
    `);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "computes with %s as the plain kernels do, in images, weights and gradients",
    (value) => {
      const narrow = { ...shared, name: "narrow", image: [3, 3, 9, 11] } as const;
      const inTwos = { ...shared, name: "in twos", image: [3, 16, 15, 16], stride: 2 } as const;
      const ofFours = { ...inTwos, name: "four by four", kernel: 4 } as const;
      for (const [part, one] of (["x", "weight", "head"] as const).flatMap((part) =>
        [cases[0]!, narrow, inTwos, ofFours].map((one) => [part, one] as const),
      )) {
        const { run, ...parts } = prepared(one);
        noGrad(() => parts[part].select(0, 0).select(0, 0).select(0, -1).fill_(value));
        const expected = run().map((result) => result.toTypedArray());
        for (const [at, result] of compile(run)().entries())
          expect(result.toTypedArray(), `${part}: ${names[at]}`).toEqual(expected[at]);
      }
    },
  );

  it("leaves smaller images and fewer channels to others", () => {
    for (const [image, outputs] of [
      [[2, 16, 6, 6], 32],
      [[2, 16, 16, 16], 4],
      [[2, 16, 16, 16], 18],
      [[2, 3, 16, 16], 32],
    ] as const) {
      const { run } = prepared({ ...shared, name: "small", image, outputs, relu: false });
      const compiled = compile(run);
      compiled();
      expect(compiled.explain()).not.toContain("Winograd convolution");
    }
  });
});

variants.tell(it);
