// LogisticNormal: probabilities of categories by sticks that normal draws break.

import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import type { DistributionOptions } from "./distribution.js";
import { Normal } from "./normal.js";
import type { ParameterValue } from "./parameters.js";
import { StickBreakingTransform } from "./shape-transforms.js";
import { TransformedDistribution } from "./transformed.js";

/**
 * Probabilities of n + 1 categories, in the last dimension, of n normal draws by a `StickBreakingTransform`.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.logistic_normal.LogisticNormal.
 *
 * @throws ArgumentError unless scale > 0.
 * @example
 * ```ts
 * import { manualSeed, ones, zeros } from "@bernoulli/tensor";
 * import { LogisticNormal } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * new LogisticNormal(zeros(2), ones(2)).sample().toArray(); // → [0.7001157, 0.1280999, 0.1717843]
 * ```
 */
export class LogisticNormal extends TransformedDistribution {
  readonly loc: Tensor;
  readonly scale: Tensor;

  constructor(loc: ParameterValue, scale: ParameterValue, options: DistributionOptions = {}) {
    const given = new Normal(loc, scale, options);
    const base = given.batchShape.length === 0 ? given.expand([1]) : given;
    super(base, new StickBreakingTransform(), options);
    this.loc = base.loc;
    this.scale = base.scale;
  }

  override expand(batchShape: Shape): this {
    const stretched = (value: Tensor) => this.stretched(value, batchShape);
    const options = { validateArgs: this.validateArgs };
    return new LogisticNormal(stretched(this.loc), stretched(this.scale), options) as this;
  }
}
