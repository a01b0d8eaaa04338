// LinearCrossEntropyLoss: the last linear layer of a classifier, and its loss.

import { ArgumentError, checkOptions, type Kinds, type Reduction, ShapeError, type Tensor } from "@bernoulli/tensor";
import { linearCrossEntropy } from "../../functional/linear-cross-entropy.js";
import { python, pythonFloat } from "../../print.js";
import { Linear } from "../linear.js";
import { type ParameterizedOptions, parameterizedKinds } from "../options.js";
import { WeightedLoss } from "./loss.js";

export interface LinearCrossEntropyLossOptions extends Omit<ParameterizedOptions, "bias"> {
  /** Further dimensions of the logits, (d₁, …). Default none. */
  readonly outFeatures?: readonly number[];
  /** Whether a learnt bias is added to the logits. Default false. */
  readonly bias?: boolean;
  /** What becomes of the losses. Default `"mean"`. */
  readonly reduction?: Reduction;
  /** A factor for each class, (C). Default 1. */
  readonly weight?: Tensor | null;
  /** A class that does not count, where targets are class indices. Default −100. */
  readonly ignoreIndex?: number | null;
  /** What share of the target is spread over all classes, in [0, 1]. Default 0. */
  readonly labelSmoothing?: number;
}

const kinds: Kinds<LinearCrossEntropyLossOptions> = {
  ...parameterizedKinds,
  outFeatures: "numbers",
  reduction: "anything",
  weight: "anything",
  ignoreIndex: "anything",
  labelSmoothing: "number",
};

/**
 * The cross entropy between softmax(linear(input)) and class indices, or probabilities; the linear layer is the loss's own, `linear`.
 * Shape: input (in) or (N, in), target () or (N), (N, d₁, …), or of probabilities (N, C, d₁, …) → () or, with reduction `"none"`, (N, d₁, …).
 * See https://pytorch.org/docs/stable/generated/torch.nn.LinearCrossEntropyLoss.html.
 *
 * @throws ArgumentError for options out of range; when called ShapeError if shapes do not fit, IndexError for a label outside [0, C) that is not
 * `ignoreIndex`.
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * import { LinearCrossEntropyLoss } from "@bernoulli/nn";
 * const loss = new LinearCrossEntropyLoss(5, 10);
 * loss(ones(2, 5), tensor([3, 4], { dtype: "int32" })).shape; // → []
 * Object.keys(loss.stateDict()); // → ["linear.weight"]
 * ```
 */
export class LinearCrossEntropyLoss extends WeightedLoss {
  static override readonly name: string = "LinearCrossEntropyLoss";
  readonly numClasses: number;
  readonly outFeatures: readonly number[];
  readonly ignoreIndex: number | null;
  readonly labelSmoothing: number;
  linear: Linear;

  constructor(inFeatures: number, numClasses: number, options: LinearCrossEntropyLossOptions = {}) {
    checkOptions("LinearCrossEntropyLoss", options, kinds);
    const { outFeatures = [], bias = false, dtype, device, generator } = options;
    const { reduction, weight = null, ignoreIndex = null, labelSmoothing = 0 } = options;
    if (weight !== null && weight.shape.join() !== String(numClasses))
      throw new ShapeError(
        `LinearCrossEntropyLoss: expected weight shape to be [${numClasses}], got [${weight.shape.join(", ")}]`,
      );
    if (!(labelSmoothing >= 0 && labelSmoothing <= 1))
      throw new ArgumentError(
        `LinearCrossEntropyLoss: expected label_smoothing to be in range [0, 1], got ${labelSmoothing}`,
      );
    super({ ...(reduction === undefined ? {} : { reduction }), weight });
    this.numClasses = numClasses;
    this.outFeatures = outFeatures;
    this.ignoreIndex = ignoreIndex;
    this.labelSmoothing = labelSmoothing;
    const outputs = outFeatures.reduce((product, size) => product * size, numClasses);
    this.linear = new Linear(inFeatures, outputs, { bias, dtype, device, generator } as ParameterizedOptions);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { numClasses, outFeatures, linear, weight, reduction, ignoreIndex, labelSmoothing } = this;
    const shape = [numClasses, ...outFeatures];
    return linearCrossEntropy(input, linear.weight.reshape(...shape, linear.inFeatures), target, {
      ...{ linearBias: linear.bias?.reshape(shape) ?? null, weight, reduction, ignoreIndex, labelSmoothing },
    });
  }

  override extraRepr(): string {
    const { linear, numClasses, outFeatures, reduction, ignoreIndex, labelSmoothing } = this;
    return (
      `in_features=${linear.inFeatures}, num_classes=${numClasses}, out_features=${python(outFeatures)}, bias=${python(linear.bias !== null)}, ` +
      `reduction=${reduction}, ignore_index=${python(ignoreIndex)}, label_smoothing=${pythonFloat(labelSmoothing)}, options=None`
    );
  }
}
