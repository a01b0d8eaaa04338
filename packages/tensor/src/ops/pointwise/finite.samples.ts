// Samples of isnan, isinf, isfinite, isposinf, isneginf, signbit and nanToNum.

import { defineSamples, type OpSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { curveSamples } from "./curves.testing.js";
import { isfinite, isinf, isnan, isneginf, isposinf, nanToNum, signbit } from "./finite.js";

const bools = (run: (x: Tensor) => Tensor): Sample => ({
  name: "bools",
  inputs: [{ shape: [6], dtype: "bool" }],
  gradient: "none",
  run,
});
const test = (run: (x: Tensor) => Tensor): OpSamples => ({
  samples: [...curveSamples(run, { gradient: "none" }), bools(run)],
});

export const samples = defineSamples({
  isnan: test(isnan),
  isinf: test(isinf),
  isfinite: test(isfinite),
  isposinf: test(isposinf),
  isneginf: test(isneginf),
  signbit: test(signbit),
  nanToNum: {
    samples: [
      // With numbers that both dtypes have.
      ...curveSamples((x) => nanToNum(x, { nan: 1, posinf: 2, neginf: -3 })),
      bools((x) => nanToNum(x)),
    ],
    errors: [
      {
        name: "what is no number",
        call: () => nanToNum(ones(2), { nan: "0" as never }),
        error: ArgumentError,
        text: 'nanToNum: nan must be a number, but got "0"',
      },
    ],
  },
});
