// Samples of set and indexPut, and of the latter in place.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones, tensor } from "../creation/creation.js";
import { permute } from "../views/permute.js";
import { type IndexPutOptions, indexPut, indexPut_, set } from "./put.js";

const exact = (name: string, inputs: Sample["inputs"], run: Sample["run"]): Sample => ({
  name,
  inputs,
  tolerance: 0,
  run,
});
const apart = { shape: [3], dtype: "int32", values: [2, -4, 1] } as const;

type Put = (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options?: IndexPutOptions) => Tensor;

const puts = (put: Put) => [
  exact("rows", [{ shape: [4, 3] }, apart, { shape: [3, 3] }], (a, index, value) => put(a, [index!], value!)),
  exact("one value, columns", [{ shape: [2, 4], layout: "transposed" }, apart, { shape: [] }], (a, index, value) =>
    put(a, [null, index!], value!),
  ),
  exact("together", [{ shape: [4, 4] }, apart, apart, { shape: [3] }], (a, i, j, value) => put(a, [i!, j!], value!)),
  exact("apart, with one between", [{ shape: [4, 2, 4] }, apart, apart, { shape: [3, 2] }], (a, i, j, value) =>
    put(a, [i!, null, j!], value!),
  ),
  exact(
    "where a mask holds",
    [{ shape: [3, 2] }, { shape: [3], dtype: "bool", values: [1, 0, 1] }, { shape: [2, 2] }],
    (a, mask, value) => put(a, [mask!], value!),
  ),
  {
    name: "added, named again",
    inputs: [{ shape: [3, 2] }, { shape: [5], dtype: "int32", range: [-3, 3] }, { shape: [5, 2] }],
    run: (a, index, value) => put(a, [index!], value!, { accumulate: true }),
  } satisfies Sample,
  exact("0-d", [{ shape: [1] }, { shape: [], dtype: "int32", values: [0] }, { shape: [] }], (a, index, value) =>
    put(a, [index!], value!),
  ),
  exact("no places", [{ shape: [2] }, { shape: [0], dtype: "int32" }, { shape: [0] }], (a, index, value) =>
    put(a, [index!], value!),
  ),
];

const putErrors = (name: string, put: Put) => [
  {
    name: "a place behind the end",
    call: () => put(ones(2), [tensor([2])], ones(1)),
    error: IndexError,
    text: `${name}: index 2 is out of bounds for dimension 0 with size 2`,
  },
  {
    name: "values that do not broadcast",
    call: () => put(ones(4), [tensor([0, 1])], ones(3)),
    error: ShapeError,
    text: `${name}: shape mismatch: value tensor of shape [3] cannot be broadcast to indexing result of shape [2]`,
  },
  {
    name: "another dtype",
    call: () => put(ones(4), [tensor([0, 1])], ones([2], { dtype: "int32" })),
    error: DTypeError,
    text: `${name}: requires the source and destination dtypes match, got float32 for the destination and int32 for the source; convert with .to("float32")`,
  },
];

export const samples = defineSamples({
  set: {
    reads: "shape",
    differences: "`x.set([i, j], v)`; the value is converted; of several to one place the last stays",
    golden: ([a, given], { indices, value }) => set(clone(a!), indices, given ?? value),
    samples: [
      exact(
        "a row",
        [
          { shape: [3, 4], layout: "stepped" },
          { shape: [4], layout: "stepped" },
        ],
        (a, value) => set(clone(a), 1, value!),
      ),
      exact("a number", [{ shape: [3, 4] }], (a) => set(clone(a), ["1:", -1], 7)),
      exact("indices one by one", [{ shape: [2, 3, 4] }, { shape: [2, 2] }], (a, value) =>
        set(clone(a), ":", 1, "::2", value!),
      ),
      exact("a column of a transposed view", [{ shape: [3, 4] }, { shape: [3] }], (a, value) => {
        const whole = clone(a);
        set(permute(whole, [1, 0]), 1, value!);
        return whole;
      }),
      exact("lists apart", [{ shape: [3, 4, 2] }, { shape: [2, 4] }], (a, value) =>
        set(clone(a), [[2, 0], ":", [1, 0]], value!),
      ),
      exact("a mask and a number", [{ shape: [3, 4] }, { shape: [3, 4], dtype: "bool" }], (a, mask) =>
        set(clone(a), mask!, -1),
      ),
      exact("a mask of rows and a number", [{ shape: [4, 3] }, { shape: [4], dtype: "bool" }], (a, mask) =>
        set(clone(a), mask!, 0),
      ),
      exact(
        "a mask and a tensor without dimensions",
        [{ shape: [3, 4] }, { shape: [3, 4], dtype: "bool" }, { shape: [] }],
        (a, mask, value) => set(clone(a), mask!, value!),
      ),
      exact("a mask and values", [{ shape: [2, 3] }, { shape: [3] }], (a, value) =>
        set(
          clone(a),
          [
            [
              [true, false, true],
              [false, true, false],
            ],
          ],
          value!,
        ),
      ),
      exact("0-d", [{ shape: [] }, { shape: [] }], (a, value) => set(clone(a), [], value!)),
      exact("zero-size", [{ shape: [0, 2] }, { shape: [2] }], (a, value) => set(clone(a), ":", value!)),
      {
        ...exact("integers from floats", [{ shape: [3], dtype: "int32" }, { shape: [2] }], (a, value) =>
          set(clone(a), "1:", value!),
        ),
        gradient: "none",
      },
    ],
    errors: [
      {
        name: "a list for a value",
        call: () => set(ones(2, 2), 0, [1, 2] as never),
        error: ArgumentError,
        text: "set: expected the value to be a number or a Tensor, but got an array; make a tensor of it with tensor(…)",
      },
      {
        name: "a value that does not broadcast",
        call: () => set(ones(2, 3), 0, ones(2)),
        error: ShapeError,
        text: "set: shape mismatch: value tensor of shape [2] cannot be broadcast to indexing result of shape [3]",
      },
      {
        name: "a mask of another shape",
        call: () => set(ones(2, 3), tensor([true, false, true]), 0),
        error: IndexError,
        text: "set: The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0",
      },
    ],
  },
  indexPut: {
    reads: "shape",
    golden: ([a, index, values], options) => indexPut(a!, [index!], values!, options),
    samples: puts(indexPut),
    errors: putErrors("indexPut", indexPut),
  },
  indexPut_: {
    reads: "shape",
    samples: puts((a, indices, values, options) => indexPut_(clone(a), indices, values, options)),
    errors: putErrors("indexPut_", indexPut_),
  },
});
