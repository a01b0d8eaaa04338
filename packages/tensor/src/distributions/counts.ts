// Binomial, NegativeBinomial and Multinomial: how often it happens; without gradients for what is drawn.

import { noGrad } from "../autograd/grad-mode.js";
import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import { arange, full, onesLike, zeros } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { scatterAdd } from "../ops/indexing/gather.js";
import { abs } from "../ops/pointwise/abs.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { eq, gt, lt } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { exp } from "../ops/pointwise/exp.js";
import { minimum } from "../ops/pointwise/extremes.js";
import { lgamma } from "../ops/pointwise/gamma.js";
import { log1p } from "../ops/pointwise/logarithms.js";
import { logicalAnd } from "../ops/pointwise/logical.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { floor } from "../ops/pointwise/rounding.js";
import { logsigmoid } from "../ops/pointwise/softplus.js";
import { sigmoid } from "../ops/pointwise/tanh.js";
import { where } from "../ops/pointwise/where.js";
import { binomial, poisson } from "../ops/random/each.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import { any } from "../ops/reductions/truths.js";
import { movedim } from "../ops/views/permute.js";
import { view } from "../ops/views/view.js";
import { item, toTypedArray } from "../tensor/reads.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { Categories } from "./categorical.js";
import {
  type Constraint,
  count,
  countsOf,
  halfOpenInterval,
  nonNegative,
  real,
  unitInterval,
  wholeUpTo,
} from "./constraints.js";
import type { SampleOptions } from "./distribution.js";
import { Gamma } from "./gamma.js";
import { broadcastAll, type ParameterValue } from "./parameters.js";
import { ByProbabilities, givenOf, type ProbabilityArguments } from "./probabilities.js";

/** Half of its gradient at 0, as PyTorch has it. */
function positivePart(x: Tensor): Tensor {
  return div(sub(add(clamp(x, { min: 0 }), x), clamp(x, { max: 0 })), 2);
}

/** Probabilities of one thing, and how often it is tried, in one shape. */
abstract class Counted extends ByProbabilities {
  readonly totalCount: Tensor;

  protected constructor(
    owner: string,
    totalCount: ParameterValue,
    given: ProbabilityArguments,
    limits: { readonly totalCount: Constraint; readonly probs: Constraint },
  ) {
    const taken = givenOf(owner, given);
    const both = broadcastAll(owner, { totalCount, tensor: taken.tensor });
    super(both.tensor.shape, [], { ...taken, tensor: both.tensor }, { probs: limits.probs, logits: real });
    this.totalCount = both.totalCount;
    this.parameters = { totalCount: this.totalCount, ...this.parameters };
    this.check<"totalCount">({ totalCount: this.totalCount }, limits);
  }

  protected override front(batchShape: Shape): readonly unknown[] {
    return [this.stretched(this.totalCount, batchShape)];
  }
}

/**
 * How many of `totalCount` succeed that each succeed with probability `probs`; draws are whole numbers in the probabilities' dtype.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.binomial.Binomial.
 *
 * @throws ArgumentError for counts that are negative or no whole numbers, for probabilities outside [0, 1], and unless one of probs and
 * logits is given.
 * @example
 * ```ts
 * import { Binomial } from "@bernoulli/tensor/distributions";
 * new Binomial(10, 0.25).mean.item(); // → 2.5
 * new Binomial(2, { logits: 0 }).logProb(1).exp().item(); // → 0.5
 * ```
 */
export class Binomial extends Counted {
  override readonly family: string = "Binomial";
  constructor(totalCount: ParameterValue, ...given: ProbabilityArguments) {
    super("Binomial", totalCount, given, { totalCount: count, probs: unitInterval });
  }

  get support(): Constraint {
    return wholeUpTo(this.totalCount);
  }
  override get mean(): Tensor {
    return mul(this.totalCount, this.probs);
  }
  override get mode(): Tensor {
    return minimum(floor(mul(add(this.totalCount, 1), this.probs)), this.totalCount);
  }
  override get variance(): Tensor {
    const { probs } = this;
    return mul(mul(this.totalCount, probs), add(neg(probs), 1));
  }

