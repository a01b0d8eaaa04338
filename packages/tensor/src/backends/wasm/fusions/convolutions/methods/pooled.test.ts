// The rule for convolutions with ReLU and pooling: it fires where it should, and what it gives is what the plain kernels give,
// by norm to 4e-6; with ties, with windows that overlap, with odd sizes, with what is not finite.
// In a process of those with threads: they stay.

import { Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import {
  arange,
  cat,
  compile,
  conv2d,
  grad,
  maxPool2d,
  noGrad,
  randn,
  setNumThreads,
  type Tensor,
} from "../../../../../index.js";
import { type Case, distance, names, prepared } from "../../convolutions.testing.js";

afterEach(() => setNumThreads(1));

const cases: readonly Case[] = [
  { name: "three channels", image: [5, 3, 32, 32], outputs: 32, isFirst: true },
  { name: "Winograd, odd size", image: [5, 32, 15, 15], outputs: 64 },
  { name: "Winograd, several images at once", image: [21, 64, 6, 6], outputs: 128 },
  { name: "Winograd with a border", image: [3, 16, 8, 8], outputs: 16, padding: 1 },
  { name: "pooling first", image: [3, 16, 8, 10], outputs: 16, poolFirst: true },
  { name: "ties", image: [4, 16, 9, 9], outputs: 16, ties: true },
  { name: "ties, three channels", image: [4, 3, 9, 9], outputs: 16, ties: true, isFirst: true },
  {
    name: "five by five, windows that overlap",
    image: [3, 8, 13, 12],
    outputs: 16,
    kernel: 5,
    padding: 2,
    pool: [3, 2],
  },
  { name: "windows with gaps", image: [2, 4, 17, 17], outputs: 16, pool: [2, 3] },
  { name: "a stride of two", image: [3, 4, 16, 17], outputs: 32, stride: 2, padding: 1 },
  { name: "one by one", image: [3, 12, 6, 6], outputs: 16, kernel: 1 },
  { name: "no pool", image: [3, 8, 7, 9], outputs: 16, padding: 1, pool: [1, 1] },
  { name: "no pool, one by one, stride two", image: [3, 8, 7, 9], outputs: 48, kernel: 1, stride: 2, pool: [1, 1] },
  { name: "no bias", image: [2, 4, 8, 8], outputs: 16, bias: false },
  { name: "one image", image: [1, 16, 6, 6], outputs: 16 },
  { name: "LeNet's first", image: [3, 1, 28, 28], outputs: 6, kernel: 5, padding: 2, isFirst: true },
  { name: "LeNet's second", image: [5, 6, 14, 14], outputs: 16, kernel: 5 },
  { name: "one channel to one", image: [3, 1, 9, 11], outputs: 1 },
  { name: "two channels to three, a border", image: [3, 2, 9, 11], outputs: 3, padding: 1 },
  { name: "three channels to five, ties", image: [3, 3, 12, 9], outputs: 5, ties: true },
  { name: "five channels to seven, windows that overlap", image: [2, 5, 13, 13], outputs: 7, padding: 1, pool: [3, 2] },
  { name: "six channels to two, a stride of two", image: [3, 6, 14, 11], outputs: 2, stride: 2, padding: 1 },
  { name: "seven channels to six, no pool", image: [3, 7, 8, 9], outputs: 6, padding: 1, pool: [1, 1] },
  { name: "outputs not in fours, six points", image: [3, 10, 14, 12], outputs: 22, kernel: 5 },
];

const variants = new Variants("packages/tensor/src/backends/wasm/fusions/convolutions/methods/pooled.test.ts");

describe("the rule for pooled convolutions", () => {
  for (const one of variants.of("cases", cases, ({ name }) => name)) {
    it(`${one.name}: as the plain kernels`, () => {
      const { run } = prepared(one);
      const expected = run().map((result) => result.clone());
      const compiled = compile(run, { precision: one.ties === true ? "highest" : "high" });
      for (const call of [1, 2]) {
        const results = compiled();
        for (const [at, result] of results.entries())
          expect(distance(result, expected[at]!), `${names[at]}, call ${call}`).toBeLessThan(4e-6);
      }
      expect(compiled.explain()).toMatch(/conv2d \+ /);
    });
  }

  it("finds equals equal where the highest precision is asked for", () => {
    const { run } = prepared({ name: "ties", image: [2, 16, 14, 14], outputs: 16, ties: true });
    const expected = run().map((result) => result.clone());
    const results = compile(run, { precision: "highest" })();
    expect(results[0]!.toTypedArray()).toEqual(expected[0]!.toTypedArray());
    for (const [at, result] of results.entries())
      expect(distance(result, expected[at]!), names[at]!).toBeLessThan(1e-6);
    const [output] = compile(run)();
    expect(distance(output!, expected[0]!)).toBeLessThan(4e-6);
    expect(output!.toTypedArray()).not.toEqual(expected[0]!.toTypedArray());
  });

  it("gives the same bits on one thread and on two, again and again", () => {
    const narrow = { name: "narrow", image: [37, 6, 14, 14], outputs: 10, kernel: 5, padding: 1 } as const;
    for (const one of [cases[1]!, narrow]) {
      const { run } = prepared(one);
      const compiled = compile(run);
      setNumThreads(1);
      const single = compiled().map((result) => result.toTypedArray());
      setNumThreads(2);
      for (let time = 0; time < 20; time += 1)
        for (const [at, result] of compiled().entries()) expect(result.toTypedArray()).toEqual(single[at]);
    }
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "computes with %s as the plain kernels do",
    (value) => {
      const narrow = { name: "narrow", image: [3, 5, 9, 9], outputs: 6, padding: 1 } as const;
      for (const one of [cases[0]!, cases[1]!, cases[7]!, narrow]) {
        const { x, run } = prepared(one);
        x.detach().select(0, 0).select(0, 0).select(0, -1).fill_(value);
        const expected = run().map((result) => result.toTypedArray());
        for (const [at, result] of compile(run)().entries())
          expect(result.toTypedArray(), names[at]!).toEqual(expected[at]);
      }
    },
  );

  it("leaves alone what somebody else looks at", () => {
    const x = randn(2, 8, 6, 6);
    const weight = randn(16, 8, 3, 3);
    const step = compile(() => {
      const convolved = conv2d(x, weight);
      return [convolved.relu(), convolved] as const;
    });
    const [rectified, convolved] = step();
    expect(rectified.toTypedArray()).toEqual(convolved.relu().toTypedArray());
    expect(step.explain()).not.toMatch(/conv2d \+/);
  });

  it("does not take what lies behind a reshape for the same image", () => {
    const [x, third] = [randn(4, 1, 10, 10), randn(4, 8, 3, 3)];
    const [first, second] = [
      [8, 1, 3, 3],
      [4, 16, 3, 3],
    ].map((shape) => randn(shape, { requiresGrad: true })) as [Tensor, Tensor];
    const pooled = () => maxPool2d(conv2d(x, first).relu(), 2);
    const bodies = {
      "frames to channels": () => conv2d(pooled().reshape(2, 16, 4, 4), second).relu(),
      "with ops between": () => conv2d(pooled().reshape(2, 16, 4, 4).neg().abs(), second).relu(),
      "there and back": () => conv2d(pooled().view(2, 16, 4, 4).add(1).view(4, 8, 4, 4), third).relu(),
      "within a chain": () => maxPool2d(conv2d(x, first).reshape(4, 32, 4, 4).relu(), 2),
      "within a chain, the channels alike": () => maxPool2d(conv2d(x, first).reshape(4, 8, 4, 16).relu(), 2),
      "flat before ReLU": () => conv2d(x, first).flatten(1).relu(),
      "pooled and flat before ReLU": () => maxPool2d(conv2d(x, first), 2).flatten(1).relu(),
      "an image without a batch": () => conv2d(x.select(0, 0), first).relu(),
    };
    for (const [name, body] of Object.entries(bodies)) {
      const withGradients = () => {
        first.grad = null;
        second.grad = null;
        const output = body();
        output.mul(output).sum().backward();
        return [output.detach(), ...[first, second].flatMap(({ grad }) => grad ?? [])];
      };
      const expected = withGradients().map((result) => result.clone());
      const results = compile(withGradients)();
      for (const [at, result] of results.entries())
        expect(distance(result, expected[at]!), `${name}: ${at}`).toBeLessThan(4e-6);
      expect(distance(compile(() => noGrad(body))(), expected[0]!), `${name}, forward`).toBeLessThan(4e-6);
    }
  });

  it("makes another plan for another stride", () => {
    const x = randn(2, 8, 9, 9);
    const weight = randn(16, 8, 3, 3);
    const step = compile((stride: number) =>
      conv2d(x, weight, { stride, padding: stride - 1 })
        .relu()
        .sum(),
    );
    expect(step(1).item()).toBeCloseTo(conv2d(x, weight).relu().sum().item(), 2);
    expect(step(2).item()).toBeCloseTo(conv2d(x, weight, { stride: 2, padding: 1 }).relu().sum().item(), 2);
  });
});

// Where sizes are one, strides say nothing of a border.
describe("a border that one image's strides do not tell", () => {
  for (const [name, { image, kernel, padding, first }] of Object.entries({
    "one pixel": { image: [1, 8, 1, 1], kernel: [3, 3], padding: [1, 1] },
    "one row of one channel": { image: [1, 1, 1, 9], kernel: [3, 3], padding: [1, 1] },
    "rows above and below, one channel": { image: [1, 1, 6, 5], kernel: [3, 1], padding: [1, 0] },
    "rows above and below, of what lies with channels last": {
      image: [1, 8, 6, 6],
      kernel: [3, 1],
      padding: [1, 0],
      first: true,
    },
  } as Record<string, { image: number[]; kernel: [number, number]; padding: [number, number]; first?: true }>))
    it(name, () => {
      const channels = image[1]!;
      const [x, ahead, weight] = [randn(image), randn(channels, channels, 1, 1), randn(8, channels, ...kernel)];
      const run = () =>
        noGrad(() => conv2d(first ? conv2d(x, ahead).relu() : x, weight, { padding, stride: 1 }).relu());
      const expected = run();
      const compiled = compile(run);
      expect(distance(compiled(), expected)).toBeLessThan(4e-6);
      expect(compiled.explain()).toMatch(/pooled convolution/);
      expect(compiled.explain()).toMatch(/with a border/);
    });
});

it.each([
  ["transposed", (y: Tensor) => y.transpose(2, 3).mul(arange(24).reshape(6, 4)).sum()],
  ["the same for all", (y: Tensor) => y.sum()],
  ["the same along rows", (y: Tensor) => y.sum(-1).mul(arange(4)).sum()],
  [
    "a part",
    (y: Tensor) =>
      cat([y, y.mul(2)], 1)
        .mul(arange(48).reshape(2, 4, 6))
        .sum(),
  ],
])("takes a gradient of one channel that lies otherwise: %s", (_, lossOf) => {
  for (const batch of [1, 2]) {
    const image = randn(batch, 4, 4, 6);
    const weight = randn(1, 4, 3, 3, { requiresGrad: true });
    const run = () => grad(lossOf(conv2d(image, weight, { padding: 1 }).relu()), [weight])[0]!;
    const expected = run();
    const compiled = compile(run);
    expect(distance(compiled(), expected)).toBeLessThan(4e-6);
    expect(compiled.explain()).toMatch(/conv2dWeightGradient .*pooled convolution/);
  }
});

variants.tell(it);
