// What explain tells of plans, and of what was not fused.

import { expect, it } from "vitest";
import { compile, conv2d, manualSeed, noGrad, randn, type Tensor } from "../index.js";

it("says of each step that fuses nothing why", () => {
  manualSeed(1);
  const [weight, kernel, doubled] = [randn(8, 4), randn(4, 3, 3, 3), randn(4, { dtype: "float64" })];
  const step = compile((x: Tensor, images: Tensor) =>
    noGrad(() => {
      const rows = x.matmul(weight.t()).softmax(1);
      const wrong = x.matmul(weight.slice(0, 0, 4));
      return [rows.exp(), wrong, conv2d(images, kernel, { dilation: 2 }), doubled.exp()];
    }),
  );
  step(randn(5, 4), randn(2, 3, 9, 9));
  expect(step.explain({ why: true })).toMatchInlineSnapshot(`
    "plan 1 of 1
    1  matmul           [1, 5, 8]     1 op: linear
    2  softmax          [5, 8]
       alone: no fusion of the device is of this op
    3  matmul           [1, 5, 4]
       alone: the second factor is no transposed matrix, as a linear layer's weight is
    4  exp              [5, 8]
       alone: what is beside it (softmax) does not go element by element
    5  conv2d           [2, 4, 5, 5]
       alone: it is dilated
    6  exp (reference)  [4]
       alone: the device has no kernel of its own for float64 here
    6 ops in 6 steps; values take up to 0.0 MiB at once"
  `);
});

it("takes no other option", () => {
  const step = compile((x: Tensor) => x.relu());
  expect(() => step.explain({ whi: true } as never)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: explain: got an unexpected option whi; take some of { why }]`,
  );
});
