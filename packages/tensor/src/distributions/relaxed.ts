// Relaxed Bernoulli and categorical distributions: draws between the categories, nearer to one the lower the temperature, and with
// gradients (Maddison, Mnih and Teh, 2017; Jang, Gu and Poole, 2017).

import { fullLike } from "../ops/creation/creation.js";
import { add, sub } from "../ops/pointwise/add.js";
import { div } from "../ops/pointwise/div.js";
import { exp, log } from "../ops/pointwise/exp.js";
import { lgamma } from "../ops/pointwise/gamma.js";
import { log1p } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { rand } from "../ops/random/random.js";
import { logsumexp } from "../ops/reductions/logsumexp.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { Categories } from "./categorical.js";
import { type Constraint, real, realVector, simplex, unitInterval } from "./constraints.js";
import type { Distribution, SampleOptions } from "./distribution.js";
import { broadcastAll, type ParameterValue } from "./parameters.js";
import { ByProbabilities, clamped, givenOf, type ProbabilityArguments } from "./probabilities.js";
import { TransformedDistribution } from "./transformed.js";
import { ExpTransform, SigmoidTransform } from "./transforms.js";

/** The same of another base. */
function again<D extends TransformedDistribution>(distribution: D, base: Distribution): D {
  return Object.setPrototypeOf(
    new TransformedDistribution(base, distribution.transforms, { validateArgs: distribution.validateArgs }),
    Object.getPrototypeOf(distribution),
  );
}

function temperatureOf(owner: string, temperature: ParameterValue): Tensor {
  return broadcastAll(owner, { temperature }).temperature;
}

/**
 * The logits of a {@link RelaxedBernoulli}.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.relaxed_bernoulli.LogitRelaxedBernoulli.
 *
 * @throws ArgumentError for probabilities outside [0, 1], and unless one of probs and logits is given.
 * @example
 * ```ts
 * import { LogitRelaxedBernoulli } from "@bernoulli/tensor/distributions";
 * new LogitRelaxedBernoulli(1, 0.5).logProb(0).item(); // → -1.3862944
 * ```
 */
export class LogitRelaxedBernoulli extends ByProbabilities {
  readonly temperature: Tensor;
  readonly support: Constraint = real;

  constructor(temperature: ParameterValue, ...given: ProbabilityArguments) {
    const taken = givenOf("LogitRelaxedBernoulli", given);
    super(taken.tensor.shape, [], taken, { probs: unitInterval, logits: real });
    this.temperature = temperatureOf("LogitRelaxedBernoulli", temperature);
  }

  protected override front(): readonly unknown[] {
    return [this.temperature];
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const shape = this.extendedShape(sampleShape);
    const probs = clamped(expandTo("LogitRelaxedBernoulli", this.probs, shape));
    const { dtype, device } = probs;
    const drawn = clamped(rand(shape, { dtype, device, ...this.generatorOf(options) }));
    const noise = sub(log(drawn), log1p(neg(drawn)));
    return div(sub(add(noise, log(probs)), log1p(neg(probs))), this.temperature);
  }

  logProb(value: ParameterValue): Tensor {
    const { logits, temperature } = this;
    const difference = sub(logits, mul(this.checkValue(value, logits), temperature));
    return sub(add(log(temperature), difference), mul(log1p(exp(difference)), 2));
  }
}

/**
 * A number in (0, 1), near 1 with probability `probs` and else near 0, the nearer the lower the temperature.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.relaxed_bernoulli.RelaxedBernoulli.
 *
 * @throws ArgumentError for probabilities outside [0, 1], and unless one of probs and logits is given.
 * @example
 * ```ts
 * import { manualSeed } from "@bernoulli/tensor";
 * import { RelaxedBernoulli } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * new RelaxedBernoulli(0.5, 0.9).rsample().item(); // → 0.9874389
 * ```
 */
export class RelaxedBernoulli extends TransformedDistribution<LogitRelaxedBernoulli> {
  constructor(temperature: ParameterValue, ...given: ProbabilityArguments) {
    const base = new LogitRelaxedBernoulli(temperature, ...given);
    super(base, new SigmoidTransform(), { validateArgs: base.validateArgs });
  }

  override expand(batchShape: Shape): this {
    return again(this, this.baseDist.expand(batchShape));
  }
  get temperature(): Tensor {
    return this.baseDist.temperature;
  }
  get probs(): Tensor {
    return this.baseDist.probs;
  }
  get logits(): Tensor {
    return this.baseDist.logits;
  }
}

/**
 * The logarithms of a {@link RelaxedOneHotCategorical}.
 *
 * @throws ArgumentError as {@link Categorical}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { ExpRelaxedCategorical } from "@bernoulli/tensor/distributions";
 * new ExpRelaxedCategorical(1, tensor([1, 3])).probs.toArray(); // → [0.25, 0.75]
 * ```
 */
export class ExpRelaxedCategorical extends Categories {
  readonly temperature: Tensor;
  readonly support: Constraint = realVector;

  constructor(temperature: ParameterValue, ...given: ProbabilityArguments) {
    super("ExpRelaxedCategorical", given, true);
    this.temperature = temperatureOf("ExpRelaxedCategorical", temperature);
  }

  protected override front(): readonly unknown[] {
    return [this.temperature];
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { logits } = this;
    const { dtype, device } = logits;
    const drawn = clamped(rand(this.extendedShape(sampleShape), { dtype, device, ...this.generatorOf(options) }));
    const scores = div(add(logits, neg(log(neg(log(drawn))))), this.temperature);
    return sub(scores, logsumexp(scores, -1, { keepdim: true }));
  }

  logProb(value: ParameterValue): Tensor {
    const { logits, temperature, events } = this;
    const scale = add(lgamma(fullLike(temperature, events)), mul(log(temperature), events - 1));
    const score = sub(logits, mul(this.checkValue(value, logits), temperature));
    return add(sum(sub(score, logsumexp(score, -1, { keepdim: true })), -1), scale);
  }

  override entropy(): Tensor {
    return this.missing("entropy");
  }

  override klTo(_other: this): null {
    return null;
  }
}

/**
 * Probabilities of categories that are near one of them, the nearer the lower the temperature: the Gumbel-softmax, or concrete,
 * distribution.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.relaxed_categorical.RelaxedOneHotCategorical.
 *
 * @throws ArgumentError as {@link Categorical}.
 * @example
 * ```ts
 * import { manualSeed, tensor } from "@bernoulli/tensor";
 * import { RelaxedOneHotCategorical } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * new RelaxedOneHotCategorical(0.5, tensor([1, 3])).rsample().toArray(); // → [0.01549185, 0.9845082]
 * ```
 */
export class RelaxedOneHotCategorical extends TransformedDistribution<ExpRelaxedCategorical> {
  constructor(temperature: ParameterValue, ...given: ProbabilityArguments) {
    const base = new ExpRelaxedCategorical(temperature, ...given);
    super(base, new ExpTransform(), { validateArgs: base.validateArgs });
  }

  override get support(): Constraint {
    return simplex;
  }
  override expand(batchShape: Shape): this {
    return again(this, this.baseDist.expand(batchShape));
  }
  get temperature(): Tensor {
    return this.baseDist.temperature;
  }
  get probs(): Tensor {
    return this.baseDist.probs;
  }
  get logits(): Tensor {
    return this.baseDist.logits;
  }
}
