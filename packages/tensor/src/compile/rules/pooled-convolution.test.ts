// The rule for convolutions with ReLU and pooling: it fires where it should, and what it gives is what the plain kernels give,
// by norm to 4e-6; with ties, with windows that overlap, with odd sizes, with what is not finite.

import { describe, expect, it } from "vitest";
import {
  compile,
  conv2d,
  manualSeed,
  maxPool2d,
  type Pair,
  randint,
  randn,
  setNumThreads,
  type Tensor,
} from "../../index.js";

interface Case {
  readonly name: string;
  readonly image: readonly [batch: number, channels: number, height: number, width: number];
  readonly outputs: number;
  readonly kernel?: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly pool?: readonly [size: number, stride: number];
  readonly bias?: boolean;
  /** Pooling before ReLU. */
  readonly poolFirst?: boolean;
  /** Small integers instead of normal numbers: ties. */
  readonly ties?: boolean;
}

const cases: readonly Case[] = [
  { name: "three channels", image: [5, 3, 32, 32], outputs: 32 },
  { name: "Winograd, odd size", image: [5, 32, 15, 15], outputs: 64 },
  { name: "Winograd, several images at once", image: [21, 64, 6, 6], outputs: 128 },
  { name: "Winograd with a border", image: [3, 16, 8, 8], outputs: 16, padding: 1 },
  { name: "pooling first", image: [3, 16, 8, 10], outputs: 16, poolFirst: true },
  { name: "ties", image: [4, 16, 9, 9], outputs: 16, ties: true },
  { name: "ties, three channels", image: [4, 3, 9, 9], outputs: 16, ties: true },
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
];

function prepared({
  image,
  outputs,
  kernel = 3,
  stride = 1,
  padding = 0,
  pool = [2, 2],
  bias = true,
  poolFirst = false,
  ties = false,
}: Case) {
  manualSeed(11);
  const draw = (...shape: number[]) => (ties ? randint(-1, 2, shape).to("float32") : randn(shape));
  // Of three channels it is the first convolution: nobody wants the gradient of pictures.
  const x = draw(...image).requiresGrad_(image[1] % 4 === 0);
  const weight = draw(outputs, image[1], kernel, kernel)
    .mul(ties ? 1 : 0.2)
    .detach()
    .requiresGrad_();
  const shift = bias ? draw(outputs).detach().requiresGrad_() : null;
  const head = randn(outputs, 1, 1);
  const run = () => {
    for (const leaf of [x, weight, shift]) if (leaf !== null) leaf.grad = null;
    const convolved = conv2d(x.mul(1), weight, { bias: shift, stride, padding });
    const [size, step] = pool;
    const pooled = (input: Tensor) =>
      size === 1 ? input : maxPool2d(input, size as unknown as Pair, { stride: step });
    const output = poolFirst ? pooled(convolved).relu() : pooled(convolved.relu());
    output.mul(head).sum().backward();
    return [output, weight.grad!, ...[shift, x].flatMap((leaf) => leaf?.grad ?? [])];
  };
  return { x, weight, run };
}

function distance(actual: Tensor, expected: Tensor): number {
  const [a, b] = [actual.data(), expected.data()];
  let [error, norm] = [0, 0];
  for (let i = 0; i < b.length; i += 1) {
    if (Object.is(a[i], b[i])) continue;
    error += (a[i]! - b[i]!) ** 2;
    norm += b[i]! ** 2;
  }
  return error === 0 ? 0 : Math.sqrt(error / norm);
}

const names = ["output", "weight gradient", "bias gradient", "input gradient"];

describe("the rule for pooled convolutions", () => {
  for (const one of cases) {
    it(`${one.name}: as the plain kernels`, () => {
      const { run } = prepared(one);
      const expected = run().map((result) => result.clone());
      const compiled = compile(run);
      for (const call of [1, 2]) {
        const results = compiled();
        for (const [at, result] of results.entries())
          expect(distance(result, expected[at]!), `${names[at]}, call ${call}`).toBeLessThan(4e-6);
      }
      expect(compiled.explain()).toMatch(/conv2d \+ /);
    });
  }

  it("gives the same bits on one thread and on two, again and again", () => {
    const { run } = prepared(cases[1]!);
    const compiled = compile(run);
    setNumThreads(1);
    const single = compiled().map((result) => result.data());
    setNumThreads(2);
    for (let time = 0; time < 20; time += 1)
      for (const [at, result] of compiled().entries()) expect(result.data()).toEqual(single[at]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "computes with %s as the plain kernels do",
    (value) => {
      for (const one of [cases[0]!, cases[1]!, cases[7]!]) {
        const { x, run } = prepared(one);
        x.detach().select(0, 0).select(0, 0).select(0, -1).fill_(value);
        const expected = run().map((result) => result.data());
        for (const [at, result] of compile(run)().entries()) expect(result.data(), names[at]!).toEqual(expected[at]);
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
    expect(rectified.data()).toEqual(convolved.relu().data());
    expect(step.explain()).not.toMatch(/conv2d \+/);
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
