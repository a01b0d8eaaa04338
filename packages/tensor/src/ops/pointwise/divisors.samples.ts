// Samples of gcd and lcm, and of both in place.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { DTypeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { gcd, gcd_, lcm, lcm_ } from "./divisors.js";

function family(run: (a: Tensor, b: Tensor) => Tensor): Sample[] {
  const of = (name: string, shape: readonly number[], other = shape): Sample => ({
    name,
    inputs: [
      { shape, dtype: "int32", range: [-40, 40] },
      { shape: other, dtype: "int32", range: [-40, 40] },
    ],
    gradient: "none",
    run,
  });
  return [
    of("one shape", [3, 7]),
    of("broadcast", [3, 2], [2]),
    of("0-d", []),
    of("zero-size", [0]),
    {
      name: "transposed",
      inputs: [
        { shape: [3, 4], dtype: "int32", layout: "transposed" },
        { shape: [3, 4], dtype: "int32", layout: "stepped" },
      ],
      gradient: "none",
      run,
    },
    {
      name: "uint8",
      inputs: [
        { shape: [9], dtype: "uint8" },
        { shape: [9], dtype: "uint8" },
      ],
      gradient: "none",
      run,
    },
    {
      name: "zeros",
      inputs: [
        { shape: [3], dtype: "int32", values: [0, 0, 4] },
        { shape: [3], dtype: "int32", values: [0, 6, 0] },
      ],
      gradient: "none",
      run,
    },
  ];
}

const floats = (name: "gcd" | "lcm", run: typeof gcd) => ({
  name: "floats",
  call: () => run(ones(2), ones(2)),
  error: DTypeError,
  text: `"${name}" not implemented for 'Float'; convert with .to("int32") first`,
});

export const samples = defineSamples({
  gcd: { samples: family(gcd), errors: [floats("gcd", gcd)] },
  gcd_: { samples: family((a, b) => gcd_(clone(a), b)) },
  lcm: { differences: "wraps beyond int32", samples: family(lcm), errors: [floats("lcm", lcm)] },
  lcm_: { samples: family((a, b) => lcm_(clone(a), b)) },
});
