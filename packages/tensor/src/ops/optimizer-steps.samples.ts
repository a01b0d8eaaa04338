// Samples of adamStep_ and sgdStep_: parameter and state after a step, side by side.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { noGrad } from "../autograd/grad-mode.js";
import type { AdamStepAttributes, SgdStepAttributes } from "../backends/kernels.js";
import { AutogradError, DTypeError, ShapeError } from "../errors.js";
import type { Tensor } from "../tensor.js";
import { cat } from "./cat.js";
import { ones } from "./creation.js";
import { adamStep_, sgdStep_ } from "./optimizer-steps.js";

const adam = {
  beta1: 0.9,
  beta2: 0.999,
  eps: 1e-8,
  weightDecay: 0,
  stepSize: 0.01,
  correction2Root: 0.7,
  maximize: false,
};
const sgd = { lr: 0.1, momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: false, maximize: false };

const layouts: readonly (readonly [string, InputSpec])[] = [
  ["contiguous", { shape: [3, 5] }],
  ["0-d", { shape: [] }],
  ["zero-size", { shape: [0, 2] }],
  ["transposed", { shape: [4, 5], layout: "transposed" }],
];

const after = (tensors: readonly Tensor[]) =>
  cat(
    tensors.map((tensor) => tensor.reshape(-1)),
    0,
  );

const adamSample = (name: string, spec: InputSpec, options: Partial<AdamStepAttributes> = {}) => ({
  name,
  inputs: [spec, spec, spec, { ...spec, range: [0, 1] }] as const,
  gradient: "none" as const,
  run: (parameter: Tensor, gradient: Tensor, expAvg: Tensor, expAvgSq: Tensor) =>
    noGrad(() => {
      const [p, m, v] = [parameter.clone(), expAvg.clone(), expAvgSq.clone()];
      adamStep_(p, gradient, m, v, { ...adam, ...options });
      return after([p, m, v]);
    }),
});

const sgdSample = (name: string, spec: InputSpec, options: Partial<SgdStepAttributes> = {}) => ({
  name,
  inputs: [spec, spec, spec] as const,
  gradient: "none" as const,
  run: (parameter: Tensor, gradient: Tensor, buffer: Tensor) =>
    noGrad(() => {
      const [p, b] = [parameter.clone(), buffer.clone()];
      sgdStep_(p, gradient, b, { ...sgd, ...options });
      return after([p, b]);
    }),
});

const plain: InputSpec = { shape: [7] };

export const samples = defineSamples({
  adamStep_: {
    samples: [
      ...layouts.map(([name, spec]) => adamSample(name, spec)),
      adamSample("with weight decay", plain, { weightDecay: 0.1 }),
      adamSample("climbing", plain, { maximize: true, weightDecay: 0.1 }),
    ],
    errors: [
      {
        name: "state of another shape",
        call: () => adamStep_(ones(2), ones(2), ones(3), ones(2), adam),
        error: ShapeError,
        text: "adamStep_: the state and the gradient must have the parameter's shape [2], but got [3]",
      },
      {
        name: "while gradients are recorded",
        call: () => adamStep_(ones(2, { requiresGrad: true }), ones(2), ones(2), ones(2), adam),
        error: AutogradError,
        text: "adamStep_ cannot be differentiated; call it inside noGrad(() => …)",
      },
    ],
  },
  sgdStep_: {
    samples: [
      ...layouts.map(([name, spec]) => sgdSample(name, spec)),
      sgdSample("with dampening and weight decay", plain, { dampening: 0.3, weightDecay: 0.1 }),
      sgdSample("Nesterov's, climbing", plain, { nesterov: true, maximize: true }),
    ],
    errors: [
      {
        name: "a gradient of another dtype",
        call: () => sgdStep_(ones(2), ones(2, { dtype: "float64" }), ones(2), sgd),
        error: DTypeError,
        text: "sgdStep_: all tensors must be float32, as the parameter is, but got float64",
      },
    ],
  },
});
