// CrossEntropyLoss: the loss of classifiers that give scores.

import { type CrossEntropyOptions, crossEntropy, lossOptions, type Positional, type Tensor } from "@bernoulli/tensor";
import { WeightedLoss } from "./loss.js";

/**
 * The cross entropy between softmax(input) and class indices, or probabilities of the classes, of the input's shape. Do not
 * put a softmax before it.
 * Shape: (C), (N, C) or (N, C, d₁, …), target () or (N) or (N, d₁, …) of int32 → () or, with reduction `"none"`, like target.
 * See https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html.
 *
 * @throws when called: IndexError for a label outside [0, C) that is not `ignoreIndex`; ShapeError if shapes do not
 * fit; ArgumentError for a label smoothing outside [0, 1].
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { CrossEntropyLoss } from "@bernoulli/nn";
 * const criterion = new CrossEntropyLoss();
 * criterion(tensor([[0, 0]]), tensor([1], { dtype: "int32" })).item(); // → 0.6931472
 * ```
 */
export class CrossEntropyLoss extends WeightedLoss {
  static override readonly name: string = "CrossEntropyLoss";
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;

  constructor(...rest: Positional<CrossEntropyOptions, ["weight"]>) {
    const kinds = {
      weight: "anything",
      ignoreIndex: "number",
      reduction: "anything",
      labelSmoothing: "number",
    } as const;
    const options = lossOptions<CrossEntropyOptions>("CrossEntropyLoss", ["weight"], kinds, rest);
    super(options);
    this.ignoreIndex = options.ignoreIndex ?? -100;
    this.labelSmoothing = options.labelSmoothing ?? 0;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignoreIndex, reduction, labelSmoothing } = this;
    return crossEntropy(input, target, { weight, ignoreIndex, reduction, labelSmoothing });
  }
}
