// softmax and logSoftmax against the reference backend: rows of neighbours and columns, in whole turns, vectors and single elements.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { awkwardNumber, layouts, onBoth, sample, sampleOf } from "../conformance.testing.js";

const shapes = [[], [1], [37], [3, 16], [5, 19], [4, 3, 1], [2, 7, 17], [3, 2, 300], [2, 3, 4, 5]] as const;

describe.each([
  ["softmax", "float32"],
  ["logSoftmax", "float32"],
  ["softmax", "float64"],
  ["logSoftmax", "float64"],
] as const)("%s of %s", (kernel, dtype) => {
  const most = dtype === "float32" ? 2e-6 : 1e-14;
  const round = dtype === "float32" ? Math.fround : (value: number) => value;
  /** Of a share its error is relative; of a logarithm near 0 it is not. */
  const least = kernel === "softmax" ? 1e-3 : 1;
  const run = (fill: (next: () => number) => number, seed: string, check: (ours: number, theirs: number) => void) => {
    const random = seeded(seed);
    for (const shape of shapes)
      for (let dim = 0; dim < Math.max(1, shape.length); dim += 1)
        for (const layout of layouts) {
          const { wasm, reference } = onBoth({
            kernel,
            dtype,
            inputs: [sample(random, dtype, shape, layout, fill)],
            attributes: { dim },
            outputs: [{ dtype, shape }],
          });
          for (const [at, ours] of wasm[0]!.entries()) check(ours, reference[0]![at]!);
        }
  };

  it("agrees with the reference over any dimension", () => {
    run(
      (next) => round(next() * 40 - 20),
      kernel,
      (ours, theirs) => expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(most * Math.max(Math.abs(theirs), least)),
    );
  });

  it("has NaN and infinities where the reference has them", () => {
    run(
      (next) => awkwardNumber(next, "float32"),
      `${kernel} of anything`,
      (ours, theirs) => {
        if (Number.isFinite(theirs))
          expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(most * Math.max(Math.abs(theirs), 1));
        else expect(ours).toBe(theirs);
      },
    );
  });
});

it("logSoftmax keeps large numbers finite and lets NaN through", () => {
  const input = sampleOf("float32", [2, 3], [1e30, 1e30, -1e30, Number.NaN, 0, 1]);
  const { wasm } = onBoth({
    kernel: "logSoftmax",
    dtype: "float32",
    inputs: [input],
    attributes: { dim: 1 },
    outputs: [{ dtype: "float32", shape: [2, 3] }],
  });
  const ln2 = Math.fround(Math.LN2);
  expect(wasm).toEqual([[-ln2, -ln2, Math.fround(-2e30), Number.NaN, Number.NaN, Number.NaN]]);
});
