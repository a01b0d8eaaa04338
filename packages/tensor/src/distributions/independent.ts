// Independent: the last batch dimensions of a distribution taken as parts of one event.

import { ArgumentError } from "../checks/errors.js";
import { sum } from "../ops/reductions/sum.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, independent } from "./constraints.js";
import { Distribution, type DistributionOptions, type Divergence, type SampleOptions } from "./distribution.js";
import type { ParameterValue } from "./parameters.js";

/**
 * The base's distribution with its last `reinterpretedBatchNdims` batch dimensions in the event: probabilities are summed over them.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.independent.Independent.
 *
 * @throws ArgumentError where the base has fewer batch dimensions.
 * @example
 * ```ts
 * import { ones, zeros } from "@bernoulli/tensor";
 * import { Independent, Normal } from "@bernoulli/tensor/distributions";
 * const vectors = new Independent(new Normal(zeros(3), ones(3)), 1);
 * vectors.eventShape; // → [3]
 * vectors.logProb(zeros(3)).item(); // → -2.7568157
 * ```
 */
export class Independent extends Distribution {
  readonly baseDist: Distribution;
  readonly reinterpretedBatchNdims: number;

  constructor(baseDistribution: Distribution, reinterpretedBatchNdims: number, options: DistributionOptions = {}) {
    const { batchShape, eventShape } = baseDistribution;
    const kept = batchShape.length - reinterpretedBatchNdims;
    if (!(kept >= 0) || !Number.isInteger(reinterpretedBatchNdims) || reinterpretedBatchNdims < 0)
      throw new ArgumentError(
        `Independent: Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual ${reinterpretedBatchNdims} vs ${batchShape.length}`,
      );
    super(batchShape.slice(0, kept), [...batchShape.slice(kept), ...eventShape], options);
    this.baseDist = baseDistribution;
    this.reinterpretedBatchNdims = reinterpretedBatchNdims;
  }

  get support(): Constraint {
    return independent(this.baseDist.support, this.reinterpretedBatchNdims);
  }
  override get hasRsample(): boolean {
    return this.baseDist.hasRsample;
  }
  override get like(): Tensor {
    return this.baseDist.like;
  }

  #summed(values: Tensor): Tensor {
    const dims = Array.from({ length: this.reinterpretedBatchNdims }, (_, at) => -1 - at);
    return dims.length === 0 ? values : sum(values, dims);
  }

  override get mean(): Tensor {
    return this.baseDist.mean;
  }
  override get mode(): Tensor {
    return this.baseDist.mode;
  }
  override get variance(): Tensor {
    return this.baseDist.variance;
  }
  override get stddev(): Tensor {
    return this.baseDist.stddev;
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return this.baseDist.sample(sampleShape, options);
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return this.baseDist.rsample(sampleShape, options);
  }

  logProb(value: ParameterValue): Tensor {
    return this.#summed(this.baseDist.logProb(value));
  }

  override entropy(): Tensor {
    return this.#summed(this.baseDist.entropy());
  }

  override klTo(other: this, between: Divergence): Tensor | null {
    if (other.reinterpretedBatchNdims !== this.reinterpretedBatchNdims) return null;
    return this.#summed(between(this.baseDist, other.baseDist));
  }

  override enumerateSupport(expand = true): Tensor {
    if (this.reinterpretedBatchNdims > 0)
      throw new ArgumentError(
        "Independent: Enumeration over cartesian product is not implemented; that of the base is baseDist.enumerateSupport()",
      );
    return this.baseDist.enumerateSupport(expand);
  }

  override expand(batchShape: Shape): this {
    const taken = this.eventShape.slice(0, this.reinterpretedBatchNdims);
    const base = this.baseDist.expand([...batchShape, ...taken]);
    return new Independent(base, this.reinterpretedBatchNdims, { validateArgs: this.validateArgs }) as this;
  }

  override toString(): string {
    return `Independent(${this.baseDist}, ${this.reinterpretedBatchNdims})`;
  }
}
