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

  it("take and add whole rows by one index each", () => {
    const random = seeded("rows");
    for (const [dtype, shape] of [
      ...dtypes.map((dtype) => [dtype, [40, 133]] as const),
      ["float32", [60, 1030]] as const,
    ]) {
      const [input, source] = [0, 1].map(() => sample(random, dtype, shape));
      const index = { ...sample(random, "int32", shape, "contiguous", below(40)), strides: [1, 0] };
      for (const kernel of ["gather", ...scatters] as const) {
        const inputs = kernel === "gather" ? [input!, index] : [input!, index, source!];
        const both = onBoth({ ...wide, kernel, dtype, inputs, outputs: [input!] });
        expect(both.wasm).toEqual(both.reference);
      }
    }
  });
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
