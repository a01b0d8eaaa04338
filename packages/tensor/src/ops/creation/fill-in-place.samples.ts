// Samples of fill_ and zero_.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import type { Tensor } from "../../tensor/tensor.js";
import { fill_, zero_ } from "./fill-in-place.js";

const inputs: readonly InputSpec[] = [
  { shape: [3, 4] },
  { shape: [] },
  { shape: [0, 2] },
  { shape: [3], layout: "stepped" },
];
const named = (run: (input: Tensor) => Tensor) => [
  ...inputs.map((input) => ({
    name: `[${input.shape.join(", ")}]`,
    inputs: [input],
    tolerance: 0,
    run: (a: Tensor) => run(a.clone()),
  })),
  {
    name: "a strided part",
    inputs: [{ shape: [4, 6] }],
    gradient: "none",
    run: (a: Tensor) => {
      const whole = a.clone();
      run(whole.slice(1, 1, 6, 2));
      return whole;
    },
  } as const,
  {
    name: "bool",
    inputs: [{ shape: [5], dtype: "bool" }],
    gradient: "none",
    run: (a: Tensor) => run(a.clone()),
  } as const,
];

export const samples = defineSamples({
  fill_: { samples: named((input) => fill_(input, 1.5)) },
  zero_: { samples: named((input) => zero_(input)) },
});
