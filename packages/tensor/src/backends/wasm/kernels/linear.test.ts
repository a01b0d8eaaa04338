// matmul and the three convolution kernels against the reference backend: random shapes, strides, edges and layouts.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConvolutionAttributes } from "../../../kernels/contract.js";
import {
  anyInteger,
  integerBelow,
  type Layout,
  largestDifference,
  layouts,
  onBoth,
  type Sample,
  sample,
  sampleOf,
  testMemory,
} from "../conformance.testing.js";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

/** What rounding may come to in a sum of `depth` products up to 4; an expanded input makes all of them alike. */
const roundings = (depth: number) => () => 2 ** -24 * (depth + 4) ** 1.5;

describe.each(["float64", "int32", "uint8"] as const)("matmul of %s", (dtype) => {
  it("has the bits of the reference, over random shapes and layouts, and without depth", () => {
    const random = seeded(3);
    for (let i = 0; i < 80; i += 1) {
      const size = () => 1 + integerBelow(random, i % 2 === 0 ? 6 : 30);
      const layout = () => layouts[integerBelow(random, layouts.length)] as Layout;
      const [batch, rows, depth, columns] = [1 + integerBelow(random, 3), size(), i === 0 ? 0 : size(), size()];
      const both = onBoth({
        kernel: "matmul",
        dtype,
        inputs: [
          sample(random, dtype, [batch, rows, depth], depth === 0 ? "contiguous" : layout(), anyInteger),
          sample(random, dtype, [batch, depth, columns], depth === 0 ? "contiguous" : layout(), anyInteger),
        ],
        attributes: {},
        outputs: [{ dtype, shape: [batch, rows, columns] }],
      });
      expect(both.wasm).toEqual(both.reference);
    }
  });
});

describe("matmul", () => {
  const check = (
    random: () => number,
    [batch, rows, depth, columns]: readonly [number, number, number, number],
    a: Layout,
    b: Layout,
  ) => {
    const inputs = [
      sample(random, "float32", [batch, rows, depth], a),
      sample(random, "float32", [batch, depth, columns], b),
    ];
    const both = onBoth({
      kernel: "matmul",
      dtype: "float32",
      inputs,
      attributes: {},
      outputs: [{ dtype: "float32", shape: [batch, rows, columns] }],
    });
    expect(largestDifference(both.wasm, both.reference, roundings(depth))).toBeLessThan(1);
  };

  it("agrees with the reference for every height of tile and width of panel", () => {
    const random = seeded(1);
    for (let rows = 1; rows <= 12; rows += 1) check(random, [1, rows, 7, 9], "contiguous", "contiguous");
    for (let columns = 1; columns <= 17; columns += 1) check(random, [1, 6, 5, columns], "contiguous", "permuted");
  });

  it("agrees with the reference over random shapes and layouts", () => {
    const random = seeded(2);
    for (let i = 0; i < 60; i += 1) {
      const size = () => 1 + integerBelow(random, i % 2 === 0 ? 8 : 40);
      const layout = () => layouts[integerBelow(random, layouts.length)] as Layout;
      check(random, [1 + integerBelow(random, 3), size(), size(), size()], layout(), layout());
    }
  });

  it("cuts long sums and many rows into blocks", () => {
    const random = seeded(3);
    check(random, [1, 3, 1500, 11], "contiguous", "permuted");
    check(random, [1, 420, 641, 9], "permuted", "contiguous");
  });

  it("is exact on whole numbers, however rows lie, in tiles of all heights and several of them, and block by block", () => {
    const random = seeded(5);
    const whole = () => integerBelow(random, 17) - 8;
    const exact = (rows: number, depth: number, columns: number, left: Layout, right: Layout) => {
      const both = onBoth({
        kernel: "matmul",
        dtype: "float32",
        inputs: [
          sample(random, "float32", [1, rows, depth], left, whole),
          sample(random, "float32", [1, depth, columns], right, whole),
        ],
        attributes: {},
        outputs: [{ dtype: "float32", shape: [1, rows, columns] }],
      });
      expect(both.wasm, `${rows} × ${depth} ${left}, ${columns} ${right}`).toEqual(both.reference);
    };
    for (let rows = 1; rows <= 50; rows += 1)
      exact(rows, 1 + integerBelow(random, 9), 1 + integerBelow(random, 9), layouts[rows % 3] as Layout, "contiguous");
    for (let i = 0; i < 60; i += 1) {
      const layout = () => layouts[integerBelow(random, layouts.length)] as Layout;
      exact(
        1 + integerBelow(random, 140),
        1 + integerBelow(random, 20),
        1 + integerBelow(random, 20),
        layout(),
        layout(),
      );
    }
    exact(411, 700, 11, "contiguous", "permuted");
    exact(523, 650, 9, "permuted", "contiguous");
    exact(404, 1300, 5, "stepped", "contiguous");
  });

  it("gives zeros where the depth is 0", () => {
    check(seeded(4), [2, 3, 0, 5], "contiguous", "contiguous");
  });

  it("keeps NaN and infinity to their own rows and columns", () => {
    const a = sampleOf("float32", [1, 2, 2], [Number.NaN, 0, 1, 2]);
    const b = sampleOf("float32", [1, 2, 3], [1, Number.POSITIVE_INFINITY, 1, 1, 1, 1]);
    const { wasm, reference } = onBoth({
      kernel: "matmul",
      dtype: "float32",
      inputs: [a, b],
      attributes: {},
      outputs: [{ dtype: "float32", shape: [1, 2, 3] }],
    });
    expect(wasm).toEqual(reference);
    expect(wasm).toEqual([[Number.NaN, Number.NaN, Number.NaN, 3, Number.POSITIVE_INFINITY, 3]]);
  });
});

