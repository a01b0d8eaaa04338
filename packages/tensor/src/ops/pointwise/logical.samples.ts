// Samples of logicalAnd, logicalOr, logicalXor and logicalNot.

import { defineSamples, type OpSamples } from "@bernoulli/testing";
import type { Tensor } from "../../tensor/tensor.js";
import { curveSamples } from "./curves.testing.js";
import { logicalAnd, logicalNot, logicalOr, logicalXor } from "./logical.js";
import { doNotBroadcast, pairSamples } from "./pairs.testing.js";

function logical(name: string, run: (input: Tensor, other: Tensor) => Tensor): OpSamples {
  const dtypes = (["int32", "uint8", "bool"] as const).map((dtype) => ({
    name: dtype,
    inputs: [
      { shape: [17], dtype, ...(dtype === "bool" ? {} : { range: [0, 2] as const }) },
      { shape: [17], dtype, ...(dtype === "bool" ? {} : { range: [0, 2] as const }) },
    ],
    gradient: "none" as const,
    run,
  }));
  return { samples: [...pairSamples(run, { gradient: "none" }), ...dtypes], errors: [doNotBroadcast(name, run)] };
}

export const samples = defineSamples({
  logicalAnd: logical("logicalAnd", logicalAnd),
  logicalOr: logical("logicalOr", logicalOr),
  logicalXor: logical("logicalXor", logicalXor),
  logicalNot: {
    samples: [
      ...curveSamples(logicalNot, { gradient: "none" }),
      { name: "bools", inputs: [{ shape: [17], dtype: "bool" }], gradient: "none", run: logicalNot },
    ],
  },
});
