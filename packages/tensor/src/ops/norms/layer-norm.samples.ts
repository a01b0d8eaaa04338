// Samples of layerNorm, rmsNorm, groupNorm and localResponseNorm.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones } from "../creation/creation.js";
import { groupNorm, layerNorm, localResponseNorm, rmsNorm } from "./layer-norm.js";

const [c4, c6] = [{ shape: [4] }, { shape: [6] }];

export const samples = defineSamples({
  layerNorm: {
    golden: ([x, weight, bias], { normalizedShape, eps }) =>
      layerNorm(x!, normalizedShape, { weight: weight ?? null, bias: bias ?? null, eps }),
    samples: [
      {
        name: "rows",
        inputs: [{ shape: [5, 6] }, c6, c6],
        run: (x, weight, bias) => layerNorm(x, 6, weight!, bias!, 0.1),
      },
      {
        name: "matrices",
        inputs: [{ shape: [2, 3, 4] }, { shape: [3, 4] }],
        run: (x, weight) => layerNorm(x, [3, 4], { weight: weight!, eps: 0.1 }),
      },
      {
        name: "rows that are whole vectors",
        inputs: [{ shape: [3, 5, 28] }, { shape: [28] }, { shape: [28] }],
        run: (x, weight, bias) => layerNorm(x, 28, weight!, bias!, 0.1),
      },
      {
        name: "rows that are whole vectors, stepped, a bias alone",
        inputs: [{ shape: [5, 16], layout: "stepped" }, { shape: [16] }],
        run: (x, bias) => layerNorm(x, 16, { bias: bias!, eps: 0.1 }),
      },
      { name: "one vector", inputs: [c6], run: (x) => layerNorm(x, 6, { eps: 0.1 }) },
      { name: "long rows", inputs: [{ shape: [3, 70] }], run: (x) => layerNorm(x, [70]) },
      { name: "zero-size", inputs: [{ shape: [0, 4] }, c4], run: (x, weight) => layerNorm(x, 4, weight!) },
      {
        name: "transposed",
        inputs: [{ shape: [4, 6], layout: "transposed" }, c6, c6],
        run: (x, weight, bias) => layerNorm(x, 6, weight!, bias!, 0.1),
      },
    ],
    errors: [
      {
        name: "another shape",
        call: () => layerNorm(ones(4, 2), [2, 3]),
        error: ShapeError,
        text: "layerNorm: Given normalized_shape=[2, 3], expected input with shape [*, 2, 3], but got input of size[4, 2]",
      },
      {
        name: "no shape",
        call: () => layerNorm(ones(4, 2), []),
        error: ArgumentError,
        text: "layerNorm: Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []",
      },
      {
        name: "a weight of another shape",
        call: () => layerNorm(ones(4, 2), 2, ones(3)),
        error: ShapeError,
        text: "layerNorm: Expected weight to be of same shape as normalized_shape, but got weight of shape [3] and normalized_shape = [2]",
      },
    ],
  },
  rmsNorm: {
    golden: ([x, weight], { normalizedShape, eps }) => rmsNorm(x!, normalizedShape, { weight: weight ?? null, eps }),
    samples: [
      { name: "rows", inputs: [{ shape: [5, 6] }, c6], run: (x, weight) => rmsNorm(x, 6, weight!, 0.1) },
      { name: "matrices", inputs: [{ shape: [2, 3, 4] }], run: (x) => rmsNorm(x, [3, 4], { eps: 0.1 }) },
      {
        name: "rows that are whole vectors",
        inputs: [{ shape: [3, 5, 28] }, { shape: [28] }],
        run: (x, weight) => rmsNorm(x, 28, weight!, 0.1),
      },
      { name: "one row of whole vectors", inputs: [{ shape: [20] }], run: (x) => rmsNorm(x, 20, { eps: 0.1 }) },
      { name: "zero-size", inputs: [{ shape: [0, 4] }], run: (x) => rmsNorm(x, 4) },
      {
        name: "transposed",
        inputs: [{ shape: [4, 6], layout: "transposed" }, c6],
        run: (x, weight) => rmsNorm(x, 6, weight!, 0.1),
      },
    ],
    errors: [
      {
        name: "another shape",
        call: () => rmsNorm(ones(4, 2), 3),
        error: ShapeError,
        text: "rmsNorm: Given normalized_shape=[3], expected input with shape [*, 3], but got input of size[4, 2]",
      },
    ],
  },
  groupNorm: {
    golden: ([x, weight, bias], { numGroups, eps }) =>
      groupNorm(x!, numGroups, { weight: weight ?? null, bias: bias ?? null, eps }),
    samples: [
      {
        name: "images",
        inputs: [{ shape: [2, 6, 2, 3] }, c6, c6],
        run: (x, weight, bias) => groupNorm(x, 3, weight!, bias!, 0.1),
      },
      { name: "vectors", inputs: [{ shape: [2, 6] }], run: (x) => groupNorm(x, 2, { eps: 0.1 }) },
      { name: "one group", inputs: [{ shape: [3, 4, 5] }, c4], run: (x, weight) => groupNorm(x, 1, weight!) },
      { name: "zero-size", inputs: [{ shape: [0, 4, 5] }], run: (x) => groupNorm(x, 2) },
      {
        name: "transposed",
        inputs: [{ shape: [3, 4, 5], layout: "transposed" }],
        run: (x) => groupNorm(x, 2, { eps: 0.1 }),
      },
    ],
    errors: [
      {
        name: "groups that do not divide",
        call: () => groupNorm(ones(2, 5), 2),
        error: ShapeError,
        text: "groupNorm: Expected number of channels in input to be divisible by num_groups, but got input of shape [2, 5] and num_groups=2",
      },
      {
        name: "one value a group",
        call: () => groupNorm(ones(1, 4), 4),
        error: ArgumentError,
        text: "groupNorm: Expected more than 1 value per channel when training, got input size [1, 4]; take a larger batch, or .eval()",
      },
      {
        name: "a weight of another size",
        call: () => groupNorm(ones(2, 6), 2, ones(4)),
        error: ShapeError,
        text: "groupNorm: Expected weight to be a vector of size equal to the number of channels in input, but got weight of shape [4] and input of shape [2, 6]",
      },
      {
        name: "a vector",
        call: () => groupNorm(ones(4), 2),
        error: ShapeError,
        text: "groupNorm: Expected at least 2 dimensions for input tensor but received 1",
      },
      {
        name: "no groups",
        call: () => groupNorm(ones(2, 4), 0),
        error: ArgumentError,
        text: "groupNorm: Expected num groups to be greater than 0, got 0",
      },
    ],
  },
  localResponseNorm: {
    golden: ([x], { size, ...options }) => localResponseNorm(x!, size, options),
    samples: [
      { name: "sequences", inputs: [{ shape: [2, 5, 3] }], run: (x) => localResponseNorm(x, 3, 0.5, 0.5, 2) },
      { name: "images", inputs: [{ shape: [2, 4, 2, 3] }], run: (x) => localResponseNorm(x, 2, { alpha: 0.5 }) },
      { name: "zero-size", inputs: [{ shape: [0, 4, 5] }], run: (x) => localResponseNorm(x, 2) },
      { name: "transposed", inputs: [{ shape: [3, 4, 5], layout: "transposed" }], run: (x) => localResponseNorm(x, 3) },
    ],
    errors: [
      {
        name: "a matrix",
        call: () => localResponseNorm(ones(2, 5), 2),
        error: ShapeError,
        text: "localResponseNorm: Expected 3D or higher dimensionality input (got 2 dimensions)",
      },
      {
        name: "no size",
        call: () => localResponseNorm(ones(2, 5, 3), 0),
        error: ArgumentError,
        text: "localResponseNorm: size must be a positive integer, but got 0",
      },
    ],
  },
});
