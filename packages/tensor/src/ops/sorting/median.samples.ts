// Samples of median, nanmedian and quantile.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { median, nanmedian, quantile } from "./median.js";
import { alongSamples } from "./sort.samples.js";

const samplesOf = (of: typeof median | typeof nanmedian): readonly Sample[] => [
  ...alongSamples((a, dim) => of(a, dim).values, { bools: false }),
  ...alongSamples((a, dim) => of(a, dim, { keepdim: true }).indices, { gradient: "none", bools: false }).map(
    (sample) => ({ ...sample, name: `places: ${sample.name}` }),
  ),
  { name: "of everything", inputs: [{ shape: [3, 4], distinct: true }], run: (a) => of(a) },
  {
    name: "of everything, NaN",
    inputs: [{ shape: [4], values: [1, Number.NaN, 3, 2] }],
    gradient: "none",
    run: (a) => of(a),
  },
];

export const samples = defineSamples({
  median: {
    differences: "indices are int32; of equals it takes the first",
    golden: ([a], { dim, ...options }) => (dim === undefined ? median(a!) : Object.values(median(a!, dim, options))),
    samples: samplesOf(median),
    errors: [
      {
        name: "nothing to choose from",
        call: () => median(ones(2, 0), 1),
        error: ShapeError,
        text: "median: Expected reduction dim 1 to have non-zero size, but the input has shape [2, 0]",
      },
      {
        name: "bools",
        call: () => median(tensor([true])),
        error: DTypeError,
        text: 'median: does not support bool; convert with .to("uint8")',
      },
    ],
  },
  nanmedian: {
    differences: "indices are int32; of equals it takes the first",
    golden: ([a], { dim, ...options }) =>
      dim === undefined ? nanmedian(a!) : Object.values(nanmedian(a!, dim, options)),
    samples: samplesOf(nanmedian),
  },
  quantile: {
    reads: "values",
    golden: ([a, q], { dim, q: number, ...options }) => quantile(a!, q ?? number, dim, options),
    samples: [
      { name: "of everything", inputs: [{ shape: [3, 4], distinct: true }], run: (a) => quantile(a, 0.4) },
      {
        name: "shares that are computed",
        inputs: [
          { shape: [3, 4], distinct: true },
          { shape: [2], values: [0.1, 0.3], gradient: false },
        ],
        run: (a, q) => quantile(a, q!.mul(2), 1),
      },
      { name: "of rows", inputs: [{ shape: [3, 5], distinct: true }], run: (a) => quantile(a, [0.1, 0.5, 1], 1) },
      {
        name: "of columns, kept",
        inputs: [{ shape: [4, 3], distinct: true }],
        run: (a) => quantile(a, 0.3, 0, { keepdim: true }),
      },
      ...(["lower", "higher", "midpoint", "nearest"] as const).map(
        (interpolation): Sample => ({
          name: interpolation,
          inputs: [{ shape: [3, 4], distinct: true }],
          run: (a) => quantile(a, [0.2, 0.5], -1, { interpolation }),
        }),
      ),
      {
        name: "NaN and ∞",
        inputs: [{ shape: [2, 3], values: [1, Number.NaN, 3, 2, Number.POSITIVE_INFINITY, 1] }],
        gradient: "none",
        run: (a) => quantile(a, 0.5, 1),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => quantile(a, 0.5, 0) },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4], layout: "transposed", distinct: true }],
        run: (a) => quantile(a, 0.5, 1),
      },
      { name: "stepped", inputs: [{ shape: [3, 4], layout: "stepped", distinct: true }], run: (a) => quantile(a, 0.5) },
    ],
    errors: [
      {
        name: "a share beyond 1",
        call: () => quantile(ones(2), 2),
        error: ArgumentError,
        text: "quantile: q must be in the range [0, 1] but got 2",
      },
      {
        name: "integers",
        call: () => quantile(tensor([1, 2], { dtype: "int32" }), 0.5),
        error: DTypeError,
        text: 'quantile: input tensor must be either float or double dtype, but got int32; convert with .to("float32")',
      },
      {
        name: "no elements",
        call: () => quantile(ones(0), 0.5),
        error: ShapeError,
        text: "quantile: input tensor must be non-empty",
      },
    ],
  },
});
