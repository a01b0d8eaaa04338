// Samples of put, and of put in place, of unravelIndex and nonzeroStatic.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, IndexError, ShapeError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones, tensor } from "../creation/creation.js";
import { stack } from "../shapes/cat.js";
import { nonzeroStatic, put, put_, unravelIndex } from "./put-by-place.js";

const ofPlaces = (run: typeof put): Sample[] => [
  {
    name: "apart, from the end",
    inputs: [{ shape: [3, 4] }, { shape: [2, 2], dtype: "int32", values: [0, -1, 5, 7] }, { shape: [2, 2] }],
    run: (a, at, b) => run(a, at!, b!),
  },
  {
    name: "added, transposed",
    inputs: [
      { shape: [3, 4], layout: "transposed" },
      { shape: [3], dtype: "int32", values: [2, 2, 5] },
      { shape: [3], layout: "stepped" },
    ],
    run: (a, at, b) => run(a, at!, b!, { accumulate: true }),
  },
  {
    name: "0-d",
    inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }, { shape: [] }],
    run: (a, at, b) => run(a, at!, b!),
  },
  {
    name: "zero-size",
    inputs: [{ shape: [3] }, { shape: [0], dtype: "int32" }, { shape: [0] }],
    run: (a, at, b) => run(a, at!, b!),
  },
];

const index = (...values: number[]) => tensor(values, { dtype: "int32" });

export const samples = defineSamples({
  put: {
    differences: "the index is int32",
    golden: ([a, at, b], { accumulate }) => put(a!, at!, b!, { accumulate }),
    samples: ofPlaces(put),
    errors: [
      {
        name: "another number of elements",
        call: () => put(ones(3), index(0), ones(2)),
        error: ShapeError,
        text: "put: Expected source and index to have the same number of elements, but got source.numel() = 2, index.numel() = 1",
      },
      {
        name: "a place behind the end",
        call: () => put(ones(3), index(5), ones(1)),
        error: IndexError,
        text: "indexPut: index 5 is out of bounds for dimension 0 with size 3",
      },
    ],
  },
  put_: { samples: ofPlaces((a, ...rest) => put_(clone(a), ...rest)) },
  unravelIndex: {
    differences: "int32",
    golden: ([a], { shape }) => unravelIndex(a!, shape),
    samples: [
      {
        name: "a vector",
        inputs: [{ shape: [5], dtype: "int32", range: [0, 24] }],
        gradient: "none",
        run: (a) => stack(unravelIndex(a, [2, 3, 4])),
      },
      {
        name: "transposed",
        inputs: [{ shape: [2, 3], dtype: "int32", range: [0, 6], layout: "transposed" }],
        gradient: "none",
        run: (a) => stack(unravelIndex(a, [2, 3])),
      },
      {
        name: "bytes",
        edge: true,
        inputs: [{ shape: [5], dtype: "uint8", range: [0, 24] }],
        gradient: "none",
        run: (a) => stack(unravelIndex(a, [2, 300])),
      },
      {
        name: "0-d",
        inputs: [{ shape: [], dtype: "int32", range: [0, 6] }],
        gradient: "none",
        run: (a) => stack(unravelIndex(a, [2, 3])),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0], dtype: "int32" }],
        gradient: "none",
        run: (a) => stack(unravelIndex(a, [2, 3])),
      },
    ],
  },
  nonzeroStatic: {
    differences: "int32",
    reads: "shape",
    golden: ([a], options) => nonzeroStatic(a!, options),
    samples: [
      {
        name: "more than there are",
        inputs: [{ shape: [2, 3], dtype: "bool" }],
        gradient: "none",
        run: (a) => nonzeroStatic(a, { size: 9 }),
      },
      {
        name: "less, transposed",
        inputs: [{ shape: [4, 3], layout: "transposed", gradient: false }],
        gradient: "none",
        run: (a) => nonzeroStatic(a, { size: 3, fillValue: 7 }),
      },
      {
        name: "0-d",
        inputs: [{ shape: [], gradient: false }],
        gradient: "none",
        run: (a) => nonzeroStatic(a, { size: 2 }),
      },
      {
        name: "zero-size",
        inputs: [{ shape: [0], gradient: false }],
        gradient: "none",
        run: (a) => nonzeroStatic(a, { size: 2 }),
      },
    ],
    errors: [
      {
        name: "a negative size",
        call: () => nonzeroStatic(ones(2), { size: -1 }),
        error: ArgumentError,
        text: "nonzeroStatic: 'size' must be a non-negative integer, but got -1",
      },
    ],
  },
});
