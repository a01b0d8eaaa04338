// MultivariateNormal, by the lower triangular factor of its covariance.

import { ArgumentError, ShapeError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";
import { add, sub } from "../ops/pointwise/add.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { mul } from "../ops/pointwise/mul.js";
import { square } from "../ops/pointwise/roots.js";
import { matmul } from "../ops/products/matmul.js";
import { randn } from "../ops/random/random.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import { stack } from "../ops/shapes/cat.js";
import { diagonal } from "../ops/views/diagonal.js";
import { transpose } from "../ops/views/permute.js";
import { select } from "../ops/views/slice.js";
import { squeeze, unsqueeze } from "../ops/views/view.js";
import { broadcastShapes, formatShape, type Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, lowerCholesky, realVector } from "./constraints.js";
import { Distribution, type DistributionOptions, type ParameterValue, type SampleOptions } from "./distribution.js";

export interface MultivariateNormalOptions extends DistributionOptions {
  /** The lower triangular L of the covariance L Lᵀ, its diagonal positive. Shape: (*, n, n). */
  readonly scaleTril: Tensor;
}

/** The solution y of L y = x, row by row, of a lower triangular L. Shape: (*, n, n), (*, n) → (*, n). */
function solveLower(lower: Tensor, right: Tensor): Tensor {
  const n = right.shape[right.ndim - 1]!;
  const rows: Tensor[] = [];
  for (let row = 0; row < n; row++) {
    let rest = select(right, -1, row);
    const own = select(lower, -2, row);
    for (let column = 0; column < row; column++) rest = sub(rest, mul(select(own, -1, column), rows[column]!));
    rows.push(div(rest, select(own, -1, row)));
  }
  return stack(rows, -1);
}

/**
 * The normal distribution over vectors of n, of mean `loc` and covariance L Lᵀ.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.multivariate_normal.MultivariateNormal.
 *
 * @throws ArgumentError unless scaleTril is lower triangular with a positive diagonal; ShapeError where shapes do not fit.
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * import { MultivariateNormal } from "@bernoulli/tensor/distributions";
 * const normal = new MultivariateNormal(zeros(2), { scaleTril: tensor([[1, 0], [1, 2]]) });
 * normal.variance.toArray(); // → [1, 5]
 * normal.logProb(tensor([0, 0])).item(); // → -2.5310242
 * ```
 */
export class MultivariateNormal extends Distribution {
  readonly loc: Tensor;
  readonly scaleTril: Tensor;
  override readonly hasRsample: boolean = true;
  protected readonly support: Constraint = realVector;
  protected readonly parameters: Readonly<Record<string, Tensor>>;

  constructor(loc: Tensor, options: MultivariateNormalOptions) {
    checkOptions("MultivariateNormal", options, ["scaleTril", "validateArgs"]);
    const { scaleTril, ...others } = options;
    if (!isTensor(loc) || loc.ndim < 1)
      throw new ArgumentError("MultivariateNormal: loc must be at least one-dimensional.");
    if (!isTensor(scaleTril) || scaleTril.ndim < 2)
      throw new ArgumentError(
        "MultivariateNormal: scale_tril matrix must be at least two-dimensional, with optional leading batch dimensions",
      );
    const n = loc.shape[loc.ndim - 1]!;
    if (scaleTril.shape[scaleTril.ndim - 1] !== n || scaleTril.shape[scaleTril.ndim - 2] !== n)
      throw new ShapeError(
        `MultivariateNormal: scaleTril is a square matrix of loc's size, ${n}, but has shape ${formatShape(scaleTril.shape)}`,
      );
    const batch = broadcastShapes("MultivariateNormal", scaleTril.shape.slice(0, -2), loc.shape.slice(0, -1));
    super(batch, [n], others);
    this.loc = expandTo("MultivariateNormal", loc, [...batch, n]);
    this.scaleTril = expandTo("MultivariateNormal", scaleTril, [...batch, n, n]);
    this.parameters = { loc: this.loc, scale_tril: this.scaleTril };
    this.checkParameters({ loc: realVector, scale_tril: lowerCholesky });
  }

  get covarianceMatrix(): Tensor {
    return matmul(this.scaleTril, transpose(this.scaleTril, -1, -2));
  }
  get mean(): Tensor {
    return this.loc;
  }
  get mode(): Tensor {
    return this.loc;
  }
  get variance(): Tensor {
    return sum(square(this.scaleTril), -1);
  }
  get #halfLogDeterminant(): Tensor {
    return sum(log(diagonal(this.scaleTril, 0, -2, -1)), -1);
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.loc;
    const noise = randn(this.extendedShape(sampleShape), { dtype, device, ...this.generatorOf(options) });
    return add(squeeze(matmul(this.scaleTril, unsqueeze(noise, -1)), -1), this.loc);
  }

  logProb(value: ParameterValue): Tensor {
    const far = sub(this.checkValue(value, this.loc), this.loc);
    const distance = sum(square(solveLower(this.scaleTril, far)), -1);
    const n = this.eventShape[0]!;
    return sub(mul(add(distance, n * Math.log(2 * Math.PI)), -0.5), this.#halfLogDeterminant);
  }

  override entropy(): Tensor {
    const n = this.eventShape[0]!;
    return add(this.#halfLogDeterminant, 0.5 * n * (1 + Math.log(2 * Math.PI)));
  }

  override klTo(other: this): Tensor {
    const n = this.eventShape[0]!;
    const columns = transpose(this.scaleTril, -1, -2);
    const spread = sum(square(solveLower(unsqueeze(other.scaleTril, -3), columns)), [-2, -1]);
    const far = sum(square(solveLower(other.scaleTril, sub(other.loc, this.loc))), -1);
    const volumes = sub(other.#halfLogDeterminant, this.#halfLogDeterminant);
    return add(mul(sub(add(spread, far), n), 0.5), volumes);
  }
}
