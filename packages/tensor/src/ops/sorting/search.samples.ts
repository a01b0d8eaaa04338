// Samples of searchsorted, bucketize and isin.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor } from "../creation/creation.js";
import { bucketize, isin, searchsorted } from "./search.js";
import { argsort, msort, sort } from "./sort.js";

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const awkward = [1, 3, nan, -0, 0, infinity, -infinity, nan, 1, 0, -0, 1e-41];

const of = (name: string, specs: readonly InputSpec[], run: (...given: Tensor[]) => Tensor): Sample => ({
  name,
  inputs: specs,
  gradient: "none",
  tolerance: 0,
  run,
});

const searches = (search: (sequence: Tensor, values: Tensor, right: boolean) => Tensor): readonly Sample[] => [
  of("a matrix in a vector", [{ shape: [9] }, { shape: [3, 4] }], (a, b) => search(msort(a), b!, false)),
  of(
    "equals",
    [
      { shape: [9], dtype: "int32" },
      { shape: [20], dtype: "int32" },
    ],
    (a, b) => search(msort(a), b!, true),
  ),
  of(
    "NaN and ∞",
    [
      { shape: [12], values: awkward },
      { shape: [12], values: awkward },
    ],
    (a, b) => search(msort(a), b!, false),
  ),
  of(
    "bytes",
    [
      { shape: [9], dtype: "uint8" },
      { shape: [8], dtype: "uint8" },
    ],
    (a, b) => search(msort(a), b!, false),
  ),
  of("of two dtypes", [{ shape: [9] }, { shape: [8], dtype: "int32" }], (a, b) => search(msort(a), b!, true)),
  of("transposed", [{ shape: [9] }, { shape: [3, 4], layout: "transposed" }], (a, b) => search(msort(a), b!, true)),
  of("0-d", [{ shape: [5] }, { shape: [] }], (a, b) => search(msort(a), b!, false)),
  of("in nothing", [{ shape: [0] }, { shape: [3] }], (a, b) => search(a, b!, false)),
  of("for nothing", [{ shape: [3] }, { shape: [0, 2] }], (a, b) => search(a, b!, false)),
];

export const samples = defineSamples({
  searchsorted: {
    differences: "gives int32, so no `out_int32`; a sorter is int32",
    golden: ([sequence, values], { values: number, ...options }) => searchsorted(sequence!, values ?? number, options),
    samples: [
      ...searches((sequence, values, right) => searchsorted(sequence, values, { right })),
      of("rows in rows", [{ shape: [2, 3, 8] }, { shape: [2, 3, 5], layout: "stepped" }], (a, b) =>
        searchsorted(sort(a).values, b!, { side: "right" }),
      ),
      of("by a sorter", [{ shape: [3, 8] }, { shape: [3, 5] }], (a, b) => searchsorted(a, b!, { sorter: argsort(a) })),
      of("a number", [{ shape: [8] }], (a) => searchsorted(msort(a), 0.5)),
    ],
    errors: [
      {
        name: "a number in rows",
        call: () => searchsorted(ones(2, 3), 1),
        error: ShapeError,
        text: "searchsorted: input value can be a scalar only when boundaries tensor dimension is 1, but we got boundaries tensor dim(2)",
      },
      {
        name: "rows that do not match",
        call: () => searchsorted(ones(2, 3), ones(3, 3)),
        error: ShapeError,
        text: "searchsorted: boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor [2, 3] and input value tensor [3, 3]",
      },
      {
        name: "both sides",
        call: () => searchsorted(ones(3), 1, { right: true, side: "left" }),
        error: ArgumentError,
        text: "searchsorted: side and right can't be set to opposites, got side of left while right was true",
      },
      {
        name: "no side",
        call: () => searchsorted(ones(3), 1, { side: "middle" as never }),
        error: ArgumentError,
        text: "searchsorted: side can only be 'left' or 'right' but got \"middle\"",
      },
      {
        name: "a sorter of another shape",
        call: () => searchsorted(ones(3), 1, { sorter: tensor([0, 1], { dtype: "int32" }) }),
        error: ShapeError,
        text: "searchsorted: boundary and sorter must have the same size, but got boundary tensor [3] and got sorter tensor [2]",
      },
      {
        name: "a sorter of another dtype",
        call: () => searchsorted(ones(3), 1, { sorter: ones(3) }),
        error: DTypeError,
        text: "searchsorted: sorter must be a tensor of int32 but got dtype float32",
      },
      {
        name: "no values",
        call: () => searchsorted(ones(3), "1" as never),
        error: ArgumentError,
        text: 'searchsorted: expected a Tensor or a number, but got "1"',
      },
    ],
  },
  bucketize: {
    differences: "gives int32, so no `out_int32`",
    golden: ([boundaries, values], { values: number, ...options }) => bucketize(values ?? number, boundaries!, options),
    samples: searches((sequence, values, right) => bucketize(values, sequence, { right })),
    errors: [
      {
        name: "rows of boundaries",
        call: () => bucketize(ones(2), ones(2, 3)),
        error: ShapeError,
        text: "bucketize: boundaries tensor must be 1 dimension, but got dim(2)",
      },
    ],
  },
  isin: {
    golden: ([elements, test], { test: number, ...options }) => isin(elements!, test ?? number, options),
    samples: [
      of(
        "a matrix",
        [
          { shape: [4, 5], dtype: "int32" },
          { shape: [2, 2], dtype: "int32" },
        ],
        (a, b) => isin(a, b!),
      ),
      of("not there", [{ shape: [9], dtype: "int32" }, { shape: [4] }], (a, b) => isin(a, b!, { invert: true })),
      of(
        "bytes",
        [
          { shape: [9], dtype: "uint8" },
          { shape: [4], dtype: "uint8" },
        ],
        (a, b) => isin(a, b!, { assumeUnique: true }),
      ),
      of(
        "NaN and ∞",
        [
          { shape: [12], values: awkward },
          { shape: [4], values: [nan, infinity, 0, 5] },
        ],
        (a, b) => isin(a, b!),
      ),
      of(
        "many NaN",
        [
          { shape: [4], values: [2, infinity, nan, 7] },
          { shape: [7], values: [nan, 1, nan, 2, nan, nan, infinity] },
        ],
        (a, b) => isin(a, b!),
      ),
      of("a number", [{ shape: [9], dtype: "int32" }], (a) => isin(a, 2)),
      of("among a number", [{ shape: [9], dtype: "int32" }], (a) => isin(2, a)),
      of("transposed", [{ shape: [3, 4], layout: "transposed" }, { shape: [5] }], (a, b) => isin(a, b!)),
      of("among none", [{ shape: [3] }, { shape: [0] }], (a, b) => isin(a, b!)),
      of("none", [{ shape: [0, 2] }, { shape: [3] }], (a, b) => isin(a, b!)),
      of("0-d", [{ shape: [] }, { shape: [3] }], (a, b) => isin(a, b!)),
    ],
    errors: [
      {
        name: "two numbers",
        call: () => isin(1, 2),
        error: ArgumentError,
        text: "isin: expected a Tensor as elements or testElements, but got two numbers",
      },
      {
        name: "bools",
        call: () => isin(tensor([true]), ones(2)),
        error: DTypeError,
        text: 'isin: Unsupported input type encountered: bool; convert with .to("uint8")',
      },
    ],
  },
});
