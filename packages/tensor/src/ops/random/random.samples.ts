// Samples of the random functions, each with a generator seeded anew: every device draws the same bits.
// That they are PyTorch's bits is tested beside the generator and with the goldens.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { Generator } from "../../random/generator.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { bernoulli_ } from "./each.js";
import { normal_, rand, randint, randn, randperm, uniform_ } from "./random.js";

const seeded = () => ({ generator: new Generator().manualSeed(5) });
const sizes: readonly (readonly number[])[] = [[3], [4, 5], [40], [], [0, 2]];
const inputs: readonly InputSpec[] = [{ shape: [3] }, { shape: [20] }, { shape: [] }, { shape: [0] }];

function drawn(run: (shape: readonly number[]) => Tensor) {
  return sizes.map(
    (shape) =>
      ({ name: `[${shape.join(", ")}]`, inputs: [], gradient: "none", tolerance: 0, run: () => run(shape) }) as const,
  );
}
// What is overwritten has no slope left: the gradient that is checked is zero. Always float32: float64 draws other bits.
function overwritten(run: (input: Tensor) => Tensor) {
  const strided = (input: Tensor) => {
    const whole = input.to("float32").clone();
    run(whole.t());
    return whole;
  };
  return [
    ...inputs.map((input) => ({
      name: `[${input.shape.join(", ")}]`,
      inputs: [input],
      gradient: "first" as const,
      tolerance: 0,
      run: (a: Tensor) => run(a.to("float32").clone()),
    })),
    { name: "strided", inputs: [{ shape: [4, 5] }], gradient: "none", tolerance: 0, run: strided } as const,
  ];
}

export const samples = defineSamples({
  rand: {
    differences: "the same draws; integers are int32, and a range lies within int32; of floats within 2⁵³",
    golden: { none: "draws: goldens of their own hold the streams" },
    samples: drawn((shape) => rand(shape, seeded())),
    errors: [
      {
        name: "a negative size",
        call: () => rand(2, -3),
        error: ShapeError,
        text: "rand: sizes must be non-negative integers, but got [2, -3]",
      },
    ],
  },
  randn: {
    differences: "the same draws; integers are int32, and a range lies within int32; of floats within 2⁵³",
    golden: { none: "draws: goldens of their own hold the streams" },
    samples: drawn((shape) => randn(shape, seeded())),
    errors: [
      {
        name: "a fraction",
        call: () => randn(0.5),
        error: ShapeError,
        text: "randn: sizes must be non-negative integers, but got [0.5]",
      },
    ],
  },
  randint: {
    differences: "the same draws; integers are int32, and a range lies within int32; of floats within 2⁵³",
    golden: { none: "draws: goldens of their own hold the streams" },
    samples: drawn((shape) => randint(-3, 100, shape, seeded())),
    errors: [
      {
        name: "an empty range",
        call: () => randint(3, 3, [2]),
        error: ArgumentError,
        text: "randint: expects 'low' to be less than 'high', both integers within int32, but got low=3 and high=3",
      },
    ],
  },
  randperm: {
    differences: "the same draws; integers are int32, and a range lies within int32; of floats within 2⁵³",
    golden: { none: "draws: goldens of their own hold the streams" },
    samples: [1, 7, 100, 0].map(
      (n) => ({ name: `${n}`, inputs: [], gradient: "none", tolerance: 0, run: () => randperm(n, seeded()) }) as const,
    ),
    errors: [
      {
        name: "a negative number",
        call: () => randperm(-1),
        error: ShapeError,
        text: "randperm: sizes must be non-negative integers, but got [-1]",
      },
    ],
  },
  uniform_: {
    samples: overwritten((input) => uniform_(input, -1, 3, seeded())),
    errors: [
      {
        name: "bounds the wrong way round",
        call: () => uniform_(ones(2), 1, 0),
        error: ArgumentError,
        text: "uniform_: expects to return a [from, to) range, but found from=1 > to=0",
      },
    ],
  },
  normal_: {
    samples: overwritten((input) => normal_(input, 2, 0.5, seeded())),
    errors: [
      {
        name: "a negative deviation",
        call: () => normal_(ones(2), 0, -1),
        error: ArgumentError,
        text: "normal_: expects std >= 0.0, but found std -1",
      },
    ],
  },
  bernoulli_: {
    samples: overwritten((input) => bernoulli_(input, 0.3, seeded())),
    errors: [
      {
        name: "p above 1",
        call: () => bernoulli_(ones(2), 1.01),
        error: ArgumentError,
        text: "bernoulli_: expects p to be in [0, 1], but got p=1.01",
      },
    ],
  },
});
