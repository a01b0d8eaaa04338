// CTCLoss: the loss of what spells a sequence somewhere along its input.

import { type CtcLossOptions, ctcLoss, lossOptions, type Positional, type Tensor } from "@bernoulli/tensor";
import { Loss } from "./loss.js";

/**
 * The connectionist temporal classification loss: −log of the probability that the input spells the target.
 * Shape: (T, N, C), or (T, C), targets (N, S) or (sum of lengths) of int32, lengths (N) → () or, with reduction `"none"`, (N) or ().
 * See https://pytorch.org/docs/stable/generated/torch.nn.CTCLoss.html.
 *
 * @throws when called: what {@link ctcLoss} throws.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { CTCLoss } from "@bernoulli/nn";
 * import { logSoftmax, zeros } from "@bernoulli/tensor";
 * const logProbs = logSoftmax(zeros(3, 1, 2), 2);
 * new CTCLoss()(logProbs, tensor([[1]], { dtype: "int32" }), [3], [1]).item(); // → 0.2876821
 * ```
 */
export class CTCLoss extends Loss {
  static override readonly name: string = "CTCLoss";
  readonly blank: number;
  readonly zeroInfinity: boolean;

  constructor(...rest: Positional<CtcLossOptions, ["blank", "reduction", "zeroInfinity"]>) {
    const kinds = { reduction: "anything", blank: "number", zeroInfinity: "boolean" } as const;
    const options = lossOptions<CtcLossOptions>("CTCLoss", ["blank", "reduction", "zeroInfinity"], kinds, rest);
    super(options.reduction);
    this.blank = options.blank ?? 0;
    this.zeroInfinity = options.zeroInfinity ?? false;
  }

  forward(
    logProbs: Tensor,
    targets: Tensor,
    inputLengths: Tensor | readonly number[] | number,
    targetLengths: Tensor | readonly number[] | number,
  ): Tensor {
    const { blank, zeroInfinity, reduction } = this;
    return ctcLoss(logProbs, targets, inputLengths, targetLengths, { blank, zeroInfinity, reduction });
  }
}
