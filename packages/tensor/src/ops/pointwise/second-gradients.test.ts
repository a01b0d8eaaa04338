// Second gradients where the formula has two sides: at the bend, and far out, where a side that is not taken is infinite.

import { describe, expect, it } from "vitest";
import { grad } from "../../autograd/backward.js";
import { tensor } from "../creation/creation.js";
import { celu, elu, selu } from "./elu.js";
import { logsigmoid, softplus } from "./softplus.js";

/** Of PyTorch 2.15, at −104, 0, 104 and ∞. */
const expected = {
  softplus: [softplus, [0, 0.25, 0, 0]],
  logsigmoid: [logsigmoid, [0, -0.25, 0, 0]],
  elu: [elu, [0, 0, 0, 0]],
  selu: [selu, [0, 0, 0, 0]],
  celu: [celu, [0, 0, 0, 0]],
} as const;

describe("second gradients", () => {
  it.each(Object.entries(expected))("%s", (_, [fn, second]) => {
    const x = tensor([-104, 0, 104, Number.POSITIVE_INFINITY], { requiresGrad: true });
    const [first] = grad(fn(x).sum(), [x], { createGraph: true });
    const [found] = grad(first!.sum(), [x]);
    expect(found!.add(0).toArray()).toEqual(second);
  });
});
