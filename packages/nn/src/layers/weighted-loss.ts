// What CrossEntropyLoss and NLLLoss share: the options, and the class weights as a buffer, where PyTorch keeps them.

import { checkOptions, type NllLossOptions, type Reduction, type Tensor } from "@bernoulli/tensor";
import { Module } from "../module.js";

export abstract class WeightedLoss extends Module {
  declare weight: Tensor | null;
  readonly ignoreIndex: number;
  readonly reduction: Reduction;

  /** `more` are the subclass's options beside the shared ones. */
  constructor(owner: string, options: NllLossOptions, more: readonly string[] = []) {
    super();
    checkOptions(owner, options, ["weight", "ignoreIndex", "reduction", ...more]);
    const { weight = null, ignoreIndex = -100, reduction = "mean" } = options;
    this.registerBuffer("weight", weight);
    this.ignoreIndex = ignoreIndex;
    this.reduction = reduction;
  }
}
