// Samples of nextafter, and of it in place.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones, zeros } from "../creation/creation.js";
import { nextafter, nextafter_ } from "./nextafter.js";
import { doNotBroadcast } from "./pairs.testing.js";

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
const from = [0, -0, 1, nan, 1, 2 ** -149, 0, 0, 1, inf, -1, -1];
const toward = [1, 1, inf, 1, nan, 0, -0, -1, 1, inf, -2, 0];

const family = (run: (a: Tensor, b: Tensor) => Tensor) => [
  // A step is too small for finite differences.
  ...(
    [
      ["one shape", [3, 7], [3, 7]],
      ["broadcast", [3, 4], [4]],
      ["0-d", [], []],
      ["zero-size", [0], [0]],
    ] as const
  ).map(([name, shape, other]) => ({ name, inputs: [{ shape }, { shape: other }], gradient: "none" as const, run })),
  {
    name: "special values",
    inputs: [
      { shape: [from.length], values: from },
      { shape: [from.length], values: toward },
    ],
    gradient: "none" as const,
    run,
  },
  {
    name: "stepped",
    inputs: [
      { shape: [3, 4], layout: "stepped" as const },
      { shape: [3, 4], layout: "transposed" as const },
    ],
    gradient: "none" as const,
    run,
  },
];

export const samples = defineSamples({
  nextafter: {
    samples: family(nextafter),
    errors: [
      doNotBroadcast("nextafter", nextafter),
      {
        name: "integers",
        call: () => nextafter(zeros(2, { dtype: "int32" }), ones(2, { dtype: "int32" })),
        error: DTypeError,
        text: `"nextafter" not implemented for 'Int'; convert with .to("float32") first`,
      },
    ],
  },
  nextafter_: { samples: family((a, b) => nextafter_(clone(a), b)) },
});
