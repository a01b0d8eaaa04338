// What loss layers share: the reduction, and of some, factors as buffers, where PyTorch keeps them.

import type { LossOptions, Reduction, Tensor } from "@bernoulli/tensor";
import { registerBuffers } from "../../keys.js";
import { Module } from "../../module.js";

/** A loss of a reduction, whose name is printed with nothing in its brackets. */
export abstract class Loss<Option extends string = Reduction> extends Module {
  readonly reduction: Option;

  constructor(reduction: Option | undefined) {
    super();
    this.reduction = reduction ?? ("mean" as Option);
  }
}

/** A loss with a factor: a class's, or an element's. */
export abstract class WeightedLoss extends Loss {
  declare weight: Tensor | null;

  constructor(options: LossOptions & { readonly weight?: Tensor | null }) {
    super(options.reduction);
    registerBuffers(this, { weight: options.weight ?? null });
  }
}
