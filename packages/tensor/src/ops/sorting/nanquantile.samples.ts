// Samples of nanquantile.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { nanquantile } from "./nanquantile.js";

const values = [1, Number.NaN, 3, 7, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 2, 1, 0, 5];

export const samples = defineSamples({
  nanquantile: {
    reads: "values",
    golden: ([a], { q, dim, ...options }) => nanquantile(a!, q, dim, options),
    samples: [
      { name: "of everything", inputs: [{ shape: [3, 4], distinct: true }], run: (a) => nanquantile(a, 0.4) },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], distinct: true, layout: "transposed" }],
        run: (a) => nanquantile(a, 0.3, 0),
      },
      { name: "of rows", inputs: [{ shape: [3, 5], distinct: true }], run: (a) => nanquantile(a, [0.1, 0.5, 1], 1) },
      {
        name: "beside NaN",
        inputs: [{ shape: [3, 4], values }],
        gradient: "none",
        run: (a) => nanquantile(a, [0.25, 0.5], 1),
      },
      {
        name: "shares that are computed",
        inputs: [
          { shape: [3, 4], distinct: true },
          { shape: [2], values: [0.1, 0.3], gradient: false },
        ],
        run: (a, q) => nanquantile(a, q!.mul(2), 0, { interpolation: "midpoint", keepdim: true }),
      },
      ...(["lower", "higher", "nearest"] as const).map((interpolation) => ({
        name: interpolation,
        inputs: [{ shape: [5, 3], distinct: true }],
        run: (a: Parameters<typeof nanquantile>[0]) => nanquantile(a, 0.3, 0, { interpolation }),
      })),
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => nanquantile(a, 0.3) },
    ],
    errors: [
      {
        name: "integers",
        call: () => nanquantile(ones([2], { dtype: "int32" }), 0.5),
        error: DTypeError,
        text: 'nanquantile: input tensor must be either float or double dtype, but got int32; convert with .to("float32")',
      },
      {
        name: "a share beyond",
        call: () => nanquantile(ones(2), 2),
        error: ArgumentError,
        text: "nanquantile: q must be in the range [0, 1] but got 2",
      },
    ],
  },
});
