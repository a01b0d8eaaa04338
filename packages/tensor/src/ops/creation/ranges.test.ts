// linspace and logspace to the last bit: PyTorch's answers in float32 and integers, and linspace's in float64 too.

import { loadFixtures } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { linspace, logspace } from "../../index.js";
import { devices } from "../../tensor/device.js";

const cases = loadFixtures("ops").cases.filter(({ op }) => op === "linspace" || op === "logspace");

it.each(cases.map((golden) => [golden.name, golden] as const))("%s", (_, { op, kwargs, output }) => {
  const { start, end, steps, ...options } = kwargs;
  // The powers of float64 are another library's.
  if (op === "logspace" && options.dtype === "float64") return;
  const make = op === "linspace" ? linspace : logspace;
  for (const device of devices)
    expect(make(start, end, steps, { ...options, device }).toTypedArray(), device).toEqual(output.data);
});
