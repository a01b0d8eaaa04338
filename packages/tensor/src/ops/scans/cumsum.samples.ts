// Samples of cumsum, cumprod and prod.

import { defineSamples, type InputSpec, type Sample } from "@bernoulli/testing";
import { DTypeError, IndexError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones, tensor } from "../creation/creation.js";
import { cumprod, cumprod_, cumsum, cumsum_, prod } from "./cumsum.js";

export function samplesOf(run: (input: Tensor, dim: number) => Tensor): readonly Sample[] {
  const of = (name: string, spec: InputSpec, dim: number, without?: "none"): Sample => ({
    name,
    inputs: [spec],
    ...(without === undefined ? {} : { gradient: without }),
    run: (a) => run(a, dim),
  });
  return [
    of("a vector", { shape: [7] }, 0),
    of("rows", { shape: [3, 5] }, 1),
    of("columns", { shape: [5, 3] }, 0),
    of("the middle", { shape: [2, 4, 3] }, -2),
    of("zeros among them", { shape: [2, 3], values: [1, 0, 2, 0, 3, 0] }, 1),
    of("NaN and ∞", { shape: [4], values: [1, Number.POSITIVE_INFINITY, 0, Number.NaN] }, 0, "none"),
    of("0-d", { shape: [] }, 0),
    of("zero-size", { shape: [0, 3] }, 0),
    of("beside a zero-size dimension", { shape: [0, 3] }, 1),
    of("transposed", { shape: [4, 5], layout: "transposed" }, 1),
    of("stepped", { shape: [4, 5], layout: "stepped" }, 0),
    of("expanded", { shape: [4, 5], layout: "expanded" }, 1),
    of("int32", { shape: [3, 6], dtype: "int32" }, 1, "none"),
    of("uint8", { shape: [5], dtype: "uint8" }, 0, "none"),
    of("bool", { shape: [6, 2], dtype: "bool" }, 0, "none"),
  ];
}

const errorsOf = (op: string, run: (input: Tensor, dim: number) => Tensor) => [
  {
    name: "a dimension out of range",
    call: () => run(ones(2), 1),
    error: IndexError,
    text: `${op}: dimension out of range (expected to be in range of [-1, 0], but got 1)`,
  },
  {
    name: "integers that do not fit",
    call: () => run(tensor([2 ** 31 - 1, 2 ** 31 - 1], { dtype: "int32" }), 0),
    error: DTypeError,
    text: `${op}: a result does not fit int32, which holds −2147483648 to 2147483647 and stands for int64; convert with .to("float64") first`,
  },
];

const isFloat = ({ inputs }: Sample) => inputs.every(({ dtype }) => dtype === undefined || dtype === "int32");
const differences = "integers give int32; those that do not fit are refused";

export const samples = defineSamples({
  cumsum: {
    differences,
    golden: ([a], { dim, ...options }) => cumsum(a!, dim, options),
    samples: samplesOf(cumsum),
    errors: errorsOf("cumsum", cumsum),
  },
  cumprod: {
    differences,
    golden: ([a], { dim, ...options }) => cumprod(a!, dim, options),
    samples: samplesOf(cumprod),
    errors: errorsOf("cumprod", cumprod),
  },
  cumsum_: { samples: samplesOf((a, dim) => cumsum_(clone(a), dim)).filter(isFloat) },
  cumprod_: { samples: samplesOf((a, dim) => cumprod_(clone(a), dim)).filter(isFloat) },
  prod: {
    differences,
    golden: ([a], { dim, ...options }) => prod(a!, dim, options),
    samples: [
      ...samplesOf(prod),
      { name: "of everything", inputs: [{ shape: [3, 4] }], run: (a) => prod(a) },
      { name: "kept", inputs: [{ shape: [3, 4] }], run: (a) => prod(a, 1, { keepdim: true }) },
    ],
    errors: errorsOf("prod", prod),
  },
});
