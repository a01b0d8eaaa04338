// Samples of randLike, randnLike and randintLike. They take no gradients.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { manualSeed } from "../../random/generator.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { randintLike, randLike, randnLike } from "./like.js";

const like = (draw: (input: Tensor) => Tensor) => ({
  samples: [
    {
      name: "floats",
      inputs: [{ shape: [3, 5] }],
      gradient: "none" as const,
      run: (a: Tensor) => {
        manualSeed(3);
        return draw(a);
      },
    },
    {
      name: "transposed",
      inputs: [{ shape: [5, 4], layout: "transposed" as const }],
      gradient: "none" as const,
      run: (a: Tensor) => {
        manualSeed(3);
        return draw(a);
      },
    },
    { name: "zero-size", inputs: [{ shape: [0] }], gradient: "none" as const, run: (a: Tensor) => draw(a) },
  ],
});

/** A golden's draws begin at its seed; some are like a transposed tensor. */
const asked =
  (draw: (input: Tensor, named: any) => Tensor) =>
  ([a]: readonly Tensor[], { seed, transposed, ...named }: any) => {
    manualSeed(seed);
    return draw(transposed ? a!.transpose(0, 1) : a!, named);
  };

export const samples = defineSamples({
  randLike: {
    ...like((a) => randLike(a, { dtype: "float64" }).float()),
    golden: asked((a, options) => randLike(a, options)),
    errors: [
      {
        name: "integers",
        call: () => randLike(ones([2], { dtype: "int32" })),
        error: DTypeError,
        text: '"rand" not implemented for \'Int\'; convert with .to("float32") first',
      },
    ],
  },
  randnLike: {
    ...like((a) => randnLike(a, { dtype: "float32" })),
    golden: asked((a, options) => randnLike(a, options)),
  },
  randintLike: {
    ...like((a) => randintLike(a, -3, 9)),
    golden: asked((a, { low = 0, high, ...options }) => randintLike(a, low, high, options)),
    errors: [
      {
        name: "no room",
        call: () => randintLike(ones(2), 5, 2),
        error: ArgumentError,
        text: "randint: expects 'low' to be less than 'high', both integers within 2⁵³ either way, but got low=5 and high=2",
      },
    ],
  },
});
