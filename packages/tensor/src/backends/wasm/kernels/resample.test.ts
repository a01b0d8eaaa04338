// resample against the reference backend, bit for bit, over random matrices and shapes.

import { seeded } from "@bernoulli/testing";
import { afterEach, expect, it } from "vitest";
import type { Table } from "../../../kernels/contract.js";
import { awkwardNumber, integerBelow, layouts, onBoth, sample, testMemory } from "../conformance.testing.js";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

function tableOf(random: () => number, size: number, rows: number, id: number): Table {
  const uniform = random() < 0.5 ? 1 + integerBelow(random, 5) : null;
  const starts = [0];
  for (let row = 0; row < rows; row++) starts.push(starts[row]! + (uniform ?? integerBelow(random, 4)));
  const count = starts.at(-1)!;
  return {
    ...{ id, size, starts: Int32Array.from(starts) },
    places: Int32Array.from({ length: count }, () => integerBelow(random, size)),
    weights: Float64Array.from({ length: count }, () => random() * 2 - 1),
  };
}

it.each(["float32", "float64"] as const)("resample over random matrices: %s", (dtype) => {
  const random = seeded("resample");
  for (let round = 0; round < 200; round++) {
    const outer = integerBelow(random, 7) + 1;
    const size = integerBelow(random, 9) + 1;
    const inner = random() < 0.4 ? 1 : integerBelow(random, 40) + 1;
    const rows = integerBelow(random, 9) + 1;
    const fill = random() < 0.3 ? awkwardNumber : undefined;
    const input = sample(random, dtype, [outer, size, inner], layouts[integerBelow(random, layouts.length)]!, fill);
    const both = onBoth({
      ...{ kernel: "resample", dtype, attributes: { dim: 1, table: tableOf(random, size, rows, round) } },
      ...{ inputs: [input], outputs: [{ dtype, shape: [outer, rows, inner] }] },
    });
    expect(both.wasm, JSON.stringify({ outer, size, inner, rows })).toEqual(both.reference);
  }
});
