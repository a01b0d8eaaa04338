// Samples of tril, triu, those in place, and the indices of both.

import { defineSamples, type ErrorCase, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { tril, tril_, trilIndices, triu, triu_, triuIndices } from "./triangles.js";

type Cut = (input: Tensor, diagonal?: number) => Tensor;

const both = (op: string, cut: Cut) => ({
  golden: ([a]: readonly Tensor[], { diagonal }: any) => cut(a!, diagonal),
  samples: [
    { name: "a square", inputs: [{ shape: [5, 5] }], tolerance: 0, run: (a) => cut(a) },
    { name: "to the right", inputs: [{ shape: [3, 6] }], tolerance: 0, run: (a) => cut(a, 2) },
    { name: "to the left, a batch", inputs: [{ shape: [2, 3, 4, 3] }], tolerance: 0, run: (a) => cut(a, -2) },
    { name: "beyond a corner", edge: true, inputs: [{ shape: [3, 4] }], tolerance: 0, run: (a) => cut(a, 2 ** 40) },
    { name: "before a corner", edge: true, inputs: [{ shape: [3, 4] }], tolerance: 0, run: (a) => cut(a, -9) },
    {
      name: "NaN where nothing is left",
      inputs: [{ shape: [2, 2], values: [1, Number.NaN, Number.POSITIVE_INFINITY, -0] }],
      gradient: "none",
      tolerance: 0,
      run: (a) => cut(a),
    },
    { name: "transposed", inputs: [{ shape: [4, 5], layout: "transposed" }], tolerance: 0, run: (a) => cut(a, 1) },
    { name: "zero-size", inputs: [{ shape: [2, 0, 3] }], tolerance: 0, run: (a) => cut(a) },
    { name: "of a number's matrix", inputs: [{ shape: [] }], tolerance: 0, run: (a) => cut(a.view(1, 1)) },
    { name: "int32", inputs: [{ shape: [3, 3], dtype: "int32" }], gradient: "none", run: (a) => cut(a) },
    { name: "bools", inputs: [{ shape: [5, 7], dtype: "bool" }], gradient: "none", run: (a) => cut(a, -1) },
  ] satisfies readonly Sample[],
  errors: [
    {
      name: "a vector",
      call: () => cut(ones(3)),
      error: ShapeError,
      text: `${op}: input tensor must have at least 2 dimensions, but it has 1`,
    },
    {
      name: "a fraction",
      call: () => cut(ones(3, 3), 0.5),
      error: ArgumentError,
      text: `${op}: diagonal must be an integer, but got 0.5`,
    },
  ] satisfies readonly ErrorCase[],
});

const inPlace = (cut: Cut) => ({
  samples: [
    { name: "a batch", inputs: [{ shape: [2, 3, 4] }], tolerance: 0, run: (a) => cut(a.clone(), 1) },
    { name: "transposed", inputs: [{ shape: [4, 3] }], tolerance: 0, run: (a) => cut(a.clone().t(), -1) },
    { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => cut(a.clone()) },
    { name: "a number's matrix", inputs: [{ shape: [] }], run: (a) => cut(a.clone().view(1, 1)) },
  ] satisfies readonly Sample[],
});

const indices = (op: string, find: typeof trilIndices) => ({
  differences: "gives int32, and no other dtype",
  golden: (_: unknown, { row, col, offset }: any) => find(row, col, offset),
  samples: [
    { name: "a matrix", inputs: [], gradient: "none", run: () => find(3, 4) },
    { name: "an offset", inputs: [], gradient: "none", run: () => find(4, 2, -1) },
    { name: "none", inputs: [], gradient: "none", run: () => find(0, 2) },
  ] satisfies readonly Sample[],
  errors: [
    {
      name: "a negative size",
      call: () => find(-1, 2),
      error: ArgumentError,
      text: `${op}: row must be non-negative, got -1`,
    },
    {
      name: "floats",
      call: () => find(2, 2, 0, { dtype: "float32" }),
      error: DTypeError,
      text: `"${op}" not implemented for float32; take int32, and convert it`,
    },
  ] satisfies readonly ErrorCase[],
});

export const samples = defineSamples({
  tril: both("tril", tril),
  triu: both("triu", triu),
  tril_: inPlace(tril_),
  triu_: inPlace(triu_),
  trilIndices: indices("trilIndices", trilIndices),
  triuIndices: indices("triuIndices", triuIndices),
});
