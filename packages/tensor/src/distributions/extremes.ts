// Gumbel, Weibull, Pareto and Kumaraswamy: uniform and exponential draws, transformed.

import { fullLike, onesLike, zerosLike } from "../ops/creation/creation.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { lt } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { exp, log } from "../ops/pointwise/exp.js";
import { digamma, lgamma } from "../ops/pointwise/gamma.js";
import { log1p } from "../ops/pointwise/logarithms.js";
import { logicalOr } from "../ops/pointwise/logical.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { pow } from "../ops/pointwise/pow.js";
import { reciprocal, square } from "../ops/pointwise/roots.js";
import { where } from "../ops/pointwise/where.js";
import type { Tensor } from "../tensor/tensor.js";
import { atLeast, type Constraint, positive, real, unitInterval } from "./constraints.js";
import { Exponential, Uniform } from "./continuous.js";
import type { DistributionOptions } from "./distribution.js";
import { broadcastAll, finfo, type ParameterValue } from "./parameters.js";
import { TransformedDistribution } from "./transformed.js";
import { AffineTransform, ExpTransform, PowerTransform } from "./transforms.js";

/** Euler's γ. */
const euler = 0.5772156649015329;
const unchecked = { validateArgs: false };

/**
 * The distribution of the largest of many draws.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.gumbel.Gumbel.
 *
 * @throws ArgumentError unless scale > 0.
 * @example
 * ```ts
 * import { Gumbel } from "@bernoulli/tensor/distributions";
 * new Gumbel(0, 1).mean.item(); // → 0.5772157
 * ```
 */
export class Gumbel extends TransformedDistribution<Uniform> {
  override readonly family: string = "Gumbel";
  declare readonly loc: Tensor;
  declare readonly scale: Tensor;

  constructor(loc: ParameterValue, scale: ParameterValue, options: DistributionOptions = {}) {
    const given = broadcastAll("Gumbel", { loc, scale });
    const { tiny, eps } = finfo(given.loc);
    const base = new Uniform(fullLike(given.loc, tiny), fullLike(given.loc, 1 - eps), unchecked);
    const logarithm = new ExpTransform().inv;
    const turned = new AffineTransform(0, -1);
    super(base, [logarithm, turned, logarithm, new AffineTransform(given.loc, neg(given.scale))], options);
    this.keep(given, { loc: real, scale: positive });
  }

  override get support(): Constraint {
    return real;
  }
  override get mean(): Tensor {
    return add(this.loc, mul(this.scale, euler));
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get stddev(): Tensor {
    return mul(this.scale, Math.PI / Math.sqrt(6));
  }
  override get variance(): Tensor {
    return square(this.stddev);
  }

  override logProb(value: ParameterValue): Tensor {
    const y = div(sub(this.loc, this.checkValue(value, this.loc)), this.scale);
    return sub(sub(y, exp(y)), log(this.scale));
  }

  override entropy(): Tensor {
    return add(log(this.scale), 1 + euler);
  }

  override klTo(other: this): Tensor {
    const [ratio, theirs, own] = [
      div(this.scale, other.scale),
      div(other.loc, other.scale),
      div(this.loc, other.scale),
    ];
    const first = add(sub(neg(log(ratio)), theirs), own);
    const third = exp(sub(add(theirs, lgamma(add(ratio, 1))), own));
    return sub(add(add(first, mul(ratio, euler)), third), 1 + euler);
  }
}

/**
 * How long what wears out lasts: exponential draws to the power of 1 / `concentration`, times `scale`.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.weibull.Weibull.
 *
 * @throws ArgumentError unless both > 0.
 * @example
 * ```ts
 * import { Weibull } from "@bernoulli/tensor/distributions";
 * new Weibull(2, 1).mean.item(); // → 2
 * ```
 */
export class Weibull extends TransformedDistribution<Exponential> {
  declare readonly scale: Tensor;
  declare readonly concentration: Tensor;

  constructor(scale: ParameterValue, concentration: ParameterValue, options: DistributionOptions = {}) {
    const given = broadcastAll("Weibull", { scale, concentration });
    const power = new PowerTransform(reciprocal(given.concentration));
    super(new Exponential(onesLike(given.scale), unchecked), [power, new AffineTransform(0, given.scale)], options);
    this.keep(given, { scale: positive, concentration: positive });
  }

