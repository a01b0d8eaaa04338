// philoxBits: random words by counter. What is drawn in PyTorch's stream stands in the files beside.

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkOptions } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Device } from "../../memory/storage.js";
import { deviceOf } from "../../tensor/device.js";
import { checkSizes, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";

export interface PhiloxOptions {
  /** Whose words: a whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** Which of the seed's steps: a whole number below 2^32. Default 0. */
  readonly step?: number;
  /** Which of a step's draws: a whole number below 2^32. Default 0. */
  readonly index?: number;
  /** The place of the first element in the whole of which this is a part: a whole number up to 2^53 − 1. Default 0. */
  readonly offset?: number;
  readonly device?: Device;
}

const philoxOp = defineOp({
  extra: attributes<{ readonly shape: Shape }>(),
  name: "philoxBits",
  inputs: [],
  kernel: kernels.philoxBits,
  infer: (_, { shape }) => [{ shape, dtype: "int32" }] as const,
});

/**
 * Words of 32 random bits, each by the seed and its place alone, whoever draws which part of the whole: Philox4x32-10, as int32. Shape: `shape`.
 * See Salmon et al., SC 2011 (https://doi.org/10.1145/2063384.2063405); PyTorch's generators on GPUs have it,
 * https://pytorch.org/docs/stable/generated/torch.Generator.html.
 *
 * @throws ArgumentError if a number is no whole one, or beyond its range.
 * @example
 * ```ts
 * import { philoxBits } from "@bernoulli/tensor";
 * const whole = philoxBits([8], { seed: 7 });
 * philoxBits([3], { seed: 7, offset: 5 }).equal(whole.narrow(0, 5, 3)); // → true
 * ```
 */
export function philoxBits(shape: Shape, options: PhiloxOptions): Tensor {
  checkSizes("philoxBits", shape);
  checkOptions("philoxBits", options, ["seed", "step", "index", "offset", "device"]);
  const { seed, step = 0, index = 0, offset = 0 } = options;
  for (const [name, value] of Object.entries({ seed, step, index, offset })) {
    const most = name === "step" || name === "index" ? 2 ** 32 - 1 : Number.MAX_SAFE_INTEGER;
    if (!Number.isSafeInteger(value) || value < 0 || value > most)
      throw new ArgumentError(
        `philoxBits: ${name} must be a whole number from 0 to ${most}, but got ${describe(value)}`,
      );
  }
  return apply(
    philoxOp,
    [],
    { shape: [...shape], seed, step, index, offset },
    { device: deviceOf("philoxBits", options.device) },
  );
}
