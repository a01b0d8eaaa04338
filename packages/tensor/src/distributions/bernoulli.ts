// Bernoulli and Geometric: whole numbers of one probability, which have no gradients.

import { noGrad } from "../autograd/grad-mode.js";
import { arange, zeros, zerosLike } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { add, sub } from "../ops/pointwise/add.js";
import { eq, ge } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { log1p } from "../ops/pointwise/logarithms.js";
import { logicalAnd } from "../ops/pointwise/logical.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { reciprocal } from "../ops/pointwise/roots.js";
import { softplus } from "../ops/pointwise/softplus.js";
import { where } from "../ops/pointwise/where.js";
import { bernoulli } from "../ops/random/each.js";
import { uniform_ } from "../ops/random/random.js";
import { expandTo } from "../ops/reductions/sum.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { boolean, type Constraint, count, real, unitInterval } from "./constraints.js";
import type { SampleOptions } from "./distribution.js";
import { finfo, type ParameterValue } from "./parameters.js";
import { ByProbabilities, crossEntropyOf, givenOf, type ProbabilityArguments } from "./probabilities.js";

/**
 * One with probability `probs`, else zero.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.bernoulli.Bernoulli.
 *
 * @throws ArgumentError for probabilities outside [0, 1], and unless one of probs and logits is given.
 * @example
 * ```ts
 * import { manualSeed, tensor } from "@bernoulli/tensor";
 * import { Bernoulli } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * new Bernoulli(tensor([0.5, 0.9])).sample().toArray(); // → [1, 1]
 * new Bernoulli({ logits: 0 }).logProb(1).item(); // → -0.6931472
 * ```
 */
export class Bernoulli extends ByProbabilities {
  override readonly family: string = "Bernoulli";
  readonly support: Constraint = boolean;

  constructor(...given: ProbabilityArguments) {
    const taken = givenOf("Bernoulli", given);
    super(taken.tensor.shape, [], taken, { probs: unitInterval, logits: real });
  }

  override get mean(): Tensor {
    return this.probs;
  }
  override get variance(): Tensor {
    const { probs } = this;
    return mul(probs, add(neg(probs), 1));
  }

  override get mode(): Tensor {
    const { probs } = this;
    return where(eq(probs, 0.5), Number.NaN, to(ge(probs, 0.5), probs.dtype));
  }

  override enumerateSupport(expand = true): Tensor {
    const { dtype, device } = this.probs;
    return this.enumerated(arange(2, { dtype, device }), expand);
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() =>
      bernoulli(expandTo("Bernoulli", this.probs, this.extendedShape(sampleShape)), this.generatorOf(options)),
    );
  }

  logProb(value: ParameterValue): Tensor {
    const { logits } = this;
    return neg(crossEntropyOf(logits, to(this.checkValue(value, logits), logits.dtype)));
  }

  override entropy(): Tensor {
    return crossEntropyOf(this.logits, this.probs);
  }

  override klTo(other: this): Tensor {
    const [own, others] = [this.logits, other.logits];
    const ones = mul(this.probs, sub(softplus(neg(others)), softplus(neg(own))));
    const zeros = mul(add(neg(this.probs), 1), sub(softplus(others), softplus(own)));
    // Where it cannot be: nothing, or all.
    const of = (terms: Tensor, value: number) =>
      where(eq(this.probs, 1 - value), 0, where(eq(other.probs, 1 - value), Number.POSITIVE_INFINITY as number, terms));
    return add(of(ones, 1), of(zeros, 0));
  }
}

/**
 * How often what succeeds with probability `probs` fails before.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.geometric.Geometric.
 *
 * @throws ArgumentError for probabilities outside (0, 1], and unless one of probs and logits is given.
 * @example
 * ```ts
 * import { Geometric } from "@bernoulli/tensor/distributions";
 * new Geometric(0.25).mean.item(); // → 3
 * ```
 */
export class Geometric extends ByProbabilities {
  readonly support: Constraint = count;

  constructor(...given: ProbabilityArguments) {
    const taken = givenOf("Geometric", given);
    super(taken.tensor.shape, [], taken, {
      probs: {
        name: "Interval(lower_bound=0.0, upper_bound=1.0), and to be positive",
        event: 0,
        holds: (p, at) => p[at]! > 0 && p[at]! <= 1,
      },
      logits: real,
    });
  }

  override get mean(): Tensor {
    return sub(reciprocal(this.probs), 1);
  }
  override get mode(): Tensor {
    return zerosLike(this.probs);
  }
  override get variance(): Tensor {
    return div(this.mean, this.probs);
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() => {
      const { dtype, device } = this.probs;
      const drawn = zeros(this.extendedShape(sampleShape), { dtype, device });
      uniform_(drawn, finfo(drawn).tiny, 1, this.generatorOf(options));
      return div(log(drawn), log1p(neg(this.probs)), { roundingMode: "floor" });
    });
  }

  logProb(given: ParameterValue): Tensor {
    const { probs } = this;
    const value = this.checkValue(given, probs);
    // 0 · log 0 is 0: what always succeeds never fails. Chosen before the logarithm, whose slope there is infinite.
    const failures = log1p(neg(where(logicalAnd(eq(value, 0), eq(probs, 1)), zerosLike(probs), probs)));
    return add(mul(failures, value), log(probs));
  }

  override entropy(): Tensor {
    return div(crossEntropyOf(this.logits, this.probs), this.probs);
  }

  override klTo(other: this): Tensor {
    return sub(sub(neg(this.entropy()), div(log1p(neg(other.probs)), this.probs)), other.logits);
  }
}
