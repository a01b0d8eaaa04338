// Every kernel of the contract is there, and each device answers for each dtype that it serves.

import { describe, expect, it } from "vitest";
import { devices } from "../tensor/device.js";
import { allDTypes } from "../tensor/dtype.js";
import type { KernelName } from "./contract.js";
import type { Kernel } from "./kernel.js";
import * as kernels from "./kernels.js";

// One that is missing, or called otherwise, does not compile.
const all: { readonly [K in KernelName]: Kernel<K> } = kernels;

describe.each(Object.entries(all))("%s", (name, kernel) => {
  it("is computed for its dtypes on every device, and for no others", () => {
    expect(kernel.name).toBe(name);
    for (const device of devices) {
      for (const dtype of allDTypes) {
        const found = kernel.on(device, dtype);
        expect(found !== null, `${dtype} on ${device}`).toBe(kernel.dtypes.includes(dtype));
        if (found === null) continue;
        expect(found.run).toBeTypeOf("function");
        expect(kernel.on(device, dtype)).toBe(found);
        if (device === "reference") expect(found.by).toBe("own");
      }
    }
  });
});

it("what the cpu has no kernel of is computed by the reference's loops, and says so", () => {
  const lacking = Object.values(all).flatMap((kernel) => {
    const dtypes = kernel.dtypes.filter((dtype) => kernel.on("cpu", dtype)?.by === "reference");
    return dtypes.length === 0 ? [] : [`${kernel.name}: ${dtypes.join(", ")}`];
  });
  expect(lacking.sort()).toEqual([
    "cholesky: float32, float64",
    "cofactors: float32, float64",
    "cofactorsGradient: float32, float64",
    "col2im: bool",
    "determinant: float32, float64",
    "dirichletSlope: float32, float64",
    "eigh: float32, float64",
    "gammaSlope: float32, float64",
    "im2col: bool",
    "inverse: float32, float64",
    "logDeterminant: float32, float64",
    "lu: float32, float64",
    "pinv: float32, float64",
    "qr: float32, float64",
    "randperm: uint8",
    "sampled: uint8, bool",
    "sampledLogarithm: bool",
    "solve: float32, float64",
    "solveTriangular: float32, float64",
    "svd: float32, float64",
  ]);
});
