// within: whether all elements are between two numbers. Losses of probabilities ask it in front of what they compute.

import { noGrad } from "../../autograd/grad-mode.js";
import { apply } from "../../door/apply.js";
import { defineOp } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";

const withinOp = defineOp({
  name: "within",
  inputs: ["input"],
  kernel: kernels.within,
  infer: ([{ dtype }]) => [{ shape: [], dtype }],
});

interface Bounds {
  readonly low: number;
  readonly high: number;
  /** What is said of an element beyond them. */
  readonly refusal: string;
  /** Whether NaN passes. Default false. */
  readonly passesNaN?: boolean;
}

/**
 * A zero, 0-d, that is there when all elements are within the bounds: who adds it to what he computes computes after the kernel has
 * looked, in a compiled step too.
 *
 * @throws ArgumentError where an element is not.
 */
export function within(op: string, input: Tensor, { low, high, refusal, passesNaN = false }: Bounds): Tensor {
  return noGrad(() => apply(withinOp, [input], { low, high, passesNaN, refusal: `${op}: ${refusal}` }));
}
