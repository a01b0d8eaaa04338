// Samples of svdLowrank and pcaLowrank: what does not hang on the directions' signs, nor on the draw.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { matmul } from "../products/matmul.js";
import { transpose } from "../views/permute.js";
import { recombined } from "./given.testing.js";
import { type LowrankResult, pcaLowrank, svdLowrank } from "./low-rank.js";

const whole = ({ U, S, V }: LowrankResult): Tensor => recombined(U, S, transpose(V, -2, -1));
/** Of rank two. */
const given = (a: Tensor, b: Tensor): Tensor => matmul(a, transpose(b, -2, -1));
const sizes = ({ U, S, V }: LowrankResult): Tensor[] => [U.abs(), S, V.abs()];

export const samples = defineSamples({
  svdLowrank: {
    differences: "the result's members are `U`, `S` and `V`",
    golden: ([A], options) => sizes(svdLowrank(A!, options)),
    samples: [
      { name: "zero-size", inputs: [{ shape: [0, 3, 2] }], run: (a) => svdLowrank(a, { q: 2 }).S },
      {
        name: "tall",
        inputs: [{ shape: [5, 2], layout: "transposed" }, { shape: [3, 2] }],
        gradient: "first",
        run: (a, b) => whole(svdLowrank(given(a, b!), { q: 2 })),
      },
      {
        name: "wide, without a mean",
        inputs: [{ shape: [2, 3, 2] }, { shape: [2, 4, 2] }],
        gradient: "first",
        run: (a, b) =>
          whole(
            svdLowrank(given(a, b!), { q: 2, niter: 1, M: ones([4], { dtype: a.dtype, device: a.device }).mul(0) }),
          ),
      },
    ],
    errors: [
      {
        name: "fewer than no turns",
        call: () => svdLowrank(ones(3, 3), { niter: -1 }),
        error: ArgumentError,
        text: "svdLowrank: niter (=-1) must be a non-negative integer",
      },
    ],
  },
  pcaLowrank: {
    differences: "the result's members are `U`, `S` and `V`",
    golden: ([A], options) => sizes(pcaLowrank(A!, options)),
    samples: [
      { name: "zero-size", inputs: [{ shape: [0, 3, 2] }], run: (a) => pcaLowrank(a).S },
      {
        name: "centered",
        tolerance: 1e-5,
        inputs: [{ shape: [6, 1], layout: "stepped" }, { shape: [3, 1] }],
        gradient: "first",
        run: (a, b) => whole(pcaLowrank(given(a, b!), { q: 1 })),
      },
    ],
    errors: [
      {
        name: "more than there are",
        call: () => pcaLowrank(ones(3, 2), { q: 3 }),
        error: ArgumentError,
        text: "pcaLowrank: q (=3) must be a non-negative integer and not greater than min(m, n) = 2",
      },
    ],
  },
});
