// Samples of take, takeAlongDim, indexAdd, indexCopy and indexFill, and of the last three in place.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones, tensor, zeros } from "../creation/creation.js";
import { permute } from "../views/permute.js";
import { indexAdd, indexAdd_, indexCopy, indexCopy_, indexFill, indexFill_, take, takeAlongDim } from "./along.js";

const apart = { shape: [3], dtype: "int32", values: [2, 0, 3] } as const;
const again = { shape: [5], dtype: "int32", range: [0, 4] } as const;
const onto = (values: readonly number[]) => tensor(values);

type Written = (input: Tensor, dim: number, index: Tensor, source: Tensor) => Tensor;

const written = (run: Written) =>
  [
    {
      name: "rows",
      inputs: [{ shape: [4, 3] }, apart, { shape: [3, 3] }],
      run: (a: Tensor, index: Tensor, source: Tensor) => run(a, 0, index, source),
    },
    {
      name: "columns, transposed",
      inputs: [
        { shape: [2, 4], layout: "transposed" as const },
        apart,
        { shape: [2, 3], layout: "transposed" as const },
      ],
      run: (a: Tensor, index: Tensor, source: Tensor) => run(a, -1, index, source),
    },
    {
      name: "0-d",
      inputs: [{ shape: [] }, { shape: [], dtype: "int32" as const, values: [0] }, { shape: [] }],
      run: (a: Tensor, index: Tensor, source: Tensor) => run(a, 0, index, source),
    },
    {
      name: "nowhere",
      inputs: [{ shape: [4, 0] }, apart, { shape: [3, 0] }],
      run: (a: Tensor, index: Tensor, source: Tensor) => run(a, 0, index, source),
    },
    {
      name: "int32",
      inputs: [{ shape: [4], dtype: "int32" as const }, apart, { shape: [3], dtype: "int32" as const }],
      gradient: "none" as const,
      run: (a: Tensor, index: Tensor, source: Tensor) => run(a, 0, index, source),
    },
  ] satisfies readonly Sample[];

const writtenErrors = (name: string, run: Written) => [
  {
    name: "an index behind the end",
    call: () => run(ones(2), 0, onto([2]), ones(1)),
    error: IndexError,
    text: `${name}: index 2 is out of bounds for dimension 0 with size 2`,
  },
  {
    name: "a source of another shape",
    call: () => run(ones(2, 3), 0, onto([1]), ones(1, 2)),
    error: ShapeError,
    text: `${name}: Source/destination tensor must have same slice shapes and as many slices as indices: expected source of shape [1, 3], but got [1, 2]`,
  },
  {
    name: "another dtype",
    call: () => run(ones(2), 0, onto([1]), ones([1], { dtype: "int32" })),
    error: DTypeError,
    text: `${name}: self and source expected to have the same dtype, but got (self) float32 and (source) int32; convert with .to("float32")`,
  },
  {
    name: "a matrix of indices",
    call: () => run(ones(2), 0, zeros([1, 1], { dtype: "int32" }), ones(1)),
    error: ShapeError,
    text: `${name}: Index is supposed to be a vector, but got dim: 2 with shape [1, 1]`,
  },
];

/** In place, of a view as well. */
const writtenInPlace = (run: Written): readonly Sample[] => [
  ...written((a, dim, index, source) => run(clone(a), dim, index, source)),
  {
    name: "of a view",
    inputs: [{ shape: [3, 4] }, apart, { shape: [3, 3] }],
    run: (a, index, source) => {
      const whole = clone(a);
      run(permute(whole, [1, 0]), 0, index!, source!);
      return whole;
    },
  },
];

type Filled = (input: Tensor, dim: number, index: Tensor, value: Tensor | number) => Tensor;

const filled = (run: Filled) =>
  [
    {
      name: "rows, named again",
      inputs: [{ shape: [4, 3] }, { ...again, range: [-4, 4] as const }],
      run: (a: Tensor, index: Tensor) => run(a, 0, index, 2.5),
    },
    {
      name: "a tensor, columns, stepped",
      inputs: [{ shape: [2, 4], layout: "stepped" as const }, apart, { shape: [] }],
      run: (a: Tensor, index: Tensor, value: Tensor) => run(a, 1, index, value),
    },
    {
      name: "0-d",
      inputs: [{ shape: [] }, { shape: [], dtype: "int32" as const, values: [0] }],
      run: (a: Tensor, index: Tensor) => run(a, 0, index, 1),
    },
    { name: "nowhere", inputs: [{ shape: [4, 0] }, apart], run: (a: Tensor, index: Tensor) => run(a, 0, index, 1) },
  ] satisfies readonly Sample[];

