// Samples of the comparisons: one list for all six. Values are coarse, so that equals occur.

import { defineSamples, type InputSpec, type OpSamples } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import type { Operand } from "../operands.js";
import { eq, ge, gt, le, lt, ne } from "./compare.js";

const coarse = { dtype: "int32", range: [-2, 3] } as const;
const pairs: readonly (readonly [name: string, ...inputs: InputSpec[]])[] = [
  [
    "floats",
    { shape: [4], values: [1, 2, Number.NaN, Number.POSITIVE_INFINITY] },
    { shape: [4], values: [1, 1, Number.NaN, Number.POSITIVE_INFINITY] },
  ],
  ["zeros of both signs", { shape: [2], values: [0, -0] }, { shape: [2], values: [-0, 1] }],
  ["int32, broadcast", { ...coarse, shape: [5, 1] }, { ...coarse, shape: [7] }],
  ["int32 and floats", { ...coarse, shape: [9] }, { shape: [9] }],
  ["uint8", { shape: [17], dtype: "uint8", range: [0, 3] }, { shape: [17], dtype: "uint8", range: [0, 3] }],
  ["bool", { shape: [8], dtype: "bool" }, { shape: [8], dtype: "bool" }],
  ["0-d", { ...coarse, shape: [] }, { ...coarse, shape: [] }],
  ["zero-size", { shape: [0, 4] }, { shape: [4] }],
  ["transposed and stepped", { shape: [3, 4], layout: "transposed" }, { shape: [3, 4], layout: "stepped" }],
  [
    "expanded and offset",
    { ...coarse, shape: [3, 4], layout: "expanded" },
    { ...coarse, shape: [3, 4], layout: "offset" },
  ],
];

function comparison(fn: (input: Tensor, other: Operand) => Tensor, shapeText: string, arrayText: string): OpSamples {
  return {
    differences: "the first operand is a tensor",
    samples: [
      ...pairs.map(([name, ...inputs]) => ({
        name,
        inputs,
        gradient: "none" as const,
        run: (a: Tensor, b: Tensor) => fn(a, b),
      })),
      { name: "a number", inputs: [{ ...coarse, shape: [9] }], gradient: "none", run: (a) => fn(a, 1) },
      {
        name: "a fraction beside integers",
        inputs: [{ ...coarse, shape: [9] }],
        gradient: "none",
        run: (a) => fn(a, 0.5),
      },
    ],
    errors: [
      { name: "shapes that do not broadcast", call: () => fn(ones(2, 3), ones(2)), error: ShapeError, text: shapeText },
      { name: "an array", call: () => fn(ones(2), [1, 2] as never), error: DTypeError, text: arrayText },
    ],
  };
}

function texts(name: string): [string, string] {
  return [
    `${name}: the size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1; got shapes [2, 3] and [2]; sizes must be equal or 1`,
    `${name}: expected a Tensor or a number, got an array; make a tensor of it with tensor(…)`,
  ];
}

export const samples = defineSamples({
  eq: comparison(eq, ...texts("eq")),
  ne: comparison(ne, ...texts("ne")),
  lt: comparison(lt, ...texts("lt")),
  le: comparison(le, ...texts("le")),
  gt: comparison(gt, ...texts("gt")),
  ge: comparison(ge, ...texts("ge")),
});
