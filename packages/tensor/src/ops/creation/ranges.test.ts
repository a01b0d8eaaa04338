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
