// Samples of scatterReduce and indexReduce, and of both in place.

import { defineSamples, type ErrorCase, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones, tensor } from "../creation/creation.js";
import { indexReduce, indexReduce_, type ScatterReduction, scatterReduce, scatterReduce_ } from "./scatter-reduce.js";

const again = { shape: [2, 3], dtype: "int32", values: [2, 2, 2, 0, 1, 0] } as const;
const three = { shape: [3], dtype: "int32", values: [2, 0, 2] } as const;
const row = () => tensor([0, 1, 0], { dtype: "int32" });
const all = ["sum", "prod", "mean", "amax", "amin"] as const;

function ofScatter(run: typeof scatterReduce): Sample[] {
  const each = all.flatMap((reduce: ScatterReduction): Sample[] =>
    [true, false].map((includeSelf) => ({
      name: `${reduce}${includeSelf ? "" : " of the source alone"}`,
      inputs: [{ shape: [2, 4], distinct: true }, again, { shape: [2, 3], range: [1, 3] }],
      gradient: "second",
      run: (a, at, b) => run(a!, 1, at!, b!, reduce, { includeSelf }),
    })),
  );
  const first = (reduce: ScatterReduction) => (a: Tensor, at: Tensor, b: Tensor) => run(a, 0, at, b, reduce);
  return [
    ...each,
    {
      name: "a product of one zero",
      inputs: [{ shape: [3] }, { shape: [3], dtype: "int32", values: [0, 0, 1] }, { shape: [3], values: [0, 2, 3] }],
      gradient: "first",
      run: first("prod"),
    },
    {
      name: "a product of two zeros",
      inputs: [
        { shape: [2], values: [0, 3] },
        { shape: [3], dtype: "int32", values: [0, 0, 1] },
        { shape: [3], values: [0, 2, 3] },
      ],
      gradient: "none",
      run: first("prod"),
    },
    {
      name: "0-d",
      inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }, { shape: [] }],
      run: first("mean"),
    },
    { name: "zero-size", inputs: [{ shape: [2] }, { shape: [0], dtype: "int32" }, { shape: [0] }], run: first("amax") },
    {
      name: "transposed",
      inputs: [{ shape: [3, 3], layout: "transposed" }, again, { shape: [2, 3], layout: "stepped" }],
      run: (a, at, b) => run(a!, 0, at!, b!, "mean"),
    },
    ...all.map(
      (reduce): Sample => ({
        name: `int32 ${reduce}`,
        inputs: [{ shape: [2, 4], dtype: "int32" }, again, { shape: [2, 3], dtype: "int32" }],
        gradient: "none",
        run: (a, at, b) => run(a!, 1, at!, b!, reduce),
      }),
    ),
  ];
}

function ofIndex(run: typeof indexReduce): Sample[] {
  return [
    ...(["prod", "mean", "amax", "amin"] as const).map(
      (reduce): Sample => ({
        name: reduce,
        inputs: [{ shape: [3, 2], distinct: true }, three, { shape: [3, 2], range: [1, 3] }],
        run: (a, at, b) => run(a!, 0, at!, b!, reduce, { includeSelf: false }),
      }),
    ),
    {
      name: "0-d",
      inputs: [{ shape: [] }, { shape: [], dtype: "int32", values: [0] }, { shape: [] }],
      run: (a, at, b) => run(a, 0, at!, b!, "mean"),
    },
    {
      name: "zero-size",
      inputs: [{ shape: [2] }, { shape: [0], dtype: "int32" }, { shape: [0] }],
      run: (a, at, b) => run(a, 0, at!, b!, "amax"),
    },
    {
      name: "transposed",
      inputs: [{ shape: [2, 3], layout: "transposed" }, three, { shape: [2, 3], layout: "stepped" }],
      run: (a, at, b) => run(a!, 1, at!, b!, "mean"),
    },
  ];
}

function errors(name: string, run: typeof scatterReduce): ErrorCase[] {
  return [
    {
      name: "an unknown reduction",
      call: () => run(ones(2), 0, row(), ones(3), "max" as "amax"),
      error: ArgumentError,
      text: `${name}: reduce argument must be either sum, prod, mean, amax or amin, but got "max"`,
    },
    {
      name: "a source of another dtype",
      call: () => run(ones(2), 0, row(), ones([3], { dtype: "float64" }), "amax"),
      error: DTypeError,
      text: `${name}: expected self.dtype to be equal to src.dtype, but got float32 and float64; convert with .to("float32")`,
    },
    {
      name: "an index behind the end",
      call: () => run(ones(1), 0, row(), ones(3), "amax"),
      error: IndexError,
      text: `${name}: index 1 is out of bounds for dimension 0 with size 1`,
    },
  ];
}

const inPlace =
  <Rest extends readonly unknown[]>(run: (input: Tensor, ...rest: Rest) => Tensor) =>
  (input: Tensor, ...rest: Rest): Tensor =>
    run(clone(input), ...rest);

export const samples = defineSamples({
  scatterReduce: {
    differences:
      "indices are int32; what `includeSelf: false` leaves out shares no extreme's gradient, where PyTorch gives it a part that is lost",
    golden: ([a, index, source], { dim, reduce, includeSelf }) =>
      scatterReduce(a!, dim, index!, source!, reduce, { includeSelf }),
    samples: ofScatter(scatterReduce),
    errors: errors("scatterReduce", scatterReduce),
  },
  scatterReduce_: { samples: ofScatter(inPlace(scatterReduce_)) },
  indexReduce: {
    differences: "indices are int32",
    golden: ([a, index, source], { dim, reduce, includeSelf }) =>
      indexReduce(a!, dim, index!, source!, reduce, { includeSelf }),
    samples: ofIndex(indexReduce),
    errors: [
      {
        name: "a source of other slices",
        call: () => indexReduce(ones(2, 3), 0, row(), ones(2, 3), "amax"),
        error: ShapeError,
        text: "indexReduce: source must have the input's shape with a slice for each index, [3, 3], but got [2, 3]",
      },
      {
        name: "a sum",
        call: () => indexReduce(ones(2, 3), 0, row(), ones(3, 3), "sum" as "amax"),
        error: ArgumentError,
        text: "indexReduce: reduce must be one of prod, mean, amax, amin, but got sum; indexAdd adds",
      },
    ],
  },
  indexReduce_: { samples: ofIndex(inPlace(indexReduce_)) },
});
