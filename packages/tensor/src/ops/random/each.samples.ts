// Samples of bernoulli, poisson and binomial. That the draws are PyTorch's is tested in random/draws.test.ts.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { bernoulli, binomial, poisson } from "./each.js";
import { drawn, golden, seeded } from "./sampling.testing.js";

export const samples = defineSamples({
  bernoulli: {
    golden,
    differences: "the same draws; a gradient of zeros, as PyTorch's",
    samples: [
      ...drawn((p) => bernoulli(p, seeded())),
      {
        name: "one p for all",
        inputs: [{ shape: [4, 5], layout: "transposed" }],
        gradient: "none",
        tolerance: 0,
        run: (a) => bernoulli(a.to("float32"), 0.25, seeded()),
      },
    ],
    errors: [
      {
        name: "a probability above 1",
        call: () => bernoulli(tensor([0.5, 1.5])),
        error: ArgumentError,
        text: "bernoulli: Expected p_in >= 0 && p_in <= 1: probabilities in [0, 1], but got 1.5",
      },
      {
        name: "integers",
        call: () => bernoulli(tensor([0, 1], { dtype: "int32" })),
        error: DTypeError,
        text: "bernoulli: not implemented for 'int32': its parameters are float32 or float64; convert by .to()",
      },
      {
        name: "p below 0",
        call: () => bernoulli(ones(2), -1),
        error: ArgumentError,
        text: "bernoulli: expects p to be in [0, 1], but got p=-1",
      },
    ],
  },
  poisson: {
    golden,
    differences: "the same draws; a gradient of zeros, as PyTorch's",
    samples: drawn((rate) => poisson(rate.mul(30), seeded())),
    errors: [
      {
        name: "a negative rate",
        call: () => poisson(tensor([1, -1])),
        error: ArgumentError,
        text: "poisson: invalid Poisson rate, expected rate to be non-negative, but got -1",
      },
      {
        name: "integers",
        call: () => poisson(tensor([1], { dtype: "int32" })),
        error: DTypeError,
        text: "poisson: not implemented for 'int32': its parameters are float32 or float64; convert by .to()",
      },
    ],
  },
  binomial: {
    golden,
    differences: "the same draws",
    samples: drawn((prob) => binomial(prob.mul(40).floor(), prob, seeded())),
    errors: [
      {
        name: "integers",
        call: () => binomial(tensor([1], { dtype: "int32" }), tensor([1])),
        error: DTypeError,
        text: "binomial: not implemented for 'int32': its parameters are float32 or float64; convert by .to()",
      },
      {
        name: "two dtypes",
        call: () => binomial(tensor([1]), tensor([1], { dtype: "float64" })),
        error: DTypeError,
        text: "binomial: Found dtype float32 but expected float64; convert one by .to()",
      },
    ],
  },
});
