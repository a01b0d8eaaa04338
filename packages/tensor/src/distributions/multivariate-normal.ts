// MultivariateNormal, by the lower triangular factor of its covariance, and LowRankMultivariateNormal, whose covariance is a product of
// tall factors and a diagonal.

import { ArgumentError, ShapeError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";
import { eye } from "../ops/creation/creation.js";
import { cholesky } from "../ops/linalg/cholesky.js";
import { add, sub } from "../ops/pointwise/add.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { mul } from "../ops/pointwise/mul.js";
import { sqrt } from "../ops/pointwise/pow.js";
import { reciprocal, rsqrt, square } from "../ops/pointwise/roots.js";
import { matmul } from "../ops/products/matmul.js";
import { randn } from "../ops/random/random.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import { diagEmbed } from "../ops/views/diagonal.js";
import { squeeze, unsqueeze } from "../ops/views/view.js";
import { broadcastShapes, formatShape, type Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, independent, positiveVector, real, realVector } from "./constraints.js";
import { Distribution, type DistributionOptions, type SampleOptions } from "./distribution.js";
import {
  covarianceOf,
  factorOf,
  logOfDiagonal,
  type Matrix,
  matrices,
  matrixOf,
  precisionOf,
  solved,
  turned,
} from "./factors.js";
import type { ParameterValue } from "./parameters.js";

/** One of the three. */
export interface MultivariateNormalOptions extends DistributionOptions {
  /** Shape: (*, n, n), as all of them. */
  readonly covarianceMatrix?: Tensor;
  /** The inverse of the covariance. */
  readonly precisionMatrix?: Tensor;
  /** The lower triangular L of the covariance L Lᵀ, its diagonal positive. The cheapest: it is what is computed with. */
  readonly scaleTril?: Tensor;
}

const column = (vector: Tensor): Tensor => unsqueeze(vector, -1);
const traceOfSquare = (matrix: Tensor): Tensor => sum(square(matrix), [-2, -1]);
/** |L⁻¹ x|², row by row. */
const distance = (lower: Tensor, far: Tensor): Tensor => sum(square(squeeze(solved(lower, column(far)), -1)), -1);

interface Gaussian {
  readonly loc: Tensor;
  readonly scaleTril: Tensor;
}

/** The divergence of two by their factors. */
function between(p: Gaussian, q: Gaussian): Tensor {
  const [own, others] = [p.scaleTril, q.scaleTril];
  const spread = traceOfSquare(solved(others, own));
  const far = distance(others, sub(q.loc, p.loc));
  const volumes = sub(logOfDiagonal(others), logOfDiagonal(own));
  return add(volumes, mul(sub(add(spread, far), p.loc.size(-1)), 0.5));
}

function checkVector(owner: string, name: string, value: unknown): asserts value is Tensor {
  if (!isTensor(value) || value.ndim < 1)
    throw new ArgumentError(`${owner}: ${name} must be at least one-dimensional.`);
}

/**
 * The normal distribution over vectors of n, of mean `loc`, by its covariance, the inverse of that, or its Cholesky factor.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.multivariate_normal.MultivariateNormal.
 *
 * @throws ArgumentError unless one matrix is given, positive definite, or lower triangular with a positive diagonal; ShapeError where
 * shapes do not fit.
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
  override readonly family: string = "MultivariateNormal";
  declare readonly loc: Tensor;
  readonly support: Constraint = realVector;
  readonly scaleTril: Tensor;
  readonly #given: Matrix;

  constructor(loc: Tensor, given: Tensor | MultivariateNormalOptions, ...others: [options?: DistributionOptions]) {
    const owner = "MultivariateNormal";
    const options = isTensor(given) ? { covarianceMatrix: given, ...others[0] } : (given ?? {});
    const { covarianceMatrix, precisionMatrix, scaleTril, ...rest } = options;
    checkOptions(owner, options, ["covarianceMatrix", "precisionMatrix", "scaleTril", "validateArgs"]);
    checkVector(owner, "loc", loc);
    const [name, matrix] = matrixOf(owner, options);
    const n = loc.size(-1);
    if (matrix.size(-1) !== n || matrix.size(-2) !== n)
      throw new ShapeError(
        `${owner}: ${name} is a square matrix of loc's size, ${n}, but has shape ${formatShape(matrix.shape)}`,
      );
    const batch = broadcastShapes(owner, matrix.shape.slice(0, -2), loc.shape.slice(0, -1));
    super(batch, [n], rest);
    const stretched = expandTo(owner, matrix, [...batch, n, n]);
    this.#given = name;
    this.parameters = { loc: expandTo(owner, loc, [...batch, n]), [name]: stretched };
    Object.assign(this, { loc: this.parameters["loc"] });
    this.check(this.parameters, { loc: realVector, [name]: matrices[name] });
    this.scaleTril = factorOf(name, stretched);
  }

  override expand(batchShape: Shape): this {
    const { loc, [this.#given]: matrix } = this.parameters as Record<string, Tensor>;
    const stretched = { [this.#given]: this.stretched(matrix!, batchShape), validateArgs: this.validateArgs };
    return new MultivariateNormal(this.stretched(loc!, batchShape), stretched) as this;
  }

  get covarianceMatrix(): Tensor {
    if (this.#given === "covarianceMatrix") return this.parameters["covarianceMatrix"]!;
    return covarianceOf(this.scaleTril);
  }
  get precisionMatrix(): Tensor {
    if (this.#given === "precisionMatrix") return this.parameters["precisionMatrix"]!;
    return precisionOf(this.scaleTril);
  }
  override get mean(): Tensor {
    return this.loc;
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    return sum(square(this.scaleTril), -1);
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const { dtype, device } = this.loc;
    const noise = randn(this.extendedShape(sampleShape), { dtype, device, ...this.generatorOf(options) });
    return add(this.loc, squeeze(matmul(this.scaleTril, column(noise)), -1));
  }

  logProb(value: ParameterValue): Tensor {
    const far = sub(this.checkValue(value, this.loc), this.loc);
    const whole = add(distance(this.scaleTril, far), this.eventShape[0]! * Math.log(2 * Math.PI));
    return sub(mul(whole, -0.5), logOfDiagonal(this.scaleTril));
  }

  override entropy(): Tensor {
    return add(logOfDiagonal(this.scaleTril), 0.5 * this.eventShape[0]! * (1 + Math.log(2 * Math.PI)));
  }

  override klTo(other: this): Tensor {
    return between(this, other);
  }
}

/**
 * The normal distribution over vectors of n of covariance W Wᵀ + D, W of few columns and D diagonal: in few steps, however large n is.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.lowrank_multivariate_normal.LowRankMultivariateNormal.
 *
 * @throws ArgumentError unless the diagonal is positive; ShapeError where shapes do not fit.
 * @example
 * ```ts
 * import { ones, tensor, zeros } from "@bernoulli/tensor";
 * import { LowRankMultivariateNormal } from "@bernoulli/tensor/distributions";
 * new LowRankMultivariateNormal(zeros(2), tensor([[1], [2]]), ones(2)).variance.toArray(); // → [2, 5]
 * ```
 */
export class LowRankMultivariateNormal extends Distribution {
  override readonly family: string = "MultivariateNormal";
  declare readonly loc: Tensor;
  declare readonly covFactor: Tensor;
  declare readonly covDiag: Tensor;
  readonly support: Constraint = realVector;

  constructor(loc: Tensor, covFactor: Tensor, covDiag: Tensor, options: DistributionOptions = {}) {
    const owner = "LowRankMultivariateNormal";
    checkVector(owner, "loc", loc);
    checkVector(owner, "covDiag", covDiag);
    const n = loc.size(-1);
    if (!isTensor(covFactor) || covFactor.ndim < 2)
      throw new ArgumentError(
        `${owner}: cov_factor must be at least two-dimensional, with optional leading batch dimensions`,
      );
    if (covFactor.size(-2) !== n)
      throw new ShapeError(
        `${owner}: cov_factor must be a batch of matrices with shape ${n} x m, but has shape ${formatShape(covFactor.shape)}`,
      );
    if (covDiag.size(-1) !== n)
      throw new ShapeError(
        `${owner}: cov_diag must be a batch of vectors with shape [${n}], but has shape ${formatShape(covDiag.shape)}`,
      );
    const batches = [loc.shape.slice(0, -1), covFactor.shape.slice(0, -2), covDiag.shape.slice(0, -1)];
    const batch = broadcastShapes(owner, ...batches);
    super(batch, [n], options);
    this.keep(
      {
        loc: expandTo(owner, loc, [...batch, n]),
        covFactor: expandTo(owner, covFactor, [...batch, n, covFactor.size(-1)]),
        covDiag: expandTo(owner, covDiag, [...batch, n]),
      },
      { loc: realVector, covFactor: independent(real, 2), covDiag: positiveVector },
    );
  }

  /** Wᵀ D⁻¹. */
  get #weighed(): Tensor {
    return div(turned(this.covFactor), unsqueeze(this.covDiag, -2));
  }
  /** The Cholesky factor of I + Wᵀ D⁻¹ W. */
  get #capacitance(): Tensor {
    const { dtype, device } = this.loc;
    return cholesky(add(matmul(this.#weighed, this.covFactor), eye(this.covFactor.size(-1), { dtype, device })));
  }
  get #logDeterminant(): Tensor {
    return add(mul(logOfDiagonal(this.#capacitance), 2), sum(log(this.covDiag), -1));
  }
  #distance(far: Tensor): Tensor {
    const through = squeeze(matmul(this.#weighed, column(far)), -1);
    return sub(sum(div(square(far), this.covDiag), -1), distance(this.#capacitance, through));
  }

  get scaleTril(): Tensor {
    const root = column(sqrt(this.covDiag));
    const factor = div(this.covFactor, root);
    const { dtype, device } = this.loc;
    return mul(root, cholesky(add(matmul(factor, turned(factor)), eye(this.eventShape[0]!, { dtype, device }))));
  }
  get covarianceMatrix(): Tensor {
    return add(matmul(this.covFactor, turned(this.covFactor)), diagEmbed(this.covDiag));
  }
  get precisionMatrix(): Tensor {
    const part = solved(this.#capacitance, this.#weighed);
    return sub(diagEmbed(reciprocal(this.covDiag)), matmul(turned(part), part));
  }
  override get mean(): Tensor {
    return this.loc;
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    return add(sum(square(this.covFactor), -1), this.covDiag);
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const shape = this.extendedShape(sampleShape);
    const { dtype, device } = this.loc;
    const drawing = { dtype, device, ...this.generatorOf(options) };
    const ofFactor = randn([...shape.slice(0, -1), this.covFactor.size(-1)], drawing);
    const ofDiagonal = randn(shape, drawing);
    const moved = add(this.loc, squeeze(matmul(this.covFactor, column(ofFactor)), -1));
    return add(moved, mul(sqrt(this.covDiag), ofDiagonal));
  }

  logProb(value: ParameterValue): Tensor {
    const far = sub(this.checkValue(value, this.loc), this.loc);
    const constant = this.eventShape[0]! * Math.log(2 * Math.PI);
    return mul(add(add(this.#logDeterminant, constant), this.#distance(far)), -0.5);
  }

  override entropy(): Tensor {
    return mul(add(this.#logDeterminant, this.eventShape[0]! * (1 + Math.log(2 * Math.PI))), 0.5);
  }

  override klTo(other: this | MultivariateNormal): Tensor {
    if (!(other instanceof LowRankMultivariateNormal)) return between(this, other);
    const volumes = sub(other.#logDeterminant, this.#logDeterminant);
    const part = solved(other.#capacitance, other.#weighed);
    const own = sum(div(this.covDiag, other.covDiag), -1);
    const factors = traceOfSquare(mul(this.covFactor, column(rsqrt(other.covDiag))));
    const diagonals = traceOfSquare(mul(part, unsqueeze(sqrt(this.covDiag), -2)));
    const spread = sub(sub(add(own, factors), diagonals), traceOfSquare(matmul(part, this.covFactor)));
    const far = other.#distance(sub(other.loc, this.loc));
    return mul(sub(add(add(volumes, spread), far), this.eventShape[0]!), 0.5);
  }
}
