// gather and the scatters against the reference backend, bit for bit: every layout, dtype and dimension.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { IndexError } from "../../../checks/errors.js";
import {
  anyNumber,
  awkwardNumber,
  type Fill,
  integerBelow,
  layouts,
  onBoth,
  type Sample,
  sample,
  testMemory,
} from "../conformance.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/indexing.test.ts");

const dtypes = ["float32", "float64", "int32", "uint8", "bool"] as const;
const scatters = ["scatter", "scatterAdd", "scatterMultiply", "scatterMaximum", "scatterMinimum"] as const;

/** Shapes of the input, and of an index that is no larger but along `dim`. */
const cases = [
  { shape: [7], index: [19], dim: 0 },
  { shape: [1], index: [1], dim: 0 },
  { shape: [5, 6], index: [5, 6], dim: 1 },
  { shape: [5, 17], index: [9, 17], dim: 0 },
  { shape: [4, 5, 9], index: [3, 8, 9], dim: 1 },
  { shape: [3, 1, 4, 5], index: [2, 1, 7, 3], dim: 2 },
] as const;

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

const below =
  (size: number): Fill =>
  (random) =>
    integerBelow(random, size);

describe.each(variants.of("dtypes", dtypes, String))("of %s", (dtype) => {
  it("gather takes what the reference takes", () => {
    const random = seeded(`gather ${dtype}`);
    for (const { shape, index, dim } of cases)
      for (const layout of layouts)
        for (const own of layouts) {
          const inputs = [
            sample(random, dtype, shape, layout, awkwardNumber),
            sample(random, "int32", index, own, below(shape[dim]!)),
          ];
          const attributes = { dim, checks: "gather" };
          const both = onBoth({ kernel: "gather", dtype, inputs, attributes, outputs: [{ dtype, shape: index }] });
          expect(both.wasm).toEqual(both.reference);
        }
  });

  it.each(scatters)("%s puts what the reference puts, in its order, in place too", (kernel) => {
    const random = seeded(`${kernel} ${dtype}`);
    for (const { shape, index, dim } of cases)
      for (const layout of layouts)
        for (const own of layouts) {
          const inputs = [
            sample(random, dtype, shape, layout),
            sample(random, "int32", index, own, below(shape[dim]!)),
            sample(random, dtype, index, layouts[integerBelow(random, 4)]!, anyNumber),
          ];
          const run = { kernel, dtype, inputs, attributes: { dim, checks: kernel } };
          const fresh = onBoth({ ...run, outputs: [{ dtype, shape }] });
          expect(fresh.wasm).toEqual(fresh.reference);
          if (layout === "expanded") continue;
          const written = onBoth({ ...run, outputs: "inPlace" });
          expect(written.wasm).toEqual(written.reference);
        }
  });
});

describe("rows and threads", () => {
  const wide = { dtype: "float32", attributes: { dim: 0, checks: null } } as const;

  it("share out large indices with the same bits", () => {
    const random = seeded("large");
    for (const shape of [[70_000], [300, 300]]) {
      const index = sample(random, "int32", shape, "contiguous", below(shape[0]!));
      const [input, source] = [0, 1].map(() => sample(random, "float32", shape));
      const gathered = onBoth({ ...wide, kernel: "gather", inputs: [input!, index], outputs: [input!] });
      expect(gathered.wasm).toEqual(gathered.reference);
      for (const kernel of scatters) {
        const both = onBoth({ ...wide, kernel, inputs: [input!, index, source!], outputs: [input!] });
        expect(both.wasm).toEqual(both.reference);
      }
    }
  });

  /** Rows around and along which no index goes, as few threads share and as many. */
  const rowed: readonly { readonly shape: readonly number[]; readonly dim: number; readonly count: number }[] = [
    { shape: [40, 133], dim: 0, count: 40 },
    { shape: [40, 133], dim: 0, count: 7 },
    { shape: [3, 9, 21], dim: 1, count: 30 },
    { shape: [2, 3, 5, 8], dim: 1, count: 4 },
    { shape: [1, 200], dim: 0, count: 3 },
    { shape: [6, 1, 8], dim: 0, count: 1 },
    { shape: [9, 7], dim: 0, count: 12 },
    { shape: [34, 530], dim: 0, count: 20 },
    { shape: [2, 9000], dim: 0, count: 3 },
  ];

  it.each(variants.of("whole rows", dtypes, String))(
    "take and put whole rows of %s by one index each, as often as it names them",
    (dtype) => {
      const random = seeded(`rows ${dtype}`);
      for (const { shape, dim, count } of rowed) {
        const listed = shape.with(dim, count);
        const strides = shape.map((_, at) => (at === dim ? 2 : 0));
        const offset = 1;
        const elements = Array.from({ length: 2 * count }, () => integerBelow(random, shape[dim]!));
        const index: Sample = { dtype: "int32", shape: listed, strides, offset, elements };
        const source = sample(random, dtype, listed, "contiguous", awkwardNumber);
        const attributes = { dim, checks: "indexAdd" };
        const expanded = { ...sample(random, dtype, [1]), shape, strides: shape.map(() => 0), offset: 0 };
        const inputs = [...layouts.map((layout) => sample(random, dtype, shape, layout, awkwardNumber)), expanded];
        for (const input of inputs) {
          const output = { dtype, shape: listed };
          const both = onBoth({ kernel: "gather", dtype, inputs: [input, index], attributes, outputs: [output] });
          expect(both.wasm).toEqual(both.reference);
        }
        for (const kernel of scatters) {
          for (const input of inputs) {
            const run = { kernel, dtype, inputs: [input, index, source], attributes };
            const fresh = onBoth({ ...run, outputs: [{ dtype, shape }] });
            expect(fresh.wasm).toEqual(fresh.reference);
          }
          const within = onBoth({ kernel, dtype, inputs: [inputs[0]!, index, source], attributes, outputs: "inPlace" });
          expect(within.wasm).toEqual(within.reference);
        }
      }
    },
  );
});

it.each([-1, 7, 2 ** 31 - 1, -(2 ** 31)])("an index of %i is refused", (wrong) => {
  const random = seeded("wrong");
  for (const size of [1, 6, 5000]) {
    for (const at of [0, size - 1]) {
      const index = { ...sample(random, "int32", [size], "contiguous", below(7)), offset: 0 };
      const elements = index.elements.with(at, wrong);
      const input = sample(random, "float32", [7]);
      const attributes = { dim: 0, checks: "scatter_" };
      const run = () =>
        onBoth({
          kernel: "scatter",
          dtype: "float32",
          inputs: [input, { ...index, elements }, sample(random, "float32", [size])],
          attributes,
          outputs: "inPlace",
        });
      expect(run).toThrow(new IndexError(`scatter_: index ${wrong} is out of bounds for dimension 0 with size 7`));
    }
  }
});
variants.tell(it);