interface Convolution {
  readonly input: readonly [number, number, number, number];
  readonly weight: readonly [number, number, number, number];
  readonly attributes: ConvolutionAttributes;
}

const plain: ConvolutionAttributes = { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1 };

function outputShape({ input, weight, attributes: { stride, padding, dilation } }: Convolution): number[] {
  const size = (at: 0 | 1) =>
    Math.floor((input[2 + at]! + 2 * padding[at] - dilation[at] * (weight[2 + at]! - 1) - 1) / stride[at]) + 1;
  return [input[0], weight[0], size(0), size(1)];
}

function randomConvolution(random: () => number): Convolution {
  const upTo = (most: number) => 1 + integerBelow(random, most);
  const groups = upTo(3);
  const kernel = [upTo(4), upTo(4)] as const;
  const dilation = [upTo(2), upTo(2)] as const;
  const padding = [integerBelow(random, 3), integerBelow(random, 3)] as const;
  const size = (at: 0 | 1) =>
    Math.max(1, dilation[at] * (kernel[at] - 1) + 1 - 2 * padding[at]) + integerBelow(random, 9);
  return {
    input: [upTo(4), groups * upTo(4), size(0), size(1)],
    weight: [groups * upTo(6), 0, ...kernel],
    attributes: { stride: [upTo(3), upTo(3)], padding, dilation, groups },
  };
}

