// Samples of the random functions, each with a generator seeded anew: every device draws the same bits.
// That they are PyTorch's bits is tested beside the generator and with the goldens.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../errors.js";
import { Generator } from "../random/generator.js";
import type { Tensor } from "../tensor.js";
import { ones } from "./creation.js";
import { bernoulli_, normal_, rand, randint, randn, randperm, uniform_ } from "./random.js";

const seeded = () => ({ generator: new Generator().manualSeed(5) });
const sizes: readonly (readonly number[])[] = [[3], [4, 5], [40], [], [0, 2]];
const inputs: readonly InputSpec[] = [{ shape: [3] }, { shape: [20] }, { shape: [] }, { shape: [0] }];

function drawn(run: (shape: readonly number[]) => Tensor) {
  return sizes.map((shape) => ({ name: `[${shape.join(", ")}]`, inputs: [], gradient: "none", tolerance: 0, run: () => run(shape) }) as const);
}
// What is overwritten has no slope left: the gradient that is checked is zero.
function overwritten(run: (input: Tensor) => Tensor) {
  return [
    ...inputs.map((input) => ({ name: `[${input.shape.join(", ")}]`, inputs: [input], run: (a: Tensor) => run(a.clone()) })),
    { name: "strided", inputs: [{ shape: [4, 5] }], gradient: "none", run: (a: Tensor) => { const b = a.clone(); run(b.t()); return b; } } as const,
  ];
}

export const samples = defineSamples({
  rand: {
    samples: drawn((shape) => rand(shape, seeded())),
    errors: [{ name: "a negative size", call: () => rand(2, -3), error: ShapeError, text: "" }],
  },
  randn: {
    samples: drawn((shape) => randn(shape, seeded())),
    errors: [{ name: "a fraction", call: () => randn(0.5), error: ShapeError, text: "" }],
  },
  randint: {
    samples: drawn((shape) => randint(-3, 100, shape, seeded())),
    errors: [{ name: "an empty range", call: () => randint(3, 3, [2]), error: ArgumentError, text: "" }],
  },
  randperm: {
    samples: [1, 7, 100, 0].map((n) => ({ name: `${n}`, inputs: [], gradient: "none", tolerance: 0, run: () => randperm(n, seeded()) }) as const),
    errors: [{ name: "a negative number", call: () => randperm(-1), error: ShapeError, text: "" }],
  },
  uniform_: {
    samples: overwritten((input) => uniform_(input, -1, 3, seeded())),
    errors: [{ name: "bounds the wrong way round", call: () => uniform_(ones(2), 1, 0), error: ArgumentError, text: "" }],
  },
  normal_: {
    samples: overwritten((input) => normal_(input, 2, 0.5, seeded())),
    errors: [{ name: "a negative deviation", call: () => normal_(ones(2), 0, -1), error: ArgumentError, text: "" }],
  },
  bernoulli_: {
    samples: overwritten((input) => bernoulli_(input, 0.3, seeded())),
    errors: [{ name: "p above 1", call: () => bernoulli_(ones(2), 1.01), error: ArgumentError, text: "" }],
  },
});
