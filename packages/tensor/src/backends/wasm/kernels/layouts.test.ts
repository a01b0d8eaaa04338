// flip, roll, triangle, fold and embed against the reference backend, bit for bit: every layout, dtype and dimension, and large ones.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { awkwardDouble, awkwardNumber, layouts, onBoth, sample, shapes, testMemory } from "../conformance.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/layouts.test.ts");

const dtypes = ["float32", "float64", "int32", "uint8", "bool"] as const;

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

describe.each(variants.of("dtypes", dtypes, String, (dtype) => dtype === "float32"))("of %s", (dtype) => {
  const random = seeded(`layouts ${dtype}`);

  it("flip turns what the reference turns", () => {
    for (const shape of [...shapes, [2, 33], [40, 50], [260, 301]])
      for (const layout of layouts) {
        const inputs = [sample(random, dtype, shape, layout, awkwardNumber)];
        const all = shape.map((_, dim) => dim);
        for (const dims of [all, all.slice(-1), all.slice(0, 1), []]) {
          const both = onBoth({ kernel: "flip", dtype, inputs, attributes: { dims }, outputs: [{ dtype, shape }] });
          expect(both.wasm).toEqual(both.reference);
        }
      }
  });

  it("roll moves what the reference moves", () => {
    for (const shape of [[7], [5, 6], [3, 1, 9], [2, 3, 4, 5], [40, 50]])
      for (const layout of layouts) {
        const inputs = [sample(random, dtype, shape, layout, awkwardNumber)];
        const dims = shape.map((_, dim) => dim).reverse();
        const shifts = dims.map((dim) => Math.floor(random() * shape[dim]!));
        const attributes = { dims, shifts };
        const both = onBoth({ kernel: "roll", dtype, inputs, attributes, outputs: [{ dtype, shape }] });
        expect(both.wasm).toEqual(both.reference);
      }
  });

  it("triangle leaves what the reference leaves", () => {
    for (const shape of [
      [1, 1],
      [5, 5],
      [3, 9],
      [9, 3],
      [2, 3, 4],
      [150, 70],
    ])
      for (const layout of layouts)
        for (const part of ["lower", "upper"] as const)
          for (const diagonal of [0, 1, -2, 100, -100, 2 ** 31, -(2 ** 33)]) {
            const inputs = [sample(random, dtype, shape, layout, awkwardNumber)];
            const attributes = { part, diagonal };
            const both = onBoth({ kernel: "triangle", dtype, inputs, attributes, outputs: [{ dtype, shape }] });
            expect(both.wasm).toEqual(both.reference);
          }
  });

  it("embed writes into what the reference writes into", () => {
    for (const layout of layouts) {
      const inputs = [sample(random, dtype, [2, 3], layout, awkwardNumber)];
      const attributes = { strides: [16, 5], start: 1 };
      const both = onBoth({ kernel: "embed", dtype, inputs, attributes, outputs: [{ dtype, shape: [2, 4, 4] }] });
      expect(both.wasm).toEqual(both.reference);
    }
  });
});

it.each(["float32", "float64"] as const)("fold of %s adds what the reference adds, in its order", (dtype) => {
  const random = seeded("fold");
  const fill = dtype === "float64" ? awkwardDouble : awkwardNumber;
  for (const [shape, dim, size, step] of [
    [[7], 0, 3, 1],
    [[2, 9, 3], 1, 4, 2],
    [[9, 2], 0, 2, 3],
    [[300, 200], 1, 7, 3],
  ] as const)
    for (const layout of layouts) {
      const windows = [...(shape as readonly number[]).with(dim, Math.floor((shape[dim]! - size) / step) + 1), size];
      const both = onBoth({
        kernel: "fold",
        dtype,
        inputs: [sample(random, dtype, windows, layout, fill)],
        attributes: { dim, step },
        outputs: [{ dtype, shape }],
      });
      expect(both.wasm).toEqual(both.reference);
    }
});
variants.tell(it);
