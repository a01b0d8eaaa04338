// Samples of ctcLoss: targets padded and one behind the other, lengths as arrays and tensors, what cannot be spelled, and nothing to spell.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor, zeros } from "../creation/creation.js";
import { logSoftmax } from "../norms/log-softmax.js";
import { ctcLoss } from "./ctc.js";
import { optionErrors, reductions } from "./reduction.testing.js";

const scores: InputSpec = { shape: [5, 3, 4] };
const padded: InputSpec = { shape: [3, 3], dtype: "int32", values: [1, 2, 0, 3, 3, 1, 2, 0, 0] };
const joined: InputSpec = { shape: [6], dtype: "int32", values: [1, 2, 3, 3, 1, 2] };
const int32 = (...values: number[]): Tensor => tensor(values, { dtype: "int32" });

/** Its gradient is that of what logSoftmax was given. */
const spelled = (x: Tensor, ...rest: any[]): Tensor =>
  (ctcLoss as (...given: any[]) => Tensor)(logSoftmax(x, -1), ...rest);

const call = (changes: {
  readonly logProbs?: Tensor;
  readonly targets?: Tensor;
  readonly inputs?: unknown;
  readonly lengths?: unknown;
  readonly options?: object;
}): Tensor => {
  const {
    logProbs = zeros(5, 2, 4),
    targets = tensor(
      [
        [1, 2],
        [3, 3],
      ],
      { dtype: "int32" },
    ),
  } = changes;
  const { inputs = [5, 5], lengths = [2, 2], options = {} } = changes;
  return ctcLoss(logProbs, targets, inputs as number[], lengths as number[], options);
};

export const samples = defineSamples({
  ctcLoss: {
    golden: ([logProbs, targets], { inputLengths, targetLengths, ...options }) =>
      ctcLoss(logProbs!, targets!, inputLengths, targetLengths, options),
    samples: [
      ...reductions.flatMap((reduction): readonly Sample[] => [
        {
          name: `padded, ${reduction}`,
          inputs: [scores, padded],
          gradient: "first",
          run: (x, y) => spelled(x, y, [5, 4, 3], [2, 3, 1], { reduction }),
        },
        {
          name: `one behind the other, ${reduction}`,
          inputs: [scores, joined],
          gradient: "first",
          run: (x, y) => spelled(x, y, [5, 4, 3], [2, 3, 1], { reduction }),
        },
        {
          name: `what cannot be spelled, ${reduction}`,
          inputs: [scores, padded],
          gradient: "none",
          run: (x, y) => spelled(x, y, [1, 3, 3], [2, 3, 1], { reduction }),
        },
        {
          name: `what cannot be spelled counts as 0, ${reduction}`,
          inputs: [scores, padded],
          gradient: "first",
          run: (x, y) => spelled(x, y, [1, 3, 3], [2, 3, 1], { reduction, zeroInfinity: true }),
        },
      ]),
      {
        name: "lengths as tensors, another blank, transposed",
        inputs: [{ ...scores, layout: "transposed" }, padded],
        gradient: "first",
        run: (x, y) => spelled(x, y, int32(5, 4, 3).to(x.device), int32(1, 1, 1).to(x.device), { blank: 2 }),
      },
      {
        name: "no labels",
        inputs: [scores, { shape: [3, 0], dtype: "int32" }],
        gradient: "first",
        run: (x, y) => spelled(x, y, [5, 4, 3], [0, 0, 0], 0, "none"),
      },
      {
        name: "no steps",
        inputs: [scores, { shape: [3, 1], dtype: "int32", values: [1, 1, 1] }],
        gradient: "none",
        run: (x, y) => spelled(x, y, [0, 0, 3], [0, 1, 1], { reduction: "none" }),
      },
      {
        name: "one sample, its lengths 0-d",
        inputs: [
          { shape: [4, 3] },
          { shape: [2], dtype: "int32", values: [1, 1] },
          { shape: [], dtype: "int32", values: [4] },
        ],
        gradient: "first",
        run: (x, y, length) => spelled(x, y, length, 2),
      },
    ],
    errors: [
      ...optionErrors("ctcLoss", (options) => call({ options })),
      {
        name: "inputs that are not that long",
        call: () => call({ inputs: [5, 6] }),
        error: ArgumentError,
        text: "ctcLoss: Expected input_lengths to have value at most 5, but got value 6",
      },
      {
        name: "a negative length",
        call: () => call({ lengths: [2, -1] }),
        error: ArgumentError,
        text: "ctcLoss: Expected target_lengths to have value at least 0, but got value -1",
      },
      {
        name: "targets that are not that long",
        call: () => call({ lengths: [2, 3] }),
        error: ArgumentError,
        text: "ctcLoss: Expected tensor to have size at least 3 at dimension 1, but got size 2 for argument #2 'targets'; target_lengths says how many labels each row has",
      },
      {
        name: "lengths that do not add up",
        call: () => call({ targets: int32(1, 2, 3) }),
        error: ArgumentError,
        text: "ctcLoss: Expected tensor to have size 4 at dimension 0, but got size 3 for argument #2 'targets'; target_lengths must add up to it",
      },
      {
        name: "another number of lengths",
        call: () => call({ inputs: [5] }),
        error: ShapeError,
        text: "ctcLoss: input_lengths must be of size batch_size, 2, but got [1]",
      },
      {
        name: "lengths that are no integers",
        call: () => call({ inputs: [5, 2.5] }),
        error: ArgumentError,
        text: "ctcLoss: input_lengths must be integral, but got [5, 2.5]",
      },
      {
        name: "lengths as floats",
        call: () => call({ inputs: ones(2) }),
        error: DTypeError,
        text: 'ctcLoss: input_lengths must be integral, but got float32; convert with .to("int32")',
      },
      {
        name: "a label that is no class",
        call: () =>
          call({
            targets: tensor(
              [
                [1, 4],
                [3, 3],
              ],
              { dtype: "int32" },
            ),
          }),
        error: IndexError,
        text: "ctcLoss: Target 4 is out of bounds: label 1 of sample 0, with 4 classes (labels 0 to 3)",
      },
      {
        name: "a blank that is no class",
        call: () => call({ options: { blank: 4 } }),
        error: ArgumentError,
        text: "ctcLoss: blank must be in label range, 0 to 3, but got 4",
      },
      {
        name: "no classes",
        call: () => call({ logProbs: zeros(5, 2, 0) }),
        error: ShapeError,
        text: "ctcLoss: log_probs tensor must not be empty",
      },
      {
        name: "a vector",
        call: () => call({ logProbs: zeros(5) }),
        error: ShapeError,
        text: "ctcLoss: Expected logProbs of the shape (T, N, C) or (T, C), but got [5]",
      },
      {
        name: "targets of another batch",
        call: () => call({ targets: zeros([3, 2], { dtype: "int32" }) }),
        error: ShapeError,
        text: "ctcLoss: Expected targets of the shape (2, S), padded, or one behind the other in one dimension, but got [3, 2]",
      },
    ],
  },
});
