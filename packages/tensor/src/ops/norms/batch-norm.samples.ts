// Samples of batchNorm and instanceNorm.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones, zeros } from "../creation/creation.js";
import { batchNorm, instanceNorm } from "./batch-norm.js";

const [c3, c4] = [{ shape: [3] }, { shape: [4] }];
const variance = { shape: [3], range: [0.5, 2] as const };

export const samples = defineSamples({
  batchNorm: {
    golden: ([x, mean, spread, weight, bias], { training, momentum, eps }) =>
      batchNorm(x!, mean, spread, { weight: weight ?? null, bias: bias ?? null, training, momentum, eps }),
    differences: "`momentum` may be a 0-d tensor; gradients of running statistics are none, as there.",
    samples: [
      {
        name: "vectors",
        inputs: [{ shape: [5, 3] }, c3, c3],
        run: (x, weight, bias) => batchNorm(x, null, null, { weight: weight!, bias: bias!, training: true, eps: 0.1 }),
      },
      {
        name: "images",
        inputs: [{ shape: [2, 3, 3, 4] }, c3, c3],
        run: (x, weight, bias) => batchNorm(x, null, null, weight!, bias!, true, null, 0.1),
      },
      {
        name: "without weight and bias",
        inputs: [{ shape: [3, 3, 4] }],
        run: (x) => batchNorm(x, null, null, { training: true, eps: 0.1 }),
      },
      {
        name: "a weight alone",
        inputs: [{ shape: [3, 3, 4] }, c3],
        run: (x, weight) => batchNorm(x, null, null, { weight: weight!, training: true, eps: 0.1 }),
      },
      {
        name: "by running statistics",
        inputs: [{ shape: [2, 3, 4] }, { ...c3, gradient: false }, { ...variance, gradient: false }, c3, c3],
        run: (x, mean, spread, weight, bias) => batchNorm(x, mean!, spread!, { weight: weight!, bias: bias! }),
      },
      {
        name: "transposed",
        inputs: [{ shape: [4, 3, 5], layout: "transposed" }, c3, c3],
        run: (x, weight, bias) => batchNorm(x, null, null, { weight: weight!, bias: bias!, training: true, eps: 0.1 }),
      },
      {
        name: "the running mean behind it",
        inputs: [{ shape: [5, 3] }, { ...c3, gradient: false }],
        gradient: "none",
        run: (x, mean) => {
          const running = clone(mean!);
          batchNorm(x, running, ones([3], { dtype: x.dtype, device: x.device }), { training: true, momentum: 0.25 });
          return running;
        },
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0, 3, 4] }, { ...c3, gradient: false }, { ...variance, gradient: false }],
        run: (x, mean, spread) => batchNorm(x, mean!, spread!),
      },
    ],
    errors: [
      {
        name: "one value a channel",
        call: () => batchNorm(ones(1, 3), null, null, { training: true }),
        error: ArgumentError,
        text: "batchNorm: Expected more than 1 value per channel when training, got input size [1, 3]; take a larger batch, or .eval()",
      },
      {
        name: "no statistics",
        call: () => batchNorm(ones(2, 3)),
        error: ArgumentError,
        text: "batchNorm: running_mean and running_var must be defined in evaluation mode; give them, or training: true",
      },
      {
        name: "a mean of another size",
        call: () => batchNorm(ones(2, 4), zeros(3), ones(4)),
        error: ShapeError,
        text: "batchNorm: running_mean should contain 4 elements not 3",
      },
      {
        name: "a weight of another size",
        call: () => batchNorm(ones(2, 4), zeros(4), ones(4), ones(3)),
        error: ShapeError,
        text: "batchNorm: weight should contain 4 elements not 3",
      },
      {
        name: "a vector",
        call: () => batchNorm(ones(4), zeros(4), ones(4)),
        error: ShapeError,
        text: "batchNorm: expected at least 2D input (got 1D input)",
      },
      {
        name: "an eps below zero",
        call: () => batchNorm(ones(2, 4), zeros(4), ones(4), { eps: -1 }),
        error: ArgumentError,
        text: "batchNorm: eps must be at least 0, but got -1",
      },
    ],
  },
  instanceNorm: {
    golden: ([x, weight, bias], { eps }) => instanceNorm(x!, { weight: weight ?? null, bias: bias ?? null, eps }),
    samples: [
      {
        name: "images",
        inputs: [{ shape: [2, 3, 3, 4] }, c3, c3],
        run: (x, weight, bias) => instanceNorm(x, null, null, weight!, bias!, null, null, 0.1),
      },
      { name: "sequences", inputs: [{ shape: [2, 4, 5] }], run: (x) => instanceNorm(x, { eps: 0.1 }) },
      {
        name: "a bias alone",
        inputs: [{ shape: [2, 4, 5] }, c4],
        run: (x, bias) => instanceNorm(x, { bias: bias!, eps: 0.1 }),
      },
      {
        name: "by running statistics",
        inputs: [{ shape: [2, 3, 4] }, { ...c3, gradient: false }, { ...variance, gradient: false }],
        run: (x, runningMean, runningVar) =>
          instanceNorm(x, { runningMean: runningMean!, runningVar: runningVar!, useInputStats: false }),
      },
      { name: "zero-size", inputs: [{ shape: [0, 3, 4] }], run: (x) => instanceNorm(x) },
      {
        name: "transposed",
        inputs: [{ shape: [3, 2, 4], layout: "transposed" }],
        run: (x) => instanceNorm(x, { eps: 0.1 }),
      },
    ],
    errors: [
      {
        name: "one place",
        call: () => instanceNorm(ones(2, 3, 1)),
        error: ArgumentError,
        text: "instanceNorm: Expected more than 1 spatial element when training, got input size [2, 3, 1]",
      },
      {
        name: "vectors",
        call: () => instanceNorm(ones(2, 3)),
        error: ShapeError,
        text: "instanceNorm: expected at least 3D input (got 2D input)",
      },
    ],
  },
});
