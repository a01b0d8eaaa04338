// Samples of linspace and logspace. They take no gradients.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor } from "./creation.js";
import { linspace, logspace } from "./ranges.js";

function made(name: string, run: () => Tensor) {
  return { name, inputs: [], gradient: "none", tolerance: 0, run } as const;
}

export const samples = defineSamples({
  linspace: {
    reads: "values",
    golden: (_, { start, end, steps, ...options }) => linspace(start, end, steps, options),
    samples: [
      made("an odd number", () => linspace(-3, 10, 13)),
      made("many", () => linspace(0, 0.3, 3001)),
      made("backwards", () => linspace(5, -5, 10)),
      made("one", () => linspace(3, 10, 1)),
      made("none", () => linspace(3, 10, 0)),
      made("infinite", () => linspace(0, Number.POSITIVE_INFINITY, 4)),
      made("ends in tensors", () => linspace(tensor(0.1), tensor(2, { dtype: "int32" }), 5)),
      {
        name: "an end that is computed",
        inputs: [{ shape: [] }],
        gradient: "none",
        tolerance: 0,
        run: (a) => linspace(1, a.mul(3).detach(), 4),
      },
      made("float64", () => linspace(0.1, 0.7, 33, { dtype: "float64" })),
      made("bytes", () => linspace(0, 255, 7, { dtype: "uint8" })),
    ],
    errors: [
      {
        name: "a negative number of steps",
        call: () => linspace(0, 1, -1),
        error: ArgumentError,
        text: "linspace: number of steps must be non-negative, but got -1",
      },
      {
        name: "no number of steps",
        call: () => linspace(0, 1, undefined as never),
        error: ArgumentError,
        text: "linspace: steps must be an integer, but got undefined",
      },
      {
        name: "an end of several",
        call: () => linspace(0, ones(2), 3),
        error: ShapeError,
        text: "linspace: only supports 0-dimensional start and end tensors, but got end of shape [2]",
      },
      {
        name: "an end beyond the dtype",
        call: () => linspace(0, 300, 3, { dtype: "uint8" }),
        error: DTypeError,
        text: 'linspace: value cannot be converted to type uint8 without overflow: 300; take { dtype: "float64" }, or numbers from -255 to 255',
      },
      {
        name: "bools",
        call: () => linspace(0, 1, 3, { dtype: "bool" }),
        error: DTypeError,
        text: '"linspace" not implemented for \'Bool\'; convert with .to("float32") first',
      },
    ],
  },
  logspace: {
    reads: "values",
    golden: (_, { start, end, steps, ...options }) => logspace(start, end, steps, options),
    samples: [
      made("tens", () => logspace(-2, 2, 9)),
      made("another base", () => logspace(0, 10, 11, { base: 2 })),
      {
        name: "an end that is computed",
        inputs: [{ shape: [] }],
        gradient: "none",
        tolerance: 0,
        run: (a) => logspace(1, a.mul(3).detach(), 4),
      },
      // The reference raises by the engine's own pow, whose last bit differs from one version of V8 to another.
      { ...made("float64", () => logspace(0.1, 0.7, 5, { dtype: "float64", base: Math.E })), tolerance: 1e-15 },
      made("int32", () => logspace(0, 3, 5, { dtype: "int32" })),
      made("one", () => logspace(2, 3, 1)),
      made("none", () => logspace(2, 3, 0)),
    ],
    errors: [
      {
        name: "a negative number of steps",
        call: () => logspace(0, 1, -1),
        error: ArgumentError,
        text: "logspace: number of steps must be non-negative, but got -1",
      },
      {
        name: "a base that is no number",
        call: () => logspace(0, 1, 3, { base: "2" as never }),
        error: ArgumentError,
        text: 'logspace: base must be a number, but got "2"',
      },
    ],
  },
});
