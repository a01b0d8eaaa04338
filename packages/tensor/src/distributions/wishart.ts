// Wishart: covariance matrices of a number of normal draws.

import { ArgumentError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";
import { readFor } from "../compile/trace.js";
import { arange, full, tensor, zeros } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { indexCopy } from "../ops/indexing/along.js";
import { indexSelect } from "../ops/indexing/gather.js";
import { slogdet } from "../ops/linalg/determinants.js";
import { solve } from "../ops/linalg/systems.js";
import { add, sub } from "../ops/pointwise/add.js";
import { gt } from "../ops/pointwise/compare.js";
import { clampMin } from "../ops/pointwise/extremes.js";
import { mul } from "../ops/pointwise/mul.js";
import { sqrt } from "../ops/pointwise/pow.js";
import { square } from "../ops/pointwise/roots.js";
import { where } from "../ops/pointwise/where.js";
import { matmul } from "../ops/products/matmul.js";
import { randn } from "../ops/random/random.js";
import { amin } from "../ops/reductions/extremes.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import { cat } from "../ops/shapes/cat.js";
import { diagEmbed, diagonal } from "../ops/views/diagonal.js";
import { reshape, unsqueeze, view } from "../ops/views/view.js";
import { item, toTypedArray } from "../tensor/reads.js";
import { broadcastShapes, numberOfElements, type Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, positive, positiveDefinite } from "./constraints.js";
import { Distribution, type DistributionOptions, type SampleOptions } from "./distribution.js";
import { covarianceOf, factorOf, logOfDiagonal, type Matrix, matrices, matrixOf, precisionOf } from "./factors.js";
import { Chi2 } from "./gamma.js";
import { multivariateDigamma, multivariateLgamma } from "./multivariate-gamma.js";
import { finfo, type ParameterValue } from "./parameters.js";

/** One of the three matrices. */
export interface WishartOptions extends DistributionOptions {
  /** Shape: (*, p, p), as all of them. */
  readonly covarianceMatrix?: Tensor;
  /** The inverse of the covariance. */
  readonly precisionMatrix?: Tensor;
  /** The lower triangular L of the covariance L Lᵀ, its diagonal positive. The cheapest: it is what is computed with. */
  readonly scaleTril?: Tensor;
}

/** How often a matrix that rounding made singular is drawn anew. */
const mostTries = 10;

/**
 * Positive definite matrices: the sums of x xᵀ of `df` normal vectors x of a covariance. As PyTorch 2.15 does, it draws each twice
 * and keeps the second.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.wishart.Wishart.
 *
 * @throws ArgumentError unless df > p − 1, and one matrix is given, positive definite, or lower triangular with a positive diagonal.
 * @example
 * ```ts
 * import { eye } from "@bernoulli/tensor";
 * import { Wishart } from "@bernoulli/tensor/distributions";
 * new Wishart(3, { covarianceMatrix: eye(2) }).mean.toArray(); // → [[3, 0], [0, 3]]
 * ```
 */
export class Wishart extends Distribution {
  declare readonly df: Tensor;
  readonly support: Constraint = positiveDefinite;
  readonly scaleTril: Tensor;
  readonly #given: Matrix;

  constructor(df: ParameterValue, given: Tensor | WishartOptions, ...others: [options?: DistributionOptions]) {
    const owner = "Wishart";
    const options = isTensor(given) ? { covarianceMatrix: given, ...others[0] } : (given ?? {});
    const { covarianceMatrix, precisionMatrix, scaleTril, ...rest } = options;
    checkOptions(owner, options, ["covarianceMatrix", "precisionMatrix", "scaleTril", "validateArgs"]);
    const [name, matrix] = matrixOf(owner, options);
    const p = matrix.size(-1);
    const { dtype, device } = matrix;
    const number = isTensor(df) ? to(df, dtype) : full([], df, { dtype, device });
    const batch = broadcastShapes(owner, matrix.shape.slice(0, -2), number.shape);
    super(batch, [p, p], rest);
    const freedoms = expandTo(owner, number, batch);
    const least = item(amin(freedoms));
    if (!(least > p - 1))
      throw new ArgumentError(`${owner}: Value of df=${least} expected to be greater than ndim - 1 = ${p - 1}.`);
    const stretched = expandTo(owner, matrix, [...batch, p, p]);
    this.#given = name;
    this.parameters = { df: freedoms, [name]: stretched };
    Object.assign(this, { df: freedoms });
    this.check(this.parameters, { df: positive, [name]: matrices[name] });
    this.scaleTril = factorOf(name, stretched);
  }

  override expand(batchShape: Shape): this {
    const { df, [this.#given]: matrix } = this.parameters as Record<string, Tensor>;
    const stretched = { [this.#given]: this.stretched(matrix!, batchShape), validateArgs: this.validateArgs };
    return new Wishart(this.stretched(df!, batchShape), stretched) as this;
  }

  get covarianceMatrix(): Tensor {
    return this.#given === "covarianceMatrix" ? this.parameters["covarianceMatrix"]! : covarianceOf(this.scaleTril);
  }
  get precisionMatrix(): Tensor {
    return this.#given === "precisionMatrix" ? this.parameters["precisionMatrix"]! : precisionOf(this.scaleTril);
  }
  get #size(): number {
    return this.eventShape[0]!;
  }
  /** A number of each batch as a matrix. */
  #whole(number: Tensor): Tensor {
    return unsqueeze(unsqueeze(number, -1), -1);
  }

  override get mean(): Tensor {
    return mul(this.#whole(this.df), this.covarianceMatrix);
  }
  /** NaN for df of at most p + 1. */
  override get mode(): Tensor {
    const factor = sub(this.df, this.#size + 1);
    return mul(this.#whole(where(gt(factor, 0), factor, Number.NaN)), this.covarianceMatrix);
  }
  override get variance(): Tensor {
    const covariance = this.covarianceMatrix;
    const own = diagonal(covariance, 0, -2, -1);
    const products = mul(unsqueeze(own, -1), unsqueeze(own, -2));
    return mul(this.#whole(this.df), add(square(covariance), products));
  }

  /** Bartlett's way: roots of chi-squared draws on a diagonal, and normal draws below. */
  #drawn(sampleShape: Shape, options: SampleOptions): Tensor {
    const p = this.#size;
    const { dtype, device } = this.scaleTril;
    const freedoms = sub(unsqueeze(this.df, -1), arange(p, { dtype, device }));
    const roots = sqrt(new Chi2(freedoms, { validateArgs: false }).rsample(sampleShape, options));
    const shape = [...sampleShape, ...this.batchShape];
    const below = randn([...shape, (p * (p - 1)) / 2], { dtype, device, ...this.generatorOf(options) });
    const places = Array.from({ length: p * p }, (_, at) => {
      const [row, column] = [Math.floor(at / p), at % p];
      return column < row ? 1 + (row * (row - 1)) / 2 + column : 0;
    });
    const padded = cat([zeros([...shape, 1], { dtype, device }), below], -1);
    const lower = view(indexSelect(padded, -1, tensor(places, { dtype: "int32", device })), [...shape, p, p]);
    const factor = matmul(this.scaleTril, add(lower, diagEmbed(clampMin(roots, finfo(roots).eps))));
    return covarianceOf(factor);
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    // PyTorch takes valid draws for singular ones, and draws them once more.
    this.#drawn(sampleShape, options);
    const count = numberOfElements(sampleShape);
    let drawn = this.#drawn([count], options);
    for (let tries = 1; tries < mostTries; tries++) {
      const singular = readFor("Wishart", "values", () => this.#singularAmong(drawn, count));
      if (singular.length === 0) break;
      const places = tensor(singular, { dtype: "int32", device: drawn.device });
      drawn = indexCopy(drawn, 0, places, this.#drawn([singular.length], options));
    }
    return reshape(drawn, this.extendedShape(sampleShape));
  }

  /** The places of samples of which a matrix is not positive definite. */
  #singularAmong(drawn: Tensor, count: number): number[] {
    const numbers = toTypedArray(drawn);
    const matrix = this.#size ** 2;
    const each = numbers.length / Math.max(count, 1);
    const isValid = (sample: number) => {
      for (let at = sample * each; at < (sample + 1) * each; at += matrix)
        if (!positiveDefinite.holds(numbers, at, matrix)) return false;
      return true;
    };
    return Array.from({ length: count }, (_, sample) => sample).filter((sample) => !isValid(sample));
  }

  // Not by the triangular factor: PyTorch's gradient for it has what lies above the diagonal.
  #traceOver(matrix: Tensor): Tensor {
    return sum(diagonal(solve(covarianceOf(this.scaleTril), matrix), 0, -2, -1), -1);
  }

  logProb(given: ParameterValue): Tensor {
    const value = this.checkValue(given, this.scaleTril);
    const p = this.#size;
    const half = mul(this.df, 0.5);
    const volume = mul(this.df, add(logOfDiagonal(this.scaleTril), (p * Math.LN2) / 2));
    const size = mul(sub(half, (p + 1) / 2), slogdet(value).logabsdet);
    const trace = mul(this.#traceOver(value), 0.5);
    return sub(sub(size, add(volume, multivariateLgamma(half, p))), trace);
  }

  override entropy(): Tensor {
    const p = this.#size;
    const half = mul(this.df, 0.5);
    const volume = mul(add(logOfDiagonal(this.scaleTril), (p * Math.LN2) / 2), p + 1);
    const moved = mul(sub(half, (p + 1) / 2), multivariateDigamma(half, p));
    return add(sub(add(volume, multivariateLgamma(half, p)), moved), mul(half, p));
  }
  override klTo(other: this): Tensor {
    const p = this.#size;
    const [own, others] = [mul(this.df, 0.5), mul(other.df, 0.5)];
    const volumes = mul(other.df, sub(logOfDiagonal(other.scaleTril), logOfDiagonal(this.scaleTril)));
    const traces = mul(own, sub(other.#traceOver(this.covarianceMatrix), p));
    const gammas = sub(multivariateLgamma(others, p), multivariateLgamma(own, p));
    return add(add(add(volumes, traces), gammas), mul(sub(own, others), multivariateDigamma(own, p)));
  }
}
