// Normal and LogNormal.

import { zerosLike } from "../ops/creation/creation.js";
import { add, sub } from "../ops/pointwise/add.js";
import { div } from "../ops/pointwise/div.js";
import { erf, erfinv } from "../ops/pointwise/erf.js";
import { exp, log } from "../ops/pointwise/exp.js";
import { expm1 } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { pow } from "../ops/pointwise/pow.js";
import { reciprocal, square } from "../ops/pointwise/roots.js";
import { randn } from "../ops/random/random.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, positive } from "./constraints.js";
import type { SampleOptions } from "./distribution.js";
import { LocationScale } from "./location-scale.js";
import type { ParameterValue } from "./parameters.js";

/**
 * The normal distribution of mean `loc` and deviation `scale`.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.normal.Normal.
 *
 * @throws ArgumentError unless scale > 0.
 * @example
 * ```ts
 * import { manualSeed } from "@bernoulli/tensor";
 * import { Normal } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * const normal = new Normal(10, 2);
 * normal.sample([2]).toArray(); // → [13.0819912, 9.4131422]
 * normal.logProb(10).item(); // → -1.6120857
 * ```
 */
export class Normal extends LocationScale {
  override readonly family: string = "Normal";

  override get mean(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    return pow(this.scale, 2);
  }
  override get stddev(): Tensor {
    return this.scale;
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.loc;
    const noise = randn(this.extendedShape(sampleShape), { dtype, device, ...this.generatorOf(options) });
    return add(mul(noise, this.scale), this.loc);
  }

  logProb(value: ParameterValue): Tensor {
    const far = square(sub(this.checkValue(value, this.loc), this.loc));
    const scaled = div(mul(far, -1), mul(square(this.scale), 2));
    return sub(sub(scaled, log(this.scale)), Math.log(Math.sqrt(2 * Math.PI)));
  }

  override entropy(): Tensor {
    return add(log(this.scale), 0.5 + 0.5 * Math.log(2 * Math.PI));
  }

  override cdf(value: ParameterValue): Tensor {
    const standard = mul(sub(this.checkValue(value, this.loc), this.loc), reciprocal(this.scale));
    return mul(add(erf(div(standard, Math.SQRT2)), 1), 0.5);
  }

  override icdf(value: ParameterValue): Tensor {
    const { loc, scale } = this;
    const p = typeof value === "number" ? add(zerosLike(loc), value) : value;
    return add(mul(mul(scale, erfinv(sub(mul(p, 2), 1))), Math.SQRT2), loc);
  }

  override klTo(other: this): Tensor {
    const ratio = square(div(this.scale, other.scale));
    const moved = square(div(sub(this.loc, other.loc), other.scale));
    return mul(sub(sub(add(ratio, moved), 1), log(ratio)), 0.5);
  }
}

/**
 * The distribution of exp(x), x normal of mean `loc` and deviation `scale`.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.log_normal.LogNormal.
 *
 * @throws ArgumentError unless scale > 0.
 * @example
 * ```ts
 * import { LogNormal } from "@bernoulli/tensor/distributions";
 * new LogNormal(0, 1).mean.item(); // → 1.6487212
 * ```
 */
export class LogNormal extends LocationScale {
  override get support(): Constraint {
    return positive;
  }
  override get mean(): Tensor {
    return exp(add(this.loc, div(square(this.scale), 2)));
  }
  override get mode(): Tensor {
    return exp(sub(this.loc, square(this.scale)));
  }
  override get variance(): Tensor {
    const spread = square(this.scale);
    return mul(expm1(spread), exp(add(mul(this.loc, 2), spread)));
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return exp(this.#base().rsample(sampleShape, options));
  }

  logProb(value: ParameterValue): Tensor {
    const logarithm = log(this.checkValue(value, this.loc));
    return sub(this.#base().logProb(logarithm), logarithm);
  }

  override entropy(): Tensor {
    return add(this.#base().entropy(), this.loc);
  }

  override cdf(value: ParameterValue): Tensor {
    return this.#base().cdf(log(this.checkValue(value, this.loc)));
  }

  override icdf(value: ParameterValue): Tensor {
    return exp(this.#base().icdf(value));
  }

  #base(): Normal {
    return new Normal(this.loc, this.scale, { validateArgs: false });
  }

  override klTo(other: this): Tensor {
    return this.#base().klTo(other.#base());
  }
}
