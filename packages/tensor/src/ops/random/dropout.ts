// dropout: units thrown out at random while training, the survivors scaled up. The masks are the generator's Bernoulli
// draws, so that the same seed drops the same units as PyTorch on a CPU. Which shape a mask has is the caller's choice:
// one body serves every kind of dropout.

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import { where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import * as kernels from "../../kernels/kernels.js";
import { defaultGenerator, type Generator } from "../../random/generator.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import { isContiguous, memoryOrder, type Shape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { copy_ } from "../creation/copy.js";
import { floating } from "../operands.js";
import { mul } from "../pointwise/mul.js";
import { expand } from "../reductions/sum.js";
import { permute, permuteResult } from "../views/permute.js";
import { bernoulliMask } from "./random.js";

const maskedScaleOp = pointwise({
  name: "dropout",
  inputs: ["input", "mask"],
  truths: ["mask"],
  numbers: ["scale"],
  dtypes: floatingDTypes,
  // A true product, not a choice: 0 · ∞ is NaN, as it is in PyTorch.
  formula: ({ input, mask, scale }) => input.mul(where(mask, scale, 0)),
});

// The same with the mask drawn on the way, which saves a pass over it.
const dropoutOp = defineOp({
  name: "dropout",
  inputs: ["input"],
  outputs: ["output", "mask"],
  kernel: kernels.dropout,
  infer: ([input]) => [input, { shape: input.shape, dtype: "bool" }],
  save: { mask: ["input"] },
  backward: ({ grad, mask, attributes: { scale } }): Gradients => [apply(maskedScaleOp, [grad, mask], { scale })],
});

export interface DropoutOptions {
  /** The probability that an element is DROPPED, in [0, 1]; the papers' p is often the share kept. Default 0.5. */
  readonly p?: number;
  /** Whether to drop at all: in evaluation dropout is the identity. */
  readonly training: boolean;
  /** Whether to write over the input, which is returned then. Default false. */
  readonly inplace?: boolean;
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

/**
 * Sets elements to zero with probability p and multiplies the others by 1/(1 − p), anew at every call; where not
 * training, or where p is 0, returns the input itself. Shape: (*) → (*). The draws go to the elements in the order in which they
 * lie in memory, as PyTorch's: of a transposed view, column by column.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html; Srivastava et al., JMLR 15 (2014).
 *
 * @throws ArgumentError if p is outside [0, 1], or if `training` is not given.
 * @example
 * ```ts
 * import { dropout, manualSeed, ones } from "@bernoulli/tensor";
 * manualSeed(0);
 * dropout(ones(6), { p: 0.25, training: true }).toArray(); // → [0, 1.3333334, 1.3333334, 0, 1.3333334, 0]
 * ```
 */
export function dropout(input: Tensor, options: DropoutOptions): Tensor {
  checkTensor("dropout", "input", input);
  const output = dropoutShaped("dropout", input, options, input.shape);
  return options.inplace === true && output !== input ? copy_(input, output) : output;
}

/** Dropout whose mask has `shape` and is stretched over the input: one draw decides for all that it covers. */
export function dropoutShaped(op: string, input: Tensor, options: DropoutOptions, shape: Shape): Tensor {
  checkOptions(op, options, ["p", "training", "inplace", "generator"]);
  const { p = 0.5, training, generator } = options;
  checkProbability(p);
  if (typeof training !== "boolean") {
    throw new ArgumentError(
      `${op}: training must be given, true or false, but got ${describe(training)}; in a module pass { training: this.training }`,
    );
  }
  if (!training || p === 0 || input.numel() === 0) return input;
  const values = floating(input);
  // PyTorch multiplies by zero and draws nothing: 1/(1 − p) is infinite.
  if (p === 1) return mul(values, 0);
  const keep = 1 - p;
  // The noise is divided in the input's own precision.
  const scale = values.dtype === "float32" ? Math.fround(1 / Math.fround(keep)) : 1 / keep;
  if (sameShape(shape, values.shape)) {
    const drawing = { generator: generator ?? defaultGenerator(), p: keep, scale };
    if (isContiguous(values)) return drop(values, drawing);
    // PyTorch's mask and its result lie as the input does: so they are made, and seen as the input is.
    const order = memoryOrder(values);
    return permuteResult(
      drop(permute(values, order), drawing),
      order.map((_, dim) => order.indexOf(dim)),
    );
  }
  const mask = expand(bernoulliMask(keep, shape, values.device, generator), values.shape);
  return apply(maskedScaleOp, [values, mask], { scale });
}

function drop(values: Tensor, drawing: Parameters<typeof apply<typeof dropoutOp>>[2]): Tensor {
  const [output, mask] = apply(dropoutOp, [values], drawing);
  if (!output.requiresGrad) mask.dispose();
  return output;
}

/** Throws PyTorch's error unless p is a probability. */
export function checkProbability(p: number): void {
  if (typeof p !== "number" || !(p >= 0 && p <= 1))
    throw new ArgumentError(`dropout probability has to be between 0 and 1, but got ${describe(p)}`);
}
