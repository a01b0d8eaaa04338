// Samples of mseLoss, l1Loss, smoothL1Loss and huberLoss, away from their kinks: the input is above the target.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { ones, zeros } from "../creation/creation.js";
import { huberLoss, l1Loss, mseLoss, smoothL1Loss } from "./differences.js";
import { type Loss, pairErrors, pairSamples, reductions } from "./reduction.testing.js";

const above = { range: [1.2, 2] } as const;
const below = { range: [-2, -0.2] } as const;
const int32 = { dtype: "int32" } as const;

const broadcast = (loss: Loss): readonly Sample[] =>
  reductions.map((reduction) => ({
    name: `broadcast, ${reduction}`,
    inputs: [
      { shape: [3, 1], ...above },
      { shape: [2], ...below },
    ],
    run: (x, y) => loss(x, y!, { reduction }),
  }));

const weighted = (loss: Loss): readonly Sample[] =>
  reductions.map((reduction) => ({
    name: `weighted, ${reduction}`,
    inputs: [
      { shape: [3, 2], ...above },
      { shape: [3, 2], ...below },
      { shape: [3, 2], range: [0.5, 2] },
    ],
    run: (x, y, weight) => loss(x, y!, { reduction, weight }),
  }));

const between = (loss: Loss, options: object): Sample => ({
  name: "squares",
  inputs: [
    { shape: [3, 2], range: [0.1, 0.5] },
    { shape: [3, 2], range: [-0.3, 0] },
  ],
  run: (x, y) => loss(x, y!, options),
});

const sizes = (name: string, loss: Loss) =>
  ({
    name: "shapes that do not broadcast",
    call: () => loss(ones(2, 3), ones(2)),
    error: ShapeError,
    text: `${name}: the size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1; got shapes [2, 3] and [2]; sizes must be equal or 1`,
  }) as const;

const weights = (name: string, loss: Loss) =>
  ({
    name: "a weight of another shape",
    call: () => loss(ones(2, 3), zeros(2, 3), { weight: ones(3) }),
    error: ShapeError,
    text: `${name}: Weights and input must have the same size, but got [3] and [2, 3]; expand the weight: weight.expandAs(input)`,
  }) as const;

const integers = (name: string, loss: Loss) =>
  ({
    name: "integers",
    call: () => loss(ones([2], int32), ones([2], int32)),
    error: DTypeError,
    text: `${name}: not implemented for 'int32': input or target must be floating; convert with .to("float32")`,
  }) as const;

export const samples = defineSamples({
  mseLoss: {
    samples: [...pairSamples(mseLoss), ...broadcast(mseLoss), ...weighted(mseLoss)],
    errors: [
      ...pairErrors("mseLoss", mseLoss),
      sizes("mseLoss", mseLoss),
      weights("mseLoss", mseLoss),
      integers("mseLoss", mseLoss),
      {
        name: "PyTorch's old size_average in its place",
        call: () => mseLoss(ones(2), ones(2), false as never),
        error: ArgumentError,
        text: 'mseLoss: size_average and reduce, which PyTorch has deprecated, are not taken; write { reduction: "sum" }',
      },
    ],
  },
  l1Loss: {
    samples: [...pairSamples(l1Loss, above, below), ...broadcast(l1Loss), ...weighted(l1Loss)],
    errors: [
      ...pairErrors("l1Loss", l1Loss),
      sizes("l1Loss", l1Loss),
      weights("l1Loss", l1Loss),
      integers("l1Loss", l1Loss),
    ],
  },
  smoothL1Loss: {
    samples: [
      ...pairSamples(smoothL1Loss, above, below),
      ...broadcast(smoothL1Loss),
      between(smoothL1Loss, {}),
      between(smoothL1Loss, { beta: 2 }),
      between(smoothL1Loss, { beta: 0 }),
    ],
    errors: [
      ...pairErrors("smoothL1Loss", smoothL1Loss),
      sizes("smoothL1Loss", smoothL1Loss),
      integers("smoothL1Loss", smoothL1Loss),
      {
        name: "a negative beta",
        call: () => smoothL1Loss(ones(2), ones(2), { beta: -1 }),
        error: ArgumentError,
        text: "smoothL1Loss does not support negative values for beta, but got -1",
      },
    ],
  },
  huberLoss: {
    samples: [
      ...pairSamples(huberLoss, above, below),
      ...broadcast(huberLoss),
      ...weighted(huberLoss),
      between(huberLoss, {}),
      between(huberLoss, { delta: 2 }),
    ],
    errors: [
      ...pairErrors("huberLoss", huberLoss),
      sizes("huberLoss", huberLoss),
      weights("huberLoss", huberLoss),
      integers("huberLoss", huberLoss),
      {
        name: "a delta of 0",
        call: () => huberLoss(ones(2), ones(2), "mean", 0),
        error: ArgumentError,
        text: "huberLoss does not support non-positive values for delta, but got 0",
      },
      {
        name: "an input of integers",
        call: () => huberLoss(ones([2], int32), ones(2)),
        error: DTypeError,
        text: 'huberLoss: result type float32 can\'t be cast to the desired output type int32; convert the input with .to("float32")',
      },
    ],
  },
});
