// Samples of unique and uniqueConsecutive.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { cat } from "../shapes/cat.js";
import { reshape } from "../views/view.js";
import { type UniqueConsecutiveOptions, unique, uniqueConsecutive } from "./unique.js";

type Unique = (input: Tensor, options?: UniqueConsecutiveOptions) => Tensor | Tensor[];

const { NaN: nan } = Number;

function of(name: Unique): readonly Sample[] {
  // Whatever comes of it in one row.
  const all = (input: Tensor, options: UniqueConsecutiveOptions): Tensor => {
    const found = [name(input, { ...options, returnInverse: true, returnCounts: true })].flat();
    return cat(found.map((one) => reshape(one, -1).to("float64")));
  };
  const one = (label: string, spec: InputSpec, options: UniqueConsecutiveOptions = {}): Sample => ({
    name: label,
    inputs: [spec],
    gradient: "none",
    tolerance: 0,
    run: (a) => all(a, options),
  });
  return [
    one("a matrix", { shape: [4, 5], dtype: "int32" }),
    one("floats and NaN", { shape: [8], values: [1, 3, nan, -0, 0, 3, 1, 1] }),
    one("many", { shape: [3000], dtype: "int32", range: [-500, 500] }),
    one("rows", { shape: [9, 2], dtype: "int32", range: [0, 2] }, { dim: 0 }),
    one("columns, transposed", { shape: [2, 9], dtype: "uint8", range: [0, 2], layout: "transposed" }, { dim: 1 }),
    one("the middle", { shape: [2, 6, 1], dtype: "bool" }, { dim: -2 }),
    one("bool", { shape: [9], dtype: "bool" }),
    one("expanded", { shape: [3, 4], layout: "expanded" }),
    one("0-d", { shape: [] }),
    one("zero-size", { shape: [0, 3] }),
    one("zero-size, rows", { shape: [0, 3] }, { dim: 0 }),
    {
      name: "alone",
      inputs: [{ shape: [2, 5], dtype: "int32", range: [0, 3] }],
      gradient: "none",
      run: (a) => name(a) as Tensor,
    },
  ];
}

const errorsOf = (op: string, name: Unique) => [
  {
    name: "0-d along a dimension",
    call: () => name(ones([]), { dim: 0 }),
    error: IndexError,
    text: `${op}: Dimension specified as 0 but tensor has no dimensions`,
  },
  {
    name: "parts without elements",
    call: () => name(ones(2, 0), { dim: 0 }),
    error: ShapeError,
    text: `${op}: There are 0 sized dimensions, and they aren't selected, so unique cannot be applied`,
  },
];

const differences = "inverse and counts are int32; no gradient, where PyTorch's backward throws";

export const samples = defineSamples({
  unique: {
    reads: "shape",
    differences,
    golden: ([a], options) => unique(a!, options),
    samples: of(unique as Unique),
    errors: errorsOf("unique", unique as Unique),
  },
  uniqueConsecutive: {
    reads: "shape",
    differences,
    golden: ([a], options) => uniqueConsecutive(a!, options),
    samples: of(uniqueConsecutive as Unique),
    errors: errorsOf("uniqueConsecutive", uniqueConsecutive as Unique),
  },
});
