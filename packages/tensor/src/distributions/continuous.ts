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
import { toTypedArray } from "../tensor/reads.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, nonNegative, positive, real } from "./constraints.js";
import {
  broadcastAll,
  Distribution,
  type DistributionOptions,
  finfo,
  type ParameterValue,
  type SampleOptions,
} from "./distribution.js";

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
export class Uniform extends Distribution {
  readonly low: Tensor;
  readonly high: Tensor;
  override readonly hasRsample: boolean = true;
  protected readonly support: Constraint;
  protected readonly parameters: Readonly<Record<string, Tensor>>;

  constructor(low: ParameterValue, high: ParameterValue, options: DistributionOptions = {}) {
    const parameters = broadcastAll("Uniform", { low, high });
    super(parameters.low.shape, [], options);
    this.low = parameters.low;
    this.high = parameters.high;
    this.parameters = parameters;
    const [lows, highs] = this.validateArgs ? [toTypedArray(this.low), toTypedArray(this.high)] : [[], []];
    const least = lows.length === 1 ? lows[0] : Number.NEGATIVE_INFINITY;
    const most = highs.length === 1 ? highs[0] : Number.POSITIVE_INFINITY;
    this.checkParameters({
      low: { name: `LessThan(upper_bound=${most})`, event: 0, holds: (numbers, at) => numbers[at]! < highs[at]! },
    });
    // Values of several distributions at once are asked of each in logProb: outside it is −∞.
    this.support = {
      name: `Interval(lower_bound=${least}, upper_bound=${most})`,
      event: 0,
      holds: (numbers, at) => numbers[at]! >= least! && numbers[at]! <= most!,
    };
  }

  get #range(): Tensor {
    return sub(this.high, this.low);
  }
  get mean(): Tensor {
    return div(add(this.high, this.low), 2);
  }
  get variance(): Tensor {
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
export class Exponential extends Distribution {
  readonly rate: Tensor;
  override readonly hasRsample: boolean = true;
  protected readonly support: Constraint = nonNegative;
  protected readonly parameters: Readonly<Record<string, Tensor>>;

  constructor(rate: ParameterValue, options: DistributionOptions = {}) {
    const parameters = broadcastAll("Exponential", { rate });
    super(parameters.rate.shape, [], options);
    this.rate = parameters.rate;
    this.parameters = parameters;
    this.checkParameters({ rate: positive });
  }

  get mean(): Tensor {
    return reciprocal(this.rate);
  }
  get mode(): Tensor {
    return zerosLike(this.rate);
  }
  get variance(): Tensor {
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
export class Laplace extends Distribution {
  readonly loc: Tensor;
  readonly scale: Tensor;
  override readonly hasRsample: boolean = true;
  protected readonly support: Constraint = real;
  protected readonly parameters: Readonly<Record<string, Tensor>>;

  constructor(loc: ParameterValue, scale: ParameterValue, options: DistributionOptions = {}) {
    const parameters = broadcastAll("Laplace", { loc, scale });
    super(parameters.loc.shape, [], options);
    this.loc = parameters.loc;
    this.scale = parameters.scale;
    this.parameters = parameters;
    this.checkParameters({ loc: real, scale: positive });
  }

  get mean(): Tensor {
    return this.loc;
  }
  get mode(): Tensor {
    return this.loc;
  }
  get variance(): Tensor {
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