  override get support(): Constraint {
    return positive;
  }
  /** Γ(1 + n / concentration). */
  #moment(n: number): Tensor {
    return lgamma(add(mul(reciprocal(this.concentration), n), 1));
  }
  override get mean(): Tensor {
    return mul(this.scale, exp(this.#moment(1)));
  }
  override get mode(): Tensor {
    const { scale, concentration } = this;
    return mul(scale, pow(div(sub(concentration, 1), concentration), reciprocal(concentration)));
  }
  override get variance(): Tensor {
    return mul(square(this.scale), sub(exp(this.#moment(2)), exp(mul(this.#moment(1), 2))));
  }

  override entropy(): Tensor {
    const inverse = reciprocal(this.concentration);
    return add(add(mul(add(neg(inverse), 1), euler), log(mul(this.scale, inverse))), 1);
  }
}

/**
 * What is above `scale`, the less likely the larger: scale · exp of exponential draws of rate `alpha`.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.pareto.Pareto.
 *
 * @throws ArgumentError unless both > 0.
 * @example
 * ```ts
 * import { Pareto } from "@bernoulli/tensor/distributions";
 * new Pareto(1, 3).mean.item(); // → 1.5
 * ```
 */
export class Pareto extends TransformedDistribution<Exponential> {
  override readonly family: string = "Pareto";
  declare readonly scale: Tensor;
  declare readonly alpha: Tensor;

  constructor(scale: ParameterValue, alpha: ParameterValue, options: DistributionOptions = {}) {
    const given = broadcastAll("Pareto", { scale, alpha });
    const transforms = [new ExpTransform(), new AffineTransform(0, given.scale)];
    super(new Exponential(given.alpha, unchecked), transforms, options);
    this.keep(given, { scale: positive, alpha: positive });
  }

  override get support(): Constraint {
    return atLeast(this.scale);
  }
  override get mean(): Tensor {
    const alpha = clamp(this.alpha, { min: 1 });
    return div(mul(alpha, this.scale), sub(alpha, 1));
  }
  override get mode(): Tensor {
    return this.scale;
  }
  override get variance(): Tensor {
    const alpha = clamp(this.alpha, { min: 2 });
    return div(mul(square(this.scale), alpha), mul(square(sub(alpha, 1)), sub(alpha, 2)));
  }

  override entropy(): Tensor {
    return add(log(div(this.scale, this.alpha)), add(reciprocal(this.alpha), 1));
  }

  override klTo(other: this): Tensor {
    const ratio = div(other.alpha, this.alpha);
    const scales = mul(other.alpha, log(div(this.scale, other.scale)));
    const finite = sub(add(sub(scales, log(ratio)), ratio), 1);
    return where(lt(this.scale, other.scale), Number.POSITIVE_INFINITY as number, finite);
  }
}

/**
 * A probability in [0, 1], spread nearly as by Beta, with a cdf.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.kumaraswamy.Kumaraswamy.
 *
 * @throws ArgumentError unless both > 0.
 * @example
 * ```ts
 * import { Kumaraswamy } from "@bernoulli/tensor/distributions";
 * new Kumaraswamy(1, 1).mean.item(); // → 0.5
 * ```
 */
export class Kumaraswamy extends TransformedDistribution<Uniform> {
  declare readonly concentration1: Tensor;
  declare readonly concentration0: Tensor;

  constructor(concentration1: ParameterValue, concentration0: ParameterValue, options: DistributionOptions = {}) {
    const given = broadcastAll("Kumaraswamy", { concentration1, concentration0 });
    const powers = [given.concentration0, given.concentration1].map((one) => new PowerTransform(reciprocal(one)));
    const base = new Uniform(zerosLike(given.concentration0), onesLike(given.concentration0), unchecked);
    super(base, [powers[0]!, new AffineTransform(1, -1), powers[1]!], options);
    this.keep(given, { concentration1: positive, concentration0: positive });
  }

  override get support(): Constraint {
    return unitInterval;
  }
  #moment(n: number): Tensor {
    const [a, b] = [add(mul(reciprocal(this.concentration1), n), 1), this.concentration0];
    return mul(b, exp(sub(add(lgamma(a), lgamma(b)), lgamma(add(a, b)))));
  }
  override get mean(): Tensor {
    return this.#moment(1);
  }
  override get mode(): Tensor {
    const [a, b] = [this.concentration1, this.concentration0];
    const logarithm = sub(mul(reciprocal(b), log1p(neg(b))), log1p(neg(mul(b, a))));
    return exp(where(logicalOr(lt(b, 1), lt(a, 1)), Number.NaN, logarithm));
  }
  override get variance(): Tensor {
    return sub(this.#moment(2), square(this.mean));
  }

  override entropy(): Tensor {
    const [a, b] = [this.concentration1, this.concentration0];
    const [one, zero] = [add(neg(reciprocal(a)), 1), add(neg(reciprocal(b)), 1)];
    const sum = add(digamma(add(b, 1)), euler);
    return sub(sub(add(zero, mul(one, sum)), log(a)), log(b));
  }
}
