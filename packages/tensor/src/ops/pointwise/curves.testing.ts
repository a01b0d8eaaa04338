// The samples of functions of one number, such as tanh: every layout, numbers near zero and far from it, and what is not finite.

import type { ErrorCase, InputSpec, OpSamples, Sample } from "@bernoulli/testing";
import { AutogradError, DTypeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";

const infinity = Number.POSITIVE_INFINITY;
const extremes = [
  0,
  -0,
  1e-8,
  -1e-8,
  1e-3,
  0.62,
  0.63,
  -0.63,
  9,
  20,
  -20,
  100,
  -100,
  1000,
  infinity,
  -infinity,
  Number.NaN,
];

type Run = (input: Tensor) => Tensor;

interface CurveOptions extends Pick<InputSpec, "range" | "avoid"> {
  /** Whether e¹⁰⁰ would be a result: float64 has it, float32 not. */
  readonly steep?: boolean;
  /** Whether integers are taken. Default true. */
  readonly integers?: boolean;
  readonly gradient?: Sample["gradient"];
}

export function curveSamples(run: Run, options: CurveOptions = {}): readonly Sample[] {
  const { range, avoid, steep = false, integers = true, gradient = "second" } = options;
  const spec = { ...(range === undefined ? {} : { range }), ...(avoid === undefined ? {} : { avoid }) };
  const taken = steep ? extremes.filter((value) => Math.abs(value) < 100 || !Number.isFinite(value)) : extremes;
  const near: Sample =
    range === undefined
      ? { name: "near zero", edge: true, inputs: [{ ...spec, shape: [400], range: [-0.7, 0.7] }], gradient, run }
      : { name: "many", edge: true, inputs: [{ ...spec, shape: [400] }], gradient, run };
  const ofIntegers: Sample = { name: "int32", inputs: [{ shape: [6], dtype: "int32" }], gradient: "none", run };
  return [
    { name: "contiguous", inputs: [{ ...spec, shape: [3, 7] }], gradient, run },
    { name: "large and small", edge: true, inputs: [{ shape: [400], range: [-12, 12] }], gradient: "none", run },
    near,
    { name: "extremes", inputs: [{ shape: [taken.length], values: taken }], gradient: "none", run },
    { name: "0-d", inputs: [{ ...spec, shape: [] }], gradient, run },
    { name: "zero-size", inputs: [{ shape: [0] }], gradient, run },
    { name: "transposed", inputs: [{ ...spec, shape: [3, 4], layout: "transposed" }], gradient, run },
    ...(integers ? [ofIntegers] : []),
  ];
}

/** Of an activation that takes floats alone; `name` is PyTorch's kernel's. */
export function activationSamples(name: string, run: Run, options: CurveOptions = {}): OpSamples {
  return { samples: curveSamples(run, { ...options, integers: false }), errors: [ofFloatsOnly(name, run)] };
}

export function ofFloatsOnly(name: string, run: Run): ErrorCase {
  return {
    name: "integers",
    call: () => run(ones([2], { dtype: "int32" })),
    error: DTypeError,
    text: `"${name}" not implemented for 'Int'; convert with .to("float32") first`,
  };
}

/** Of the twin in place. */
export function inPlaceSamples(name: string, run: Run, spec: Pick<InputSpec, "range" | "avoid"> = {}): OpSamples {
  return {
    samples: [
      { name: "on a result", inputs: [{ ...spec, shape: [3, 5] }], run: (a) => run(clone(a)) },
      { name: "0-d", inputs: [{ ...spec, shape: [] }], run: (a) => run(clone(a)) },
      { name: "zero-size", inputs: [{ shape: [0] }], run: (a) => run(clone(a)) },
    ],
    errors: [
      {
        name: "a leaf that requires a gradient",
        call: () => run(ones([2], { requiresGrad: true })),
        error: AutogradError,
        text: `${name}: a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or use the op without the trailing underscore`,
      },
    ],
  };
}
