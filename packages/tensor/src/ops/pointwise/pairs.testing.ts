// The samples of functions of two tensors that are broadcast, such as atan2: every layout, and what is not finite.

import type { ErrorCase, InputSpec, Sample } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";

type Run = (input: Tensor, other: Tensor) => Tensor;
type Range = Pick<InputSpec, "range" | "avoid">;

const special = [0, -0, 1, -1, 2.5, -3, 1e-30, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];

interface PairOptions {
  readonly first?: Range;
  readonly second?: Range;
  readonly gradient?: Sample["gradient"];
  readonly integers?: boolean;
  /** Whether float32 and float64 agree on numbers that are none, and small ones. Default true. */
  readonly specials?: boolean;
}

export function pairSamples(run: Run, options: PairOptions = {}): readonly Sample[] {
  const { first = {}, second = {}, gradient = "second", integers = true, specials = true } = options;
  const count = special.length;
  const spread = {
    name: "zeros, infinities and NaN",
    inputs: [
      { shape: [count, 1], values: special },
      { shape: [1, count], values: special },
    ],
    gradient: "none",
    run,
  } as const;
  return [
    {
      name: "one shape",
      inputs: [
        { ...first, shape: [3, 7] },
        { ...second, shape: [3, 7] },
      ],
      gradient,
      run,
    },
    {
      name: "broadcast",
      inputs: [
        { ...first, shape: [4, 1, 3] },
        { ...second, shape: [2, 1] },
      ],
      gradient,
      run,
    },
    {
      name: "0-d",
      inputs: [
        { ...first, shape: [] },
        { ...second, shape: [] },
      ],
      gradient,
      run,
    },
    {
      name: "zero-size",
      inputs: [
        { ...first, shape: [0, 3] },
        { ...second, shape: [3] },
      ],
      gradient,
      run,
    },
    {
      name: "transposed and stepped",
      inputs: [
        { ...first, shape: [3, 4], layout: "transposed" },
        { ...second, shape: [3, 4], layout: "stepped" },
      ],
      gradient,
      run,
    },
    ...(specials ? [spread] : []),
    ...(integers
      ? [
          {
            name: "int32 and floats",
            inputs: [{ shape: [9], dtype: "int32" } as const, { ...second, shape: [9], gradient: false }],
            gradient: "none" as const,
            run,
          },
        ]
      : []),
  ];
}

export function doNotBroadcast(name: string, run: Run): ErrorCase {
  return {
    name: "shapes that do not broadcast",
    call: () => run(ones(2, 3), ones(2)),
    error: ShapeError,
    text: `${name}: the size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1; got shapes [2, 3] and [2]; sizes must be equal or 1`,
  };
}
