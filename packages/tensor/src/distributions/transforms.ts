// The transforms that compute: exp, powers, affine maps, sigmoid, softplus, tanh and abs, number by number. Those of vectors and matrices
// stand in shape-transforms.ts.

import { ArgumentError } from "../checks/errors.js";
import { fullLike } from "../ops/creation/creation.js";
import { abs, sign } from "../ops/pointwise/abs.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { equal } from "../ops/pointwise/close.js";
import { eq } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { exp, log } from "../ops/pointwise/exp.js";
import { atanh } from "../ops/pointwise/hyperbolic.js";
import { expm1, log1p } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { pow } from "../ops/pointwise/pow.js";
import { reciprocal } from "../ops/pointwise/roots.js";
import { softplus } from "../ops/pointwise/softplus.js";
import { sigmoid, tanh } from "../ops/pointwise/tanh.js";
import { expandTo } from "../ops/reductions/sum.js";
import { all } from "../ops/reductions/truths.js";
import { item } from "../tensor/reads.js";
import { broadcastShapes, type Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, independent, interval, positive, real, unitInterval } from "./constraints.js";
import { broadcastAll, finfo, type ParameterValue } from "./parameters.js";
import { sumRightmost, Transform, type TransformOptions } from "./transform.js";

/** Bounds that no draw of a float reaches. */
function clipped(probs: Tensor): Tensor {
  const { tiny, eps } = finfo(probs);
  return clamp(probs, tiny, 1 - eps);
}

/**
 * y = exp(x). See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.ExpTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { ExpTransform } from "@bernoulli/tensor/distributions";
 * new ExpTransform().forward(tensor([0, 1])).toArray(); // → [1, 2.7182817]
 * ```
 */
export class ExpTransform extends Transform {
  readonly domain: Constraint = real;
  readonly codomain: Constraint = positive;

  override get sign(): number {
    return 1;
  }
  protected there(x: Tensor): Tensor {
    return exp(x);
  }
  protected back(y: Tensor): Tensor {
    return log(y);
  }
  logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor {
    return x;
  }
}

/**
 * y = xᵉ. See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.PowerTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { PowerTransform } from "@bernoulli/tensor/distributions";
 * new PowerTransform(2).forward(tensor([1, 3])).toArray(); // → [1, 9]
 * ```
 */
export class PowerTransform extends Transform {
  readonly exponent: Tensor;
  readonly domain: Constraint = positive;
  readonly codomain: Constraint = positive;

  constructor(exponent: ParameterValue, options: TransformOptions = {}) {
    super(options);
    this.exponent = broadcastAll("PowerTransform", { exponent }).exponent;
  }

  override get sign(): Tensor {
    return sign(this.exponent);
  }
  protected there(x: Tensor): Tensor {
    return pow(x, this.exponent);
  }
  protected back(y: Tensor): Tensor {
    return pow(y, reciprocal(this.exponent));
  }
  logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    return log(abs(div(mul(this.exponent, y), x)));
  }
  override forwardShape(shape: Shape): Shape {
    return broadcastShapes("PowerTransform", shape, this.exponent.shape);
  }
  override inverseShape(shape: Shape): Shape {
    return this.forwardShape(shape);
  }
  override equals(other: Transform): boolean {
    return other instanceof PowerTransform && equal(this.exponent, other.exponent);
  }
}

/**
 * y = σ(x). See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.SigmoidTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { SigmoidTransform } from "@bernoulli/tensor/distributions";
 * new SigmoidTransform().forward(tensor([0])).toArray(); // → [0.5]
 * ```
 */
export class SigmoidTransform extends Transform {
  readonly domain: Constraint = real;
  readonly codomain: Constraint = unitInterval;

  override get sign(): number {
    return 1;
  }
  protected there(x: Tensor): Tensor {
    return clipped(sigmoid(x));
  }
  protected back(y: Tensor): Tensor {
    const inner = clipped(y);
    return sub(log(inner), log1p(neg(inner)));
  }
  logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor {
    return sub(neg(softplus(neg(x))), softplus(x));
  }
}

/**
 * y = log(1 + exp(x)). See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.SoftplusTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { SoftplusTransform } from "@bernoulli/tensor/distributions";
 * new SoftplusTransform().forward(tensor([0])).toArray(); // → [0.6931472]
 * ```
 */
export class SoftplusTransform extends Transform {
  readonly domain: Constraint = real;
  readonly codomain: Constraint = positive;

