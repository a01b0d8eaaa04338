// ContinuousBernoulli: numbers from 0 to 1, likelier toward one end. About an even chance its formulas cancel, and series stand for them.

import { fullLike } from "../ops/creation/creation.js";
import { abs } from "../ops/pointwise/abs.js";
import { add, sub } from "../ops/pointwise/add.js";
import { ge, gt, le } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { log1p } from "../ops/pointwise/logarithms.js";
import { logicalOr } from "../ops/pointwise/logical.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { pow } from "../ops/pointwise/pow.js";
import { reciprocal, square } from "../ops/pointwise/roots.js";
import { where } from "../ops/pointwise/where.js";
import { rand } from "../ops/random/random.js";
import type { Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, real, unitInterval } from "./constraints.js";
import type { DistributionOptions, SampleOptions } from "./distribution.js";
import type { ParameterValue } from "./parameters.js";
import { ByProbabilities, clamped, crossEntropyOf, givenOf, type ProbabilityOptions } from "./probabilities.js";

export interface ContinuousBernoulliOptions extends DistributionOptions {
  /** Between which parameters series are computed. Default [0.499, 0.501]. */
  readonly lims?: readonly [low: number, high: number];
}

/** The parameter as the first argument, or by one of two names in options. */
export type ContinuousBernoulliArguments =
  | [probs: ParameterValue, options?: ContinuousBernoulliOptions]
  | [options: ContinuousBernoulliOptions & ProbabilityOptions];

const rest = (p: Tensor): Tensor => add(neg(p), 1);

/**
 * A number x in [0, 1] of density ∝ pˣ (1 − p)¹⁻ˣ, p being `probs`, which is no probability here, nor are the `logits` odds.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.continuous_bernoulli.ContinuousBernoulli.
 *
 * @throws ArgumentError for parameters outside [0, 1], and unless one of probs and logits is given.
 * @example
 * ```ts
 * import { ContinuousBernoulli } from "@bernoulli/tensor/distributions";
 * new ContinuousBernoulli(0.5).mean.item(); // → 0.5
 * new ContinuousBernoulli({ logits: 0 }).logProb(0.25).item(); // → 0
 * ```
 */
export class ContinuousBernoulli extends ByProbabilities {
  override readonly family: string = "ContinuousBernoulli";
  readonly support: Constraint = unitInterval;
  #lims: readonly [low: number, high: number];

  constructor(...given: ContinuousBernoulliArguments) {
    const { lims = [0.499, 0.501], ...options } = (given.at(-1) ?? {}) as ContinuousBernoulliOptions;
    const isAlone = isTensor(given.at(-1)) || typeof given.at(-1) === "number";
    const taken = givenOf(
      "ContinuousBernoulli",
      (isAlone ? given : [...given.slice(0, -1), options]) as [ProbabilityOptions],
    );
    super(taken.tensor.shape, [], taken, { probs: unitInterval, logits: real });
    this.#lims = lims;
  }

  override get probs(): Tensor {
    return clamped(super.probs);
  }

  override expand(batchShape: Shape): this {
    const made = super.expand(batchShape);
    made.#lims = this.#lims;
    return made;
  }

  /** `exact` where the parameter is far enough from a half, of a parameter that is so everywhere; else `series`. */
  #chosen(exact: (p: Tensor) => Tensor, series: (p: Tensor) => Tensor): Tensor {
    const { probs } = this;
    const isFar = logicalOr(le(probs, this.#lims[0]), gt(probs, this.#lims[1]));
    return where(isFar, exact(where(isFar, probs, this.#lims[0])), series(probs));
  }

  /** The logarithm of what makes the density integrate to 1. */
  get logNorm(): Tensor {
    return this.#chosen(
      (p) => {
        const [below, above] = [where(le(p, 0.5), p, 0), where(ge(p, 0.5), p, 1)];
        const size = where(le(p, 0.5), log1p(mul(below, -2)), log(sub(mul(above, 2), 1)));
        return sub(log(abs(sub(log1p(neg(p)), log(p)))), size);
      },
      (p) => {
        const x = square(sub(p, 0.5));
        return add(mul(add(mul(x, 104 / 45), 4 / 3), x), Math.LN2);
      },
    );
  }

  override get mean(): Tensor {
    return this.#chosen(
      (p) => add(div(p, sub(mul(p, 2), 1)), reciprocal(sub(log1p(neg(p)), log(p)))),
      (p) => {
        const x = sub(p, 0.5);
        return add(mul(add(mul(square(x), 16 / 45), 1 / 3), x), 0.5);
      },
    );
  }
  override get variance(): Tensor {
    return this.#chosen(
      (p) => {
        const first = div(mul(p, sub(p, 1)), square(rest(mul(p, 2))));
        return add(first, reciprocal(square(sub(log1p(neg(p)), log(p)))));
      },
      (p) => {
        const x = square(sub(p, 0.5));
        return add(mul(sub(mul(x, 128 / 945), 1 / 15), x), 1 / 12);
      },
    );
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.probs;
    return this.icdf(rand(this.extendedShape(sampleShape), { dtype, device, ...this.generatorOf(options) }));
  }

  logProb(value: ParameterValue): Tensor {
    const { logits } = this;
    return sub(this.logNorm, crossEntropyOf(logits, this.checkValue(value, logits)));
  }

  override cdf(given: ParameterValue): Tensor {
    const value = this.checkValue(given, this.probs);
    const inner = this.#chosen(
      (p) => {
        const powers = mul(pow(p, value), pow(rest(p), rest(value)));
        return div(sub(add(powers, p), 1), sub(mul(p, 2), 1));
      },
      () => value,
    );
    return where(le(value, 0), 0, where(ge(value, 1), 1, inner));
  }

  override icdf(given: ParameterValue): Tensor {
    const value = isTensor(given) ? given : fullLike(this.probs, given);
    return this.#chosen(
      (p) => {
        const base = log1p(neg(p));
        const reached = log1p(sub(mul(value, sub(mul(p, 2), 1)), p));
        return div(sub(reached, base), sub(log(p), base));
      },
      () => value,
    );
  }

  override entropy(): Tensor {
    const [zero, one] = [log1p(neg(this.probs)), log(this.probs)];
    return sub(sub(mul(this.mean, sub(zero, one)), this.logNorm), zero);
  }

  override klTo(other: this): Tensor {
    const moved = mul(this.mean, sub(this.logits, other.logits));
    const own = add(this.logNorm, log1p(neg(this.probs)));
    return sub(add(moved, own), add(other.logNorm, log1p(neg(other.probs))));
  }
}
