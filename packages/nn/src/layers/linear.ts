// Linear: a matrix product and a bias.

import { type ByName, checkOptions, inPlace, optionsOf, type Positional, type Tensor } from "@bernoulli/tensor";
import { linear } from "../functional/linear.js";
import { Module } from "../module.js";
import type { Parameter } from "../parameter.js";
import { python } from "../print.js";
import { checkParameters } from "../walk.js";
import { checkSize, countOf, makeParameters, type ParameterizedOptions, parameterizedKinds } from "./options.js";

export type LinearOptions = ParameterizedOptions;

/**
 * y = x · weightᵀ + bias. Shape: (…, in) → (…, out); weight (out, in), bias (out), both drawn from [−1/√in, 1/√in).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Linear.html.
 *
 * @throws ArgumentError unless the sizes are non-negative integers; ShapeError, when called, if the last size is not `in`.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Linear } from "@bernoulli/nn";
 * const fc = new Linear(3, 2);
 * fc(ones(5, 3)).shape; // → [5, 2]
 * String(fc); // → "Linear(in_features=3, out_features=2, bias=True)"
 * ```
 */
export class Linear extends Module {
  static override readonly name: string = "Linear";
  readonly inFeatures: number;
  readonly outFeatures: number;
  weight: Parameter;
  bias: Parameter | null;

  constructor(
    inFeatures: number,
    outFeatures: number | ByName<"outFeatures", number, LinearOptions>,
    ...rest: Positional<LinearOptions, ["bias"]>
  ) {
    [outFeatures, rest] = inPlace<number, typeof rest>("Linear", "outFeatures", outFeatures, rest);
    super();
    const options = optionsOf<LinearOptions>("Linear", ["bias"], rest);
    checkOptions("Linear", options, parameterizedKinds);
    this.inFeatures = countOf("Linear", "inFeatures", inFeatures, 0);
    checkSize("Linear", "outFeatures", outFeatures, 0);
    this.outFeatures = outFeatures;
    const { weight, bias } = makeParameters([outFeatures, inFeatures], options);
    this.weight = weight;
    this.bias = bias;
    checkParameters(this);
  }

  forward(input: Tensor): Tensor {
    return linear(input, this.weight, this.bias);
  }

  override multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number {
    return output.numel() * this.inFeatures;
  }

  override extraRepr(): string {
    return `in_features=${this.inFeatures}, out_features=${this.outFeatures}, bias=${python(this.bias !== null)}`;
  }
}