  override get sign(): number {
    return 1;
  }
  protected there(x: Tensor): Tensor {
    return softplus(x);
  }
  protected back(y: Tensor): Tensor {
    return add(log(neg(expm1(neg(y)))), y);
  }
  logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor {
    return neg(softplus(neg(x)));
  }
}

/**
 * y = tanh(x). With `cacheSize: 1` what came out is not inverted, where that would be infinite.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.TanhTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { TanhTransform } from "@bernoulli/tensor/distributions";
 * const transform = new TanhTransform({ cacheSize: 1 });
 * transform.inverse(transform.forward(tensor([20]))).toArray(); // → [20]
 * ```
 */
export class TanhTransform extends Transform {
  readonly domain: Constraint = real;
  readonly codomain: Constraint = interval(-1, 1);

  override get sign(): number {
    return 1;
  }
  protected there(x: Tensor): Tensor {
    return tanh(x);
  }
  protected back(y: Tensor): Tensor {
    return atanh(y);
  }
  logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor {
    return mul(sub(add(neg(x), Math.LN2), softplus(mul(x, -2))), 2);
  }
}

/**
 * y = |x|, of which the inverse takes the positive one.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.AbsTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { AbsTransform } from "@bernoulli/tensor/distributions";
 * new AbsTransform().forward(tensor([-2, 1])).toArray(); // → [2, 1]
 * ```
 */
export class AbsTransform extends Transform {
  readonly domain: Constraint = real;
  readonly codomain: Constraint = positive;
  override readonly bijective: boolean = false;

  protected there(x: Tensor): Tensor {
    return abs(x);
  }
  protected back(y: Tensor): Tensor {
    return y;
  }
  logAbsDetJacobian(_x: Tensor, _y: Tensor): never {
    throw new ArgumentError("AbsTransform: it is not bijective, and has no Jacobian; HalfNormal and HalfCauchy have");
  }
}

export interface AffineOptions extends TransformOptions {
  /** How many of the last dimensions are one event. Default 0. */
  readonly eventDim?: number;
}

/**
 * y = loc + scale · x. See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.AffineTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { AffineTransform } from "@bernoulli/tensor/distributions";
 * new AffineTransform(1, 2).forward(tensor([0, 3])).toArray(); // → [1, 7]
 * ```
 */
export class AffineTransform extends Transform {
  readonly loc: ParameterValue;
  readonly scale: ParameterValue;
  readonly eventDim: number;
  readonly domain: Constraint;
  readonly codomain: Constraint;

  constructor(loc: ParameterValue, scale: ParameterValue, { eventDim = 0, ...options }: AffineOptions = {}) {
    super(options);
    this.loc = loc;
    this.scale = scale;
    this.eventDim = eventDim;
    this.domain = independent(real, eventDim);
    this.codomain = this.domain;
  }

  override get sign(): number | Tensor {
    return isTensor(this.scale) ? sign(this.scale) : Math.sign(this.scale);
  }
  protected there(x: Tensor): Tensor {
    return add(mul(x, this.scale), this.loc);
  }
  protected back(y: Tensor): Tensor {
    return div(sub(y, this.loc), this.scale);
  }
  logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor {
    const { scale, eventDim } = this;
    const each = isTensor(scale) ? log(abs(scale)) : fullLike(x, Math.log(Math.abs(scale)));
    const shape = x.shape.slice(0, x.ndim - eventDim);
    // Of fewer dimensions than an event has, a scale counts once for each of its own elements, as PyTorch has it.
    return expandTo("AffineTransform", sumRightmost(each, eventDim), shape);
  }
  #shape(shape: Shape): Shape {
    const shapes = [this.loc, this.scale].map((value) => (isTensor(value) ? value.shape : []));
    return broadcastShapes("AffineTransform", shape, ...shapes);
  }
  override forwardShape(shape: Shape): Shape {
    return this.#shape(shape);
  }
  override inverseShape(shape: Shape): Shape {
    return this.#shape(shape);
  }
  override equals(other: Transform): boolean {
    if (!(other instanceof AffineTransform)) return false;
    const isSame = (a: ParameterValue, b: ParameterValue): boolean =>
      isTensor(a) ? Boolean(item(all(eq(a, b)))) : isTensor(b) ? Boolean(item(all(eq(b, a)))) : a === b;
    return isSame(this.loc, other.loc) && isSame(this.scale, other.scale);
  }
}