  override enumerateSupport(expand = true): Tensor {
    const { totalCount } = this;
    return this.enumerated(arange(1 + this.#same(), { dtype: totalCount.dtype, device: totalCount.device }), expand);
  }

  /** The count that all of them have. */
  #same(): number {
    const counts = toTypedArray(this.totalCount);
    if (counts.some((one) => one !== counts[0]))
      throw new ArgumentError(
        "Binomial: Inhomogeneous total count not supported by `entropy` and `enumerateSupport`; make a distribution of each count",
      );
    return counts[0] ?? 0;
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const shape = this.extendedShape(sampleShape);
    const stretched = (value: Tensor) => expandTo("Binomial", value, shape);
    return noGrad(() => binomial(stretched(this.totalCount), stretched(this.probs), this.generatorOf(options)));
  }

  logProb(given: ParameterValue): Tensor {
    const { totalCount, logits } = this;
    const value = to(this.checkValue(given, logits), logits.dtype);
    const others = lgamma(add(sub(totalCount, value), 1));
    const spread = mul(totalCount, log1p(exp(neg(abs(logits)))));
    const normal = sub(add(mul(totalCount, positivePart(logits)), spread), lgamma(add(totalCount, 1)));
    return sub(sub(sub(mul(value, logits), lgamma(add(value, 1))), others), normal);
  }

  override entropy(): Tensor {
    const logProb = this.logProb(this.enumerateSupport(false));
    return neg(sum(mul(exp(logProb), logProb), 0));
  }

  override klTo(other: this): Tensor {
    if (item(any(lt(this.totalCount, other.totalCount))))
      throw new ArgumentError(
        "klDivergence: KL between Binomials where q.total_count > p.total_count is not implemented; give both one totalCount, or average p.logProb(x) less q.logProb(x) over samples of p",
      );
    const each = add(mul(this.probs, sub(this.logits, other.logits)), log1p(neg(this.probs)));
    const terms = mul(this.totalCount, sub(each, log1p(neg(other.probs))));
    return where(gt(this.totalCount, other.totalCount), Number.POSITIVE_INFINITY as number, terms);
  }
}

/**
 * How often what succeeds with probability `probs` succeeds before it has failed `totalCount` times.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.negative_binomial.NegativeBinomial.
 *
 * @throws ArgumentError for negative counts, for probabilities outside [0, 1), and unless one of probs and logits is given.
 * @example
 * ```ts
 * import { NegativeBinomial } from "@bernoulli/tensor/distributions";
 * new NegativeBinomial(3, 0.5).mean.item(); // → 3
 * ```
 */
export class NegativeBinomial extends Counted {
  readonly support: Constraint = count;

  constructor(totalCount: ParameterValue, ...given: ProbabilityArguments) {
    super("NegativeBinomial", totalCount, given, { totalCount: nonNegative, probs: halfOpenInterval });
  }

  override get mean(): Tensor {
    return mul(this.totalCount, exp(this.logits));
  }
  override get mode(): Tensor {
    return clamp(floor(mul(sub(this.totalCount, 1), exp(this.logits))), { min: 0 });
  }
  override get variance(): Tensor {
    return div(this.mean, sigmoid(neg(this.logits)));
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() => {
      const rates = new Gamma(this.totalCount, exp(neg(this.logits)), { validateArgs: false });
      return poisson(rates.sample(sampleShape, options), this.generatorOf(options));
    });
  }

  logProb(given: ParameterValue): Tensor {
    const { totalCount, logits } = this;
    const value = to(this.checkValue(given, logits), logits.dtype);
    const own = add(mul(totalCount, logsigmoid(neg(logits))), mul(value, logsigmoid(logits)));
    const both = add(totalCount, value);
    const normal = add(add(neg(lgamma(both)), lgamma(add(value, 1))), lgamma(totalCount));
    return sub(own, where(eq(both, 0), 0, normal));
  }
}

/**
 * How many of `totalCount` draws fall in each category, by their probabilities, which stand in the last dimension.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.multinomial.Multinomial.
 *
 * @throws ArgumentError for a count that is no whole number, and as {@link Categorical}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Multinomial } from "@bernoulli/tensor/distributions";
 * new Multinomial(4, tensor([1, 1, 2])).mean.toArray(); // → [1, 1, 2]
 * ```
 */
export class Multinomial extends Categories {
  readonly totalCount: number;
  readonly support: Constraint;

  constructor(totalCount: number, ...given: ProbabilityArguments) {
    if (!Number.isSafeInteger(totalCount) || totalCount < 0)
      throw new ArgumentError(
        `Multinomial: inhomogeneous total_count is not supported: it is one whole number, but got ${describe(totalCount)}`,
      );
    super("Multinomial", given, true);
    this.totalCount = totalCount;
    this.support = countsOf(totalCount);
  }

  protected override front(): readonly unknown[] {
    return [this.totalCount];
  }

  override get mean(): Tensor {
    return mul(this.probs, this.totalCount);
  }
  override get variance(): Tensor {
    const { probs } = this;
    return mul(mul(probs, this.totalCount), add(neg(probs), 1));
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() => {
      const { dtype, device } = this.probs;
      const indices = movedim(this.drawn([this.totalCount, ...sampleShape], options), 0, -1);
      const found = zeros(this.extendedShape(sampleShape), { dtype, device });
      return scatterAdd(found, -1, indices, onesLike(indices, { dtype }));
    });
  }

  logProb(given: ParameterValue): Tensor {
    const value = to(this.checkValue(given, this.probs), this.probs.dtype);
    const orders = sub(lgamma(add(sum(value, -1), 1)), sum(lgamma(add(value, 1)), -1));
    const { logits } = this;
    // 0 · −∞ is 0: what cannot be did not happen.
    const isNothing = logicalAnd(eq(value, 0), eq(logits, Number.NEGATIVE_INFINITY));
    return add(orders, sum(mul(where(isNothing, 0, logits), value), -1));
  }

  override entropy(): Tensor {
    const { totalCount, probs } = this;
    const { dtype, device } = probs;
    const n = full([], totalCount, { dtype, device });
    const drawn = sub(mul(super.entropy(), totalCount), lgamma(add(n, 1)));
    const counts = view(arange(1, totalCount + 1, { dtype, device }), [-1, ...probs.shape.map(() => 1)]);
    const each = exp(new Binomial(totalCount, probs, { validateArgs: false }).logProb(counts));
    return add(drawn, sum(mul(each, lgamma(add(counts, 1))), [0, -1]));
  }

  override klTo(_other: this): null {
    return null;
  }
}