const fixed: readonly Convolution[] = [
  { input: [3, 3, 12, 12], weight: [32, 3, 3, 3], attributes: plain },
  { input: [33, 4, 6, 6], weight: [9, 4, 3, 3], attributes: plain },
  { input: [2, 3, 30, 31], weight: [5, 3, 5, 5], attributes: { ...plain, padding: [2, 2] } },
  { input: [2, 8, 9, 9], weight: [8, 1, 3, 3], attributes: { ...plain, padding: [1, 1], groups: 8 } },
  // Winograd's: even and odd sizes, padded and not, more images than are taken at once, more tiles than that in one.
  { input: [40, 16, 6, 6], weight: [16, 16, 3, 3], attributes: plain },
  { input: [3, 17, 13, 15], weight: [19, 17, 3, 3], attributes: { ...plain, padding: [1, 1] } },
  { input: [1, 32, 30, 31], weight: [16, 32, 3, 3], attributes: { ...plain, padding: [2, 0] } },
  { input: [40, 16, 4, 4], weight: [33, 16, 3, 3], attributes: { ...plain, padding: [1, 1] } },
  { input: [1, 16, 30, 44], weight: [16, 16, 3, 3], attributes: { ...plain, padding: [0, 1] } },
  { input: [2, 70, 4, 4], weight: [6, 70, 3, 3], attributes: { ...plain, padding: [1, 1] } },
  { input: [1, 5, 8, 8], weight: [7, 5, 1, 1], attributes: { ...plain, stride: [2, 2] } },
];

const random = seeded(7);
const variants = new Variants("packages/tensor/src/backends/wasm/kernels/linear.test.ts");
const nameOf = (convolution: Convolution) => JSON.stringify(convolution);
const convolutions: readonly Convolution[] = [
  ...fixed,
  ...Array.from({ length: 40 }, () => {
    const convolution = randomConvolution(random);
    const [outputs, , ...kernel] = convolution.weight;
    return {
      ...convolution,
      weight: [outputs, convolution.input[1] / convolution.attributes.groups, ...kernel] as const,
    };
  }),
];

const layoutBy = (random: () => number): Layout =>
  random() < 0.5 ? "contiguous" : (layouts[integerBelow(random, layouts.length)] as Layout);

describe.each(variants.of("convolutions", convolutions, nameOf))(
  "convolution of $input with $weight, $attributes",
  (convolution) => {
    const { input, weight, attributes } = convolution;
    const output = outputShape(convolution);
    const dtype = "float32";
    const windowElements = weight[1] * weight[2] * weight[3];
    let random = seeded(0);
    beforeEach(({ task }) => {
      random = seeded(`${nameOf(convolution)}/${task.name}`);
    });
    const some = (shape: readonly number[]): Sample => sample(random, "float32", shape, layoutBy(random));

    it("forward agrees with the reference", () => {
      for (const bias of [some([weight[0]]), null]) {
        const inputs = [some(input), some(weight), bias];
        const both = onBoth({ kernel: "conv2d", dtype, inputs, attributes, outputs: [{ dtype, shape: output }] });
        expect(largestDifference(both.wasm, both.reference, roundings(windowElements))).toBeLessThan(1);
      }
    });

    it("input gradient agrees with the reference", () => {
      const inputs = [some(output), some(weight)];
      const both = onBoth({
        kernel: "conv2dInputGradient",
        dtype,
        inputs,
        attributes,
        outputs: [{ dtype, shape: input }],
      });
      expect(largestDifference(both.wasm, both.reference, roundings(weight[0] * weight[2] * weight[3]))).toBeLessThan(
        1,
      );
    });

    it("weight gradient agrees with the reference", () => {
      const inputs = [some(input), some(output)];
      const both = onBoth({
        kernel: "conv2dWeightGradient",
        dtype,
        inputs,
        attributes,
        outputs: [{ dtype, shape: weight }],
      });
      expect(
        largestDifference(both.wasm, both.reference, roundings(output[0]! * output[2]! * output[3]!)),
      ).toBeLessThan(1);
    });
  },
);

/** Of more positions than are taken at once: some rows of an image, and some columns of a row. */
const large: readonly Convolution[] = [
  {
    input: [2, 12, 62, 70],
    weight: [6, 6, 5, 5],
    attributes: { ...plain, stride: [1, 2], padding: [3, 1], groups: 2 },
  },
  { input: [2, 8, 90, 33], weight: [3, 8, 5, 6], attributes: { ...plain, padding: [2, 3], dilation: [3, 1] } },
  { input: [1, 40, 1, 1300], weight: [2, 40, 1, 32], attributes: { ...plain, padding: [0, 9], stride: [1, 2] } },
];

