// Samples of gather, indexSelect, scatter and scatterAdd, and of the latter two in place.

import { defineSamples } from "@bernoulli/testing";
import { DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import { clone } from "../creation/clone.js";
import { ones, tensor } from "../creation/creation.js";
import { gather, indexSelect, scatter, scatter_, scatterAdd, scatterAdd_ } from "./gather.js";

const index = (values: number | readonly number[] | readonly (readonly number[])[]) =>
  tensor(values as number[], { dtype: "int32" });

// Each row names a place at most once, so that what is written does not depend on an order.
const apart = { shape: [2, 3], dtype: "int32", values: [2, 0, 3, 1, 3, 0] } as const;
const again = { shape: [2, 3], dtype: "int32", values: [2, 2, 2, 0, 1, 0] } as const;

const indexErrors = (name: string, call: (at: ReturnType<typeof index>) => unknown) => [
  {
    name: "an index behind the end",
    call: () => call(index([[0, 4, 0]])),
    error: IndexError,
    text: `${name}: index 4 is out of bounds for dimension 1 with size 4`,
  },
  {
    name: "an index before the beginning",
    call: () => call(index([[0, -1, 0]])),
    error: IndexError,
    text: `${name}: index -1 is out of bounds for dimension 1 with size 4`,
  },
  {
    name: "a floating index",
    call: () => call(ones(1, 3)),
    error: DTypeError,
    text: `${name}: Expected dtype int32 for index, but got float32; convert with .to("int32")`,
  },
  {
    name: "an index of other dimensions",
    call: () => call(index([0, 1, 0])),
    error: ShapeError,
    text: `${name}: Index tensor must have the same number of dimensions as input tensor, but got 1 and 2`,
  },
  {
    name: "an index of more rows",
    call: () => call(index([[0], [0], [0]])),
    error: ShapeError,
    text: `${name}: Expected index [3, 1] to be no larger than self [2, 4] apart from dimension 1`,
  },
];

export const samples = defineSamples({
  gather: {
    differences: "indices are int32; no `sparse_grad`",
    golden: ([a, index], { dim }) => gather(a!, dim, index!),
    samples: [
      { name: "along the last", inputs: [{ shape: [2, 4] }, again], run: (a, at) => gather(a, 1, at!) },
      {
        name: "along the first",
        inputs: [{ shape: [3, 3] }, { shape: [2, 3], dtype: "int32", values: [2, 0, 1, 1, 0, 1] }],
        run: (a, at) => gather(a, 0, at!),
      },
      {
        name: "more than there is",
        inputs: [{ shape: [2, 2] }, { shape: [2, 5], dtype: "int32", range: [0, 2] }],
        run: (a, at) => gather(a, -1, at!),
      },
      {
        name: "a smaller index, in the middle",
        inputs: [{ shape: [3, 4, 5] }, { shape: [2, 6, 3], dtype: "int32", range: [0, 4] }],
        run: (a, at) => gather(a, 1, at!),
      },
      {
        name: "transposed",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [3, 4], dtype: "int32", range: [0, 4], layout: "transposed" },
        ],
        run: (a, at) => gather(a, 1, at!),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }],
        run: (a, at) => gather(a, 0, at!),
      },
      {
        name: "nothing",
        inputs: [{ shape: [2, 3] }, { shape: [0, 3], dtype: "int32" }],
        run: (a, at) => gather(a, 1, at!),
      },
      {
        name: "bytes",
        inputs: [{ shape: [2, 4], dtype: "uint8" }, again],
        gradient: "none",
        run: (a, at) => gather(a, 1, at!),
      },
    ],
    errors: indexErrors("gather", (at) => gather(ones(2, 4), 1, at)),
  },
  indexSelect: {
    differences: "indices are int32; no `sparse_grad`",
    golden: ([a, index], { dim }) => indexSelect(a!, dim, index!),
    samples: [
      { name: "rows", inputs: [{ shape: [4, 3] }], run: (a) => indexSelect(a, 0, index([3, 0, 0])) },
      { name: "columns", inputs: [{ shape: [4, 3] }], run: (a) => indexSelect(a, 1, index([2, 1])) },
      { name: "the middle", inputs: [{ shape: [2, 4, 3] }], run: (a) => indexSelect(a, 1, index([1, 1, 3, 0, 2])) },
      { name: "none", edge: true, inputs: [{ shape: [4, 3] }], run: (a) => indexSelect(a, 0, index([])) },
      { name: "a 0-d index", edge: true, inputs: [{ shape: [4, 3] }], run: (a) => indexSelect(a, 0, index(2)) },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => indexSelect(a, 0, index([0])) },
      { name: "zero-size", inputs: [{ shape: [4, 0] }], run: (a) => indexSelect(a, 0, index([1])) },
      { name: "stepped", inputs: [{ shape: [4, 3], layout: "stepped" }], run: (a) => indexSelect(a, 1, index([2, 0])) },
      {
        name: "truths",
        inputs: [{ shape: [4, 3], dtype: "bool" }],
        gradient: "none",
        run: (a) => indexSelect(a, 0, index([3, 3])),
      },
    ],
    errors: [
      {
        name: "an index behind the end",
        call: () => indexSelect(ones(2, 4), 0, index([2])),
        error: IndexError,
        text: "indexSelect: index 2 is out of bounds for dimension 0 with size 2",
      },
      {
        name: "a matrix of indices",
        call: () => indexSelect(ones(2, 4), 0, index([[0]])),
        error: ShapeError,
        text: "indexSelect: Index is supposed to be a vector, but got one of shape [1, 1]",
      },
    ],
  },
  scatter: {
    differences: "indices are int32",
    golden: ([a, index, source], { dim }) => scatter(a!, dim, index!, source!),
    samples: [
      {
        name: "along the last",
        inputs: [{ shape: [2, 4] }, apart, { shape: [2, 3] }],
        run: (a, at, b) => scatter(a, 1, at!, b!),
      },
      { name: "a number", inputs: [{ shape: [2, 4] }, apart], run: (a, at) => scatter(a, 1, at!, -1.5) },
      {
        name: "a smaller index, along the first",
        inputs: [{ shape: [3, 4] }, { shape: [2, 2], dtype: "int32", values: [2, 0, 0, 1] }, { shape: [3, 3] }],
        run: (a, at, b) => scatter(a, 0, at!, b!),
      },
      {
        name: "transposed",
        inputs: [{ shape: [2, 4], layout: "transposed" }, apart, { shape: [2, 3], layout: "stepped" }],
        run: (a, at, b) => scatter(a, 1, at!, b!),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }, { shape: [] }],
        run: (a, at, b) => scatter(a, 0, at!, b!),
      },
      {
        name: "nothing",
        inputs: [{ shape: [2, 3] }, { shape: [2, 0], dtype: "int32" }],
        run: (a, at) => scatter(a, 1, at!, 1),
      },
      {
        name: "int32",
        inputs: [{ shape: [2, 4], dtype: "int32" }, apart],
        gradient: "none",
        run: (a, at) => scatter(a, 1, at!, 7),
      },
    ],
    errors: [
      ...indexErrors("scatter", (at) => scatter(ones(2, 4), 1, at, 1)),
      {
        name: "a source smaller than the index",
        call: () => scatter(ones(2, 4), 1, index([[0, 1, 2]]), ones(1, 2)),
        error: ShapeError,
        text: "scatter: Expected index [1, 3] to be no larger size than src [1, 2]",
      },
      {
        name: "a source of another dtype",
        call: () => scatter(ones(2, 4), 1, index([[0, 1, 2]]), ones([1, 3], { dtype: "int32" })),
        error: DTypeError,
        text: 'scatter: expected self.dtype to be equal to src.dtype, but got float32 and int32; convert with .to("float32")',
      },
      {
        name: "no source",
        call: () => scatter(ones(2, 4), 1, index([[0]]), undefined as never),
        error: DTypeError,
        text: "scatter: expected source to be a Tensor or a number, got undefined",
      },
    ],
  },
  scatter_: {
    samples: [
      {
        name: "nothing",
        inputs: [{ shape: [2, 3] }, { shape: [2, 0], dtype: "int32" }],
        run: (a, at) => scatter_(clone(a), 1, at!, 1),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }],
        gradient: "none",
        run: (a, at) => scatter_(clone(a), 0, at!, 1),
      },
      {
        name: "on a result",
        inputs: [{ shape: [2, 4] }, apart, { shape: [2, 3] }],
        run: (a, at, b) => scatter_(clone(a), 1, at!, b!),
      },
    ],
  },
  scatterAdd: {
    differences: "indices are int32",
    golden: ([a, index, source], { dim }) => scatterAdd(a!, dim, index!, source!),
    samples: [
      {
        name: "often to one place",
        inputs: [{ shape: [2, 4] }, again, { shape: [2, 3] }],
        run: (a, at, b) => scatterAdd(a, 1, at!, b!),
      },
      {
        name: "a larger source",
        inputs: [{ shape: [3, 4] }, { shape: [5, 2], dtype: "int32", range: [0, 3] }, { shape: [6, 4] }],
        run: (a, at, b) => scatterAdd(a, 0, at!, b!),
      },
      {
        name: "stepped",
        inputs: [{ shape: [2, 4], layout: "stepped" }, again, { shape: [2, 3], layout: "transposed" }],
        run: (a, at, b) => scatterAdd(a, 1, at!, b!),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }, { shape: [] }],
        run: (a, at, b) => scatterAdd(a, 0, at!, b!),
      },
      {
        name: "nothing",
        inputs: [{ shape: [2, 3] }, { shape: [2, 0], dtype: "int32" }, { shape: [2, 0] }],
        run: (a, at, b) => scatterAdd(a, 1, at!, b!),
      },
      {
        name: "int32",
        inputs: [{ shape: [2, 4], dtype: "int32" }, again, { shape: [2, 3], dtype: "int32" }],
        gradient: "none",
        run: (a, at, b) => scatterAdd(a, 1, at!, b!),
      },
    ],
    errors: indexErrors("scatterAdd", (at) => scatterAdd(ones(2, 4), 1, at, ones(2, 4))),
  },
  scatterAdd_: {
    samples: [
      {
        name: "nothing",
        inputs: [{ shape: [2, 3] }, { shape: [2, 0], dtype: "int32" }, { shape: [2, 0] }],
        run: (a, at, b) => scatterAdd_(clone(a), 1, at!, b!),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }, { shape: [] }],
        gradient: "none",
        run: (a, at, b) => scatterAdd_(clone(a), 0, at!, b!),
      },
      {
        name: "on a result",
        inputs: [{ shape: [2, 4] }, again, { shape: [2, 3] }],
        run: (a, at, b) => scatterAdd_(clone(a), 1, at!, b!),
      },
    ],
  },
});
