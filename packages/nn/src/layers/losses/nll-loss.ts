// NLLLoss: the loss of classifiers that give log-probabilities.

import { lossOptions, type NllLossOptions, nllLoss, type Positional, type Tensor } from "@bernoulli/tensor";
import { WeightedLoss } from "./loss.js";

/**
 * The negative log-likelihood of class indices, given log-probabilities as from LogSoftmax.
 * Shape: (C), (N, C) or (N, C, d₁, …), target () or (N) or (N, d₁, …) of int32 → () or, with reduction `"none"`, like target.
 * See https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html.
 *
 * @throws when called: IndexError for a label outside [0, C) that is not `ignoreIndex`; ShapeError if shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { NLLLoss } from "@bernoulli/nn";
 * new NLLLoss()(tensor([[-1, -2]]), tensor([1], { dtype: "int32" })).item(); // → 2
 * ```
 */
export class NLLLoss extends WeightedLoss {
  static override readonly name: string = "NLLLoss";
  readonly ignoreIndex: number;

  constructor(...rest: Positional<NllLossOptions, ["weight"]>) {
    const kinds = { weight: "anything", ignoreIndex: "number", reduction: "anything" } as const;
    const options = lossOptions<NllLossOptions>("NLLLoss", ["weight"], kinds, rest);
    super(options);
    this.ignoreIndex = options.ignoreIndex ?? -100;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignoreIndex, reduction } = this;
    return nllLoss(input, target, { weight, ignoreIndex, reduction });
  }
}

/**
 * {@link NLLLoss} of images, by the name that PyTorch has deprecated. See https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html.
 *
 * @example
 * ```ts
 * import { NLLLoss2d } from "@bernoulli/nn";
 * String(new NLLLoss2d()); // → "NLLLoss2d()"
 * ```
 */
export class NLLLoss2d extends NLLLoss {
  static override readonly name: string = "NLLLoss2d";
}
