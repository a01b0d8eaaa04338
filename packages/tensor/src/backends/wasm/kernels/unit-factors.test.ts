// x + y · alpha on both devices, for factors with a product and without, along rows with every remainder of the loops' turns.

import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import type { FormulaComputation } from "../../../formulas/computation.js";
import { addOp } from "../../../ops/pointwise/add.js";
import { awkwardNumber, onBoth, sample, sampleOf } from "../conformance.testing.js";

const { formula } = addOp.kernel as FormulaComputation;
const lengths = [1, 3, 4, 7, 15, 16, 17, 48, 63, 64, 65, 79, 127, 128, 145];

it.each(["float32", "int32", "uint8", "bool"] as const)("of %s", (dtype) => {
  for (const alpha of dtype === "bool" ? [1, 0] : [1, -1, 3, 0]) {
    for (const length of lengths) {
      const random = seeded(`${dtype} ${alpha} ${length}`);
      const shape = [2, length];
      const inputs = ["contiguous", "contiguous"].map(() => sample(random, dtype, shape, "contiguous", awkwardNumber));
      const one = sampleOf(dtype, shape, [inputs[1]!.elements[0]!]);
      for (const other of [inputs[1]!, { ...one, strides: [0, 0] }]) {
        const run = { kernel: formula, dtype, inputs: [inputs[0]!, other], attributes: { alpha } as never } as const;
        for (const outputs of [[{ dtype, shape }], "inPlace"] as const) {
          const { wasm, reference } = onBoth({ ...run, outputs });
          expect(wasm, `${length} elements, alpha ${alpha}`).toEqual(reference);
        }
      }
    }
  }
});
