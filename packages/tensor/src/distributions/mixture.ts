// MixtureSameFamily: one of several components, chosen by a categorical distribution.

import { noGrad } from "../autograd/grad-mode.js";
import { ArgumentError, ShapeError } from "../checks/errors.js";
import { gather } from "../ops/indexing/gather.js";
import { logSoftmax } from "../ops/norms/log-softmax.js";
import { add, sub } from "../ops/pointwise/add.js";
import { mul } from "../ops/pointwise/mul.js";
import { square } from "../ops/pointwise/roots.js";
import { logsumexp } from "../ops/reductions/logsumexp.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import { squeeze, unsqueeze, view } from "../ops/views/view.js";
import { broadcastShapes, type Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { Categorical } from "./categorical.js";
import type { Constraint } from "./constraints.js";
import { Distribution, type DistributionOptions, type SampleOptions } from "./distribution.js";
import type { ParameterValue } from "./parameters.js";

/**
 * The mixture of the components that stand in the last batch dimension of one distribution, by the weights of another.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.mixture_same_family.MixtureSameFamily.
 *
 * @throws ArgumentError unless the first is a Categorical and the second a Distribution; ShapeError where their shapes do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Categorical, MixtureSameFamily, Normal } from "@bernoulli/tensor/distributions";
 * const mixture = new MixtureSameFamily(new Categorical(tensor([1, 3])), new Normal(tensor([0, 4]), 1));
 * mixture.mean.item(); // → 3
 * mixture.variance.item(); // → 4
 * ```
 */
export class MixtureSameFamily extends Distribution {
  readonly mixtureDistribution: Categorical;
  readonly componentDistribution: Distribution;

  constructor(mixture: Categorical, component: Distribution, options: DistributionOptions = {}) {
    if (!(mixture instanceof Categorical))
      throw new ArgumentError(
        "MixtureSameFamily: The Mixture distribution needs to be an instance of torch.distributions.Categorical",
      );
    if (!(component instanceof Distribution))
      throw new ArgumentError(
        "MixtureSameFamily: The Component distribution needs to be an instance of torch.distributions.Distribution",
      );
    const components = component.batchShape.at(-1);
    if (components === undefined)
      throw new ShapeError(
        "MixtureSameFamily: the components stand in the last batch dimension, of which there is none",
      );
    const batch = component.batchShape.slice(0, -1);
    broadcastShapes("MixtureSameFamily", mixture.batchShape, batch);
    const weights = mixture.logits.size(-1);
    if (weights !== components)
      throw new ShapeError(
        `MixtureSameFamily: \`mixture_distribution component\` (${weights}) does not equal \`component_distribution.batch_shape[-1]\` (${components})`,
      );
    super(batch, component.eventShape, options);
    this.mixtureDistribution = mixture;
    this.componentDistribution = component;
  }

  get support(): Constraint {
    return this.componentDistribution.support;
  }
  override get like(): Tensor {
    return this.componentDistribution.like;
  }
  get #components(): number {
    return -1 - this.eventShape.length;
  }
  /** The weights, with ones for what the components have beside. */
  get #weights(): Tensor {
    const { probs } = this.mixtureDistribution;
    const missing = this.batchShape.length - this.mixtureDistribution.batchShape.length;
    const ones = (count: number) => Array.from({ length: Math.max(0, count) }, () => 1);
    return view(probs, [
      ...probs.shape.slice(0, -1),
      ...ones(this.mixtureDistribution.batchShape.length === 0 ? 0 : missing),
      probs.size(-1),
      ...ones(this.eventShape.length),
    ]);
  }
  override get mean(): Tensor {
    return sum(mul(this.#weights, this.componentDistribution.mean), this.#components);
  }
  override get variance(): Tensor {
    const weights = this.#weights;
    const within = sum(mul(weights, this.componentDistribution.variance), this.#components);
    const apart = square(sub(this.componentDistribution.mean, unsqueeze(this.mean, this.#components)));
    return add(within, sum(mul(weights, apart), this.#components));
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() => {
      const at = sampleShape.length + this.batchShape.length;
      const chosen = this.mixtureDistribution.sample(sampleShape, options);
      const drawn = this.componentDistribution.sample(sampleShape, options);
      const event = this.eventShape;
      const wide = view(chosen, [...chosen.shape, 1, ...event.map(() => 1)]);
      const places = expandTo("MixtureSameFamily", wide, [...drawn.shape.slice(0, at), 1, ...event]);
      return squeeze(gather(drawn, at, places), at);
    });
  }

  logProb(given: ParameterValue): Tensor {
    const value = unsqueeze(this.checkValue(given, this.like), this.#components);
    const weights = logSoftmax(this.mixtureDistribution.logits, -1);
    return logsumexp(add(this.componentDistribution.logProb(value), weights), -1);
  }

  override cdf(given: ParameterValue): Tensor {
    const value = unsqueeze(this.checkValue(given, this.like), this.#components);
    return sum(mul(this.componentDistribution.cdf(value), this.mixtureDistribution.probs), -1);
  }

  override expand(batchShape: Shape): this {
    const components = this.componentDistribution.expand([...batchShape, this.mixtureDistribution.logits.size(-1)]);
    const { validateArgs } = this;
    return new MixtureSameFamily(this.mixtureDistribution.expand(batchShape), components, { validateArgs }) as this;
  }

  override toString(): string {
    return `MixtureSameFamily(${this.mixtureDistribution}, ${this.componentDistribution})`;
  }
}
