// Samples of gelu, silu and mish.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { activationSamples } from "./curves.testing.js";
import { gelu, mish, silu } from "./gelu.js";

const tangent = (x: Tensor) => gelu(x, { approximate: "tanh" });
const plain = activationSamples("gelu", (x) => gelu(x));
const inPlace = (name: string, run: (x: Tensor) => Tensor) => ({
  name,
  inputs: [{ shape: [3, 5] }],
  run: (x: Tensor) => run(clone(x)),
});

export const samples = defineSamples({
  gelu: {
    samples: [
      ...plain.samples,
      { name: "tanh", inputs: [{ shape: [3, 7], layout: "transposed" }], run: tangent },
      { name: "tanh, far from zero", inputs: [{ shape: [60], range: [-9, 9] }], gradient: "none", run: tangent },
    ],
    errors: [
      ...plain.errors!,
      {
        name: "another approximation",
        call: () => gelu(ones(2), { approximate: "sigmoid" as never }),
        error: ArgumentError,
        text: 'gelu: approximate argument must be either none or tanh, but got "sigmoid"',
      },
    ],
  },
  silu: withInPlace(
    "silu",
    (x) => silu(x),
    (x) => silu(x, { inplace: true }),
  ),
  mish: withInPlace(
    "mish",
    (x) => mish(x),
    (x) => mish(x, { inplace: true }),
  ),
});

function withInPlace(name: string, run: (x: Tensor) => Tensor, over: (x: Tensor) => Tensor) {
  const own = activationSamples(name, run);
  return { ...own, samples: [...own.samples, inPlace("in place", over)] };
}
