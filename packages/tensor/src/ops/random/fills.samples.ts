// Samples of exponential_ and its kin. That the draws are PyTorch's is tested in random/draws.test.ts.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { ones, zeros } from "../creation/creation.js";
import { cauchy_, exponential_, geometric_, logNormal_, random_ } from "./fills.js";
import { golden, overwritten, seeded } from "./sampling.testing.js";

export const samples = defineSamples({
  exponential_: {
    golden,
    differences: "the same draws",
    samples: overwritten((input) => exponential_(input, 2, seeded())),
    errors: [
      {
        name: "a rate of 0",
        call: () => exponential_(ones(2), 0),
        error: ArgumentError,
        text: "exponential_: expects lambda > 0.0, but found lambda=0",
      },
      {
        name: "integers",
        call: () => exponential_(zeros(2, { dtype: "int32" })),
        error: DTypeError,
        text: "exponential_: Exponential distribution is a continuous probability distribution. dtype must be a floating point but you specified int32",
      },
    ],
  },
  geometric_: {
    golden,
    differences: "the same draws; one that the dtype does not hold is refused",
    samples: overwritten((input) => geometric_(input, 0.3, seeded())),
    errors: [
      {
        name: "p = 1",
        call: () => geometric_(ones(2), 1),
        error: ArgumentError,
        text: "geometric_: expects p to be in (0, 1), but got p=1",
      },
      {
        name: "bools",
        call: () => geometric_(zeros(2, { dtype: "bool" }), 0.5),
        error: DTypeError,
        text: "geometric_: not implemented for 'bool'; take int32",
      },
      {
        name: "a draw beyond the dtype",
        call: () => geometric_(zeros(2, { dtype: "uint8" }), 0.0001, seeded()),
        error: ArgumentError,
        text: "geometric_: drew 4432, which uint8 does not hold; draw into a float64 tensor",
      },
    ],
  },
  cauchy_: {
    golden,
    differences: "the same draws",
    samples: overwritten((input) => cauchy_(input, 1, 0.5, seeded())),
    errors: [
      {
        name: "no width",
        call: () => cauchy_(ones(2), 0, 0),
        error: ArgumentError,
        text: "cauchy_: expects sigma > 0.0, but found sigma=0",
      },
      {
        name: "integers",
        call: () => cauchy_(zeros(2, { dtype: "int32" })),
        error: DTypeError,
        text: "cauchy_: Cauchy distribution is a continuous probability distribution. dtype must be a floating point but you specified int32",
      },
    ],
  },
  logNormal_: {
    golden,
    differences: "the same draws",
    samples: overwritten((input) => logNormal_(input, 0, 0.5, seeded())),
    errors: [
      {
        name: "no width",
        call: () => logNormal_(ones(2), 0, 0),
        error: ArgumentError,
        text: "logNormal_: log_normal_ expects std > 0.0, but found std=0",
      },
      {
        name: "integers",
        call: () => logNormal_(zeros(2, { dtype: "int32" })),
        error: DTypeError,
        text: "logNormal_: not implemented for 'int32'; take float32 or float64",
      },
    ],
  },
  random_: {
    golden,
    differences: "the same draws; integers are int32, and a range lies within int32; of floats within 2⁵³",
    samples: [
      ...overwritten((input) => random_(input, -3, 100, seeded())),
      {
        name: "up to the largest",
        inputs: [],
        gradient: "none",
        tolerance: 0,
        run: () => random_(zeros(9, { dtype: "int32" }), seeded()),
      },
      {
        name: "from a number on",
        inputs: [],
        gradient: "none",
        tolerance: 0,
        run: () => random_(zeros(9, { dtype: "uint8" }), 250, null, seeded()),
      },
    ],
    errors: [
      {
        name: "an empty range",
        call: () => random_(ones(2), 5, 3),
        error: ArgumentError,
        text: "random_: expects 'from' to be less than 'to', both whole numbers, but got from=5 >= to=3",
      },
      {
        name: "beyond the dtype",
        call: () => random_(zeros(2, { dtype: "uint8" }), 300),
        error: ArgumentError,
        text: "random_: to - 1 is out of bounds for uint8, 0 to 255: got high=300",
      },
    ],
  },
});
