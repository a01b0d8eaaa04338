// Samples of the casts by PyTorch's short names.

import { defineSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { bool, byte, double, float, half, int, long, typeAs } from "./casts.js";
import { ones, tensor } from "./creation.js";

const asOf = (cast: (input: Tensor) => Tensor, isFloat = false) => ({
  golden: ([a]: readonly Tensor[]) => cast(a!),
  samples: [
    { name: "floats", inputs: [{ shape: [2, 3] }], gradient: isFloat ? "second" : "none", run: cast },
    { name: "stepped", inputs: [{ shape: [5], layout: "stepped" }], gradient: isFloat ? "second" : "none", run: cast },
    { name: "int32", inputs: [{ shape: [5], dtype: "int32", range: [0, 5] }], gradient: "none", run: cast },
    { name: "bools", inputs: [{ shape: [5], dtype: "bool" }], gradient: "none", run: cast },
    { name: "bytes", inputs: [{ shape: [], dtype: "uint8" }], gradient: "none", run: cast },
    { name: "zero-size", inputs: [{ shape: [0] }], gradient: isFloat ? "second" : "none", run: cast },
  ] satisfies readonly Sample[],
});

export const samples = defineSamples({
  // Its gradient is the goldens' affair: float32 is too coarse for differences.
  float: {
    ...asOf(float),
    errors: [
      {
        name: "to be half of it",
        call: () => half(ones(2)),
        error: DTypeError,
        text: "half: there is no float16 here; leave .half() out, or call .float(): kernels compute in float32",
      },
    ],
  },
  double: asOf(double, true),
  int: asOf(int),
  bool: asOf(bool),
  byte: {
    ...asOf(byte),
    // Of negative floats C leaves it undefined.
    samples: asOf(byte).samples.map((sample) => ({
      ...sample,
      inputs: sample.inputs.map((input) => ({ ...input, range: [0, 5] as const })),
    })),
  },
  long: {
    reads: "values",
    ...asOf(long),
    differences: "gives int32 and says so once; what does not fit is refused",
    errors: [
      {
        name: "NaN",
        call: () => long(tensor([1, Number.NaN])),
        error: DTypeError,
        text: "long: value cannot be converted to type int32, which stands for int64, without overflow: NaN; keep the floats, or clamp them first",
      },
      {
        name: "a number beyond int32",
        call: () => long(tensor([-(2 ** 31), 3e9])),
        error: DTypeError,
        text: "long: value cannot be converted to type int32, which stands for int64, without overflow: 3000000000; keep the floats, or clamp them first",
      },
    ],
  },
  typeAs: {
    golden: ([a, b]) => typeAs(a!, b!),
    samples: [
      {
        name: "to int32, stepped",
        inputs: [
          { shape: [5], layout: "stepped" },
          { shape: [2], dtype: "int32" },
        ],
        gradient: "none",
        run: (a, b) => typeAs(a, b),
      },
      { name: "as it is", inputs: [{ shape: [3] }, { shape: [], gradient: false }], run: (a, b) => typeAs(a, b) },
      {
        name: "zero-size",
        inputs: [{ shape: [0], dtype: "bool" }, { shape: [1] }],
        gradient: "none",
        run: (a, b) => typeAs(a, b),
      },
    ],
    errors: [
      {
        name: "a name",
        call: () => typeAs(ones(1), "int32" as never),
        error: ArgumentError,
        text: 'typeAs: other must be a Tensor, but got "int32"',
      },
    ],
  },
});
