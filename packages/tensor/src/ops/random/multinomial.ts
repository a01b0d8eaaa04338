// multinomial: categories drawn by their weights.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { type ByName, checkOptions, checkTensor, inPlace, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { defaultGenerator, type Generator } from "../../random/generator.js";
import { isFloating } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { detach } from "../views/detach.js";
import { squeeze, unsqueeze } from "../views/view.js";

const multinomialOp = defineOp({
  name: "multinomial",
  inputs: ["weights"],
  kernel: kernels.multinomial,
  infer: ([{ shape }], { count }) => [{ shape: [shape[0]!, count], dtype: "int32" as const }],
});

export interface MultinomialOptions {
  /** Whether a category may be drawn again. Default false. */
  readonly replacement?: boolean;
  /** Where the draws come from. Default: the default generator, seeded by `manualSeed`. */
  readonly generator?: Generator;
}

/**
 * Indices of categories, int32, drawn by their weights, which need not sum to 1: `numSamples` of each row.
 * Shape: (C) → (numSamples), (N, C) → (N, numSamples).
 * See https://pytorch.org/docs/stable/generated/torch.multinomial.html.
 *
 * @throws ArgumentError for a weight that is negative or not finite, for weights that are all 0, for no samples, and without
 * replacement for more than categories; ShapeError for another number of dimensions; DTypeError for integers.
 * @example
 * ```ts
 * import { manualSeed, multinomial, tensor } from "@bernoulli/tensor";
 * manualSeed(0);
 * const weights = tensor([1, 2, 3, 4]);
 * multinomial(weights, 3).toArray(); // → [2, 1, 3]
 * multinomial(weights, 5, { replacement: true }).toArray(); // → [3, 3, 1, 2, 2]
 * ```
 */
export function multinomial(
  input: Tensor,
  numSamples: number | ByName<"numSamples", number, MultinomialOptions>,
  ...rest: Positional<MultinomialOptions, ["replacement"]>
): Tensor {
  checkTensor("multinomial", "input", input);
  [numSamples, rest] = inPlace<number, typeof rest>("multinomial", "numSamples", numSamples, rest);
  const options = optionsOf<MultinomialOptions>("multinomial", ["replacement"], rest);
  checkOptions("multinomial", options, { replacement: "boolean", generator: "Generator" });
  const { replacement = false, generator = defaultGenerator() } = options;
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `multinomial: only supports floating-point dtypes for input, got: ${input.dtype}; convert by .to("float32")`,
    );
  if (input.ndim !== 1 && input.ndim !== 2)
    throw new ShapeError(`multinomial: prob_dist must be 1 or 2 dim, but has ${input.ndim}`);
  if (!Number.isInteger(numSamples) || numSamples <= 0)
    throw new ArgumentError(`multinomial: cannot sample n_sample <= 0 samples: got ${describe(numSamples)}`);
  const categories = input.shape[input.ndim - 1]!;
  if (!replacement && numSamples > categories)
    throw new ArgumentError(
      `multinomial: cannot sample n_sample > prob_dist.size(-1) samples without replacement: ${numSamples} of ${categories}; give { replacement: true }`,
    );
  const weights = detach(input);
  const drawing = { generator, count: numSamples, replacement };
  if (input.ndim === 2) return apply(multinomialOp, [weights], drawing);
  return squeeze(apply(multinomialOp, [unsqueeze(weights, 0)], drawing), 0);
}
