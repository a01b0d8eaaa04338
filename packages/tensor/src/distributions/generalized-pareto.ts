// GeneralizedPareto: what lies beyond a high threshold, of exponential, heavier or bounded tails.

import { fullLike } from "../ops/creation/creation.js";
import { abs } from "../ops/pointwise/abs.js";
import { add, sub } from "../ops/pointwise/add.js";
import { eq, le, lt } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { exp, log } from "../ops/pointwise/exp.js";
import { expm1, log1p } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { reciprocal, square } from "../ops/pointwise/roots.js";
import { where } from "../ops/pointwise/where.js";
import { rand } from "../ops/random/random.js";
import type { Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, interval, positive, real } from "./constraints.js";
import { ByParameters, type DistributionOptions, type SampleOptions } from "./distribution.js";
import type { ParameterValue } from "./parameters.js";

const rest = (x: Tensor): Tensor => add(neg(x), 1);

/**
 * Excesses over `loc` of scale `scale`: exponential for a `concentration` of 0, with a heavier tail above it, and bounded below it.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.generalized_pareto.GeneralizedPareto.
 *
 * @throws ArgumentError unless scale > 0.
 * @example
 * ```ts
 * import { GeneralizedPareto } from "@bernoulli/tensor/distributions";
 * new GeneralizedPareto(0, 1, 0.5).mean.item(); // → 2
 * new GeneralizedPareto(0, 1, 0).logProb(3).item(); // → -3
 * ```
 */
export class GeneralizedPareto extends ByParameters<"loc" | "scale" | "concentration"> {
  declare readonly loc: Tensor;
  declare readonly scale: Tensor;
  declare readonly concentration: Tensor;

  constructor(
    loc: ParameterValue,
    scale: ParameterValue,
    concentration: ParameterValue,
    options: DistributionOptions = {},
  ) {
    super({ loc, scale, concentration }, { loc: real, scale: positive, concentration: real }, options);
  }

  get support(): Constraint {
    const { loc, scale, concentration } = this;
    const end = sub(loc, div(scale, concentration));
    return interval(loc, where(lt(concentration, 0), end, Number.POSITIVE_INFINITY as number));
  }

  /** `exponential` where the concentration is as good as 0, else `other`, of one that is not 0 anywhere. */
  #chosen(exponential: Tensor, other: (concentration: Tensor) => Tensor): Tensor {
    const isZero = le(abs(this.concentration), 1e-8);
    return where(isZero, exponential, other(where(isZero, 1, this.concentration)));
  }

  /** `other` of a concentration below `most`; NaN for others. */
  #below(most: number, otherwise: number, other: (concentration: Tensor) => Tensor): Tensor {
    const isValid = lt(this.concentration, most);
    return where(isValid, other(where(isValid, this.concentration, otherwise)), Number.NaN);
  }

  override get mean(): Tensor {
    return this.#below(1, 0.5, (concentration) => add(this.loc, div(this.scale, rest(concentration))));
  }
  override get variance(): Tensor {
    return this.#below(0.5, 0.25, (concentration) =>
      div(square(this.scale), mul(square(rest(concentration)), rest(mul(concentration, 2)))),
    );
  }
  override get mode(): Tensor {
    return this.loc;
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.loc;
    return this.icdf(rand(this.extendedShape(sampleShape), { dtype, device, ...this.generatorOf(options) }));
  }

  #standard(value: ParameterValue): Tensor {
    return div(sub(this.checkValue(value, this.loc), this.loc), this.scale);
  }

  logProb(value: ParameterValue): Tensor {
    const z = this.#standard(value);
    const far = this.#chosen(z, (concentration) => {
      const y = add(reciprocal(concentration), 1);
      // Where y is 0, of a uniform distribution, the logarithm at its end is not looked at.
      return where(eq(y, 0), y, mul(y, log1p(mul(concentration, z))));
    });
    return sub(neg(log(this.scale)), far);
  }

  /** The logarithm of the probability of more than a value. */
  logSurvivalFunction(value: ParameterValue): Tensor {
    const z = this.#standard(value);
    return this.#chosen(neg(z), (concentration) => neg(div(log1p(mul(concentration, z)), concentration)));
  }

  /** The logarithm of {@link cdf}. */
  logCdf(value: ParameterValue): Tensor {
    return log1p(neg(exp(this.logSurvivalFunction(value))));
  }

  override cdf(value: ParameterValue): Tensor {
    return exp(this.logCdf(value));
  }

  override icdf(value: ParameterValue): Tensor {
    const { loc, scale } = this;
    const left = log1p(neg(isTensor(value) ? value : fullLike(loc, value)));
    return this.#chosen(sub(loc, mul(scale, left)), (concentration) =>
      add(loc, mul(div(scale, concentration), expm1(mul(neg(concentration), left)))),
    );
  }

  override entropy(): Tensor {
    return add(add(log(this.scale), this.concentration), 1);
  }
}
