// Dropout: units thrown out at random while training. The draw itself is the op's (tensor's ops/dropout.ts).

import {
  checkOptions,
  checkProbability,
  dropout,
  type Generator,
  optionsOf,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { Module } from "../module.js";
import { python } from "../print.js";

export interface DropoutLayerOptions {
  /** Whether to write over the input. Default false. */
  readonly inplace?: boolean;
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

/**
 * While training, sets each element to zero with probability p and multiplies the others by 1/(1 − p), anew at every
 * call; in evaluation mode it returns its input. p is the share that is DROPPED. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Dropout.html; Srivastava et al., JMLR 15 (2014), whose p is
 * the share that is kept.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { Dropout } from "@bernoulli/nn";
 * const dropout = new Dropout(0.25);
 * manualSeed(0);
 * dropout(ones(6)).toArray(); // → [0, 1.3333334, 1.3333334, 0, 1.3333334, 0]
 * dropout.eval()(ones(2)).toArray(); // → [1, 1]
 * String(dropout); // → "Dropout(p=0.25, inplace=False)"
 * ```
 */
export class Dropout extends Module {
  static override readonly name: string = "Dropout";
  /** The probability that an element is dropped. */
  p: number;
  readonly inplace: boolean;
  readonly generator: Generator | null;

  constructor(p = 0.5, ...rest: Positional<DropoutLayerOptions, ["inplace"]>) {
    super();
    const options = optionsOf<DropoutLayerOptions>("Dropout", ["inplace"], rest);
    checkOptions("Dropout", options, { inplace: "boolean", generator: "Generator" });
    const { inplace = false, generator } = options;
    checkProbability(p);
    this.p = p;
    this.inplace = inplace;
    this.generator = generator ?? null;
  }

  forward(input: Tensor): Tensor {
    const { p, training, inplace, generator } = this;
    return dropout(input, { p, training, inplace, ...(generator === null ? {} : { generator }) });
  }

  override extraRepr(): string {
    return `p=${python(this.p)}, inplace=${python(this.inplace)}`;
  }
}
