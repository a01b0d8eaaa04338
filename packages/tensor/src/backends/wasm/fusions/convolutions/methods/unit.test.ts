// The rule for convolutions of 1 × 1: it fires, what it gives is what the plain kernels give, also where it is not finite, and its
// neighbours' images need not be laid out anew.
// In a process of its own: its threads stay.

import { describe, expect, it } from "vitest";
import { compile, conv2d, grad, manualSeed, noGrad, randn, setNumThreads, type Tensor } from "../../../../../index.js";
import { type Case, distance, names, prepared } from "../../convolutions.testing.js";

const shared = { kernel: 1, relu: false, pool: [1, 1] } as const;
const cases: readonly Case[] = [
  { ...shared, name: "every position", image: [3, 16, 9, 7], outputs: 24 },
  { ...shared, name: "steps of two", image: [3, 16, 8, 8], outputs: 32, stride: 2 },
  { ...shared, name: "steps of two, odd sizes", image: [2, 12, 9, 7], outputs: 20, stride: 2 },
  { ...shared, name: "steps of three", image: [2, 8, 10, 11], outputs: 9, stride: 3 },
  { ...shared, name: "without bias", image: [4, 20, 6, 6], outputs: 11, bias: false },
  { ...shared, name: "one position", image: [1, 64, 1, 1], outputs: 10 },
  { ...shared, name: "many positions, which threads share", image: [9, 64, 24, 24], outputs: 150 },
];

/** Beside a convolution that wants channels last. */
function amongOthers(one: Case) {
  const { run, x } = prepared(one);
  const [picture, kernel] = [randn(1, 4, 5, 5), randn(4, 4, 3, 3)];
  return { x, run: () => [...run(), conv2d(picture, kernel)] };
}

describe("the rule for convolutions of 1 × 1", () => {
  for (const one of cases)
    it(`${one.name}: as the plain kernels`, () => {
      const { run } = amongOthers(one);
      const expected = run().map((result) => result.clone());
      for (const precision of ["high", "highest"] as const) {
        const compiled = compile(run, { precision });
        for (const call of [1, 2, 3])
          for (const [at, result] of compiled().entries())
            expect(distance(result, expected[at]!), `${names[at]}, call ${call}`).toBeLessThan(1e-6);
        expect(compiled.explain()).toContain("1 × 1 convolution");
      }
    });

  it.each([cases[1]!, cases.at(-1)!])("gives the same bits on one thread and on three: $name", (one) => {
    const { run } = amongOthers(one);
    const compiled = compile(run);
    setNumThreads(1);
    const single = compiled().map((result) => result.toTypedArray());
    setNumThreads(3);
    for (let time = 0; time < 10; time += 1)
      for (const [at, result] of compiled().entries()) expect(result.toTypedArray()).toEqual(single[at]);
    setNumThreads(2);
  });

  it("spreads what is not finite no further than the plain kernels", () => {
    const { run, x } = amongOthers(cases[2]!);
    noGrad(() => {
      x.select(0, 0).select(0, 3).select(0, 2).select(0, 4).fill_(Number.NaN);
      x.select(0, 1).select(0, 5).select(0, 1).select(0, 1).fill_(Number.POSITIVE_INFINITY);
    });
    const finite = (results: readonly Tensor[]) =>
      results.map((result) => Array.from(result.toTypedArray(), Number.isFinite));
    expect(finite(compile(run)())).toEqual(finite(run()));
  });

  it("leaves the images of a residual block with channels last", () => {
    manualSeed(4);
    const leaf = (...shape: number[]) =>
      randn(...shape)
        .mul(0.1)
        .requiresGrad_();
    const [first, second, shortcut, x] = [
      leaf(32, 16, 3, 3),
      leaf(32, 32, 3, 3),
      leaf(32, 16, 1, 1),
      randn(2, 16, 12, 12),
    ];
    const block = () => {
      const inner = conv2d(x, first, { padding: 1 }).relu();
      const output = conv2d(inner, second, { padding: 1 }).add(conv2d(x, shortcut)).relu();
      return grad(output.mul(output).sum(), [first, second, shortcut]);
    };
    const expected = block();
    const step = compile(block);
    for (const [at, result] of step().entries()) expect(distance(result, expected[at]!)).toBeLessThan(4e-6);
    // The picture's own copy, which two convolutions share; nothing between the layers.
    expect(step.explain().match(/copy to .*/g)).toEqual([
      expect.stringMatching(/^copy to channels last +\[2, 16, 12, 12\]/),
    ]);
  });
});
