// F.linearCrossEntropy: the cross entropy of a linear layer's result. All logits are there at once: PyTorch's chunks, which save memory, are not.

import {
  ArgumentError,
  type CrossEntropyOptions,
  checkArgument,
  crossEntropy,
  type Kinds,
  lossOptions,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";
import { linear } from "./linear.js";

export interface LinearCrossEntropyOptions extends Omit<CrossEntropyOptions, "ignoreIndex"> {
  /** Added to the logits: (C), or (C, d₁, …). Default: nothing. */
  readonly linearBias?: Tensor | null;
  /** A class that does not count, where targets are class indices. Default −100. */
  readonly ignoreIndex?: number | null;
}

const kinds: Kinds<LinearCrossEntropyOptions> = {
  linearBias: "anything",
  weight: "anything",
  ignoreIndex: "anything",
  reduction: "anything",
  labelSmoothing: "number",
};

/**
 * The cross entropy between softmax(input · linearWeightᵀ + linearBias) and class indices, or probabilities of the classes.
 * Shape: input (in) or (N, in), linearWeight (C, in) or (C, d₁, …, in), target as of {@link crossEntropy} with logits (N, C, d₁, …).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.linear_cross_entropy.html.
 *
 * @throws ShapeError if shapes do not fit; ArgumentError for an `ignoreIndex` beside probabilities; IndexError for a label outside [0, C) that is not
 * `ignoreIndex`.
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.linearCrossEntropy(tensor([[1, 2]]), zeros(4, 2), tensor([3], { dtype: "int32" })).item(); // → 1.386294
 * ```
 */
export function linearCrossEntropy(
  input: Tensor,
  linearWeight: Tensor,
  target: Tensor,
  options: LinearCrossEntropyOptions = {},
): Tensor {
  const op = "linearCrossEntropy";
  for (const [name, given] of Object.entries({ input, linearWeight, target })) checkArgument(op, name, given, "Tensor");
  const { linearBias, ignoreIndex, ...others } = lossOptions<LinearCrossEntropyOptions>(op, [], kinds, [options]);
  if (input.ndim !== 1 && input.ndim !== 2)
    throw new ShapeError(`${op}: expected input with dimensionality 1 or 2, got ${input.ndim}`);
  if (linearWeight.ndim < 2)
    throw new ShapeError(`${op}: expected linear_weight with dimensionality at least 2, got ${linearWeight.ndim}`);
  const inFeatures = linearWeight.size(-1);
  if (input.size(-1) !== inFeatures)
    throw new ShapeError(
      `${op}: expected equal input and linear_weight last dimensions (in_features), got ${input.size(-1)} and ${inFeatures}, respectively`,
    );
  const outputs = linearWeight.shape.slice(0, -1);
  if (linearBias != null && linearBias.shape.join() !== outputs.join())
    throw new ShapeError(
      `${op}: expected linear_bias shape [${outputs.join(", ")}], got [${linearBias.shape.join(", ")}]`,
    );
  if (outputs.length > 1 && input.ndim === 1)
    throw new ShapeError(
      `${op}: K-dimensional loss defined by linear_weight shape [${linearWeight.shape.join(", ")}] requires batched input, (N, ${inFeatures}), got unbatched input with shape [${input.shape.join(", ")}]`,
    );
  const shape = [...input.shape.slice(0, -1), ...outputs];
  if (ignoreIndex != null && target.shape.join() === shape.join())
    throw new ArgumentError(`${op}: ignore_index cannot be specified when target contains probabilities`);
  const logits = linear(input, linearWeight.reshape(-1, inFeatures), linearBias?.reshape(-1) ?? null).reshape(shape);
  return crossEntropy(logits, target, { ...others, ...(ignoreIndex == null ? {} : { ignoreIndex }) });
}
