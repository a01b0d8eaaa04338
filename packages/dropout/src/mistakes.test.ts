// What mistakes are told.

import { Embedding, Linear, LSTMCell, utils } from "@bernoulli/nn";
import { ones } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import * as dropouts from "./index.js";

it("says what is no tensor, as a packed sequence is none", () => {
  const packed = utils.rnn.packPaddedSequence(ones(3, 2, 4), [3, 2]);
  const training = true;
  const calls: Readonly<Record<string, (x: never) => unknown>> = {
    sharedDropout: (x) => dropouts.sharedDropout(x, { noiseShape: [1, 3], training }),
    gaussianDropout: (x) => dropouts.gaussianDropout(x, { training }),
    gaussianNoise: (x) => dropouts.gaussianNoise(x, { std: 1, training }),
    stochasticDepth: (x) => dropouts.stochasticDepth(x, { p: 0.5, mode: "row", training }),
    dropPath: (x) => dropouts.dropPath(x, { p: 0.5, training }),
    shakeDrop: (x) => dropouts.shakeDrop(x, { training }),
    dropBlock2d: (x) => dropouts.dropBlock2d(x, { p: 0.5, blockSize: 3, training }),
    dropBlock3d: (x) => dropouts.dropBlock3d(x, { p: 0.5, blockSize: 3, training }),
    cutout: (x) => dropouts.cutout(x, { length: 2, training }),
    patchDropout: (x) => dropouts.patchDropout(x, { p: 0.5, training }),
    lockedDropout: (x) => dropouts.lockedDropout(x, { training }),
    wordDropout: (x) => dropouts.wordDropout(x, { p: 0.5, unknown: 1, training }),
    embeddedDropout: (x) => dropouts.embeddedDropout(new Embedding(2, 2), x, { training }),
    mixout: (x) => dropouts.mixout(x, ones(1), { training }),
    targetedWeightDropout: (x) => dropouts.targetedWeightDropout(x, { training }),
    ConcreteDropout: (x) => new dropouts.ConcreteDropout().forward(x),
    Zoneout: (x) => new dropouts.Zoneout(new LSTMCell(4, 4)).forward(x),
    VariationalRecurrent: (x) => new dropouts.VariationalRecurrent(new LSTMCell(4, 4)).forward(x),
  };
  for (const [name, call] of Object.entries(calls))
    for (const x of [packed, [1, 2], undefined])
      expect(thrown(() => call(x as never))).toMatch(
        new RegExp(`^ArgumentError: ${name}: (input|words|weight) must be a Tensor`),
      );
});

it("says what is wrong with a call", () => {
  const x = ones(2, 3);
  const training = true;
  expect(thrown(() => dropouts.sharedDropout(x, { p: 2, noiseShape: [1, 3], training }))).toMatchInlineSnapshot(
    `"ArgumentError: sharedDropout: p has to be between 0 and 1, but got 2"`,
  );
  expect(thrown(() => dropouts.sharedDropout(x, { noiseShape: [2], training }))).toMatchInlineSnapshot(
    `"ShapeError: sharedDropout: noiseShape must have a number for each dimension of the input of shape [2, 3], 1 or its size, or null for that, but got [2]"`,
  );
  expect(thrown(() => dropouts.gaussianDropout(x, { p: 1, training }))).toMatchInlineSnapshot(
    `"ArgumentError: gaussianDropout: p has to be less than 1, since what is kept is divided by 1 − p"`,
  );
  expect(thrown(() => dropouts.gaussianNoise(x, { std: -1, training }))).toMatchInlineSnapshot(
    `"ArgumentError: gaussianNoise: std must be a finite number of 0 or more, but got -1"`,
  );
  expect(thrown(() => dropouts.dropPath(x, { p: 0.5 } as never))).toMatchInlineSnapshot(
    `"ArgumentError: dropPath: training must be given, true or false, but got undefined; in a module pass { training: this.training }"`,
  );
  expect(thrown(() => dropouts.dropBlock2d(x, { p: 0.1, blockSize: 3, training }))).toMatchInlineSnapshot(
    `"ShapeError: dropBlock2d: expected an input of shape (N, C, H, W), but got [2, 3], of 2 dimensions"`,
  );
  const image = ones(1, 1, 8, 8);
  expect(thrown(() => dropouts.dropBlock2d(image, { p: 0.1, blockSize: 4, training }))).toMatchInlineSnapshot(
    `"ArgumentError: dropBlock2d: block size should be odd. Got 4 which is even."`,
  );
  expect(thrown(() => dropouts.stochasticDepth(x, { p: 0.1, mode: "col" as never, training }))).toMatchInlineSnapshot(
    `"ArgumentError: stochasticDepth: mode has to be either 'batch' or 'row', but got col"`,
  );
  expect(thrown(() => dropouts.patchDropout(ones(1, 1, 2), { p: 0.5, training }))).toMatchInlineSnapshot(
    `"ArgumentError: patchDropout: no tokens to choose from: the input of shape [1, 1, 2] has 1, and 1 are kept"`,
  );
  expect(thrown(() => dropouts.mixout(x, ones(3, 2), { training }))).toMatchInlineSnapshot(
    `"ShapeError: mixout: A target tensor size must match with an input tensor size, but got [3, 2] for an input of [2, 3]"`,
  );
  expect(thrown(() => dropouts.maxNorm_(x, 0))).toMatchInlineSnapshot(
    `"ArgumentError: maxNorm_: max must be a positive number, but got 0"`,
  );
  expect(thrown(() => dropouts.dropEdge(x.t(), { training }))).toMatchInlineSnapshot(
    `"ShapeError: dropEdge: expected edges of shape (2, E), but got [3, 2]"`,
  );
  expect(thrown(() => new dropouts.Zoneout(new Linear(1, 1) as never))).toMatchInlineSnapshot(
    `"ArgumentError: Zoneout: expected a cell, an RNNCell, a GRUCell or an LSTMCell, but got Linear"`,
  );
  expect(thrown(() => new dropouts.Zoneout(new LSTMCell(1, 1), { hiddenP: 2 }))).toMatchInlineSnapshot(
    `"ArgumentError: Zoneout: hiddenP has to be between 0 and 1, but got 2"`,
  );
  expect(thrown(() => dropouts.dropConnect(new Linear(1, 1), { names: ["other"] }))).toMatchInlineSnapshot(
    `"ArgumentError: registerParametrization: Module 'Linear' does not have a parameter, a buffer, or a parametrized element with name 'other'"`,
  );
  expect(thrown(() => new dropouts.GaussianVariationalLinear(2, 2, { p: 0.7 }))).toMatchInlineSnapshot(
    `"ArgumentError: GaussianVariationalLinear: p has to be above 0 and at most 0.5, where α = p/(1 − p) is 1, but got 0.7"`,
  );
  expect(thrown(() => dropouts.philoxMask([2], { seed: -1 }))).toMatchInlineSnapshot(
    `"ArgumentError: philoxMask: seed must be a whole number from 0 to 9007199254740991, but got -1"`,
  );
});
