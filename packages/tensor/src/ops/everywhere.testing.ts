// Samples of functions that take a tensor of any shape: contiguous, turned, stepped, 0-d and without elements.

import type { InputSpec, Sample } from "@bernoulli/testing";
import type { Tensor } from "../tensor/tensor.js";

type Options = Pick<InputSpec, "range" | "avoid" | "dtype"> & Pick<Sample, "gradient" | "tolerance">;

export function everywhere(run: (input: Tensor) => Tensor, options: Options = {}): Sample[] {
  const { gradient = "second", tolerance = 1e-6, ...spec } = options;
  const one = (name: string, more: InputSpec): Sample => ({
    name,
    inputs: [{ ...spec, ...more }],
    gradient,
    tolerance,
    run,
  });
  return [
    one("a matrix", { shape: [3, 4] }),
    one("a transposed matrix", { shape: [4, 3], layout: "transposed" }),
    one("a stepped vector", { shape: [5], layout: "stepped" }),
    one("0-d", { shape: [] }),
    one("zero-size", { shape: [0] }),
  ];
}
