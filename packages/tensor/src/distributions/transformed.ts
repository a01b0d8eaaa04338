// TransformedDistribution: what is drawn of one distribution, transformed.

import { noGrad } from "../autograd/grad-mode.js";
import { ArgumentError, ShapeError } from "../checks/errors.js";
import { full } from "../ops/creation/creation.js";
import { add, sub } from "../ops/pointwise/add.js";
import { mul } from "../ops/pointwise/mul.js";
import { formatShape, type Shape, sameShape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, independent } from "./constraints.js";
import { Distribution, type DistributionOptions, type Divergence, type SampleOptions } from "./distribution.js";
import { Independent } from "./independent.js";
import type { ParameterValue } from "./parameters.js";
import { areEqual, ComposeTransform, sumRightmost, Transform } from "./transform.js";

/** What the base is stretched to and taken together as, and the shapes of batch and event. */
function shapesOf(base: Distribution, transforms: readonly Transform[]) {
  const { batchShape, eventShape } = base;
  const shape = [...batchShape, ...eventShape];
  const whole = new ComposeTransform(transforms);
  const { domain, codomain } = whole;
  if (shape.length < domain.event)
    throw new ShapeError(
      `TransformedDistribution: base_distribution needs to have shape with size at least ${domain.event}, but got ${formatShape(shape)}.`,
    );
  const forward = whole.forwardShape(shape);
  const stretched = whole.inverseShape(forward);
  const own = sameShape(shape, stretched)
    ? base
    : base.expand(stretched.slice(0, stretched.length - eventShape.length));
  const taken = domain.event - eventShape.length;
  const event = Math.max(codomain.event, eventShape.length + codomain.event - domain.event);
  const cut = forward.length - event;
  return {
    base: taken > 0 ? new Independent(own, taken) : own,
    batch: forward.slice(0, cut),
    event: forward.slice(cut),
  };
}

/**
 * The distribution of what a transform, or several one after the other, make of the base's draws.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transformed_distribution.TransformedDistribution.
 *
 * @throws ArgumentError for what are no transforms; ShapeError where the base has fewer dimensions than an event of theirs.
 * @example
 * ```ts
 * import { manualSeed } from "@bernoulli/tensor";
 * import { Normal, TanhTransform, TransformedDistribution } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * const squashed = new TransformedDistribution(new Normal(0, 1), new TanhTransform());
 * squashed.rsample().item(); // → 0.9122876
 * squashed.logProb(0.5).item(); // → -0.7821251
 * ```
 */
export class TransformedDistribution<Base extends Distribution = Distribution> extends Distribution {
  readonly baseDist: Base;
  readonly transforms: readonly Transform[];

  constructor(base: Base, transforms: Transform | readonly Transform[], options: DistributionOptions = {}) {
    const list = transforms instanceof Transform ? [transforms] : transforms;
    if (!Array.isArray(list) || !list.every((one) => one instanceof Transform))
      throw new ArgumentError("TransformedDistribution: transforms must be a Transform or a list of Transforms");
    const shapes = shapesOf(base, list);
    super(shapes.batch, shapes.event, options);
    this.baseDist = shapes.base as Base;
    this.transforms = list;
  }

  get support(): Constraint {
    const last = this.transforms.at(-1)?.codomain ?? this.baseDist.support;
    return independent(last, Math.max(0, this.eventShape.length - last.event));
  }
  override get hasRsample(): boolean {
    return this.baseDist.hasRsample;
  }

  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() => this.#transformed(this.baseDist.sample(sampleShape, options)));
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return this.#transformed(this.baseDist.rsample(sampleShape, options));
  }

  #transformed(drawn: Tensor): Tensor {
    return this.transforms.reduce((value, transform) => transform.forward(value), drawn);
  }

  /** A number in the dtype of what is drawn. */
  #valueOf(given: ParameterValue): Tensor {
    if (isTensor(given)) return this.checkValue(given, given);
    const { dtype, device } = this.like;
    return this.checkValue(full([], given, { dtype, device }), this.like);
  }

  override get like(): Tensor {
    return this.baseDist.like;
  }

  logProb(given: ParameterValue): Tensor {
    let y = this.#valueOf(given);
    let event = this.eventShape.length;
    let result: Tensor | null = null;
    for (const transform of this.transforms.toReversed()) {
      const x = transform.inverse(y);
      event += transform.domain.event - transform.codomain.event;
      const stretch = sumRightmost(transform.logAbsDetJacobian(x, y), event - transform.domain.event);
      result = result === null ? mul(stretch, -1) : sub(result, stretch);
      y = x;
    }
    const own = sumRightmost(this.baseDist.logProb(y), event - this.baseDist.eventShape.length);
    return result === null ? own : add(result, own);
  }

  /** Where the transforms turn the order, 1 − value. */
  #monotonized(value: Tensor): Tensor {
    const { sign } = new ComposeTransform(this.transforms);
    return sign === 1 ? value : add(mul(sub(value, 0.5), sign), 0.5);
  }

  override cdf(given: ParameterValue): Tensor {
    const value = this.transforms.reduceRight((y, transform) => transform.inverse(y), this.#valueOf(given));
    return this.#monotonized(this.baseDist.cdf(value));
  }

  override icdf(given: ParameterValue): Tensor {
    const { dtype, device } = this.like;
    const value = isTensor(given) ? given : full([], given, { dtype, device });
    return this.#transformed(this.baseDist.icdf(this.#monotonized(value)));
  }

  override expand(batchShape: Shape): this {
    if (Object.keys(this.parameters).length > 0) return super.expand(batchShape);
    const shape = new ComposeTransform(this.transforms).inverseShape([...batchShape, ...this.eventShape]);
    const base = this.baseDist.expand(shape.slice(0, shape.length - this.baseDist.eventShape.length));
    const Class = this.constructor as new (...given: unknown[]) => this;
    return new Class(base, this.transforms, { validateArgs: this.validateArgs });
  }

  /** Of the bases, where the transforms are equal. */
  override klTo(other: this, between: Divergence): Tensor | null {
    if (!areEqual(this.transforms, other.transforms) || !sameShape(this.eventShape, other.eventShape)) return null;
    return between(this.baseDist, other.baseDist);
  }

  override toString(): string {
    if (Object.keys(this.parameters).length > 0) return super.toString();
    return `${this.constructor.name}(${this.baseDist}, ${this.transforms.join(", ")})`;
  }
}
