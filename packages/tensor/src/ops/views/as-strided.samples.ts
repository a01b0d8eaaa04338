// Samples of asStrided and asStridedScatter.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { ones, zeros } from "../creation/creation.js";
import { asStrided, asStridedScatter } from "./as-strided.js";

export const samples = defineSamples({
  asStrided: {
    golden: ([a], { size, stride, storageOffset }) => asStrided(a!, size, stride, storageOffset),
    samples: [
      { name: "windows that overlap", inputs: [{ shape: [7] }], run: (a) => asStrided(a, [3, 3], [2, 1]) },
      { name: "a diagonal", inputs: [{ shape: [3, 3] }], run: (a) => asStrided(a, [3], [4]) },
      { name: "from the second on", inputs: [{ shape: [6] }], run: (a) => asStrided(a, [2, 2], [3, 1], a.offset + 1) },
      {
        name: "of a transposed matrix",
        inputs: [{ shape: [3, 4], layout: "transposed" }],
        run: (a) => asStrided(a, [2, 2], [3, 1]),
      },
      {
        name: "of a stepped vector, beyond it",
        inputs: [{ shape: [4], layout: "stepped" }],
        gradient: "none",
        run: (a) => asStrided(a, [4], [1]),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => asStrided(a, [2], [0]) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => asStrided(a, [0, 2], [1, 1]) },
    ],
    errors: [
      {
        name: "what reaches beyond the storage",
        call: () => asStrided(ones(4), [3], [2]),
        error: ArgumentError,
        text: "asStrided: sizes [3], strides [2] and storage offset 0 require a storage of 5 elements, but there are 4",
      },
      {
        name: "an element of none",
        call: () => asStrided(ones(0, 3), [1], [1]),
        error: ArgumentError,
        text: "asStrided: sizes [1], strides [1] and storage offset 0 require a storage of 1 elements, but there are 0",
      },
      {
        name: "steps back",
        call: () => asStrided(ones(4), [2], [-1], 3),
        error: ArgumentError,
        text: "asStrided: Negative strides are not supported at the moment, got strides: [-1] from 3; all are integers from 0 on",
      },
      {
        name: "another number of strides",
        call: () => asStrided(ones(4), [2], [1, 1]),
        error: ArgumentError,
        text: "asStrided: mismatch in length of strides and shape: got [1, 1] and [2]",
      },
    ],
  },
  asStridedScatter: {
    differences: "the input's gradient is that of what stays; PyTorch's is that of what is written over",
    golden: ([a, b], { size, stride, step = 1, first = 0, storageOffset }) => {
      const [count] = a!.shape;
      const shown =
        step === 1 && first === 0 ? a! : asStrided(a!, [Math.floor((count! - first + step - 1) / step)], [step], first);
      return asStridedScatter(shown, b!, size, stride, storageOffset);
    },
    samples: [
      {
        name: "a diagonal",
        inputs: [{ shape: [3, 3] }, { shape: [3] }],
        run: (a, b) => asStridedScatter(a, b!, [3], [4]),
      },
      {
        name: "transposed",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [2], layout: "stepped" },
        ],
        run: (a, b) => asStridedScatter(a, b!, [2], [3]),
      },
      {
        name: "into an input with gaps, some of it",
        edge: true,
        inputs: [{ shape: [6], layout: "stepped" }, { shape: [2, 2] }],
        run: (a, b) => asStridedScatter(a, b!, [2, 2], [1, 2]),
      },
      {
        name: "from a place in the storage on",
        edge: true,
        inputs: [{ shape: [6] }, { shape: [2] }],
        run: (a, b) => asStridedScatter(a.narrow(0, 2, 3), b!, [2], [2], a.offset + 2),
      },
      {
        name: "into elements that share memory",
        edge: true,
        inputs: [{ shape: [3, 1] }, { shape: [2] }],
        run: (a, b) => asStridedScatter(a.expand(3, 2), b!, [2], [3], 0),
      },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [1] }], run: (a, b) => asStridedScatter(a, b!, [1], [1]) },
      { name: "zero-size", inputs: [{ shape: [2] }, { shape: [0] }], run: (a, b) => asStridedScatter(a, b!, [0], [1]) },
    ],
    errors: [
      {
        name: "another shape",
        call: () => asStridedScatter(zeros(4), ones(3), [2], [1]),
        error: ShapeError,
        text: "asStridedScatter: expected src to have a size equal to the slice of self. src size = [3], slice size = [2]",
      },
    ],
  },
});
