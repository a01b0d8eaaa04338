// Samples of the adaptive poolings; for the largest on values apart from each other.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import {
  adaptiveAvgPool1d,
  adaptiveAvgPool2d,
  adaptiveAvgPool3d,
  adaptiveMaxPool1d,
  adaptiveMaxPool2d,
  adaptiveMaxPool3d,
} from "./adaptive.js";
import type { MaxPoolResult } from "./maximum.js";

const listed = (result: Tensor | MaxPoolResult) => (isTensor(result) ? result : [...result]);

/** One window, whole multiples, uneven windows, more windows than elements, none; of `dims` dimensions. */
function samplesOf(
  dims: 1 | 2 | 3,
  pool: (input: Tensor, size: never) => Tensor,
  indices?: (input: Tensor, size: never) => Tensor,
): readonly Sample[] {
  const sizes = [4, 6, 5].slice(0, dims);
  const cases: readonly (readonly [name: string, size: unknown])[] = [
    ["one window", 1],
    ["whole multiples", [2, 3, 5].slice(0, dims)],
    ["uneven windows", [3, 4, 2].slice(0, dims)],
    ["more windows than elements", [7, 6, 9].slice(0, dims)],
    ["no window", [0, 3, 2].slice(0, dims)],
    ...(dims === 1 ? [] : [["as many as elements, and two", [null, 2, 2].slice(0, dims)] as const]),
  ];
  const samples = cases.map(([name, size]): Sample => {
    return { name, inputs: [{ shape: [2, 2, ...sizes], distinct: true }], run: (a) => pool(a, size as never) };
  });
  const shape = [3, ...sizes];
  return [
    ...samples,
    { name: "no batch", inputs: [{ shape, distinct: true }], run: (a) => pool(a, 3 as never) },
    {
      name: "transposed",
      inputs: [{ shape, layout: "transposed", distinct: true }],
      run: (a) => pool(a, 2 as never),
    },
    { name: "zero-size", inputs: [{ shape: [0, 2, ...sizes] }], run: (a) => pool(a, 3 as never) },
    ...(indices === undefined
      ? []
      : [
          {
            name: "where they stood",
            inputs: [{ shape, distinct: true }],
            gradient: "none",
            run: (a) => indices(a, [3, 4, 2].slice(0, dims) as never),
          } satisfies Sample,
        ]),
  ];
}

export const samples = defineSamples({
  adaptiveAvgPool1d: {
    golden: ([a], { outputSize }) => adaptiveAvgPool1d(a!, outputSize),
    samples: samplesOf(1, adaptiveAvgPool1d),
    errors: [
      {
        name: "two sizes",
        call: () => adaptiveAvgPool1d(ones(1, 4), [1, 2] as never),
        error: ArgumentError,
        text: "adaptiveAvgPool1d: elements of outputSize must be greater than or equal to 0, one of them, or null for the input's own, but got [1, 2]",
      },
    ],
  },
  adaptiveAvgPool2d: {
    golden: ([a], { outputSize }) => adaptiveAvgPool2d(a!, outputSize),
    samples: samplesOf(2, adaptiveAvgPool2d),
    errors: [
      {
        name: "a vector",
        call: () => adaptiveAvgPool2d(ones(4), 1),
        error: ShapeError,
        text: "adaptiveAvgPool2d: expected 3D (unbatched) or 4D (batched) input, but got input of size: [4]",
      },
      {
        name: "a negative size",
        call: () => adaptiveAvgPool2d(ones(1, 4, 4), -1),
        error: ArgumentError,
        text: "adaptiveAvgPool2d: elements of outputSize must be greater than or equal to 0, one number or 2 of them, or null for the input's own, but got -1",
      },
      {
        name: "integers",
        call: () => adaptiveAvgPool2d(ones([1, 4, 4], { dtype: "int32" }), 1),
        error: DTypeError,
        text: 'adaptiveAvgPool2d: expected a floating point input, but got int32; convert with .to("float32")',
      },
    ],
  },
  adaptiveAvgPool3d: {
    golden: ([a], { outputSize }) => adaptiveAvgPool3d(a!, outputSize),
    samples: samplesOf(3, adaptiveAvgPool3d),
  },
  adaptiveMaxPool1d: {
    golden: ([a], { outputSize, ...options }) => listed(adaptiveMaxPool1d(a!, outputSize, options)),
    samples: samplesOf(1, adaptiveMaxPool1d, (a, size) => adaptiveMaxPool1d(a, size, { returnIndices: true }).indices),
  },
  adaptiveMaxPool2d: {
    golden: ([a], { outputSize, ...options }) => listed(adaptiveMaxPool2d(a!, outputSize, options)),
    samples: samplesOf(2, adaptiveMaxPool2d, (a, size) => adaptiveMaxPool2d(a, size, true).indices),
    errors: [
      {
        name: "an empty image",
        call: () => adaptiveMaxPool2d(ones(1, 0, 4), 1),
        error: ShapeError,
        text: "adaptiveMaxPool2d: expected images with non-zero height and width, but got input of size: [1, 0, 4]",
      },
    ],
  },
  adaptiveMaxPool3d: {
    golden: ([a], { outputSize, ...options }) => listed(adaptiveMaxPool3d(a!, outputSize, options)),
    samples: samplesOf(3, adaptiveMaxPool3d, (a, size) => adaptiveMaxPool3d(a, size, { returnIndices: true }).indices),
  },
});
