// Samples of isclose, allclose and equal.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor } from "../creation/creation.js";
import { add } from "./add.js";
import { allclose, equal, isclose } from "./close.js";
import { mul } from "./mul.js";

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const awkward = [1, nan, infinity, -infinity, infinity, 0];
const beside = [1.000001, nan, infinity, infinity, 5, 1e-9];

const samplesOf = (compare: (a: Tensor, b: Tensor) => Tensor): readonly Sample[] =>
  [
    { name: "numbers", inputs: [{ shape: [3, 4] }, { shape: [3, 4] }], run: compare },
    { name: "itself", inputs: [{ shape: [3, 4] }], run: (a: Tensor) => compare(a, a) },
    {
      name: "itself, moved",
      inputs: [{ shape: [3, 4], range: [1, 2] as const }],
      run: (a: Tensor) => compare(a, add(a, 1e-6)),
    },
    {
      name: "NaN and ∞",
      inputs: [
        { shape: [6], values: awkward },
        { shape: [6], values: beside },
      ],
      run: compare,
    },
    { name: "0-d", inputs: [{ shape: [] }, { shape: [] }], run: compare },
    { name: "zero-size", inputs: [{ shape: [0, 2] }, { shape: [0, 2] }], run: compare },
    {
      name: "transposed and stepped",
      inputs: [
        { shape: [3, 4], layout: "transposed" as const },
        { shape: [3, 4], layout: "stepped" as const },
      ],
      run: compare,
    },
    {
      name: "int32",
      inputs: [
        { shape: [9], dtype: "int32" as const, range: [0, 2] as const },
        { shape: [9], dtype: "int32" as const, range: [0, 2] as const },
      ],
      run: compare,
    },
  ].map((sample) => ({ ...sample, gradient: "none" as const }));

/** An answer as a tensor. */
const asNumber =
  (ask: (a: Tensor, b: Tensor) => boolean) =>
  (a: Tensor, b: Tensor): Tensor =>
    mul(ones(2, { device: a.device }), ask(a, b) ? 1 : 0);

const errorsOf = (op: string, compare: typeof isclose | typeof allclose) => [
  {
    name: "other dtypes",
    call: () => compare(ones(2), ones(2, { dtype: "float64" })),
    error: DTypeError,
    text: `${op}: float32 did not match float64; convert with .to("float32")`,
  },
  {
    name: "a tolerance below 0",
    call: () => compare(ones(2), ones(2), { rtol: -1 }),
    error: ArgumentError,
    text: `${op}: rtol must be greater than or equal to zero, but got -1`,
  },
];

export const samples = defineSamples({
  isclose: {
    samples: [
      ...samplesOf(isclose),
      {
        name: "NaN like NaN",
        inputs: [
          { shape: [6], values: awkward },
          { shape: [6], values: beside },
        ],
        gradient: "none",
        run: (a, b) => isclose(a, b, { equalNan: true, rtol: 0.5, atol: 0.1 }),
      },
    ],
    errors: errorsOf("isclose", isclose),
  },
  allclose: {
    reads: "values",
    differences: "gives a boolean",
    golden: ([a, b], options) => tensor(allclose(a!, b!, options)),
    samples: samplesOf(asNumber(allclose)),
    errors: errorsOf("allclose", allclose),
  },
  equal: {
    reads: "values",
    differences: "gives a boolean",
    golden: ([a, b]) => tensor(equal(a!, b!)),
    samples: samplesOf(asNumber(equal)),
  },
});
