// ReLU: negative elements become zero.

import { checkOptions, optionsOf, type Positional, type Tensor } from "@bernoulli/tensor";
import { Module } from "../module.js";

export interface ReLUOptions {
  /** Whether to write over the input. Default false. */
  readonly inplace?: boolean;
}

/**
 * max(x, 0), element by element. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html.
 *
 * @throws AutogradError, when called with `inplace`, on a leaf that requires a gradient.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { ReLU } from "@bernoulli/nn";
 * new ReLU()(tensor([-1, 2])).toArray(); // → [0, 2]
 * ```
 */
export class ReLU extends Module {
  static override readonly name: string = "ReLU";
  readonly inplace: boolean;

  constructor(...rest: Positional<ReLUOptions, ["inplace"]>) {
    super();
    const options = optionsOf<ReLUOptions>("ReLU", ["inplace"], rest);
    checkOptions("ReLU", options, { inplace: "boolean" });
    this.inplace = options.inplace ?? false;
  }

  forward(input: Tensor): Tensor {
    return this.inplace ? input.relu_() : input.relu();
  }

  override extraRepr(): string {
    return this.inplace ? "inplace=True" : "";
  }
}
