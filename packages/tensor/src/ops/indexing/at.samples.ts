// Samples of at.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { ones, tensor } from "../creation/creation.js";
import { at } from "./at.js";

const places = { shape: [2, 3], dtype: "int32", range: [-3, 3] } as const;
const exact = (name: string, inputs: Sample["inputs"], run: Sample["run"]): Sample => ({
  name,
  inputs,
  tolerance: 0,
  run,
});

export const samples = defineSamples({
  at: {
    reads: "shape",
    differences: 'slices are text, `"1:3"`; a step is positive; a 0-d tensor takes a copy',
    golden: ([a], { indices }) => at(a!, ...indices),
    samples: [
      exact("a number", [{ shape: [3, 4] }], (a) => at(a, -1)),
      exact("slices", [{ shape: [5, 4, 3] }], (a) => at(a, "1:-1", ":", "::2")),
      exact("ellipsis and new dimensions", [{ shape: [2, 3, 4] }], (a) => at(a, null, "...", -1)),
      exact("of all", [{ shape: [2, 3], layout: "transposed" }], (a) => at(a, "...")),
      exact("a list", [{ shape: [3, 4] }], (a) => at(a, [2, -1, 0, 2])),
      exact("lists together", [{ shape: [3, 4] }], (a) => at(a, [2, 0], [1, -1])),
      exact("lists apart", [{ shape: [3, 4, 2], layout: "transposed" }], (a) => at(a, [2, 0], ":", [1, 0])),
      exact("a matrix of places", [{ shape: [3, 4] }, places], (a, index) => at(a, index!)),
      exact("behind a slice, stepped", [{ shape: [2, 3, 4], layout: "stepped" }, places], (a, index) =>
        at(a, ":", index!),
      ),
      exact("broadcast", [{ shape: [3, 3] }, { ...places, shape: [2, 1] }, { ...places, shape: [3] }], (a, i, j) =>
        at(a, i!, j!),
      ),
      exact("a place without dimensions", [{ shape: [3, 4] }, { ...places, shape: [] }], (a, index) => at(a, index!)),
      exact("whole numbers as written", [{ shape: [3, 4] }], (a) => at(a, tensor([2, 0], { device: a.device }))),
      exact("a mask", [{ shape: [3, 4] }, { shape: [3, 4], dtype: "bool" }], (a, mask) => at(a, mask!)),
      exact("a mask of rows", [{ shape: [4, 3] }], (a) => at(a, [true, false, true, true])),
      exact(
        "a mask of a transposed part",
        [
          { shape: [3, 4], layout: "transposed" },
          { shape: [3, 4], dtype: "bool" },
        ],
        (a, mask) => at(a, mask!),
      ),
      exact("0-d", [{ shape: [] }], (a) => at(a, null)),
      exact("zero-size", [{ shape: [0, 3] }], (a) => at(a, ":", [0, 2])),
      exact("no places", [{ shape: [2, 3] }], (a) => at(a, [])),
      { ...exact("int32", [{ shape: [4], dtype: "int32" }], (a) => at(a, [3, 3])), gradient: "none" },
      { ...exact("bools", [{ shape: [4], dtype: "bool" }], (a) => at(a, "1:", null)), gradient: "none" },
    ],
    errors: [
      {
        name: "a number behind the end",
        call: () => at(ones(2, 3), ":", 3),
        error: IndexError,
        text: "at: index 3 is out of bounds for dimension 1 with size 3",
      },
      {
        name: "a place behind the end",
        call: () => at(ones(2, 3), [0, -3], ":"),
        error: IndexError,
        text: "at: index -3 is out of bounds for dimension 0 with size 2",
      },
      {
        name: "too many",
        call: () => at(ones(2, 3), 0, 0, "...", 0),
        error: IndexError,
        text: "at: too many indices for tensor of dimension 2",
      },
      {
        name: "two ellipses",
        call: () => at(ones(2, 3), "...", "..."),
        error: IndexError,
        text: 'at: an index can only have a single ellipsis ("...")',
      },
      {
        name: "places that do not broadcast",
        call: () => at(ones(2, 3), [0, 1], [0, 1, 2]),
        error: ShapeError,
        text: "at: shape mismatch: indexing tensors could not be broadcast together with shapes [2], [3]",
      },
      {
        name: "a mask of another shape",
        call: () => at(ones(2, 3), ":", [true, false]),
        error: IndexError,
        text: "at: The shape of the mask [2] at index 0 does not match the shape of the indexed tensor [2, 3] at index 1",
      },
      {
        name: "floats",
        call: () => at(ones(2, 3), ones(2)),
        error: DTypeError,
        text: 'at: Expected dtype int32 for index, but got float32; convert with .to("int32")',
      },
      {
        name: "a fraction",
        call: () => at(ones(2, 3), 0.5),
        error: IndexError,
        text: 'at: only integers, slices (":"), ellipsis ("..."), null and int32 or bool tensors or lists are valid indices, but got 0.5',
      },
      {
        name: "a list with a fraction",
        call: () => at(ones(2, 3), [0, 0.5]),
        error: IndexError,
        text: "at: a list of indices must hold integers, of at most 2²⁴; take a tensor of int32 for others",
      },
      {
        name: "a step back",
        call: () => at(ones(2, 3), "::-1"),
        error: ArgumentError,
        text: "at: slice step must be positive, but got ::-1; flip the result instead",
      },
    ],
  },
});
