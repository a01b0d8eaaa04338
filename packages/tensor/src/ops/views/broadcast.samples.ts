// Samples of expandAs, broadcastTo, broadcastTensors and sumToSize.

import { defineSamples } from "@bernoulli/testing";
import { ShapeError } from "../../checks/errors.js";
import { ones, zeros } from "../creation/creation.js";
import { broadcastTensors, broadcastTo, expandAs, sumToSize } from "./broadcast.js";

export const samples = defineSamples({
  sumToSize: {
    golden: ([a], { size }) => sumToSize(a!, size),
    samples: [
      { name: "a row", inputs: [{ shape: [3, 4] }], run: (a) => sumToSize(a, 1, 4) },
      {
        name: "a vector, transposed",
        inputs: [{ shape: [2, 3, 4], layout: "transposed" }],
        run: (a) => sumToSize(a, [4]),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => sumToSize(a, []) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => sumToSize(a, 1, 3) },
      {
        name: "0-d, of truths",
        edge: true,
        inputs: [{ shape: [], dtype: "bool" }],
        gradient: "none",
        run: (a) => sumToSize(a, []),
      },
    ],
    errors: [
      {
        name: "a size that does not expand",
        call: () => sumToSize(ones(3), 2),
        error: ShapeError,
        text: "sumToSize: size [2] is not expandable to size [3]",
      },
    ],
  },
  expandAs: {
    golden: ([a, b]) => expandAs(a!, b!),
    samples: [
      { name: "a column", inputs: [{ shape: [3, 1] }], run: (a) => expandAs(a, zeros(3, 4, { device: a.device })) },
      { name: "stepped", inputs: [{ shape: [3], layout: "stepped" }], run: (a) => expandAs(a, a.unsqueeze(0)) },
      { name: "0-d", inputs: [{ shape: [] }, { shape: [2], gradient: false }], run: (a, b) => expandAs(a, b) },
      { name: "zero-size", inputs: [{ shape: [1] }, { shape: [0], gradient: false }], run: (a, b) => expandAs(a, b) },
    ],
    errors: [
      {
        name: "another size",
        call: () => expandAs(ones(2), ones(3)),
        error: ShapeError,
        text: "expandAs: the expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 0. Target sizes: [3]. Tensor sizes: [2]",
      },
    ],
  },
  broadcastTo: {
    golden: ([a], { size }) => broadcastTo(a!, size),
    samples: [
      { name: "rows", inputs: [{ shape: [3] }], run: (a) => broadcastTo(a, [2, 3]) },
      { name: "stepped", inputs: [{ shape: [3, 1], layout: "stepped" }], run: (a) => broadcastTo(a, [3, 2]) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => broadcastTo(a, [2]) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => broadcastTo(a, [2, 0]) },
    ],
    errors: [
      {
        name: "another size",
        call: () => broadcastTo(ones(2, 3), [2, 2]),
        error: ShapeError,
        text: "broadcastTo: the expanded size of the tensor (2) must match the existing size (3) at non-singleton dimension 1. Target sizes: [2, 2]. Tensor sizes: [2, 3]",
      },
    ],
  },
  broadcastTensors: {
    golden: (tensors) => broadcastTensors(...tensors),
    samples: [
      {
        name: "a row and a column",
        inputs: [{ shape: [1, 3] }, { shape: [2, 1], layout: "stepped" }],
        run: (a, b) => {
          const [x, y] = broadcastTensors(a, b);
          return x!.mul(y!);
        },
      },
      { name: "a list", inputs: [{ shape: [] }, { shape: [2] }], run: (a, b) => broadcastTensors([a, b])[0]! },
      { name: "zero-size", inputs: [{ shape: [0] }, { shape: [1] }], run: (a, b) => broadcastTensors(a, b)[1]! },
    ],
    errors: [
      {
        name: "sizes that do not fit",
        call: () => broadcastTensors(ones(2, 3), ones(2)),
        error: ShapeError,
        text: "broadcastTensors: the size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1; got shapes [2, 3] and [2]; sizes must be equal or 1",
      },
    ],
  },
});
