// arange, linspace and logspace to the last bit: PyTorch's answers in float32 and integers, and the first two's in float64 too.

import { loadFixtures } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { arange, linspace, logspace } from "../../index.js";
import { devices } from "../../tensor/device.js";

const cases = loadFixtures("ops").cases.filter(({ op }) => ["arange", "linspace", "logspace"].includes(op));

it.each(cases.map((golden) => [`${golden.op} ${golden.name}`, golden] as const))("%s", (_, { op, kwargs, output }) => {
  const { start, end, step, steps, ...options } = kwargs;
  // The powers of float64 are another library's.
  if (op === "logspace" && options.dtype === "float64") return;
  for (const device of devices) {
    const made =
      op === "arange"
        ? arange(start, end, step, { ...options, device })
        : (op === "linspace" ? linspace : logspace)(start, end, steps, { ...options, device });
    expect(made.toTypedArray(), device).toEqual(output.data);
  }
});

/** What PyTorch 2.15 puts where a range ends, or begins, at a zero. */
const zeros = [
  { of: "linspace", given: [-1, 0, 5], at: -1, zero: 0 },
  { of: "linspace", given: [-1, -0, 5], at: -1, zero: -0 },
  { of: "linspace", given: [1, -0, 5], at: -1, zero: 0 },
  { of: "linspace", given: [-7, -0, 40], at: -1, zero: -0 },
  { of: "linspace", given: [0, -0, 3], at: -1, zero: 0 },
  { of: "linspace", given: [-0, -0, 3], at: -1, zero: -0 },
  { of: "linspace", given: [-0, -0, 3], at: 0, zero: 0 },
  { of: "linspace", given: [-0, 1, 1], at: 0, zero: -0 },
  { of: "linspace", given: [-0, 5, 3], at: 0, zero: 0 },
  { of: "arange", given: [-4, 1, 1], at: -1, zero: 0 },
  { of: "arange", given: [20, -0.5, -1], at: -1, zero: 0 },
  { of: "arange", given: [-0, 3, 1], at: 0, zero: 0 },
  { of: "arange", given: [-0, -1, -0.5], at: 0, zero: -0 },
] as const;

it.each(["float32", "float64"] as const)("a zero of %s has PyTorch's sign", (dtype) => {
  for (const device of devices)
    for (const { of, given, at, zero } of zeros) {
      const options = { dtype, device } as const;
      const [a, b, c] = given;
      const made = of === "linspace" ? linspace(a, b, c, options) : arange(a, b, c, options);
      expect({ device, of, given, zero: made.toTypedArray().at(at) }).toEqual({ device, of, given, zero });
    }
});

it("bytes wrap, also those of numbers beyond 2⁵³", () => {
  for (const device of devices) {
    const options = { dtype: "uint8", device } as const;
    // torch.arange(start, end, step, dtype=torch.uint8)
    expect(arange(2 ** 60, 2 ** 60 + 1024, 256, options).toArray()).toEqual([0, 0, 0, 0]);
    expect(arange(0, 2 ** 56 + 2 ** 30, 2 ** 54 + 4, options).toArray()).toEqual([0, 4, 8, 12, 16]);
    expect(arange(-3, 4, 2, options).toArray()).toEqual([253, 255, 1, 3]);
  }
});
