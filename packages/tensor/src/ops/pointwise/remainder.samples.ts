// Samples of fmod, remainder and floorDivide, away from whole quotients.

import { defineSamples, type OpSamples, type Sample } from "@bernoulli/testing";
import { ArgumentError, AutogradError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";
import type { Operand } from "../operands.js";
import { doNotBroadcast, pairSamples } from "./pairs.testing.js";
import { floorDivide, fmod, remainder } from "./remainder.js";

function division(
  name: string,
  run: (input: Tensor, other: Operand) => Tensor,
  gradient: NonNullable<Sample["gradient"]> = "second",
): OpSamples {
  return {
    samples: [
      ...pairSamples((a, b) => run(a, b), {
        first: { range: [1.1, 1.9] },
        second: { range: [-0.98, -0.96] },
        gradient,
      }),
      {
        name: "a number",
        inputs: [{ shape: [5], range: [0.1, 0.9], layout: "offset" }],
        gradient,
        run: (a) => run(a, -2),
      },
      ...(["int32", "uint8"] as const).map((dtype) => ({
        name: dtype,
        inputs: [
          { shape: [12], dtype },
          { shape: [12], dtype, range: [1, 4] as const },
        ],
        gradient: "none" as const,
        run: (a: Tensor, b: Tensor) => run(a, b),
      })),
    ],
    errors: [
      doNotBroadcast(name, run),
      {
        name: "integers by zero",
        call: () => run(ones([2], { dtype: "int32" }), 0),
        error: ArgumentError,
        text: `${name}: ZeroDivisionError: an integer was divided by zero; divide floats, as by .to("float32"), by which it is infinite or NaN`,
      },
    ],
  };
}

export const samples = defineSamples({
  fmod: division("fmod", fmod),
  remainder: division("remainder", remainder),
  floorDivide: (({ samples: given, errors }) => ({
    samples: given,
    errors: [
      ...errors!,
      {
        name: "backward",
        call: () => floorDivide(ones(2).requiresGrad_(), 2).sum().backward(),
        error: AutogradError,
        text: 'floorDivide: derivative for aten::floor_divide is not implemented; div(other, { roundingMode: "floor" }) has one, of zeros, and detach() says that none is wanted',
      },
    ],
  }))(division("floorDivide", floorDivide, "none")),
});
