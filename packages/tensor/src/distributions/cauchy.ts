// Cauchy, and HalfNormal and HalfCauchy: absolute values of draws about 0.

import { fullLike, zeros, zerosLike } from "../ops/creation/creation.js";
import { add, sub } from "../ops/pointwise/add.js";
import { ge } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { log1p } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { square } from "../ops/pointwise/roots.js";
import { atan, tan } from "../ops/pointwise/trigonometric.js";
import { where } from "../ops/pointwise/where.js";
import { cauchy_ } from "../ops/random/fills.js";
import type { Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, nonNegative, positive } from "./constraints.js";
import type { Distribution, DistributionOptions, SampleOptions } from "./distribution.js";
import { LocationScale } from "./location-scale.js";
import { Normal } from "./normal.js";
import type { ParameterValue } from "./parameters.js";
import { TransformedDistribution } from "./transformed.js";
import { AbsTransform } from "./transforms.js";

/**
 * The Cauchy distribution about `loc`, which has neither mean nor variance.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.cauchy.Cauchy.
 *
 * @throws ArgumentError unless scale > 0.
 * @example
 * ```ts
 * import { Cauchy } from "@bernoulli/tensor/distributions";
 * new Cauchy(0, 1).logProb(0).item(); // → -1.1447299
 * ```
 */
export class Cauchy extends LocationScale {
  override get mean(): Tensor {
    return fullLike(this.loc, Number.NaN);
  }
  override get variance(): Tensor {
    return fullLike(this.loc, Number.POSITIVE_INFINITY);
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.loc;
    const drawn = zeros(this.extendedShape(sampleShape), { dtype, device });
    return add(this.loc, mul(cauchy_(drawn, 0, 1, this.generatorOf(options)), this.scale));
  }

  logProb(value: ParameterValue): Tensor {
    const far = div(sub(this.checkValue(value, this.loc), this.loc), this.scale);
    return sub(sub(neg(log(this.scale)), Math.log(Math.PI)), log1p(square(far)));
  }

  override entropy(): Tensor {
    return add(log(this.scale), Math.log(4 * Math.PI));
  }

  override cdf(value: ParameterValue): Tensor {
    const far = div(sub(this.checkValue(value, this.loc), this.loc), this.scale);
    return add(div(atan(far), Math.PI), 0.5);
  }

  override icdf(value: ParameterValue): Tensor {
    const p = isTensor(value) ? value : fullLike(this.loc, value);
    return add(mul(tan(mul(sub(p, 0.5), Math.PI)), this.scale), this.loc);
  }

  override klTo(other: this): Tensor {
    const both = add(square(add(this.scale, other.scale)), square(sub(this.loc, other.loc)));
    return sub(log(both), log(mul(mul(this.scale, other.scale), 4)));
  }
}

/** The upper half of a distribution about 0, twice as dense. */
abstract class Half<Base extends Distribution> extends TransformedDistribution<Base> {
  declare readonly scale: Tensor;

  protected constructor(base: Base, scale: Tensor, options: DistributionOptions) {
    super(base, new AbsTransform(), options);
    this.keep({ scale }, { scale: positive });
  }

  override get support(): Constraint {
    return nonNegative;
  }
  override get mode(): Tensor {
    return zerosLike(this.scale);
  }

  override logProb(given: ParameterValue): Tensor {
    const value = this.checkValue(given, this.scale);
    const both = add(this.baseDist.logProb(value), Math.LN2);
    return where(ge(value, 0), both, Number.NEGATIVE_INFINITY);
  }

  override entropy(): Tensor {
    return sub(this.baseDist.entropy(), Math.LN2);
  }

  override cdf(value: ParameterValue): Tensor {
    return sub(mul(this.baseDist.cdf(this.checkValue(value, this.scale)), 2), 1);
  }

  override icdf(value: ParameterValue): Tensor {
    const p = isTensor(value) ? value : fullLike(this.scale, value);
    return this.baseDist.icdf(div(add(p, 1), 2));
  }
}

const unchecked = { validateArgs: false };

/**
 * The absolute value of a normal draw about 0.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.half_normal.HalfNormal.
 *
 * @throws ArgumentError unless scale > 0.
 * @example
 * ```ts
 * import { HalfNormal } from "@bernoulli/tensor/distributions";
 * new HalfNormal(1).mean.item(); // → 0.7978846
 * ```
 */
export class HalfNormal extends Half<Normal> {
  constructor(scale: ParameterValue, options: DistributionOptions = {}) {
    const base = new Normal(0, scale, unchecked);
    super(base, base.scale, options);
  }

  override get mean(): Tensor {
    return mul(this.scale, Math.sqrt(2 / Math.PI));
  }
  override get variance(): Tensor {
    return mul(square(this.scale), 1 - 2 / Math.PI);
  }
}

/**
 * The absolute value of a Cauchy draw about 0.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.half_cauchy.HalfCauchy.
 *
 * @throws ArgumentError unless scale > 0.
 * @example
 * ```ts
 * import { HalfCauchy } from "@bernoulli/tensor/distributions";
 * new HalfCauchy(1).cdf(1).item(); // → 0.5
 * ```
 */
export class HalfCauchy extends Half<Cauchy> {
  constructor(scale: ParameterValue, options: DistributionOptions = {}) {
    const base = new Cauchy(0, scale, unchecked);
    super(base, base.scale, options);
  }

  /** Infinite: there is none. */
  override get mean(): Tensor {
    return fullLike(this.scale, Number.POSITIVE_INFINITY);
  }
  override get variance(): Tensor {
    return this.baseDist.variance;
  }
}
