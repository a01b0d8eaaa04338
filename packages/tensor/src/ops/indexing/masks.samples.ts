// Samples of maskedFill, maskedSelect and maskedScatter, and of the first and last in place.

import { defineSamples, type InputSpec } from "@bernoulli/testing";
import { DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones, tensor } from "../creation/creation.js";
import { maskedFill, maskedFill_, maskedScatter, maskedScatter_, maskedSelect } from "./masks.js";

const mask = (...shape: number[]): InputSpec => ({ shape, dtype: "bool" });
const truth = () => tensor([true, false]);

const fills = (fill: (input: Tensor, mask: Tensor, value: Tensor | number | boolean) => Tensor) => [
  { name: "a number", inputs: [{ shape: [3, 4] }, mask(3, 4)], run: (a: Tensor, m: Tensor) => fill(a, m, -2.5) },
  {
    name: "minus infinity, as attention has it",
    inputs: [{ shape: [2, 3, 5] }, mask(3, 5)],
    gradient: "none" as const,
    run: (a: Tensor, m: Tensor) => fill(a, m, Number.NEGATIVE_INFINITY),
  },
  {
    name: "a tensor, a mask broadcast",
    inputs: [{ shape: [3, 4], layout: "transposed" as const }, mask(3, 1), { shape: [] }],
    run: (a: Tensor, m: Tensor, value: Tensor) => fill(a, m, value),
  },
  { name: "0-d", inputs: [{ shape: [] }, mask()], run: (a: Tensor, m: Tensor) => fill(a, m, 1) },
  { name: "zero-size", inputs: [{ shape: [0, 2] }, mask(2)], run: (a: Tensor, m: Tensor) => fill(a, m, 1) },
  {
    name: "stepped",
    inputs: [{ shape: [3, 4], layout: "stepped" as const }, mask(4)],
    run: (a: Tensor, m: Tensor) => fill(a, m, 1),
  },
  {
    name: "int32",
    inputs: [{ shape: [9], dtype: "int32" as const }, mask(9)],
    gradient: "none" as const,
    run: (a: Tensor, m: Tensor) => fill(a, m, 7),
  },
  {
    name: "bools",
    inputs: [mask(9), mask(9)],
    gradient: "none" as const,
    run: (a: Tensor, m: Tensor) => fill(a, m, true),
  },
];

const fillErrors = (name: string, fill: typeof maskedFill) => [
  {
    name: "a mask of numbers",
    call: () => fill(ones(2), ones(2), 0),
    error: DTypeError,
    text: `${name}: only supports boolean masks, but got mask with dtype float32; compare it first, as in x.ne(0)`,
  },
  {
    name: "a row for a value",
    call: () => fill(ones(2), truth(), ones(2)),
    error: ShapeError,
    text: `${name}: only supports a 0-dimensional value tensor, but got tensor with 1 dimension(s)`,
  },
  {
    name: "a fraction's tensor beside integers",
    call: () => fill(ones(2, { dtype: "int32" }), truth(), tensor(0.5)),
    error: DTypeError,
    text: `${name}: value of dtype float32 cannot be cast to the input's int32`,
  },
];

const scatters = (scatter: (input: Tensor, mask: Tensor, source: Tensor) => Tensor) => [
  {
    name: "in a row",
    inputs: [{ shape: [3, 4] }, mask(3, 4), { shape: [2, 7] }],
    tolerance: 0,
    run: (a: Tensor, m: Tensor, source: Tensor) => scatter(a, m, source),
  },
  {
    name: "a mask broadcast, transposed",
    inputs: [{ shape: [3, 4], layout: "transposed" as const }, mask(3, 1), { shape: [12] }],
    tolerance: 0,
    run: (a: Tensor, m: Tensor, source: Tensor) => scatter(a, m, source),
  },
  {
    name: "0-d",
    inputs: [{ shape: [] }, mask(), { shape: [1] }],
    tolerance: 0,
    run: (a: Tensor, m: Tensor, source: Tensor) => scatter(a, m, source),
  },
  {
    name: "zero-size",
    inputs: [{ shape: [0] }, mask(0), { shape: [0] }],
    run: (a: Tensor, m: Tensor, source: Tensor) => scatter(a, m, source),
  },
];

const scatterErrors = (name: string, scatter: typeof maskedScatter) => [
  {
    name: "too few elements",
    call: () => scatter(ones(2), tensor([true, true]), ones(1)),
    error: ShapeError,
    text: `${name}: Number of elements of source < number of ones in mask; got 1 for 2 (shapes [1] and [2])`,
  },
  {
    name: "another dtype",
    call: () => scatter(ones(2), truth(), ones([2], { dtype: "int32" })),
    error: DTypeError,
    text: `${name}: expected self and source to have same dtypes but got float32 and int32; convert with .to("float32")`,
  },
];

export const samples = defineSamples({
  maskedFill: {
    golden: ([a, m, value], named) => maskedFill(a!, m!, value ?? named.value),
    samples: [
      ...fills(maskedFill),
      { name: "a wider mask", inputs: [{ shape: [4] }, mask(3, 4)], run: (a, m) => maskedFill(a, m!, 1) },
    ],
    errors: fillErrors("maskedFill", maskedFill),
  },
  maskedFill_: {
    samples: fills((a, m, value) => maskedFill_(clone(a), m, value)),
    errors: fillErrors("maskedFill_", maskedFill_),
  },
  maskedSelect: {
    reads: "shape",
    differences: "reads how many there are",
    samples: [
      { name: "some", inputs: [{ shape: [3, 4] }, mask(3, 4)], tolerance: 0, run: (a, m) => maskedSelect(a, m!) },
      {
        name: "broadcast, transposed",
        inputs: [{ shape: [3, 1], layout: "transposed" }, mask(5)],
        tolerance: 0,
        run: (a, m) => maskedSelect(a, m!),
      },
      { name: "0-d", inputs: [{ shape: [] }, mask()], run: (a, m) => maskedSelect(a, m!) },
      { name: "zero-size", inputs: [{ shape: [0] }, mask(0)], run: (a, m) => maskedSelect(a, m!) },
    ],
    errors: [
      {
        name: "a mask of numbers",
        call: () => maskedSelect(ones(2), ones(2)),
        error: DTypeError,
        text: "maskedSelect: only supports boolean masks, but got mask with dtype float32; compare it first, as in x.ne(0)",
      },
    ],
  },
  maskedScatter: {
    reads: "shape",
    differences: "reads how many there are",
    samples: scatters(maskedScatter),
    errors: scatterErrors("maskedScatter", maskedScatter),
  },
  maskedScatter_: {
    reads: "shape",
    differences: "reads how many there are",
    samples: scatters((a, m, source) => maskedScatter_(clone(a), m, source)),
    errors: scatterErrors("maskedScatter_", maskedScatter_),
  },
});
