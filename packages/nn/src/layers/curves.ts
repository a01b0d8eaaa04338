// Tanh and Sigmoid: the curves that squash everything into (−1, 1) and (0, 1).

import { sigmoid, type Tensor, tanh } from "@bernoulli/tensor";
import { Module } from "../module.js";

/**
 * The hyperbolic tangent, element by element. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Tanh.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Tanh } from "@bernoulli/nn";
 * new Tanh()(tensor([0, 1])).toArray(); // → [0, 0.7615942]
 * ```
 */
export class Tanh extends Module {
  static override readonly name: string = "Tanh";
  forward(input: Tensor): Tensor {
    return tanh(input);
  }
}

/**
 * 1 / (1 + e⁻ˣ), element by element. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Sigmoid } from "@bernoulli/nn";
 * new Sigmoid()(tensor([0, 1])).toArray(); // → [0.5, 0.7310586]
 * ```
 */
export class Sigmoid extends Module {
  static override readonly name: string = "Sigmoid";
  forward(input: Tensor): Tensor {
    return sigmoid(input);
  }
}
