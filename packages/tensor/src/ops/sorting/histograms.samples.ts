// Samples of bincount, histc and histogram.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor } from "../creation/creation.js";
import { cat } from "../shapes/cat.js";
import { bincount, type HistogramOptions, histc, histogram } from "./histograms.js";
import { msort } from "./sort.js";

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

const of = (name: string, specs: readonly InputSpec[], run: (...given: Tensor[]) => Tensor): Sample => ({
  name,
  inputs: specs,
  gradient: "none",
  run,
});
const places = { shape: [40], dtype: "int32", range: [0, 9] } as const;
const some = { shape: [8], values: [0, 1, 2, 3, nan, infinity, -1, 1.5] } as const;

const both = (input: Tensor, bins: number | Tensor, options?: HistogramOptions) => {
  const { hist, binEdges } = histogram(input, bins, options);
  return cat([hist, binEdges]);
};

export const samples = defineSamples({
  bincount: {
    reads: "shape",
    differences: "counts are int32",
    golden: ([a, weights], options) => bincount(a!, weights === undefined ? options : { ...options, weights }),
    samples: [
      of("a vector", [places], (a) => bincount(a)),
      of("at least so many", [{ ...places, layout: "stepped" }], (a) => bincount(a, { minlength: 20 })),
      of("bytes", [{ shape: [40], dtype: "uint8" }], (a) => bincount(a)),
      of("weights", [places, { shape: [40] }], (a, weights) => bincount(a, { weights: weights! })),
      of("whole weights", [places, { shape: [40], dtype: "int32" }], (a, weights) =>
        bincount(a, { weights: weights! }),
      ),
      of("zero-size", [{ shape: [0], dtype: "int32" }], (a) => bincount(a, { minlength: 3 })),
    ],
    errors: [
      {
        name: "floats",
        call: () => bincount(ones(2).mul(1.5)),
        error: DTypeError,
        text: 'bincount: Expected dtype int32 for index, but got float32; convert with .to("int32")',
      },
      {
        name: "bools",
        call: () => bincount(tensor([true])),
        error: DTypeError,
        text: 'bincount: not implemented for bool; convert with .to("uint8") first',
      },
      {
        name: "a negative number",
        call: () => bincount(tensor([1, -1], { dtype: "int32" })),
        error: ArgumentError,
        text: "bincount: only supports 1-d non-negative integral inputs, but got -1",
      },
      {
        name: "a matrix",
        call: () => bincount(ones([2, 2], { dtype: "int32" })),
        error: ShapeError,
        text: "bincount: only supports 1-d non-negative integral inputs, but got shape [2, 2]",
      },
      {
        name: "fewer than none",
        call: () => bincount(ones([2], { dtype: "int32" }), { minlength: -1 }),
        error: ArgumentError,
        text: "bincount: minlength should be >= 0, but got -1",
      },
      {
        name: "weights of another length",
        call: () => bincount(ones([2], { dtype: "int32" }), { weights: ones(3) }),
        error: ShapeError,
        text: "bincount: weights should be 1-d and have the same length as input, but got [3] and [2]",
      },
    ],
  },
  histc: {
    reads: "values",
    golden: ([a], options) => histc(a!, options),
    samples: [
      of("between the extremes", [{ shape: [4, 9] }], (a) => histc(a, { bins: 5 })),
      of("a range, NaN and ∞", [some], (a) => histc(a, { bins: 3, min: 0, max: 3 })),
      of("transposed", [{ shape: [4, 9], layout: "transposed" }], (a) => histc(a, { bins: 7, min: -1, max: 1 })),
      of("0-d", [{ shape: [] }], (a) => histc(a, { bins: 3 })),
      of("zero-size", [{ shape: [0, 2] }], (a) => histc(a, { bins: 3 })),
    ],
    errors: [
      {
        name: "integers",
        call: () => histc(ones([2], { dtype: "int32" })),
        error: DTypeError,
        text: 'histc: not implemented for int32; convert with .to("float32") first',
      },
      {
        name: "no bins",
        call: () => histc(ones(2), { bins: 0 }),
        error: ArgumentError,
        text: "histc: bins must be > 0, but got 0",
      },
      {
        name: "a range that ends before it begins",
        call: () => histc(ones(2), { min: 3, max: 1 }),
        error: ArgumentError,
        text: "histc: max must be larger than min, but got 3 and 1",
      },
      {
        name: "an endless range",
        call: () => histc(tensor([1, infinity])),
        error: ArgumentError,
        text: "histc: range of [1, Infinity] is not finite",
      },
    ],
  },
  histogram: {
    reads: "values",
    differences: "of one dimension",
    golden: ([a, other], { bins, given, weighted, ...options }) => {
      const { hist, binEdges } = histogram(
        a!,
        given ? other! : bins,
        weighted ? { ...options, weight: other! } : options,
      );
      return [hist, binEdges];
    },
    samples: [
      of("between the extremes", [{ shape: [4, 9] }], (a) => both(a, 5)),
      of("a range, NaN and ∞", [some], (a) => both(a, 3, { range: [0, 3] })),
      of("given edges", [{ shape: [40] }, { shape: [5] }], (a, edges) => both(a, msort(edges!))),
      of("weights, density", [{ shape: [40] }, { shape: [40], range: [0, 1] }], (a, weight) =>
        both(a, 4, { weight: weight!, density: true }),
      ),
      of("zero-size", [{ shape: [0] }], (a) => both(a, 2)),
      of("0-d", [{ shape: [] }], (a) => both(a, 4)),
      of("transposed", [{ shape: [4, 3], layout: "transposed" }], (a) => both(a, 3)),
    ],
    errors: [
      {
        name: "edges of another dtype",
        call: () => histogram(ones(2), ones([3], { dtype: "int32" })),
        error: ArgumentError,
        text: "histogram: expected edges of float32 in a vector of at least two, but got int32 [3]",
      },
      {
        name: "a weight of another shape",
        call: () => histogram(ones(2), 3, { weight: ones(3) }),
        error: ShapeError,
        text: "histogram: expected a weight of the input's dtype and shape, float32 [2], but got float32 [3]",
      },
    ],
  },
});
