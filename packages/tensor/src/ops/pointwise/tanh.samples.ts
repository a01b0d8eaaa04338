// Samples of tanh and sigmoid, and of both in place.

import { defineSamples } from "@bernoulli/testing";
import { AutogradError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { curveSamples } from "./curves.testing.js";
import { sigmoid, sigmoid_, tanh, tanh_ } from "./tanh.js";

const onLeaf = (name: string) =>
  `${name}: a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or use the op without the trailing underscore`;

export const samples = defineSamples({
  tanh: { samples: curveSamples(tanh) },
  sigmoid: { samples: curveSamples(sigmoid) },
  tanh_: {
    samples: [
      { name: "on a result", inputs: [{ shape: [3, 5] }], run: (a) => tanh_(clone(a)) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => tanh_(clone(a)) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => tanh_(clone(a)) },
    ],
    errors: [
      {
        name: "a leaf that requires a gradient",
        call: () => tanh_(ones([2], { requiresGrad: true })),
        error: AutogradError,
        text: onLeaf("tanh_"),
      },
    ],
  },
  sigmoid_: {
    samples: [
      { name: "on a result", inputs: [{ shape: [3, 5] }], run: (a) => sigmoid_(clone(a)) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => sigmoid_(clone(a)) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => sigmoid_(clone(a)) },
    ],
    errors: [
      {
        name: "a leaf that requires a gradient",
        call: () => sigmoid_(ones([2], { requiresGrad: true })),
        error: AutogradError,
        text: onLeaf("sigmoid_"),
      },
    ],
  },
});