const filledErrors = (name: string, run: Filled) => [
  {
    name: "an index behind the end",
    call: () => run(ones(2), 0, onto([-3]), 1),
    error: IndexError,
    text: `${name}: index -3 is out of bounds for dimension 0 with size 2`,
  },
  {
    name: "a row for a value",
    call: () => run(ones(2), 0, onto([1]), ones(2)),
    error: ArgumentError,
    text: `${name}: only supports a 0-dimensional value tensor or a number, but got tensor with 1 dimension(s)`,
  },
];

export const samples = defineSamples({
  take: {
    samples: [
      {
        name: "a matrix of places",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [2, 5], dtype: "int32", range: [-12, 12] },
        ],
        tolerance: 0,
        run: (a, index) => take(a, index!),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }],
        run: (a, index) => take(a, index!),
      },
      { name: "nothing", inputs: [{ shape: [0] }, { shape: [0], dtype: "int32" }], run: (a, index) => take(a, index!) },
    ],
    errors: [
      {
        name: "a place behind the end",
        call: () => take(ones(2, 2), onto([4])),
        error: IndexError,
        text: "take: index 4 is out of bounds for dimension 0 with size 4",
      },
      {
        name: "something of nothing",
        call: () => take(zeros(0), onto([0])),
        error: IndexError,
        text: "take: tried to take from an empty tensor",
      },
    ],
  },
  takeAlongDim: {
    golden: ([a, index], { dim }) => takeAlongDim(a!, index!, dim),
    samples: [
      {
        name: "broadcast",
        inputs: [{ shape: [3, 4] }, { shape: [1, 4], dtype: "int32", range: [-3, 3] }],
        tolerance: 0,
        run: (a, index) => takeAlongDim(a, index!, 0),
      },
      {
        name: "in a row, transposed",
        inputs: [
          { shape: [3, 4], layout: "transposed" },
          { shape: [2, 2], dtype: "int32", range: [0, 12] },
        ],
        tolerance: 0,
        run: (a, index) => takeAlongDim(a, index!),
      },
      {
        name: "0-d",
        inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }],
        run: (a, index) => takeAlongDim(a, index!, 0),
      },
      {
        name: "nothing",
        inputs: [{ shape: [2, 3] }, { shape: [2, 0], dtype: "int32" }],
        run: (a, index) => takeAlongDim(a, index!, 1),
      },
    ],
    errors: [
      {
        name: "other dimensions",
        call: () => takeAlongDim(ones(2, 2), onto([1]), 0),
        error: ShapeError,
        text: "takeAlongDim: input and indices should have the same number of dimensions, but got 2 dimensions for input, and 1 dimensions for indices",
      },
    ],
  },
  indexAdd: {
    golden: ([a, index, source], { dim, ...options }) => indexAdd(a!, dim, index!, source!, options),
    samples: [
      ...written(indexAdd),
      {
        name: "named again, halved",
        inputs: [{ shape: [4, 3] }, again, { shape: [5, 3] }],
        run: (a, index, source) => indexAdd(a, 0, index!, source!, { alpha: 0.5 }),
      },
    ],
    errors: [
      ...writtenErrors("indexAdd", indexAdd),
      {
        name: "a fraction of integers",
        call: () =>
          indexAdd(ones([2], { dtype: "int32" }), 0, onto([1]), ones([1], { dtype: "int32" }), { alpha: 0.5 }),
        error: ArgumentError,
        text: "indexAdd: For integral input tensors, argument alpha must not be a floating point number.",
      },
    ],
  },
  indexAdd_: {
    samples: writtenInPlace(indexAdd_),
    errors: writtenErrors("indexAdd_", indexAdd_),
  },
  indexCopy: {
    golden: ([a, index, source], { dim }) => indexCopy(a!, dim, index!, source!),
    samples: written(indexCopy),
    errors: writtenErrors("indexCopy", indexCopy),
  },
  indexCopy_: {
    samples: writtenInPlace(indexCopy_),
    errors: writtenErrors("indexCopy_", indexCopy_),
  },
  indexFill: {
    golden: ([a, index, given], { dim, value }) => indexFill(a!, dim, index!, given ?? value),
    samples: filled(indexFill),
    errors: filledErrors("indexFill", indexFill),
  },
  indexFill_: {
    samples: filled((a, dim, index, value) => indexFill_(clone(a), dim, index, value)),
    errors: filledErrors("indexFill_", indexFill_),
  },
});
