// What looks at several masks of one input: multi-sample dropout, and the R-Drop loss of two.

import type { DropoutFacts, Module } from "@bernoulli/nn";
import { ArgumentError, checkOptions, crossEntropy, dropout, logSoftmax, type Tensor } from "@bernoulli/tensor";
import { checkRate, DrawingModule, type DrawOptions, factsAs } from "../drawing.js";

export interface MultiSampleOptions extends DrawOptions {
  /** How many masks. Default 8. */
  readonly samples?: number;
  /** The probability that an element is DROPPED. Default 0.5. */
  readonly p?: number;
}

/**
 * The mean of what a head gives for several masks of its input, each drawn anew; in evaluation it is the head alone. What is behind the
 * features is computed once. Shape: as the head's.
 * See Inoue, https://arxiv.org/abs/1905.09788.
 *
 * @throws ArgumentError if p is outside [0, 1], or samples is no whole number of 1 or more.
 * @example
 * ```ts
 * import { Linear } from "@bernoulli/nn";
 * import { ones } from "@bernoulli/tensor";
 * import { MultiSampleDropout } from "@bernoulli/dropout";
 * const head = new MultiSampleDropout(new Linear(8, 2), { samples: 4 });
 * head(ones(3, 8)).shape; // → [3, 2]
 * ```
 */
export class MultiSampleDropout extends DrawingModule {
  static override readonly name: string = "MultiSampleDropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("element");
  readonly head: Module;
  readonly samples: number;
  p: number;

  constructor(head: Module, options: MultiSampleOptions = {}) {
    checkOptions("MultiSampleDropout", options, { samples: "number", p: "number", generator: "Generator" });
    const { samples = 8, p = 0.5 } = options;
    checkRate("MultiSampleDropout", p);
    if (!Number.isSafeInteger(samples) || samples < 1)
      throw new ArgumentError(
        `MultiSampleDropout: samples must be a whole number of 1 or more, but got ${String(samples)}`,
      );
    super(options);
    this.head = head;
    this.samples = samples;
    this.p = p;
  }

  forward(input: Tensor): Tensor {
    const head = this.head as unknown as (x: Tensor) => Tensor;
    if (!this.training) return head(input);
    let sum: Tensor | null = null;
    for (let at = 0; at < this.samples; at++) {
      const output = head(dropout(input, { p: this.p, ...this.drawing }));
      sum = sum === null ? output : sum.add(output);
    }
    return sum!.div(this.samples);
  }

  override extraRepr(): string {
    return `samples=${this.samples}, p=${this.p}`;
  }
}

/**
 * R-Drop's loss of the logits that two masks of one input gave: the mean of both cross entropies, and alpha times half the sum of the
 * Kullback–Leibler divergences, of each from the other, per sample. Shape: (N, C), (N, C), (N), or (N, C, *), (N, C, *), (N, *) → ().
 * See Liang et al., NeurIPS 2021 (https://arxiv.org/abs/2106.14448), eq. 2 and 3, with the means of the authors' code.
 *
 * @throws ArgumentError if alpha is negative.
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * import { rDropLoss } from "@bernoulli/dropout";
 * const target = tensor([0, 1], { dtype: "int32" });
 * rDropLoss(zeros(2, 2), zeros(2, 2), target).item().toFixed(4); // → "0.6931"
 * ```
 */
export function rDropLoss(
  first: Tensor,
  second: Tensor,
  target: Tensor,
  options: { readonly alpha?: number } = {},
): Tensor {
  checkOptions("rDropLoss", options, { alpha: "number" });
  const { alpha = 1 } = options;
  if (!(alpha >= 0)) throw new ArgumentError(`rDropLoss: alpha must be 0 or more, but got ${String(alpha)}`);
  const entropy = crossEntropy(first, target).add(crossEntropy(second, target)).div(2);
  if (alpha === 0) return entropy;
  // Classes stand where the cross entropy has them.
  const dim = first.ndim === 1 ? 0 : 1;
  const [p, q] = [logSoftmax(first, { dim }), logSoftmax(second, { dim })];
  // Σ (P − Q)(log P − log Q) is both divergences at once.
  const divergence = p.exp().sub(q.exp()).mul(p.sub(q)).sum(dim).mean().div(2);
  return entropy.add(divergence.mul(alpha));
}
