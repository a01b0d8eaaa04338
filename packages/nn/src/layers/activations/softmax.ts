// Softmax, Softmin, Softmax2d and LogSoftmax: probabilities out of scores, and their logarithms.

import { logSoftmax, ShapeError, softmax, type Tensor } from "@bernoulli/tensor";
import { softmin } from "../../functional/softmax.js";
import { Module } from "../../module.js";
import { python } from "../../print.js";
import { checkDim } from "../options.js";

/** What they are: a function along one dimension, which without one is PyTorch's guess, with its warning. */
abstract class AlongDim extends Module {
  dim: number | null;

  constructor(owner: string, dim: number | { readonly dim?: number | null } | null) {
    super();
    const given = typeof dim === "object" && dim !== null ? (dim.dim ?? null) : dim;
    if (given !== null) checkDim(owner, "dim", given);
    this.dim = given;
  }

  override extraRepr(): string {
    return `dim=${python(this.dim)}`;
  }
}

/**
 * log(exp(xᵢ) / Σⱼ exp(xⱼ)) along `dim`, without which it is the dimension that PyTorch guesses, with its warning. Shape: (*) → (*).
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
  constructor(dim: number | { readonly dim?: number | null } | null = null) {
    super("LogSoftmax", dim);
  }

  forward(input: Tensor): Tensor {
    return logSoftmax(input, this.dim ?? undefined);
  }
}

/**
 * exp(xᵢ) / Σⱼ exp(xⱼ) along `dim`, without which it is the dimension that PyTorch guesses, with its warning. Shape: (*) → (*).
 * Not for `CrossEntropyLoss`, which takes scores as they are.
 * See https://pytorch.org/docs/stable/generated/torch.nn.Softmax.html.
 *
 * @throws ArgumentError unless the dimension is an integer; IndexError, when called, if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Softmax } from "@bernoulli/nn";
 * new Softmax(0)(tensor([0, 0])).toArray(); // → [0.5, 0.5]
 * String(new Softmax({ dim: 1 })); // → "Softmax(dim=1)"
 * ```
 */
export class Softmax extends AlongDim {
  static override readonly name: string = "Softmax";
  constructor(dim: number | { readonly dim?: number | null } | null = null) {
    super("Softmax", dim);
  }

  forward(input: Tensor): Tensor {
    return softmax(input, this.dim ?? undefined);
  }
}

/**
 * exp(−xᵢ) / Σⱼ exp(−xⱼ) along `dim`: the smallest has the largest share. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Softmin.html.
 *
 * @throws ArgumentError unless the dimension is an integer; IndexError, when called, if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Softmin } from "@bernoulli/nn";
 * new Softmin(0)(tensor([0, 1])).toArray(); // → [0.7310586, 0.2689414]
 * ```
 */
export class Softmin extends AlongDim {
  static override readonly name: string = "Softmin";
  constructor(dim: number | { readonly dim?: number | null } | null = null) {
    super("Softmin", dim);
  }

  forward(input: Tensor): Tensor {
    return softmin(input, this.dim);
  }
}

/**
 * Softmax over the channels, at each place. Shape: (N, C, H, W) or (C, H, W) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.Softmax2d.html.
 *
 * @throws ShapeError, when called, for other numbers of dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Softmax2d } from "@bernoulli/nn";
 * new Softmax2d()(ones(2, 1, 1)).toArray(); // → [[[0.5]], [[0.5]]]
 * ```
 */
export class Softmax2d extends Module {
  static override readonly name: string = "Softmax2d";
  forward(input: Tensor): Tensor {
    if (input.ndim !== 3 && input.ndim !== 4)
      throw new ShapeError(`Softmax2d: expected input to be 3D or 4D, got ${input.ndim}D instead`);
    return softmax(input, -3);
  }
}
