// Gamma, and what is made of it: Chi2, InverseGamma. Sampled by rejection; its gradients are those of the draws at a constant probability
// (random/slopes.ts).

import { apply } from "../door/apply.js";
import { defineOp, type Gradients } from "../door/op.js";
import * as kernels from "../kernels/kernels.js";
import { full } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { gt } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { digamma, lgamma } from "../ops/pointwise/gamma.js";
import { xlogy } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { pow } from "../ops/pointwise/pow.js";
import { square } from "../ops/pointwise/roots.js";
import { where } from "../ops/pointwise/where.js";
import { expandTo } from "../ops/reductions/sum.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, nonNegative, positive } from "./constraints.js";
import { ByParameters, type DistributionOptions, type SampleOptions } from "./distribution.js";
import { broadcastAll, type ParameterValue } from "./parameters.js";
import { TransformedDistribution } from "./transformed.js";
import { PowerTransform } from "./transforms.js";

const gammaSlopeOp = defineOp({
  name: "gammaSlope",
  inputs: ["alpha", "draw"],
  kernel: kernels.gammaSlope,
  infer: ([alpha]) => [alpha],
});

const standardGammaOp = defineOp({
  name: "standardGamma",
  inputs: ["alpha"],
  kernel: kernels.sampledEach,
  save: { alpha: ["alpha"], output: ["alpha"] },
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad, alpha, output }): Gradients => [mul(grad, apply(gammaSlopeOp, [alpha, output]))],
});

/**
 * The gamma distribution of shape `concentration` and `rate`, the inverse of a scale.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.gamma.Gamma; Marsaglia and Tsang, ACM TOMS 26 (2000).
 *
 * @throws ArgumentError unless both > 0.
 * @example
 * ```ts
 * import { manualSeed } from "@bernoulli/tensor";
 * import { Gamma } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * new Gamma(1, 1).sample().item(); // → 2.8824327
 * ```
 */
export class Gamma extends ByParameters<"concentration" | "rate"> {
  override readonly family: string = "Gamma";
  declare readonly concentration: Tensor;
  declare readonly rate: Tensor;
  readonly support: Constraint = nonNegative;

  constructor(concentration: ParameterValue, rate: ParameterValue, options: DistributionOptions = {}) {
    super({ concentration, rate }, { concentration: positive, rate: positive }, options);
  }

  override get mean(): Tensor {
    return div(this.concentration, this.rate);
  }
  override get mode(): Tensor {
    return clamp(div(sub(this.concentration, 1), this.rate), { min: 0 });
  }
  override get variance(): Tensor {
    return div(this.concentration, pow(this.rate, 2));
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const alpha = expandTo("Gamma", this.concentration, this.extendedShape(sampleShape));
    const drawing = { ...this.generatorOf(options), sampler: "gamma", op: "Gamma" } as const;
    return div(apply(standardGammaOp, [alpha], drawing), this.rate);
  }

  logProb(given: ParameterValue): Tensor {
    const value = to(this.checkValue(given, this.rate), this.rate.dtype);
    const { concentration, rate } = this;
    const powers = add(xlogy(concentration, rate), xlogy(sub(concentration, 1), value));
    return sub(sub(powers, mul(rate, value)), lgamma(concentration));
  }

  override entropy(): Tensor {
    const { concentration, rate } = this;
    const own = add(sub(concentration, log(rate)), lgamma(concentration));
    return add(own, mul(add(neg(concentration), 1), digamma(concentration)));
  }

  override klTo(other: this): Tensor {
    const rates = mul(other.concentration, log(div(this.rate, other.rate)));
    const gammas = sub(lgamma(other.concentration), lgamma(this.concentration));
    const shapes = mul(sub(this.concentration, other.concentration), digamma(this.concentration));
    const scales = mul(sub(other.rate, this.rate), div(this.concentration, this.rate));
    return add(add(add(rates, gammas), shapes), scales);
  }
}

/**
 * The distribution of the sum of `df` squares of standard normal draws.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.chi2.Chi2.
 *
 * @throws ArgumentError unless df > 0.
 * @example
 * ```ts
 * import { Chi2 } from "@bernoulli/tensor/distributions";
 * new Chi2(3).variance.item(); // → 6
 * ```
 */
export class Chi2 extends Gamma {
  declare readonly df: Tensor;

  constructor(df: ParameterValue, options: DistributionOptions = {}) {
    const given = broadcastAll("Chi2", { df });
    super(mul(given.df, 0.5), 0.5, options);
    this.keep(given, { df: positive });
  }
}

/**
 * The distribution of 1 / x, x of {@link Gamma}.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.inverse_gamma.InverseGamma.
 *
 * @throws ArgumentError unless both > 0.
 * @example
 * ```ts
 * import { InverseGamma } from "@bernoulli/tensor/distributions";
 * new InverseGamma(3, 1).mean.item(); // → 0.5
 * ```
 */
export class InverseGamma extends TransformedDistribution<Gamma> {
  declare readonly concentration: Tensor;
  declare readonly rate: Tensor;

  constructor(concentration: ParameterValue, rate: ParameterValue, options: DistributionOptions = {}) {
    const given = broadcastAll("InverseGamma", { concentration, rate });
    const base = new Gamma(given.concentration, given.rate, { validateArgs: false });
    super(base, new PowerTransform(full([], -1, { dtype: base.rate.dtype, device: base.rate.device })), options);
    this.keep(given, { concentration: positive, rate: positive });
  }

  override get support(): Constraint {
    return positive;
  }
  override get mean(): Tensor {
    const { concentration, rate } = this;
    return where(gt(concentration, 1), div(rate, sub(concentration, 1)), Number.POSITIVE_INFINITY);
  }
  override get mode(): Tensor {
    return div(this.rate, add(this.concentration, 1));
  }
  override get variance(): Tensor {
    const { concentration, rate } = this;
    const spread = div(square(rate), mul(square(sub(concentration, 1)), sub(concentration, 2)));
    return where(gt(concentration, 2), spread, Number.POSITIVE_INFINITY);
  }

  override entropy(): Tensor {
    const { concentration, rate } = this;
    const own = add(add(concentration, log(rate)), lgamma(concentration));
    return sub(own, mul(add(concentration, 1), digamma(concentration)));
  }
}
