// Independent: the last batch dimensions of a distribution taken as parts of one event.

import { ArgumentError } from "../checks/errors.js";
import { sum } from "../ops/reductions/sum.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, real } from "./constraints.js";
import {
  Distribution,
  type DistributionOptions,
  klDivergence,
  type ParameterValue,
  type SampleOptions,
} from "./distribution.js";

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
  override readonly hasRsample: boolean;
  // Values are the base's to check.
  protected readonly support: Constraint = real;
  protected readonly parameters: Readonly<Record<string, Tensor>> = {};

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
    this.hasRsample = baseDistribution.hasRsample;
  }

  #summed(values: Tensor): Tensor {
    const dims = Array.from({ length: this.reinterpretedBatchNdims }, (_, at) => -1 - at);
    return dims.length === 0 ? values : sum(values, dims);
  }

  get mean(): Tensor {
    return this.baseDist.mean;
  }
  get variance(): Tensor {
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

  override klTo(other: this): Tensor | null {
    if (other.reinterpretedBatchNdims !== this.reinterpretedBatchNdims) return null;
    return this.#summed(klDivergence(this.baseDist, other.baseDist));
  }

  override toString(): string {
    return `Independent(${this.baseDist}, ${this.reinterpretedBatchNdims})`;
  }
}
