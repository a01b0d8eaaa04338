// What explain tells of plans, and of what was not fused.

import { makeInput } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { compile, conv2d, manualSeed, noGrad, randn, scope, type Tensor, tensor } from "../index.js";
import { det } from "../ops/linalg/determinants.js";
import { allSamples } from "../ops/samples.testing.js";

it("says of each step that fuses nothing why", () => {
  manualSeed(1);
  const [weight, kernel, doubled] = [randn(8, 4), randn(3, 3, 3, 3), randn(4, 4, { dtype: "float64" })];
  const step = compile((x: Tensor, images: Tensor) =>
    noGrad(() => {
      const rows = x.matmul(weight.t()).softmax(1);
      const wrong = x.matmul(weight.slice(0, 0, 4));
      return [rows.exp(), wrong, conv2d(images, kernel, { dilation: 2 }), doubled.exp(), det(doubled)];
    }),
  );
  step(randn(5, 4), randn(2, 3, 9, 9));
  expect(step.explain({ why: true })).toMatchInlineSnapshot(`
    "plan 1 of 1
    1  matmul                   [1, 5, 8]     1 op: linear
    2  softmax                  [5, 8]
       alone: no fusion of the device is of this op
    3  matmul                   [1, 5, 4]
       alone: the second factor is no transposed matrix, as a linear layer's weight is
    4  exp                      [5, 8]
       alone: what is beside it (softmax) does not go element by element
    5  conv2d                   [2, 3, 5, 5]
       alone: pooled convolution: it is dilated; Winograd convolution: it is dilated; direct convolution: its groups have fewer than 4 channels before or behind them
    6  exp                      [4, 4]
       alone: no fusion of the device is of this op of float64
    7  determinant (reference)  [1]
       alone: the device has no kernel of its own for float64 here
    7 ops in 7 steps; values take up to 0.0 MiB at once"
  `);
});

it("names what a body reads itself", () => {
  const step = compile((x: Tensor) => {
    const doubled = x.mul(2);
    const largest = doubled.max().item() > 1 ? doubled.exp() : doubled;
    const list = largest.toArray() as number[];
    return largest.add(Number(largest.sum()) + list.length);
  });
  step(tensor([1, 3]));
  expect(step.explain().match(/ended by .*/g)).toEqual([
    "ended by item, which reads values here; what comes behind is planned apart",
    "ended by toArray, which reads values here; what comes behind is planned apart",
    "ended by item, which reads values here; what comes behind is planned apart",
  ]);
});

it("names the op that ended a plan, and says what it read", () => {
  const step = compile((x: Tensor) => {
    const positive = x.mul(2).maskedSelect(x.gt(0));
    const places = positive.gt(1).nonzero();
    return places.allclose(places) ? positive.exp() : positive;
  });
  for (let call = 0; call < 2; call += 1) step(tensor([1, -1, 0.25]));
  expect(step.explain()).toMatchInlineSnapshot(`
    "plan 1 of 4
    1  full      []
    2  full      []
    3  mul + gt  [3], [3]  2 ops: region
    4  sum       [1]
    5 ops in 4 steps; values take up to 0.0 MiB at once
    ended by maskedSelect, whose shape depends on values: it reads them here, and what comes behind is planned apart

    plan 2 of 4
    1  nonzero  [2]
    2  gather   [2]
    3  full     []
    4  gt       [2]  1 op: region
    5  sum      [1]
    5 ops in 5 steps; values take up to 0.0 MiB at once
    ended by nonzero, whose shape depends on values: it reads them here, and what comes behind is planned apart

    plan 3 of 4
     1  nonzero  [1]
     2  cat      [1, 1]
     3  to       [1, 1]
     4  to       [1, 1]
     5  isclose  [1, 1]
     6  full     []
     7  to + eq  [1, 1], [1, 1]  2 ops: region
     8  sum      [1, 1]
     9  full     []
    10  eq       []
    11 ops in 10 steps; values take up to 0.0 MiB at once
    ended by allclose, which reads values here; what comes behind is planned apart

    plan 4 of 4
    1  exp  [2]
    1 ops in 1 steps; values take up to 0.0 MiB at once"
  `);
});

it("names every op that says so, for one of its samples at least", () => {
  const reading = [...allSamples].filter(([, { reads }]) => reads !== undefined);
  expect(reading.length).toBeGreaterThan(20);
  const silent = reading.filter(([op, { samples, reads }]) => {
    const told = new RegExp(`ended by ${op.replace(/_$/, "_?")}, ${reads === "shape" ? "whose shape" : "which"}`);
    return !samples.some((sample) => {
      manualSeed(7);
      const inputs = sample.inputs.map((spec, at) => makeInput(spec, `${op}/${sample.name}/${at}`, "float32"));
      const step = compile(() => sample.run(...inputs.map(({ leaf, view }) => view(leaf).clone())));
      scope(() => void step());
      return told.test(step.explain());
    });
  });
  expect(silent.map(([op]) => op)).toEqual([]);
});

it("takes no other option", () => {
  const step = compile((x: Tensor) => x.relu());
  expect(() => step.explain({ whi: true } as never)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: explain: got an unexpected option whi; take some of { why, memory }]`,
  );
});

it("lists what is held when a plan holds the most", () => {
  manualSeed(1);
  const [weight, x] = [randn(64, 64, { requiresGrad: true }), randn(32, 64)];
  const step = compile(() => {
    weight.grad = null;
    const loss = x.matmul(weight.t()).sin().matmul(weight.t()).square().sum();
    loss.backward();
    return loss;
  });
  for (let call = 0; call < 3; call += 1) scope(() => void step());
  const told = step.explain({ memory: true });
  expect(step.explain()).not.toContain("most is held");
  expect(told.slice(told.indexOf("most is held"))).toMatchInlineSnapshot(`
    "most is held in step 6 matmul + add: 58.4 KiB; its block takes 50.9 KiB
        16.0 KiB  [1, 64, 64] of 5 matmul, until 6 matmul + add
        16.0 KiB  [64, 64] of 6 matmul + add, lives on
         8.0 KiB  [32, 64] of 1 matmul + sin, until 6 matmul + add
         8.0 KiB  [32, 64] of 3 pow + sum + powBackward, until 6 matmul + add
         0.0 KiB  [1, 1] of 3 pow + sum + powBackward, lives on
        10.4 KiB  work space of this step"
  `);
});

it("lists nothing of a plan that computes nothing", () => {
  const step = compile((x: Tensor) => [x.view(2, 1), x.view(1, 2)]);
  step(tensor([1, 2]));
  expect(step.explain({ memory: true })).not.toContain("most is held");
});
