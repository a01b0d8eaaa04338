// Samples of clone and contiguous.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import type { Tensor } from "../../tensor/tensor.js";
import { clone, contiguous } from "./clone.js";

const inputs: readonly InputSpec[] = [
  { shape: [3, 4] },
  { shape: [3, 4, 5], layout: "transposed" },
  { shape: [3, 4], layout: "stepped" },
  { shape: [3, 4], layout: "expanded" },
  { shape: [], layout: "offset" },
  { shape: [0, 2] },
];
const named = (run: (input: Tensor) => Tensor) => [
  ...inputs.map((input) => ({
    name: `${input.layout ?? "contiguous"} [${input.shape.join(", ")}]`,
    inputs: [input],
    tolerance: 0,
    run: (a: Tensor) => run(a),
  })),
  ...(["int32", "uint8", "bool"] as const).map((dtype) => ({
    name: dtype,
    inputs: [{ shape: [3, 5], dtype, layout: "transposed" as const }],
    gradient: "none" as const,
    run: (a: Tensor) => run(a),
  })),
];

const golden = { none: "copies, which are held to their input" };

export const samples = defineSamples({
  clone: { golden, samples: named(clone) },
  contiguous: { golden, samples: named(contiguous) },
});
