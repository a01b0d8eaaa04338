// Bilinear: numbers out of two vectors, one for each of several learnt matrices between them.

import {
  type ByName,
  bilinear,
  checkOptions,
  inPlace,
  optionsOf,
  type Positional,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import { uniform_ } from "../../init/index.js";
import { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { python } from "../../print.js";
import { checkParameters } from "../../walk.js";
import { checkSize, type ParameterizedOptions, parameterizedKinds } from "../options.js";

/**
 * x₁ᵀ · Wₖ · x₂ + bₖ for each k. Shape: (*, in1), (*, in2) → (*, out); weight (out, in1, in2) and bias (out), both drawn from
 * [−1/√in1, 1/√in1).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Bilinear.html.
 *
 * @throws ArgumentError unless the sizes are integers, those of inputs positive; ShapeError, when called, if the inputs do not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Bilinear } from "@bernoulli/nn";
 * const both = new Bilinear(3, 2, 4);
 * both(ones(5, 3), ones(5, 2)).shape; // → [5, 4]
 * String(both); // → "Bilinear(in1_features=3, in2_features=2, out_features=4, bias=True)"
 * ```
 */
export class Bilinear extends Module {
  static override readonly name: string = "Bilinear";
  readonly in1Features: number;
  readonly in2Features: number;
  readonly outFeatures: number;
  weight: Parameter;
  bias: Parameter | null;

  constructor(
    in1Features: number,
    in2Features: number,
    outFeatures: number | ByName<"outFeatures", number, ParameterizedOptions>,
    ...rest: Positional<ParameterizedOptions, ["bias"]>
  ) {
    [outFeatures, rest] = inPlace<number, typeof rest>("Bilinear", "outFeatures", outFeatures, rest);
    super();
    const given = optionsOf<ParameterizedOptions>("Bilinear", ["bias"], rest);
    checkOptions("Bilinear", given, parameterizedKinds);
    checkSize("Bilinear", "in1Features", in1Features);
    checkSize("Bilinear", "in2Features", in2Features, 0);
    checkSize("Bilinear", "outFeatures", outFeatures, 0);
    const { bias = true, generator, ...options } = given;
    this.in1Features = in1Features;
    this.in2Features = in2Features;
    this.outFeatures = outFeatures;
    const bound = 1 / Math.sqrt(in1Features);
    const draw = generator === undefined ? {} : { generator };
    this.weight = new Parameter(zeros([outFeatures, in1Features, in2Features], options));
    uniform_(this.weight, -bound, bound, draw);
    this.bias = bias ? new Parameter(zeros([outFeatures], options)) : null;
    if (this.bias !== null) uniform_(this.bias, -bound, bound, draw);
    checkParameters(this);
  }

  forward(input1: Tensor, input2: Tensor): Tensor {
    return bilinear(input1, input2, this.weight, this.bias);
  }

  override multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number {
    return output.numel() * this.in1Features * (this.in2Features + 1);
  }

  override extraRepr(): string {
    const { in1Features, in2Features, outFeatures } = this;
    return `in1_features=${in1Features}, in2_features=${in2Features}, out_features=${outFeatures}, bias=${python(this.bias !== null)}`;
  }
}
