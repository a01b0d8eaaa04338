// LogSoftmax: log-probabilities out of scores.

import { logSoftmax, type Tensor } from "@bernoulli/tensor";
import { Module } from "../module.js";
import { checkDim } from "./options.js";

/**
 * log(exp(xᵢ) / Σⱼ exp(xⱼ)) along `dim`. Shape: (*) → (*). PyTorch guesses a dimension where none is given, with a
 * warning; here it must be given.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html.
 *
 * @throws ArgumentError unless the dimension is an integer; IndexError, when called, if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { LogSoftmax } from "@bernoulli/nn";
 * new LogSoftmax(0)(tensor([0, 0])).toArray(); // → [-0.6931472, -0.6931472]
 * ```
 */
export class LogSoftmax extends Module {
  readonly dim: number;

  constructor(dim: number) {
    super();
    checkDim("LogSoftmax", "dim", dim);
    this.dim = dim;
  }

  forward(input: Tensor): Tensor {
    return logSoftmax(input, this.dim);
  }

  override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}
