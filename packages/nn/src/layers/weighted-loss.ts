// What CrossEntropyLoss and NLLLoss share: the options, and the class weights as a buffer, where PyTorch keeps them.

import type { NllLossOptions, Reduction, Tensor } from "@bernoulli/tensor";
import { Module } from "../module.js";

export abstract class WeightedLoss extends Module {
  declare weight: Tensor | null;
  readonly ignoreIndex: number;
  readonly reduction: Reduction;

  constructor({ weight = null, ignoreIndex = -100, reduction = "mean" }: NllLossOptions) {
    super();
    this.registerBuffer("weight", weight);
    this.ignoreIndex = ignoreIndex;
    this.reduction = reduction;
  }
}
