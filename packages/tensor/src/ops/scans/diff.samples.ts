// Samples of diff, trapezoid and cumulativeTrapezoid.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import { cumulativeTrapezoid, diff, type TrapezoidOptions, trapezoid, trapz } from "./diff.js";

type Trapezoid = (y: Tensor, x?: Tensor | null, options?: TrapezoidOptions) => Tensor;

const areas = (area: Trapezoid): readonly Sample[] => [
  { name: "a vector", inputs: [{ shape: [5] }], run: (y) => area(y) },
  { name: "columns, apart", inputs: [{ shape: [4, 3] }], run: (y) => area(y, null, { dx: 0.25, dim: 0 }) },
  {
    name: "transposed, at points",
    inputs: [{ shape: [3, 5], layout: "transposed" }, { shape: [5] }],
    run: (y, x) => area(y, x!),
  },
  { name: "at points of each", inputs: [{ shape: [2, 4] }, { shape: [2, 4] }], run: (y, x) => area(y, x!) },
  { name: "one point", edge: true, inputs: [{ shape: [2, 1] }], run: (y) => area(y) },
  { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (y) => area(y) },
  { name: "int32", inputs: [{ shape: [2, 5], dtype: "int32" }], gradient: "none", run: (y) => area(y) },
  {
    name: "int32, two apart",
    inputs: [{ shape: [2, 5], dtype: "int32" }],
    gradient: "none",
    run: (y) => area(y, null, { dx: 2 }),
  },
];

const areaErrors = (op: string, area: Trapezoid) => [
  {
    name: "0-d",
    call: () => area(ones([])),
    error: IndexError,
    text: `${op}: Dimension specified as -1 but tensor has no dimensions`,
  },
  {
    name: "points that do not match",
    call: () => area(ones(2, 3), ones(4)),
    error: ShapeError,
    text: `${op}: There must be one \`x\` value for each sample point, of which there are 3, but got 4`,
  },
  {
    name: "bools",
    call: () => area(ones([3], { dtype: "bool" })),
    error: DTypeError,
    text: `${op}: received a bool input, but bool is not supported; convert with .to("float32")`,
  },
];

export const samples = defineSamples({
  diff: {
    golden: ([a, prepend, append], { between, ...options }) =>
      diff(a!, between ? { ...options, prepend: prepend!, append: append! } : options),
    samples: [
      { name: "a vector", inputs: [{ shape: [5] }], run: (a) => diff(a) },
      { name: "columns, twice", inputs: [{ shape: [4, 3] }], run: (a) => diff(a, { n: 2, dim: 0 }) },
      { name: "more often than there are", edge: true, inputs: [{ shape: [3] }], run: (a) => diff(a, { n: 9 }) },
      { name: "not at all", edge: true, inputs: [{ shape: [3] }], run: (a) => diff(a, { n: 0 }) },
      {
        name: "between others",
        inputs: [{ shape: [2, 3] }, { shape: [2, 1] }, { shape: [2, 2] }],
        run: (a, prepend, append) => diff(a, { prepend: prepend!, append: append! }),
      },
      { name: "transposed", inputs: [{ shape: [3, 5], layout: "transposed" }], run: (a) => diff(a) },
      { name: "zero-size", inputs: [{ shape: [0, 3] }], run: (a) => diff(a, { dim: 0 }) },
      { name: "int32", inputs: [{ shape: [7], dtype: "int32" }], gradient: "none", run: (a) => diff(a) },
      { name: "uint8", inputs: [{ shape: [7], dtype: "uint8" }], gradient: "none", run: (a) => diff(a) },
      { name: "bool", inputs: [{ shape: [7], dtype: "bool" }], gradient: "none", run: (a) => diff(a, { n: 2 }) },
    ],
    errors: [
      {
        name: "0-d",
        call: () => diff(ones([])),
        error: ShapeError,
        text: "diff: expects input to be at least one-dimensional",
      },
      {
        name: "less often than never",
        call: () => diff(ones(2), { n: -1 }),
        error: ArgumentError,
        text: "diff: order must be non-negative but got -1",
      },
      {
        name: "others of other dimensions",
        call: () => diff(ones(2, 3), { prepend: ones(3) }),
        error: ShapeError,
        text: "diff: expects prepend to be the same dimension as input, but got 1 and 2",
      },
      {
        name: "others of another shape",
        call: () => diff(ones(2, 3), { append: ones(3, 1) }),
        error: ShapeError,
        text: "diff: expects the shape of append to match that of input except along the differencing dimension; input.size(0) = 2, but got append.size(0) = 3",
      },
    ],
  },
  trapezoid: {
    golden: ([y, x], options) => trapezoid(y!, x, options),
    samples: areas(trapezoid),
    errors: areaErrors("trapezoid", trapezoid),
  },
  trapz: { golden: { none: "another name" }, samples: areas(trapz) },
  cumulativeTrapezoid: {
    golden: ([y, x], options) => cumulativeTrapezoid(y!, x, options),
    samples: areas(cumulativeTrapezoid),
    errors: areaErrors("cumulativeTrapezoid", cumulativeTrapezoid),
  },
});
