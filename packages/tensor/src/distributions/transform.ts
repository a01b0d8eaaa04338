// What transforms of random variables share: there and back, how much they stretch, and transforms made of others. Those that compute stand
// in transforms.ts.

import { ArgumentError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";
import { zerosLike } from "../ops/creation/creation.js";
import { add } from "../ops/pointwise/add.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { sum } from "../ops/reductions/sum.js";
import type { Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, independent, real } from "./constraints.js";

export interface TransformOptions {
  /**
   * With 1 the last pair of x and y is remembered: the inverse of what came out is what went in, digit for digit. Default 0.
   */
  readonly cacheSize?: 0 | 1;
}

/** The sum over the last `count` dimensions. */
export function sumRightmost(values: Tensor, count: number): Tensor {
  if (count <= 0) return values;
  return sum(
    values,
    Array.from({ length: count }, (_, at) => -1 - at),
  );
}

/**
 * A function of random variables with a known Jacobian, and, where it is `bijective`, an inverse.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.Transform.
 */
export abstract class Transform {
  /** What it takes; its `event` dimensions are one variable. */
  abstract readonly domain: Constraint;
  /** What it gives. */
  abstract readonly codomain: Constraint;
  readonly bijective: boolean = true;
  readonly #caches: boolean;
  #last: readonly [x: Tensor, y: Tensor] | null = null;
  #inverse: Transform | null = null;

  constructor(options: TransformOptions = {}) {
    checkOptions(new.target.name, options, ["cacheSize"]);
    const { cacheSize = 0 } = options;
    if (cacheSize !== 0 && cacheSize !== 1)
      throw new ArgumentError(`${new.target.name}: cache_size must be 0 or 1, but got ${String(cacheSize)}`);
    this.#caches = cacheSize === 1;
  }

  protected abstract there(x: Tensor): Tensor;
  protected abstract back(y: Tensor): Tensor;
  /** The logarithm of |dy/dx|, of a pair that belongs together. Shape: that of x without its event. */
  abstract logAbsDetJacobian(x: Tensor, y: Tensor): Tensor;

  /** y of x: PyTorch's `transform(x)`. */
  forward(x: Tensor): Tensor {
    if (this.#last?.[0] === x) return this.#last[1];
    return this.#remembered(x, this.there(x))[1];
  }

  /** x of y: PyTorch's `transform.inv(y)`. */
  inverse(y: Tensor): Tensor {
    if (this.#last?.[1] === y) return this.#last[0];
    return this.#remembered(this.back(y), y)[0];
  }

  #remembered(x: Tensor, y: Tensor): readonly [Tensor, Tensor] {
    const pair = [x, y] as const;
    if (this.#caches) this.#last = pair;
    return pair;
  }

  /** The inverse as a transform. */
  get inv(): Transform {
    this.#inverse ??= new Inverse(this);
    return this.#inverse;
  }

  /** Whether it keeps the order, 1, or turns it, −1. */
  get sign(): number | Tensor {
    throw new ArgumentError(`${this.constructor.name}: it has no sign, and what is transformed by it no cdf`);
  }

  forwardShape(shape: Shape): Shape {
    return shape;
  }
  inverseShape(shape: Shape): Shape {
    return shape;
  }

  /** Whether it is the same function, for all that is known. */
  equals(other: Transform): boolean {
    return this.constructor === other.constructor;
  }

  toString(): string {
    return `${this.constructor.name}()`;
  }
}

class Inverse extends Transform {
  readonly #of: Transform;
  readonly domain: Constraint;
  readonly codomain: Constraint;
  override readonly bijective: boolean;

  constructor(of: Transform) {
    super();
    this.#of = of;
    this.domain = of.codomain;
    this.codomain = of.domain;
    this.bijective = of.bijective;
  }

  override get inv(): Transform {
    return this.#of;
  }
  override get sign(): number | Tensor {
    return this.#of.sign;
  }
  protected there(x: Tensor): Tensor {
    return this.#of.inverse(x);
  }
  protected back(y: Tensor): Tensor {
    return this.#of.forward(y);
  }
  logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    return neg(this.#of.logAbsDetJacobian(y, x));
  }
  override forwardShape(shape: Shape): Shape {
    return this.#of.inverseShape(shape);
  }
  override inverseShape(shape: Shape): Shape {
    return this.#of.forwardShape(shape);
  }
  override equals(other: Transform): boolean {
    return other instanceof Inverse && this.#of.equals(other.#of);
  }
  override toString(): string {
    return `${this.#of}.inv`;
  }
}

/** A constraint of at least that many dimensions. */
function ofEvent(constraint: Constraint, event: number): Constraint {
  return independent(constraint, Math.max(0, event - constraint.event));
}

/**
 * Transforms one after the other; of none it changes nothing.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.ComposeTransform.
 *
 * @throws ArgumentError for what are no transforms.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { AffineTransform, ComposeTransform, ExpTransform } from "@bernoulli/tensor/distributions";
 * const transform = new ComposeTransform([new AffineTransform(0, 2), new ExpTransform()]);
 * transform.inverse(transform.forward(tensor([1, 2]))).toArray(); // → [1, 2]
 * ```
 */
export class ComposeTransform extends Transform {
  readonly parts: readonly Transform[];
  readonly domain: Constraint;
  readonly codomain: Constraint;
  override readonly bijective: boolean;

  constructor(parts: readonly Transform[]) {
    super();
    if (!Array.isArray(parts) || !parts.every((part) => part instanceof Transform))
      throw new ArgumentError("ComposeTransform: parts must be a list of Transforms");
    this.parts = parts;
    this.bijective = parts.every((part) => part.bijective);
    // An event is as large as the largest of the parts makes it.
    const change = (part: Transform) => part.codomain.event - part.domain.event;
    let last = parts.at(-1)?.codomain.event ?? 0;
    for (const part of parts.toReversed()) last = Math.max(last - change(part), part.domain.event);
    this.domain = ofEvent(parts[0]?.domain ?? real, last);
    let first = parts[0]?.domain.event ?? 0;
    for (const part of parts) first = Math.max(first + change(part), part.codomain.event);
    this.codomain = ofEvent(parts.at(-1)?.codomain ?? real, first);
  }

  override get sign(): number | Tensor {
    return this.parts
      .map((part) => part.sign)
      .reduce<number | Tensor>((a, b) => (isTensor(a) ? mul(a, b) : isTensor(b) ? mul(b, a) : a * b), 1);
  }
  protected there(x: Tensor): Tensor {
    return this.parts.reduce((value, part) => part.forward(value), x);
  }
  protected back(y: Tensor): Tensor {
    return this.parts.reduceRight((value, part) => part.inverse(value), y);
  }

  logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    if (this.parts.length === 0) return zerosLike(x);
    const between = [x];
    for (const part of this.parts.slice(0, -1)) between.push(part.forward(between.at(-1)!));
    between.push(y);
    let { event } = this.domain;
    const terms = this.parts.map((part, at) => {
      const term = sumRightmost(part.logAbsDetJacobian(between[at]!, between[at + 1]!), event - part.domain.event);
      event += part.codomain.event - part.domain.event;
      return term;
    });
    return terms.reduce((sum, term) => add(sum, term));
  }

  override forwardShape(shape: Shape): Shape {
    return this.parts.reduce((given, part) => part.forwardShape(given), shape);
  }
  override inverseShape(shape: Shape): Shape {
    return this.parts.reduceRight((given, part) => part.inverseShape(given), shape);
  }
  override equals(other: Transform): boolean {
    return other instanceof ComposeTransform && areEqual(this.parts, other.parts);
  }
  override toString(): string {
    return `ComposeTransform(${this.parts.join(", ")})`;
  }
}

export function areEqual(some: readonly Transform[], others: readonly Transform[]): boolean {
  return some.length === others.length && some.every((one, at) => one.equals(others[at]!));
}

/**
 * A transform whose last `reinterpretedBatchNdims` dimensions are parts of one event: the Jacobians are summed over them.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.IndependentTransform.
 *
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ExpTransform, IndependentTransform } from "@bernoulli/tensor/distributions";
 * const transform = new IndependentTransform(new ExpTransform(), 1);
 * transform.logAbsDetJacobian(ones(3), ones(3).exp()).item(); // → 3
 * ```
 */
export class IndependentTransform extends Transform {
  readonly baseTransform: Transform;
  readonly reinterpretedBatchNdims: number;
  readonly domain: Constraint;
  readonly codomain: Constraint;
  override readonly bijective: boolean;

  constructor(baseTransform: Transform, reinterpretedBatchNdims: number) {
    super();
    this.baseTransform = baseTransform;
    this.reinterpretedBatchNdims = reinterpretedBatchNdims;
    this.domain = independent(baseTransform.domain, reinterpretedBatchNdims);
    this.codomain = independent(baseTransform.codomain, reinterpretedBatchNdims);
    this.bijective = baseTransform.bijective;
  }

  override get sign(): number | Tensor {
    return this.baseTransform.sign;
  }
  protected there(x: Tensor): Tensor {
    return this.baseTransform.forward(x);
  }
  protected back(y: Tensor): Tensor {
    return this.baseTransform.inverse(y);
  }
  logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    return sumRightmost(this.baseTransform.logAbsDetJacobian(x, y), this.reinterpretedBatchNdims);
  }
  override forwardShape(shape: Shape): Shape {
    return this.baseTransform.forwardShape(shape);
  }
  override inverseShape(shape: Shape): Shape {
    return this.baseTransform.inverseShape(shape);
  }
  override toString(): string {
    return `IndependentTransform(${this.baseTransform}, ${this.reinterpretedBatchNdims})`;
  }
}
