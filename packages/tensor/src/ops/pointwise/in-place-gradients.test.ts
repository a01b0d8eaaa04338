// Activations in place whose gradients read what was written: the same gradients as of those that keep their input, at bounds and for
// what is not finite too; and nothing is copied.

import { describe, expect, it } from "vitest";
import { hardtanh, leakyRelu, profile, relu6, type Tensor, tensor } from "../../index.js";

const numbers = [-1e30, -7, -6, -1, -0.5, -1e-45, -0, 0, 1e-45, 0.5, 1, 6, 7, 1e30];
const special = [...numbers, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

const activations: Readonly<Record<string, (x: Tensor, inplace: boolean) => Tensor>> = {
  relu6: (x, inplace) => relu6(x, inplace),
  hardtanh: (x, inplace) => hardtanh(x, { inplace }),
  "hardtanh between equal bounds": (x, inplace) => hardtanh(x, 1, 1, inplace),
  leakyRelu: (x, inplace) => leakyRelu(x, 0.2, inplace),
  "leakyRelu of no slope": (x, inplace) => leakyRelu(x, 0, inplace),
  "leakyRelu of a negative slope": (x, inplace) => leakyRelu(x, -0.3, inplace),
};

describe.each(Object.entries(activations))("%s in place", (name, activation) => {
  it.each(["float32", "float64"] as const)("has the gradient that it has otherwise, in %s", (dtype) => {
    const [there, otherwise] = [true, false].map((inplace) => {
      const x = tensor(special, { dtype }).requiresGrad_();
      const output = activation(x.mul(1), inplace);
      output.backward({ gradient: tensor(special.map((_, at) => at + 1)).to(dtype) });
      return [output.detach().toArray(), x.grad!.toArray()];
    });
    expect(there).toEqual(otherwise);
  });

  it("keeps no copy of its input, unless the gradient hangs on that", () => {
    const x = tensor(special).requiresGrad_();
    const { ops } = profile(() => void activation(x.mul(1), true).sum().backward());
    expect(ops.some((op) => op.name === "clone")).toBe(name.includes("negative"));
  });
});
