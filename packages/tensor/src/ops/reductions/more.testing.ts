// The inputs on which every reduction over dimensions is tried.

import type { InputSpec, Sample } from "@bernoulli/testing";
import type { Tensor } from "../../tensor/tensor.js";
import type { Dims, ReduceOptions } from "./sum.js";

export type Reduction = (input: Tensor, dim?: Dims, options?: ReduceOptions) => Tensor;

interface Family extends Omit<Sample, "name" | "inputs" | "run"> {
  /** What every float input has. */
  readonly input?: Partial<InputSpec>;
  /** Whether it reduces what has no elements. Default true. */
  readonly ofNone?: boolean;
  /** Whether it takes integers. Default true. */
  readonly integers?: boolean;
}

/** A reduction over everything, one dimension and several, of each layout. */
export function reductionSamples(
  reduce: Reduction,
  { input = {}, ofNone = true, integers = true, ...more }: Family = {},
): readonly Sample[] {
  const of = (name: string, spec: InputSpec, run: (a: Tensor) => Tensor): Sample => ({
    name,
    inputs: [{ ...input, ...spec }],
    ...more,
    run,
  });
  const whole = (name: string, spec: InputSpec, run: (a: Tensor) => Tensor): Sample => ({
    name,
    inputs: [spec],
    gradient: "none",
    run,
  });
  return [
    of("over everything", { shape: [3, 5] }, (a) => reduce(a)),
    of("over the first", { shape: [3, 4, 5] }, (a) => reduce(a, 0)),
    of("over the middle, kept", { shape: [3, 4, 5] }, (a) => reduce(a, 1, { keepdim: true })),
    of("over the last", { shape: [3, 4, 5] }, (a) => reduce(a, -1)),
    of("over several", { shape: [3, 4, 5] }, (a) => reduce(a, [2, 0])),
    of("over several, kept", { shape: [3, 2, 5] }, (a) => reduce(a, [0, 1], { keepdim: true })),
    { ...of("a long row", { shape: [2, 1003] }, (a) => reduce(a, 1)), gradient: "none" },
    of("0-d", { shape: [] }, (a) => reduce(a)),
    of("0-d along 0", { shape: [] }, (a) => reduce(a, 0)),
    of("beside a zero-size dimension", { shape: [0, 3] }, (a) => reduce(a, 1)),
    of("transposed", { shape: [3, 4, 5], layout: "transposed" }, (a) => reduce(a, 1)),
    of("stepped", { shape: [3, 5], layout: "stepped" }, (a) => reduce(a, [0, 1])),
    ...(ofNone ? [of("zero-size", { shape: [0, 3] }, (a) => reduce(a, 0))] : []),
    ...(integers
      ? [
          whole("int32", { shape: [3, 5], dtype: "int32", range: [-2, 3] }, (a) => reduce(a, 0)),
          whole("uint8", { shape: [4, 3], dtype: "uint8", range: [0, 4] }, (a) => reduce(a)),
          whole("bool", { shape: [4, 5], dtype: "bool" }, (a) => reduce(a, 1)),
        ]
      : []),
  ];
}
