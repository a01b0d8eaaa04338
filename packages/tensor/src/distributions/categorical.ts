// Categorical, and the same as rows with a single one: OneHotCategorical, OneHotCategoricalStraightThrough.

import { noGrad } from "../autograd/grad-mode.js";
import { ArgumentError } from "../checks/errors.js";
import { arange, eye, full } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { gather } from "../ops/indexing/gather.js";
import { oneHot as oneHotOf } from "../ops/indexing/one-hot.js";
import { logSoftmax } from "../ops/norms/log-softmax.js";
import { softmax } from "../ops/norms/softmax.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { eq } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { where } from "../ops/pointwise/where.js";
import { multinomial } from "../ops/random/multinomial.js";
import { argmax } from "../ops/reductions/max.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import { detach } from "../ops/views/detach.js";
import { t } from "../ops/views/permute.js";
import { reshape, squeeze, unsqueeze } from "../ops/views/view.js";
import { broadcastShapes, numberOfElements, type Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, integerInterval, oneHot, realVector, simplex } from "./constraints.js";
import type { SampleOptions } from "./distribution.js";
import { finfo, type ParameterValue } from "./parameters.js";
import { ByProbabilities, clamped, givenOf, type ProbabilityArguments } from "./probabilities.js";

/** What is drawn from categories by their probabilities, which stand in the last dimension and are made to sum to 1. */
export abstract class Categories extends ByProbabilities {
  protected readonly events: number;

  /** `isEvent`: whether a value has a number for each category. */
  protected constructor(owner: string, given: ProbabilityArguments, isEvent: boolean) {
    const { kind, tensor, options } = givenOf(owner, given);
    if (tensor.ndim < 1) throw new ArgumentError(`${owner}: \`${kind}\` parameter must be at least one-dimensional.`);
    const normal = kind === "probs" ? div(tensor, sum(tensor, -1, { keepdim: true })) : logSoftmax(tensor, -1);
    const events = tensor.shape.slice(-1);
    const constraints = { probs: simplex, logits: realVector };
    super(tensor.shape.slice(0, -1), isEvent ? events : [], { kind, tensor: normal, options }, constraints);
    this.events = events[0]!;
  }

  protected override probsOf(logits: Tensor): Tensor {
    return softmax(logits, -1);
  }
  protected override logitsOf(probs: Tensor): Tensor {
    return log(clamped(probs));
  }

  /** Indices, int32. Shape: → sampleShape + batchShape. */
  protected drawn(sampleShape: Shape, options: SampleOptions): Tensor {
    return noGrad(() => {
      const rows = reshape(this.probs, -1, this.events);
      const drawing = { replacement: true, ...this.generatorOf(options) };
      const indices = t(multinomial(rows, numberOfElements(sampleShape), drawing));
      return reshape(indices, [...sampleShape, ...this.batchShape]);
    });
  }

  protected logProbOf(indices: Tensor): Tensor {
    const batch = broadcastShapes(this.constructor.name, indices.shape, this.batchShape);
    const wide = expandTo(this.constructor.name, this.logits, [...batch, this.events]);
    return squeeze(gather(wide, -1, unsqueeze(expandTo(this.constructor.name, indices, batch), -1)), -1);
  }

  override entropy(): Tensor {
    const { logits } = this;
    return neg(sum(mul(clamp(logits, { min: finfo(logits).min }), this.probs), -1));
  }

  override klTo(other: this): Tensor | null {
    const { probs } = this;
    const terms = mul(probs, sub(this.logits, other.logits));
    const impossible = where(eq(probs, 0), 0, where(eq(other.probs, 0), Number.POSITIVE_INFINITY as number, terms));
    return sum(impossible, -1);
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
export class Categorical extends Categories {
  readonly support: Constraint;

  constructor(...given: ProbabilityArguments) {
    super("Categorical", given, false);
    this.support = integerInterval(this.events - 1);
  }

  #unknown(): Tensor {
    const { dtype, device } = this.probs;
    return full(this.batchShape, Number.NaN, { dtype, device });
  }
  /** NaN: categories have none. */
  override get mean(): Tensor {
    return this.#unknown();
  }
  override get mode(): Tensor {
    return argmax(this.probs, -1);
  }
  override get variance(): Tensor {
    return this.#unknown();
  }

  override enumerateSupport(expand = true): Tensor {
    return this.enumerated(arange(this.events, { dtype: "int32", device: this.probs.device }), expand);
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return this.drawn(sampleShape, options);
  }

  logProb(value: ParameterValue): Tensor {
    return this.logProbOf(to(this.checkValue(value, this.logits), "int32"));
  }
}

/**
 * Categories as rows of zeros with a single one, in the probabilities' dtype.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.one_hot_categorical.OneHotCategorical.
 *
 * @throws ArgumentError as {@link Categorical}.
 * @example
 * ```ts
 * import { manualSeed, tensor } from "@bernoulli/tensor";
 * import { OneHotCategorical } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * new OneHotCategorical(tensor([1, 2, 1])).sample().toArray(); // → [0, 0, 1]
 * ```
 */
export class OneHotCategorical extends Categories {
  override readonly family: string = "OneHotCategorical";
  readonly support: Constraint = oneHot;

  constructor(...given: ProbabilityArguments) {
    super(new.target.name, given, true);
  }

  override get mean(): Tensor {
    return this.probs;
  }
  override get mode(): Tensor {
    return this.#hot(argmax(this.probs, -1));
  }
  override get variance(): Tensor {
    const { probs } = this;
    return mul(probs, add(neg(probs), 1));
  }

  #hot(indices: Tensor): Tensor {
    return to(oneHotOf(indices, this.events), this.probs.dtype);
  }

  override enumerateSupport(expand = true): Tensor {
    const { dtype, device } = this.probs;
    return this.enumerated(eye(this.events, { dtype, device }), expand);
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return this.#hot(this.drawn(sampleShape, options));
  }

  logProb(value: ParameterValue): Tensor {
    return this.logProbOf(argmax(this.checkValue(value, this.logits), -1));
  }
}

/**
 * A {@link OneHotCategorical} whose draws pass gradients on to the probabilities as they are: the straight-through estimator of
 * Bengio, Léonard and Courville, 2013.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.one_hot_categorical.OneHotCategoricalStraightThrough.
 *
 * @throws ArgumentError as {@link Categorical}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { OneHotCategoricalStraightThrough } from "@bernoulli/tensor/distributions";
 * const logits = tensor([0, 1], { requiresGrad: true });
 * new OneHotCategoricalStraightThrough({ logits }).rsample().requiresGrad; // → true
 * ```
 */
export class OneHotCategoricalStraightThrough extends OneHotCategorical {
  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { probs } = this;
    return add(this.sample(sampleShape, options), sub(probs, detach(probs)));
  }
}
