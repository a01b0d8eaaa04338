// Transforms of vectors and matrices: to the simplex by softmax and by stick breaking, to Cholesky factors, and to other shapes.

import { ArgumentError, ShapeError } from "../checks/errors.js";
import { arange, zeros } from "../ops/creation/creation.js";
import { softmax } from "../ops/norms/softmax.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { exp, log } from "../ops/pointwise/exp.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { logsigmoid } from "../ops/pointwise/softplus.js";
import { sigmoid } from "../ops/pointwise/tanh.js";
import { sum } from "../ops/reductions/sum.js";
import { cumprod, cumsum } from "../ops/scans/cumsum.js";
import { pad } from "../ops/shapes/pad.js";
import { tril } from "../ops/shapes/triangles.js";
import { diagEmbed, diagonal } from "../ops/views/diagonal.js";
import { narrow } from "../ops/views/slice.js";
import { reshape } from "../ops/views/view.js";
import { formatShape, numberOfElements, type Shape, sameShape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, independent, lowerCholesky, real, realVector, simplex } from "./constraints.js";
import { finfo } from "./parameters.js";
import { Transform, type TransformOptions } from "./transform.js";

/**
 * The softmax of the last dimension, which is not bijective; the inverse is the logarithm.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.SoftmaxTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { SoftmaxTransform } from "@bernoulli/tensor/distributions";
 * new SoftmaxTransform().forward(tensor([1, 1])).toArray(); // → [0.5, 0.5]
 * ```
 */
export class SoftmaxTransform extends Transform {
  readonly domain: Constraint = realVector;
  readonly codomain: Constraint = simplex;
  override readonly bijective: boolean = false;

  protected there(x: Tensor): Tensor {
    return softmax(x, -1);
  }
  protected back(y: Tensor): Tensor {
    return log(y);
  }
  logAbsDetJacobian(_x: Tensor, _y: Tensor): never {
    throw new ArgumentError("SoftmaxTransform: it is not bijective, and has no Jacobian; StickBreakingTransform has");
  }
}

/**
 * From n numbers to the simplex of n + 1, breaking off one share after the other.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.StickBreakingTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { StickBreakingTransform } from "@bernoulli/tensor/distributions";
 * new StickBreakingTransform().forward(tensor([0])).toArray(); // → [0.5, 0.5]
 * ```
 */
export class StickBreakingTransform extends Transform {
  readonly domain: Constraint = realVector;
  readonly codomain: Constraint = simplex;

  /** How many shares are left, from the first one on: n, …, 1, of so many sticks. */
  #left(x: Tensor, count: number): Tensor {
    const { dtype, device } = x;
    return log(arange(count, 0, -1, { dtype, device }));
  }
  protected there(x: Tensor): Tensor {
    const { tiny, eps } = finfo(x);
    const broken = clamp(sigmoid(sub(x, this.#left(x, x.size(-1)))), tiny, 1 - eps);
    const rest = cumprod(add(neg(broken), 1), -1);
    return mul(pad(broken, [0, 1], { value: 1 }), pad(rest, [1, 0], { value: 1 }));
  }
  protected back(y: Tensor): Tensor {
    const shares = narrow(y, -1, 0, y.size(-1) - 1);
    const rest = clamp(add(neg(cumsum(shares, -1)), 1), { min: finfo(y).tiny });
    return add(sub(log(shares), log(rest)), this.#left(y, y.size(-1) - 1));
  }
  logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    const moved = sub(x, this.#left(x, x.size(-1)));
    const shares = narrow(y, -1, 0, y.size(-1) - 1);
    return sum(add(add(neg(moved), logsigmoid(moved)), log(shares)), -1);
  }
  override forwardShape(shape: Shape): Shape {
    return [...shape.slice(0, -1), shape.at(-1)! + 1];
  }
  override inverseShape(shape: Shape): Shape {
    return [...shape.slice(0, -1), shape.at(-1)! - 1];
  }
}

/**
 * From any matrix to the lower triangular one of the same lower triangle, with exp of its diagonal.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.LowerCholeskyTransform.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { LowerCholeskyTransform } from "@bernoulli/tensor/distributions";
 * new LowerCholeskyTransform().forward(tensor([[0, 5], [2, 0]])).toArray(); // → [[1, 0], [2, 1]]
 * ```
 */
export class LowerCholeskyTransform extends Transform {
  readonly domain: Constraint = independent(real, 2);
  readonly codomain: Constraint = lowerCholesky;
  override readonly bijective: boolean = false;

  protected there(x: Tensor): Tensor {
    return add(tril(x, -1), diagEmbed(exp(diagonal(x, 0, -2, -1))));
  }
  protected back(y: Tensor): Tensor {
    return add(tril(y, -1), diagEmbed(log(diagonal(y, 0, -2, -1))));
  }
  logAbsDetJacobian(_x: Tensor, _y: Tensor): never {
    throw new ArgumentError("LowerCholeskyTransform: it is not bijective, and has no Jacobian");
  }
}

/**
 * The last dimensions, of the first shape, laid out in the second.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.transforms.ReshapeTransform.
 *
 * @throws ArgumentError for shapes of different numbers of elements.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { ReshapeTransform } from "@bernoulli/tensor/distributions";
 * new ReshapeTransform([4], [2, 2]).forward(tensor([1, 2, 3, 4])).toArray(); // → [[1, 2], [3, 4]]
 * ```
 */
export class ReshapeTransform extends Transform {
  readonly inShape: Shape;
  readonly outShape: Shape;
  readonly domain: Constraint;
  readonly codomain: Constraint;

  constructor(inShape: Shape, outShape: Shape, options: TransformOptions = {}) {
    super(options);
    if (numberOfElements(inShape) !== numberOfElements(outShape))
      throw new ArgumentError(
        `ReshapeTransform: in_shape, out_shape have different numbers of elements: ${formatShape(inShape)} and ${formatShape(outShape)}`,
      );
    this.inShape = inShape;
    this.outShape = outShape;
    this.domain = independent(real, inShape.length);
    this.codomain = independent(real, outShape.length);
  }

  protected there(x: Tensor): Tensor {
    return reshape(x, [...this.forwardShape(x.shape)]);
  }
  protected back(y: Tensor): Tensor {
    return reshape(y, [...this.inverseShape(y.shape)]);
  }
  logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor {
    const { dtype, device } = x;
    return zeros(x.shape.slice(0, x.ndim - this.inShape.length), { dtype, device });
  }
  override forwardShape(shape: Shape): Shape {
    return replaced(shape, this.inShape, this.outShape);
  }
  override inverseShape(shape: Shape): Shape {
    return replaced(shape, this.outShape, this.inShape);
  }
  override equals(other: Transform): boolean {
    if (!(other instanceof ReshapeTransform)) return false;
    return sameShape(this.inShape, other.inShape) && sameShape(this.outShape, other.outShape);
  }
}

function replaced(shape: Shape, from: Shape, to: Shape): Shape {
  const cut = shape.length - from.length;
  if (cut < 0 || !sameShape(shape.slice(cut), from))
    throw new ShapeError(
      `ReshapeTransform: Shape mismatch: expected ${formatShape(shape)} to end in ${formatShape(from)}`,
    );
  return [...shape.slice(0, cut), ...to];
}
