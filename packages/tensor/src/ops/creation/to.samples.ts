// Samples of to.

import { defineSamples } from "@bernoulli/testing";
import { ArgumentError, DeviceError, DTypeError } from "../../checks/errors.js";
import { ones } from "./creation.js";
import { to } from "./to.js";

export const samples = defineSamples({
  to: {
    golden: { none: "conversions: goldens of their own hold the moves" },
    samples: [
      { name: "float64", inputs: [{ shape: [3, 4] }], run: (a) => to(a, "float64") },
      {
        name: "float64 and back, transposed",
        inputs: [{ shape: [3, 4], layout: "transposed" }],
        run: (a) => to(to(a, "float64"), a.dtype),
      },
      {
        name: "int32, by truncation",
        edge: true,
        inputs: [{ shape: [9] }],
        gradient: "none",
        run: (a) => to(a, "int32"),
      },
      {
        name: "uint8",
        edge: true,
        inputs: [{ shape: [9], range: [0, 255] }],
        gradient: "none",
        run: (a) => to(a, "uint8"),
      },
      {
        name: "bool",
        inputs: [{ shape: [4], values: [0, -0, 0.5, Number.NaN] }],
        gradient: "none",
        run: (a) => to(a, "bool"),
      },
      {
        name: "bytes to floats",
        inputs: [{ shape: [3, 20], dtype: "uint8", layout: "stepped" }],
        gradient: "none",
        run: (a) => to(a, "float32"),
      },
      { name: "bool to int32", inputs: [{ shape: [9], dtype: "bool" }], gradient: "none", run: (a) => to(a, "int32") },
      { name: "a copy", inputs: [{ shape: [3, 4] }], run: (a) => to(a, { copy: true }) },
      {
        name: "by way of the other device and dtype",
        inputs: [{ shape: [3, 4], layout: "transposed" }],
        run: (a) => to(to(a, a.device === "cpu" ? "reference" : "cpu", "float64"), a),
      },
      { name: "0-d", inputs: [{ shape: [] }], run: (a) => to(a, "float64") },
      { name: "zero-size", inputs: [{ shape: [0, 2] }], run: (a) => to(a, "float64") },
    ],
    errors: [
      {
        name: "an unknown dtype",
        call: () => to(ones(2), "int64" as "int32"),
        error: DTypeError,
        text: 'to: "int64" is neither a dtype (float32, float64, int32, uint8, bool) nor a device (cpu, reference)',
      },
      {
        name: "a GPU",
        call: () => to(ones(2), "cuda"),
        error: DeviceError,
        text: 'to: there is no CUDA here, so no device "cuda"; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")',
      },
      {
        name: "an unknown option",
        call: () => to(ones(2), { type: "int32" } as object),
        error: ArgumentError,
        text: "to: got an unexpected option type; take some of { device, dtype, nonBlocking, copy }",
      },
      {
        name: "a dtype behind a dtype",
        call: () => to(ones(2), "int32", "float32" as never),
        error: ArgumentError,
        text: 'to: nonBlocking must be true or false, but got "float32"',
      },
      {
        name: "nothing",
        call: () => to(ones(2), undefined as never),
        error: ArgumentError,
        text: "to: expected a dtype (float32, float64, int32, uint8, bool), a device (cpu, reference), a Tensor to be like, or { device, dtype, nonBlocking, copy }, but got undefined",
      },
    ],
  },
});
