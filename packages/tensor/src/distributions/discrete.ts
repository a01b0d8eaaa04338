// Bernoulli, Categorical and Geometric: whole numbers of probabilities or their logarithms, which have no gradients. Poisson, of a
// rate, is poisson.ts's.

import { noGrad } from "../autograd/grad-mode.js";
import { ArgumentError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";
import { full, zeros, zerosLike } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { gather } from "../ops/indexing/gather.js";
import { logSoftmax } from "../ops/norms/log-softmax.js";
import { softmax } from "../ops/norms/softmax.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { eq } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { log1p, logaddexp } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { reciprocal } from "../ops/pointwise/roots.js";
import { sigmoid } from "../ops/pointwise/tanh.js";
import { where } from "../ops/pointwise/where.js";
import { bernoulli } from "../ops/random/each.js";
import { multinomial } from "../ops/random/multinomial.js";
import { uniform_ } from "../ops/random/random.js";
import { argmax } from "../ops/reductions/max.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import { t } from "../ops/views/permute.js";
import { reshape, squeeze, unsqueeze } from "../ops/views/view.js";
import { broadcastShapes, numberOfElements, type Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import {
  boolean,
  type Constraint,
  count,
  integerInterval,
  real,
  realVector,
  simplex,
  unitInterval,
} from "./constraints.js";
import {
  broadcastAll,
  Distribution,
  type DistributionOptions,
  finfo,
  type ParameterValue,
  type SampleOptions,
} from "./distribution.js";

/** One of the two: probabilities, or their logarithms as odds (of Categorical: but for a constant). */
export type ProbabilityOptions = DistributionOptions & {
  readonly probs?: ParameterValue;
  readonly logits?: ParameterValue;
};

/** Probabilities as the first argument, or one of the two in options. */
export type ProbabilityArguments =
  | [probs: ParameterValue, options?: DistributionOptions]
  | [options: ProbabilityOptions];

type Kind = "probs" | "logits";

function givenOf(
  owner: string,
  given: ProbabilityArguments,
): { kind: Kind; tensor: Tensor; options: DistributionOptions } {
  const [first, second = {}] = given as [ParameterValue | ProbabilityOptions, DistributionOptions?];
  const isValue = isTensor(first) || typeof first === "number";
  const { probs, logits, ...options }: ProbabilityOptions = isValue ? { probs: first, ...second } : (first ?? {});
  checkOptions(owner, { probs, logits, ...options }, ["probs", "logits", "validateArgs"]);
  if ((probs === undefined) === (logits === undefined))
    throw new ArgumentError(`${owner}: Either \`probs\` or \`logits\` must be specified, but not both.`);
  const kind = probs === undefined ? "logits" : "probs";
  return { kind, tensor: broadcastAll(owner, { value: (probs ?? logits)! }).value, options };
}

/** What logits are made of: no logarithm is infinite. */
function clamped(probs: Tensor): Tensor {
  const { eps } = finfo(probs);
  return clamp(probs, eps, 1 - eps);
}

function oddsOf(probs: Tensor): Tensor {
  const inner = clamped(probs);
  return sub(log(inner), log1p(neg(inner)));
}

/** −t log p − (1 − t) log (1 − p), p by its logits. */
function crossEntropyOf(logits: Tensor, target: Tensor): Tensor {
  // log σ(x) = −log(1 + e⁻ˣ)
  const logSigmoid = neg(logaddexp(zerosLike(logits), neg(logits)));
  return sub(mul(add(neg(target), 1), logits), logSigmoid);
}

abstract class Discrete extends Distribution {
  protected readonly parameters: Readonly<Record<string, Tensor>>;
  readonly #kind: Kind;
  readonly #given: Tensor;

  protected constructor(batchShape: Shape, eventShape: Shape, kind: Kind, given: Tensor, options: DistributionOptions) {
    super(batchShape, eventShape, options);
    this.#kind = kind;
    this.#given = given;
    this.parameters = { [kind]: given };
  }

  get probs(): Tensor {
    return this.#kind === "probs" ? this.#given : this.probsOf(this.#given);
  }
  get logits(): Tensor {
    return this.#kind === "logits" ? this.#given : this.logitsOf(this.#given);
  }

  protected probsOf(logits: Tensor): Tensor {
    return sigmoid(logits);
  }
  protected logitsOf(probs: Tensor): Tensor {
    return oddsOf(probs);
  }

  override rsample(_shape: Shape = [], _options: SampleOptions = {}): Tensor {
    return this.missing("rsample");
  }
}

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
export class Bernoulli extends Discrete {
  protected readonly support: Constraint = boolean;

  constructor(...given: ProbabilityArguments) {
    const { kind, tensor, options } = givenOf("Bernoulli", given);
    super(tensor.shape, [], kind, tensor, options);
    this.checkParameters({ probs: unitInterval, logits: real });
  }

  get mean(): Tensor {
    return this.probs;
  }
  get variance(): Tensor {
    const { probs } = this;
    return mul(probs, add(neg(probs), 1));
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
    return sub(crossEntropyOf(other.logits, this.probs), crossEntropyOf(this.logits, this.probs));
  }
}

/**
 * Indices of categories, int32, by their probabilities, which stand in the last dimension and are made to sum to 1.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.categorical.Categorical.
 *
 * @throws ArgumentError for negative probabilities, for no dimension, and unless one of probs and logits is given.
 * @example
 * ```ts
 * import { manualSeed, tensor } from "@bernoulli/tensor";
 * import { Categorical } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * const weather = new Categorical(tensor([1, 2, 1]));
 * weather.sample([4]).toArray(); // → [2, 1, 1, 2]
 * weather.logProb(1).item(); // → -0.6931471
 * ```
 */
export class Categorical extends Discrete {
  protected readonly support: Constraint;
  readonly #events: number;

  constructor(...given: ProbabilityArguments) {
    const { kind, tensor, options } = givenOf("Categorical", given);
    if (tensor.ndim < 1)
      throw new ArgumentError(`Categorical: \`${kind}\` parameter must be at least one-dimensional.`);
    const normal = kind === "probs" ? div(tensor, sum(tensor, -1, { keepdim: true })) : logSoftmax(tensor, -1);
    super(tensor.shape.slice(0, -1), [], kind, normal, options);
    this.#events = tensor.shape[tensor.ndim - 1]!;
    this.support = integerInterval(this.#events - 1);
    this.checkParameters({ probs: simplex, logits: realVector });
  }

  protected override probsOf(logits: Tensor): Tensor {
    return softmax(logits, -1);
  }
  protected override logitsOf(probs: Tensor): Tensor {
    return log(clamped(probs));
  }

  #unknown(): Tensor {
    const { dtype, device } = this.probs;
    return full(this.batchShape, Number.NaN, { dtype, device });
  }
  /** NaN: categories have none. */
  get mean(): Tensor {
    return this.#unknown();
  }
  get mode(): Tensor {
    return argmax(this.probs, -1);
  }
  get variance(): Tensor {
    return this.#unknown();
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() => {
      const rows = reshape(this.probs, -1, this.#events);
      const drawing = { replacement: true, ...this.generatorOf(options) };
      return reshape(t(multinomial(rows, numberOfElements(sampleShape), drawing)), this.extendedShape(sampleShape));
    });
  }

  logProb(given: ParameterValue): Tensor {
    const { logits } = this;
    const value = to(this.checkValue(given, logits), "int32");
    const batch = broadcastShapes("Categorical", value.shape, this.batchShape);
    const wide = expandTo("Categorical", logits, [...batch, this.#events]);
    return squeeze(gather(wide, -1, unsqueeze(expandTo("Categorical", value, batch), -1)), -1);
  }

  override entropy(): Tensor {
    const { logits } = this;
    return neg(sum(mul(clamp(logits, { min: finfo(logits).min }), this.probs), -1));
  }

  override klTo(other: this): Tensor {
    const { probs } = this;
    const terms = mul(probs, sub(this.logits, other.logits));
    const impossible = where(eq(probs, 0), 0, where(eq(other.probs, 0), Number.POSITIVE_INFINITY as number, terms));
    return sum(impossible, -1);
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
export class Geometric extends Discrete {
  protected readonly support: Constraint = count;

  constructor(...given: ProbabilityArguments) {
    const { kind, tensor, options } = givenOf("Geometric", given);
    super(tensor.shape, [], kind, tensor, options);
    this.checkParameters({
      probs: {
        name: "Interval(lower_bound=0.0, upper_bound=1.0), and to be positive",
        event: 0,
        holds: (p, at) => p[at]! > 0 && p[at]! <= 1,
      },
      logits: real,
    });
  }

  get mean(): Tensor {
    return sub(reciprocal(this.probs), 1);
  }
  get mode(): Tensor {
    return zerosLike(this.probs);
  }
  get variance(): Tensor {
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
    // 0 · log 0 is 0: what always succeeds never fails.
    const failures = where(eq(value, 0), zerosLike(probs), log1p(neg(probs)));
    return add(mul(failures, value), log(probs));
  }

  override entropy(): Tensor {
    return div(crossEntropyOf(this.logits, this.probs), this.probs);
  }

  override klTo(other: this): Tensor {
    return sub(sub(neg(this.entropy()), div(log1p(neg(other.probs)), this.probs)), other.logits);
  }
}
