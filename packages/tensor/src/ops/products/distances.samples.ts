// Samples of cdist, pdist, pairwiseDistance and cosineSimilarity.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { cdist, cosineSimilarity, pairwiseDistance, pdist } from "./distances.js";

const powers = [0, 0.5, 1, 1.5, 2, 3, Number.POSITIVE_INFINITY];
/** Rows of which no two elements at the same place are equal: no kink is near. */
const apart: Sample["inputs"] = [
  { shape: [3, 2], values: [0.5, -1.2, 1.7, 0.4, -0.3, 2.1] },
  { shape: [2, 2], values: [-0.7, 0.9, 2.4, -2.2] },
];

export const samples = defineSamples({
  cdist: {
    samples: [
      ...powers.map(
        (p): Sample => ({
          name: `p = ${p}`,
          inputs: apart,
          gradient: p === 0 ? "first" : "second",
          run: (a, b) => cdist(a, b!, { p }),
        }),
      ),
      {
        name: "by a product",
        inputs: apart,
        run: (a, b) => cdist(a, b!, { computeMode: "use_mm_for_euclid_dist" }),
      },
      {
        name: "many rows",
        inputs: [{ shape: [30, 3] }, { shape: [2, 3] }],
        gradient: "first",
        run: (a, b) => cdist(a, b!),
      },
      {
        name: "batches, transposed",
        inputs: [{ shape: [2, 1, 3, 2], layout: "transposed" }, { shape: [2, 4, 2] }],
        run: (a, b) => cdist(a, b!),
      },
      { name: "no rows", inputs: [{ shape: [0, 3] }, { shape: [2, 3] }], run: (a, b) => cdist(a, b!) },
      { name: "no columns", inputs: [{ shape: [3, 0] }, { shape: [2, 0] }], run: (a, b) => cdist(a, b!) },
    ],
    errors: [
      {
        name: "rows of different sizes",
        call: () => cdist(ones(2, 3), ones(4, 2)),
        error: ShapeError,
        text: "cdist: X1 and X2 must have the same number of columns. X1: 3 X2: 2",
      },
      {
        name: "a vector",
        call: () => cdist(ones(3), ones(4, 3)),
        error: ShapeError,
        text: "cdist only supports at least 2D tensors, X1 got: 1D",
      },
      {
        name: "a negative power",
        call: () => cdist(ones(2, 3), ones(4, 3), { p: -1 }),
        error: ArgumentError,
        text: "cdist only supports non-negative p values, but got -1",
      },
      {
        name: "integers",
        call: () => cdist(ones([2, 3], { dtype: "int32" }), ones([2, 3], { dtype: "int32" })),
        error: DTypeError,
        text: 'cdist only supports floating-point dtypes, X1 got: Int; convert with .to("float32")',
      },
      {
        name: "an unknown way",
        call: () => cdist(ones(2, 3), ones(4, 3), { computeMode: "x" as never }),
        error: ArgumentError,
        text: "cdist: x is not a valid value for computeMode; take one of use_mm_for_euclid_dist_if_necessary, use_mm_for_euclid_dist, donot_use_mm_for_euclid_dist",
      },
    ],
  },
  pdist: {
    golden: ([input], { p }) => pdist(input!, p),
    samples: [
      ...powers.map(
        (p): Sample => ({
          name: `p = ${p}`,
          inputs: [apart[0]!],
          gradient: p === 0 ? "first" : "second",
          run: (a) => pdist(a, p),
        }),
      ),
      { name: "transposed", inputs: [{ shape: [4, 3], layout: "transposed" }], run: (a) => pdist(a) },
      { name: "one row", edge: true, inputs: [{ shape: [1, 3] }], run: (a) => pdist(a) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => pdist(a) },
    ],
    errors: [
      {
        name: "a vector",
        call: () => pdist(ones(4)),
        error: ShapeError,
        text: "pdist only supports 2D tensors, got: 1D",
      },
      {
        name: "integers",
        call: () => pdist(ones([2, 2], { dtype: "int32" })),
        error: DTypeError,
        text: 'pdist only supports floating-point dtypes, got int32; convert with .to("float32")',
      },
    ],
  },
  pairwiseDistance: {
    samples: [
      { name: "rows", inputs: [{ shape: [3, 4] }, { shape: [3, 4] }], run: (a, b) => pairwiseDistance(a, b!) },
      {
        name: "p = 1, kept",
        inputs: [{ shape: [2, 3], layout: "transposed" }, { shape: [3] }],
        run: (a, b) => pairwiseDistance(a, b!, { p: 1, keepdim: true }),
      },
      {
        name: "p = 3",
        inputs: [{ shape: [2, 3] }, { shape: [2, 3] }],
        run: (a, b) => pairwiseDistance(a, b!, { p: 3, eps: 0 }),
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [] }], run: (a, b) => pairwiseDistance(a, b!) },
      { name: "zero-size", inputs: [{ shape: [2, 0] }, { shape: [2, 0] }], run: (a, b) => pairwiseDistance(a, b!) },
    ],
    errors: [
      {
        name: "shapes that do not broadcast",
        call: () => pairwiseDistance(ones(2, 3), ones(2, 4)),
        error: ShapeError,
        text: "pairwiseDistance: the size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1; got shapes [2, 3] and [2, 4]; sizes must be equal or 1",
      },
    ],
  },
  cosineSimilarity: {
    samples: [
      { name: "rows", inputs: [{ shape: [3, 4] }, { shape: [3, 4] }], run: (a, b) => cosineSimilarity(a, b!) },
      {
        name: "the first dimension, broadcast",
        inputs: [{ shape: [3, 4], layout: "transposed" }, { shape: [3, 1] }],
        run: (a, b) => cosineSimilarity(a, b!, { dim: 0 }),
      },
      {
        name: "0-d",
        inputs: [
          { shape: [], values: [1.5] },
          { shape: [], values: [-0.7] },
        ],
        gradient: "none",
        run: (a, b) => cosineSimilarity(a, b!, { dim: 0 }),
      },
      { name: "zero-size", inputs: [{ shape: [2, 0] }, { shape: [2, 0] }], run: (a, b) => cosineSimilarity(a, b!) },
    ],
    errors: [
      {
        name: "integers",
        call: () => cosineSimilarity(ones([2, 3], { dtype: "int32" }), ones([2, 3], { dtype: "int32" })),
        error: DTypeError,
        text: 'cosineSimilarity: expected common dtype to be floating point, yet common dtype is Int; convert with .to("float32")',
      },
    ],
  },
});
