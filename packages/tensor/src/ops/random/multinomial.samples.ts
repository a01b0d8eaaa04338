// Samples of multinomial. That the draws are PyTorch's is tested in random/draws.test.ts.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor, zeros } from "../creation/creation.js";
import { multinomial } from "./multinomial.js";
import { golden, seeded } from "./sampling.testing.js";

export const samples = defineSamples({
  multinomial: {
    golden,
    differences:
      "the same draws, as int32; without replacement, of categories of weight 0 the first come first where others run out",
    samples: [
      ...[true, false].flatMap((replacement) =>
        ([{ shape: [6] }, { shape: [4, 5] }, { shape: [5, 4], layout: "transposed" }, { shape: [0, 3] }] as const).map(
          (input: InputSpec) => ({
            name: `[${input.shape.join(", ")}] ${input.layout ?? ""} ${replacement ? "again and again" : "each once"}`,
            inputs: [input],
            gradient: "none" as const,
            tolerance: 0,
            run: (a: Tensor) => multinomial(a.to("float32").sigmoid(), 3, { replacement, ...seeded() }),
          }),
        ),
      ),
      {
        name: "one",
        inputs: [{ shape: [6] }],
        gradient: "none",
        tolerance: 0,
        run: (a) => multinomial(a.to("float32").sigmoid(), 1, seeded()),
      },
    ],
    errors: [
      {
        name: "a negative weight",
        call: () => multinomial(tensor([1, -1]), 1),
        error: ArgumentError,
        text: "multinomial: probability tensor contains either `inf`, `nan` or element < 0",
      },
      {
        name: "a negative weight, with replacement",
        call: () => multinomial(tensor([1, -1]), 2, { replacement: true }),
        error: ArgumentError,
        text: "multinomial: invalid multinomial distribution (encountering probability entry < 0)",
      },
      {
        name: "an infinite weight, with replacement",
        call: () => multinomial(tensor([1, Number.POSITIVE_INFINITY]), 2, { replacement: true }),
        error: ArgumentError,
        text: "multinomial: invalid multinomial distribution (encountering probability entry = infinity or NaN)",
      },
      {
        name: "no weight at all",
        call: () => multinomial(zeros(2), 1),
        error: ArgumentError,
        text: "multinomial: invalid multinomial distribution (sum of probabilities <= 0)",
      },
      {
        name: "more than there are",
        call: () => multinomial(ones(2), 3),
        error: ArgumentError,
        text: "multinomial: cannot sample n_sample > prob_dist.size(-1) samples without replacement: 3 of 2; give { replacement: true }",
      },
      {
        name: "none",
        call: () => multinomial(ones(2), 0),
        error: ArgumentError,
        text: "multinomial: cannot sample n_sample <= 0 samples: got 0",
      },
      {
        name: "three dimensions",
        call: () => multinomial(ones(2, 2, 2), 1),
        error: ShapeError,
        text: "multinomial: prob_dist must be 1 or 2 dim, but has 3",
      },
      {
        name: "integers",
        call: () => multinomial(tensor([1, 2], { dtype: "int32" }), 1),
        error: DTypeError,
        text: 'multinomial: only supports floating-point dtypes for input, got: int32; convert by .to("float32")',
      },
    ],
  },
});
