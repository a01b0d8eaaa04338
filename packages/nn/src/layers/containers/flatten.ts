// Flatten: several dimensions become one.

import type { Tensor } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { checkDim } from "../options.js";

/**
 * Joins the dimensions from `startDim` to `endDim` into one; by default all but the batch.
 * Shape: (N, d₁, …, dₖ) → (N, d₁·…·dₖ).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Flatten.html.
 *
 * @throws ArgumentError unless the dimensions are integers; IndexError, when called, for a dimension out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Flatten } from "@bernoulli/nn";
 * new Flatten()(ones(5, 2, 3)).shape; // → [5, 6]
 * ```
 */
export class Flatten extends Module {
  static override readonly name: string = "Flatten";
  readonly startDim: number;
  readonly endDim: number;

  constructor(startDim = 1, endDim = -1) {
    super();
    checkDim("Flatten", "startDim", startDim);
    checkDim("Flatten", "endDim", endDim);
    this.startDim = startDim;
    this.endDim = endDim;
  }

  forward(input: Tensor): Tensor {
    return input.flatten(this.startDim, this.endDim);
  }

  override extraRepr(): string {
    return `start_dim=${this.startDim}, end_dim=${this.endDim}`;
  }
}
