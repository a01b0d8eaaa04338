// Uniform, Exponential and Laplace: draws are functions of uniform draws, and so have gradients.

import { zeros, zerosLike } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { abs, sign } from "../ops/pointwise/abs.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { gt, le } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { exp, log } from "../ops/pointwise/exp.js";
import { expm1, log1p } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { pow } from "../ops/pointwise/pow.js";
import { reciprocal } from "../ops/pointwise/roots.js";
import { where } from "../ops/pointwise/where.js";
import { exponential_ } from "../ops/random/fills.js";
import { rand, uniform_ } from "../ops/random/random.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, interval, lessThan, nonNegative, positive, real } from "./constraints.js";
import { ByParameters, type DistributionOptions, type SampleOptions } from "./distribution.js";
import { LocationScale } from "./location-scale.js";
import { finfo, type ParameterValue } from "./parameters.js";

/**
 * Evenly from [low, high).
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.uniform.Uniform.
 *
 * @throws ArgumentError unless low < high.
 * @example
 * ```ts
 * import { manualSeed } from "@bernoulli/tensor";
 * import { Uniform } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * new Uniform(0, 10).sample([2]).toArray(); // → [4.9625659, 7.6822181]
 * ```
 */
export class Uniform extends ByParameters<"low" | "high"> {
  override readonly family: string = "Uniform";
  declare readonly low: Tensor;
  declare readonly high: Tensor;

  constructor(low: ParameterValue, high: ParameterValue, options: DistributionOptions = {}) {
    super({ low, high }, { low: lessThan(high), high: real }, options);
  }

  get support(): Constraint {
    return interval(this.low, this.high);
  }
  get #range(): Tensor {
    return sub(this.high, this.low);
  }
  override get mean(): Tensor {
    return div(add(this.high, this.low), 2);
  }
  /** NaN: none is more likely than others. */
  override get mode(): Tensor {
    return mul(this.high, Number.NaN);
  }
  override get variance(): Tensor {
    return div(pow(this.#range, 2), 12);
  }
  override get stddev(): Tensor {
    return div(this.#range, Math.sqrt(12));
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.low;
    const drawn = rand(this.extendedShape(sampleShape), { dtype, device, ...this.generatorOf(options) });
    return add(mul(drawn, this.#range), this.low);
  }

  logProb(given: ParameterValue): Tensor {
    const value = this.checkValue(given, this.low);
    const inside = mul(to(le(this.low, value), this.low.dtype), to(gt(this.high, value), this.low.dtype));
    return sub(log(inside), log(this.#range));
  }

  override entropy(): Tensor {
    return log(this.#range);
  }

  override cdf(value: ParameterValue): Tensor {
    return clamp(div(sub(this.checkValue(value, this.low), this.low), this.#range), 0, 1);
  }

  override icdf(value: ParameterValue): Tensor {
    return add(mul(this.#range, value), this.low);
  }

  override klTo(other: this): Tensor {
    const result = log(div(other.#range, this.#range));
    const fits = mul(to(le(other.low, this.low), result.dtype), to(le(this.high, other.high), result.dtype));
    return where(gt(fits, 0), result, Number.POSITIVE_INFINITY);
  }
}

/**
 * How long it takes until what happens `rate` times in a unit happens first.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.exponential.Exponential.
 *
 * @throws ArgumentError unless rate > 0.
 * @example
 * ```ts
 * import { manualSeed } from "@bernoulli/tensor";
 * import { Exponential } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * new Exponential(2).sample([2]).toArray(); // → [1.7541631, 0.6151924]
 * ```
 */
export class Exponential extends ByParameters<"rate"> {
  override readonly family: string = "Exponential";
  declare readonly rate: Tensor;
  readonly support: Constraint = nonNegative;

  constructor(rate: ParameterValue, options: DistributionOptions = {}) {
    super({ rate }, { rate: positive }, options);
  }

  override get mean(): Tensor {
    return reciprocal(this.rate);
  }
  override get mode(): Tensor {
    return zerosLike(this.rate);
  }
  override get variance(): Tensor {
    return pow(this.rate, -2);
  }
  override get stddev(): Tensor {
    return reciprocal(this.rate);
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.rate;
    const drawn = zeros(this.extendedShape(sampleShape), { dtype, device });
    return div(exponential_(drawn, 1, this.generatorOf(options)), this.rate);
  }

  logProb(value: ParameterValue): Tensor {
    return sub(log(this.rate), mul(this.rate, this.checkValue(value, this.rate)));
  }

  override entropy(): Tensor {
    return add(neg(log(this.rate)), 1);
  }

  override cdf(value: ParameterValue): Tensor {
    return add(neg(exp(mul(neg(this.rate), this.checkValue(value, this.rate)))), 1);
  }

  override icdf(value: ParameterValue): Tensor {
    const p = typeof value === "number" ? add(zerosLike(this.rate), value) : value;
    return div(neg(log1p(neg(p))), this.rate);
  }

  override klTo(other: this): Tensor {
    const ratio = div(other.rate, this.rate);
    return sub(sub(ratio, log(ratio)), 1);
  }
}

/**
 * Two exponential distributions back to back, about `loc`.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.laplace.Laplace.
 *
 * @throws ArgumentError unless scale > 0.
 * @example
 * ```ts
 * import { Laplace } from "@bernoulli/tensor/distributions";
 * new Laplace(0, 1).logProb(0).item(); // → -0.6931472
 * ```
 */
export class Laplace extends LocationScale {
  override readonly family: string = "Laplace";

  override get mean(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    return mul(pow(this.scale, 2), 2);
  }
  override get stddev(): Tensor {
    return mul(this.scale, Math.SQRT2);
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.loc;
    const drawn = zeros(this.extendedShape(sampleShape), { dtype, device });
    uniform_(drawn, finfo(this.loc).eps - 1, 1, this.generatorOf(options));
    return sub(this.loc, mul(mul(this.scale, sign(drawn)), log1p(neg(abs(drawn)))));
  }

  logProb(value: ParameterValue): Tensor {
    const far = abs(sub(this.checkValue(value, this.loc), this.loc));
    return sub(neg(log(mul(this.scale, 2))), div(far, this.scale));
  }

  override entropy(): Tensor {
    return add(log(mul(this.scale, 2)), 1);
  }

  override cdf(value: ParameterValue): Tensor {
    const far = sub(this.checkValue(value, this.loc), this.loc);
    return add(mul(mul(sign(far), expm1(div(neg(abs(far)), this.scale))), -0.5), 0.5);
  }

  override icdf(value: ParameterValue): Tensor {
    const term = typeof value === "number" ? add(zerosLike(this.loc), value - 0.5) : sub(value, 0.5);
    return sub(this.loc, mul(mul(this.scale, sign(term)), log1p(mul(abs(term), -2))));
  }

  override klTo(other: this): Tensor {
    const ratio = div(this.scale, other.scale);
    const far = abs(sub(this.loc, other.loc));
    const term = mul(ratio, exp(div(neg(far), this.scale)));
    return sub(add(add(neg(log(ratio)), div(far, other.scale)), term), 1);
  }
}
