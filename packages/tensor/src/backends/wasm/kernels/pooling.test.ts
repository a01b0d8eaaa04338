// Max pooling, and what goes both ways by its indices, against the reference backend.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { PoolingAttributes } from "../../../kernels/contract.js";
import { isFloating } from "../../../tensor/dtype.js";
import {
  anyInteger,
  anyNumber,
  awkwardNumber,
  type Fill,
  largestDifference,
  layouts,
  onBoth,
  sample,
  sampleOf,
  testMemory,
} from "../conformance.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/pooling.test.ts");

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

const byTwo: PoolingAttributes = { kernelSize: [2, 2], stride: [2, 2], padding: [0, 0], dilation: [1, 1] };

/** [input, attributes, rows and columns of the result]: the last may hang over the edge, as with ceilMode. */
const poolings: readonly (readonly [readonly number[], PoolingAttributes, readonly [number, number]])[] = [
  ...[1, 2, 3, 4, 5, 7, 9].map((columns) => [[2, 3, 5, 2 * columns], byTwo, [2, columns]] as const),
  [[2, 1, 13, 13], byTwo, [6, 6]],
  [[1, 2, 5, 5], byTwo, [3, 3]],
  [[2, 2, 8, 9], { kernelSize: [3, 3], stride: [2, 2], padding: [1, 1], dilation: [1, 1] }, [4, 5]],
  [[1, 2, 9, 8], { kernelSize: [2, 3], stride: [1, 2], padding: [0, 1], dilation: [2, 2] }, [7, 3]],
  [[3, 2, 6, 6], { kernelSize: [3, 3], stride: [1, 1], padding: [0, 0], dilation: [1, 1] }, [4, 4]],
];

describe.each(
  variants.of(
    "poolings",
    poolings.flatMap(([shape, attributes, size]) =>
      (["float32", "float64", "int32", "uint8"] as const).map((dtype) => [dtype, shape, attributes, size] as const),
    ),
    JSON.stringify,
  ),
)("max pooling of %s, %j, %j", (dtype, shape, attributes, [rows, columns]) => {
  const pooled = [shape[0] as number, shape[1] as number, rows, columns];
  const outputs = [
    { dtype, shape: pooled },
    { dtype: "int32", shape: pooled },
  ] as const;

  const awkward: Fill = (next) => awkwardNumber(next, "float32");

  it("finds values and indices, with equals and NaN among them", () => {
    const random = seeded(5);
    for (const layout of layouts) {
      for (const fill of isFloating(dtype) ? [awkward, anyNumber] : [anyInteger]) {
        const both = onBoth({
          kernel: "maxPool2d",
          dtype,
          inputs: [sample(random, dtype, shape, layout, fill)],
          attributes,
          outputs,
        });
        expect(both.wasm).toEqual(both.reference);
      }
    }
  });

  if (!isFloating(dtype)) return;

  it("follows its indices both ways", () => {
    const random = seeded(6);
    const input = sample(random, dtype, shape);
    const [, indices = []] = onBoth({ kernel: "maxPool2d", dtype, inputs: [input], attributes, outputs }).wasm;
    const places = sampleOf("int32", pooled, indices);
    for (const layout of layouts) {
      const grad = sample(random, dtype, pooled, layout);
      const back = onBoth({
        kernel: "maxPool2dBackward",
        dtype,
        inputs: [grad, places],
        attributes: {},
        outputs: [{ dtype, shape }],
      });
      expect(largestDifference(back.wasm, back.reference, () => 2 ** -20)).toBeLessThan(1);
      const gathered = onBoth({
        kernel: "maxPool2dGather",
        dtype,
        inputs: [sample(random, dtype, shape, layout), places],
        attributes: {},
        outputs: [{ dtype, shape: pooled }],
      });
      expect(gathered.wasm).toEqual(gathered.reference);
    }
  });
});

variants.tell(it);
