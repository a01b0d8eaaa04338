// StudentT and FisherSnedecor: quotients of normal and gamma draws.

import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { le } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { digamma, lgamma } from "../ops/pointwise/gamma.js";
import { log1p } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { rsqrt, square } from "../ops/pointwise/roots.js";
import { where } from "../ops/pointwise/where.js";
import { randn } from "../ops/random/random.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, positive, real } from "./constraints.js";
import { ByParameters, type DistributionOptions, type SampleOptions } from "./distribution.js";
import { Gamma } from "./gamma.js";
import { finfo, type ParameterValue } from "./parameters.js";

/**
 * What the mean of normal draws of unknown deviation is distributed as, by `df` degrees of freedom.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.studentT.StudentT.
 *
 * @throws ArgumentError unless df > 0 and scale > 0.
 * @example
 * ```ts
 * import { StudentT } from "@bernoulli/tensor/distributions";
 * new StudentT(3).variance.item(); // → 3
 * ```
 */
export class StudentT extends ByParameters<"df" | "loc" | "scale"> {
  declare readonly df: Tensor;
  declare readonly loc: Tensor;
  declare readonly scale: Tensor;
  readonly support: Constraint = real;

  constructor(
    df: ParameterValue,
    loc: ParameterValue = 0,
    scale: ParameterValue = 1,
    options: DistributionOptions = {},
  ) {
    super({ df, loc, scale }, { df: positive, loc: real, scale: positive }, options);
  }

  override get mean(): Tensor {
    return where(le(this.df, 1), Number.NaN, this.loc);
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    const { df, scale } = this;
    const finite = div(mul(square(scale), df), sub(df, 2));
    return where(le(df, 1), Number.NaN, where(le(df, 2), Number.POSITIVE_INFINITY as number, finite));
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.df;
    const drawing = this.generatorOf(options);
    const noise = randn(this.extendedShape(sampleShape), { dtype, device, ...drawing });
    const squares = new Gamma(mul(this.df, 0.5), 0.5, { validateArgs: false }).rsample(sampleShape, drawing);
    return add(this.loc, mul(this.scale, mul(noise, rsqrt(div(squares, this.df)))));
  }

  logProb(value: ParameterValue): Tensor {
    const { df, scale } = this;
    const y = div(sub(this.checkValue(value, this.loc), this.loc), scale);
    const logarithms = add(add(log(scale), mul(log(df), 0.5)), 0.5 * Math.log(Math.PI));
    const normal = sub(add(logarithms, lgamma(mul(df, 0.5))), lgamma(mul(add(df, 1), 0.5)));
    return sub(mul(mul(add(df, 1), -0.5), log1p(div(square(y), df))), normal);
  }

  override entropy(): Tensor {
    const { df, scale } = this;
    const [half, more] = [mul(df, 0.5), mul(add(df, 1), 0.5)];
    const beta = sub(add(lgamma(half), 0.5 * Math.log(Math.PI)), lgamma(more));
    return add(add(add(log(scale), mul(more, sub(digamma(more), digamma(half)))), mul(log(df), 0.5)), beta);
  }
}

/**
 * The quotient of two gamma draws of mean 1, by their degrees of freedom: the F distribution.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.fishersnedecor.FisherSnedecor.
 *
 * @throws ArgumentError unless both > 0.
 * @example
 * ```ts
 * import { FisherSnedecor } from "@bernoulli/tensor/distributions";
 * new FisherSnedecor(1, 4).mean.item(); // → 2
 * ```
 */
export class FisherSnedecor extends ByParameters<"df1" | "df2"> {
  declare readonly df1: Tensor;
  declare readonly df2: Tensor;
  readonly support: Constraint = positive;

  constructor(df1: ParameterValue, df2: ParameterValue, options: DistributionOptions = {}) {
    super({ df1, df2 }, { df1: positive, df2: positive }, options);
  }

  override get mean(): Tensor {
    const { df2 } = this;
    return where(le(df2, 2), Number.NaN, div(df2, sub(df2, 2)));
  }
  override get mode(): Tensor {
    const { df1, df2 } = this;
    const own = div(mul(div(sub(df1, 2), df1), df2), add(df2, 2));
    return where(le(df1, 2), Number.NaN, own);
  }
  override get variance(): Tensor {
    const { df1, df2 } = this;
    const above = mul(mul(square(df2), 2), sub(add(df1, df2), 2));
    const below = mul(mul(df1, square(sub(df2, 2))), sub(df2, 4));
    return where(le(df2, 4), Number.NaN, div(above, below));
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const least = { min: finfo(this.df1).tiny };
    const drawn = (df: Tensor) =>
      new Gamma(mul(df, 0.5), df, { validateArgs: false }).rsample(sampleShape, this.generatorOf(options));
    const above = drawn(this.df1);
    return clamp(div(above, clamp(drawn(this.df2), least)), least);
  }

  logProb(given: ParameterValue): Tensor {
    const value = this.checkValue(given, this.df1);
    const [one, two, ratio] = [mul(this.df1, 0.5), mul(this.df2, 0.5), div(this.df1, this.df2)];
    const both = add(one, two);
    const gammas = sub(sub(lgamma(both), lgamma(one)), lgamma(two));
    const powers = add(mul(one, log(ratio)), mul(sub(one, 1), log(value)));
    return sub(add(gammas, powers), mul(both, log1p(mul(ratio, value))));
  }
}
