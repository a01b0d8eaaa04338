// Poisson: whole numbers of a rate.

import { noGrad } from "../autograd/grad-mode.js";
import { to } from "../ops/creation/to.js";
import { add, sub } from "../ops/pointwise/add.js";
import { log } from "../ops/pointwise/exp.js";
import { lgamma } from "../ops/pointwise/gamma.js";
import { xlogy } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { floor } from "../ops/pointwise/rounding.js";
import { poisson } from "../ops/random/each.js";
import { expandTo } from "../ops/reductions/sum.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, count, nonNegative } from "./constraints.js";
import { ByParameters, type DistributionOptions, type SampleOptions } from "./distribution.js";
import type { ParameterValue } from "./parameters.js";

/**
 * How often something happens that happens `rate` times on average; draws are whole numbers in the rate's dtype.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.poisson.Poisson.
 *
 * @throws ArgumentError for a negative rate.
 * @example
 * ```ts
 * import { Poisson } from "@bernoulli/tensor/distributions";
 * new Poisson(2).logProb(0).item(); // → -2
 * ```
 */
export class Poisson extends ByParameters<"rate"> {
  override readonly family: string = "Poisson";
  declare readonly rate: Tensor;
  readonly support: Constraint = count;

  constructor(rate: ParameterValue, options: DistributionOptions = {}) {
    super({ rate }, { rate: nonNegative }, options);
  }

  override get mean(): Tensor {
    return this.rate;
  }
  override get mode(): Tensor {
    return floor(this.rate);
  }
  override get variance(): Tensor {
    return this.rate;
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() =>
      poisson(expandTo("Poisson", this.rate, this.extendedShape(sampleShape)), this.generatorOf(options)),
    );
  }

  logProb(given: ParameterValue): Tensor {
    const value = to(this.checkValue(given, this.rate), this.rate.dtype);
    return sub(sub(xlogy(value, this.rate), this.rate), lgamma(add(value, 1)));
  }

  override klTo(other: this): Tensor {
    return sub(mul(this.rate, sub(log(this.rate), log(other.rate))), sub(this.rate, other.rate));
  }
}
