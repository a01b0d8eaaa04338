// Flatten and Unflatten: several dimensions become one, and one becomes several.

import {
  type ByName,
  checkArgument,
  checkOptions,
  inPlace,
  optionsOf,
  type Positional,
  type Shape,
  type Tensor,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { python } from "../../print.js";
import { checkDim } from "../options.js";

export interface FlattenOptions {
  /** The first dimension that is joined. Default 1. */
  readonly startDim?: number;
  /** The last one. Default −1. */
  readonly endDim?: number;
}

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

  constructor(...rest: Positional<FlattenOptions, ["startDim", "endDim"]>) {
    super();
    const options = optionsOf<FlattenOptions>("Flatten", ["startDim", "endDim"], rest);
    checkOptions("Flatten", options, ["startDim", "endDim"]);
    const { startDim = 1, endDim = -1 } = options;
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

/**
 * Takes the dimension `dim` apart into several, of which one may be −1: what is left. Shape: (…, d, …) → (…, d₁, …, dₖ, …).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Unflatten.html.
 *
 * @throws ArgumentError unless the dimension is an integer and the sizes are numbers; ShapeError, when called, where they do not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Unflatten } from "@bernoulli/nn";
 * new Unflatten(1, [2, -1])(ones(5, 6)).shape; // → [5, 2, 3]
 * ```
 */
export class Unflatten extends Module {
  static override readonly name: string = "Unflatten";
  readonly dim: number;
  readonly unflattenedSize: Shape;

  constructor(dim: number, unflattenedSize: Shape | ByName<"unflattenedSize", Shape>) {
    [unflattenedSize] = inPlace<Shape, []>("Unflatten", "unflattenedSize", unflattenedSize, []);
    super();
    checkDim("Unflatten", "dim", dim);
    checkArgument("Unflatten", "unflattenedSize", unflattenedSize, "numbers");
    this.dim = dim;
    this.unflattenedSize = [...unflattenedSize];
  }

  forward(input: Tensor): Tensor {
    return input.unflatten(this.dim, this.unflattenedSize);
  }

  override extraRepr(): string {
    return `dim=${this.dim}, unflattened_size=${python(this.unflattenedSize)}`;
  }
}