const inDoubles = variants.of("convolutions of doubles", [...convolutions, ...large], nameOf);
describe.each(inDoubles)("in doubles: $input with $weight, $attributes", (convolution) => {
  const { input, weight, attributes } = convolution;
  const output = outputShape(convolution);
  const dtype = "float64";
  const random = seeded(`${nameOf(convolution)}/doubles`);
  const some = (shape: readonly number[]): Sample =>
    sample(random, dtype, shape, layoutBy(random), (next) => next() * 4 - 2);

  it("forward and gradients agree with the reference", () => {
    for (const [kernel, inputs, shape] of [
      ["conv2d", [some(input), some(weight), some([weight[0]])], output],
      ["conv2d", [some(input), some(weight), null], output],
      ["conv2dInputGradient", [some(output), some(weight)], input],
      ["conv2dWeightGradient", [some(input), some(output)], weight],
    ] as const) {
      const both = onBoth({ kernel, dtype, inputs, attributes, outputs: [{ dtype, shape }] });
      expect(largestDifference(both.wasm, both.reference, () => 1e-11)).toBeLessThan(1);
    }
  });
});

it("convolutions of large images of doubles take no room for all of their windows at once", () => {
  const [input, weight, output] = [
    [1, 1, 300, 300],
    [1, 1, 5, 5],
    [1, 1, 296, 296],
  ];
  for (const [kernel, given, made] of [
    ["conv2d", [input, weight], output],
    ["conv2dInputGradient", [output, weight], input],
    ["conv2dWeightGradient", [input, output], weight],
  ] as const) {
    const inputs = given.map((shape) => sample(random, "float64", shape!));
    const outputs = [{ dtype: "float64" as const, shape: made! }];
    const peak = testMemory.peakOf(() => {
      onBoth({
        ...{ kernel, dtype: "float64", attributes: plain, outputs },
        inputs: kernel === "conv2d" ? [...inputs, null] : inputs,
      });
    });
    // All windows are 17.5 MB.
    expect(peak, kernel).toBeLessThan(12e6);
  }
});

describe("convolutions by Winograd", () => {
  const [input, weight, output] = [
    [2, 16, 12, 12],
    [16, 16, 3, 3],
    [2, 16, 12, 12],
  ] as const;
  const attributes = { ...plain, padding: [1, 1] as const };

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3e38])("leave %d where it is", (value) => {
    for (const kernel of ["conv2d", "conv2dInputGradient"] as const) {
      const [finite, second] = [sample(random, "float32", input), sample(random, "float32", weight)];
      const first = { ...finite, elements: finite.elements.map((x, at) => (at === finite.offset + 500 ? value : x)) };
      const inputs = kernel === "conv2d" ? [first, second, null] : [first, second];
      const outputs = [{ dtype: "float32" as const, shape: output }];
      const both = onBoth({ kernel, dtype: "float32", inputs, attributes, outputs });
      const kinds = (values: ArrayLike<number>) => Array.from(values, (x) => (Number.isFinite(x) ? 0 : String(x)));
      expect(kinds(both.wasm[0]!)).toEqual(kinds(both.reference[0]!));
      expect(kinds(both.wasm[0]!).filter((kind) => kind === 0).length).toBeGreaterThan(2000);
    }
  });
});

describe("convolutions of no images", () => {
  it("have zeros for their weight gradient", () => {
    const inputs = [sample(random, "float32", [0, 2, 4, 4]), sample(random, "float32", [0, 3, 2, 2])];
    const both = onBoth({
      kernel: "conv2dWeightGradient",
      dtype: "float32",
      inputs,
      attributes: plain,
      outputs: [{ dtype: "float32", shape: [3, 2, 3, 3] }],
    });
    expect(both.wasm).toEqual(both.reference);
  });
});

variants.tell(it);
