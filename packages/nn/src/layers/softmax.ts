// LogSoftmax and Softmax: probabilities out of scores, and their logarithms.

import { logSoftmax, softmax, type Tensor } from "@bernoulli/tensor";
import { Module } from "../module.js";
import { checkDim } from "./options.js";

/** What both are: a function along one dimension. */
abstract class AlongDim extends Module {
  readonly dim: number;

  constructor(owner: string, dim: number) {
    super();
    checkDim(owner, "dim", dim);
    this.dim = dim;
  }

  override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}

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
export class LogSoftmax extends AlongDim {
  static override readonly name: string = "LogSoftmax";
  constructor(dim: number) {
    super("LogSoftmax", dim);
  }

  forward(input: Tensor): Tensor {
    return logSoftmax(input, this.dim);
  }
}

/**
 * exp(xᵢ) / Σⱼ exp(xⱼ) along `dim`. Shape: (*) → (*). Not for `CrossEntropyLoss`, which takes scores as they are.
 * See https://pytorch.org/docs/stable/generated/torch.nn.Softmax.html.
 *
 * @throws ArgumentError unless the dimension is an integer; IndexError, when called, if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Softmax } from "@bernoulli/nn";
 * new Softmax(0)(tensor([0, 0])).toArray(); // → [0.5, 0.5]
 * ```
 */
export class Softmax extends AlongDim {
  static override readonly name: string = "Softmax";
  constructor(dim: number) {
    super("Softmax", dim);
  }

  forward(input: Tensor): Tensor {
    return softmax(input, this.dim);
  }
}
