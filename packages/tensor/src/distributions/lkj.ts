// LKJCholesky: Cholesky factors of correlation matrices.

import { noGrad } from "../autograd/grad-mode.js";
import { ArgumentError } from "../checks/errors.js";
import { arange, zeros } from "../ops/creation/creation.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { eq } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { lgamma } from "../ops/pointwise/gamma.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { sqrt } from "../ops/pointwise/pow.js";
import { square } from "../ops/pointwise/roots.js";
import { where } from "../ops/pointwise/where.js";
import { randn } from "../ops/random/random.js";
import { norm } from "../ops/reductions/norm.js";
import { sum } from "../ops/reductions/sum.js";
import { cat } from "../ops/shapes/cat.js";
import { tril } from "../ops/shapes/triangles.js";
import { diagEmbed, diagonal } from "../ops/views/diagonal.js";
import { narrow } from "../ops/views/slice.js";
import { unsqueeze } from "../ops/views/view.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, correlationCholesky, positive } from "./constraints.js";
import { Beta } from "./dirichlet.js";
import { Distribution, type DistributionOptions, type SampleOptions } from "./distribution.js";
import { multivariateLgamma } from "./multivariate-gamma.js";
import { broadcastAll, finfo, type ParameterValue } from "./parameters.js";

/**
 * The lower triangular Cholesky factors L of correlation matrices of `dim` rows, of density ∝ det(L Lᵀ)^(concentration − 1) of the
 * matrices: all alike for 1. See https://pytorch.org/docs/stable/distributions.html#torch.distributions.lkj_cholesky.LKJCholesky.
 *
 * @throws ArgumentError unless dim is an integer of at least 2, and the concentration > 0.
 * @example
 * ```ts
 * import { manualSeed } from "@bernoulli/tensor";
 * import { LKJCholesky } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * const factor = new LKJCholesky(3, 0.5).sample();
 * factor.shape; // → [3, 3]
 * factor.at(0).toArray(); // → [1, 0, 0]
 * ```
 */
export class LKJCholesky extends Distribution {
  readonly dim: number;
  declare readonly concentration: Tensor;
  readonly support: Constraint = correlationCholesky;

  constructor(dim: number, concentration: ParameterValue = 1, options: DistributionOptions = {}) {
    if (!Number.isSafeInteger(dim) || dim < 2)
      throw new ArgumentError(
        `LKJCholesky: Expected dim to be an integer greater than or equal to 2. Found dim=${String(dim)}.`,
      );
    const given = broadcastAll("LKJCholesky", { concentration });
    super(given.concentration.shape, [dim, dim], options);
    this.dim = dim;
    this.keep(given, { concentration: positive });
  }

  override expand(batchShape: Shape): this {
    const stretched = this.stretched(this.concentration, batchShape);
    return new LKJCholesky(this.dim, stretched, { validateArgs: this.validateArgs }) as this;
  }

  /** How long each row is to the left of the diagonal, squared. */
  #lengths(): Beta {
    const { dtype, device } = this.concentration;
    const offset = cat([zeros(1, { dtype, device }), arange(this.dim - 1, { dtype, device })]);
    const marginal = add(this.concentration, 0.5 * (this.dim - 2));
    return new Beta(add(offset, 0.5), sub(unsqueeze(marginal, -1), mul(offset, 0.5)), { validateArgs: false });
  }

  // The onion method: directions on spheres, row by row.
  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() => {
      const source = this.generatorOf(options);
      const lengths = unsqueeze(this.#lengths().sample(sampleShape, options), -1);
      const { dtype, device } = lengths;
      const drawn = tril(randn(this.extendedShape(sampleShape), { dtype, device, ...source }), -1);
      const size = norm(drawn, 2, -1, { keepdim: true });
      // The first row has nothing left of its diagonal.
      const directions = div(drawn, where(eq(size, 0), 1, size));
      const lower = mul(sqrt(lengths), directions);
      const left = clamp(add(neg(sum(square(lower), -1)), 1), { min: finfo(lower).tiny });
      return add(lower, diagEmbed(sqrt(left)));
    });
  }

  logProb(given: ParameterValue): Tensor {
    const { concentration, dim } = this;
    const value = this.checkValue(given, concentration);
    const { dtype, device } = concentration;
    const logs = log(narrow(diagonal(value, 0, -1, -2), -1, 1, dim - 1));
    const falling = add(neg(arange(2, dim + 1, { dtype, device })), dim);
    const orders = add(mul(unsqueeze(sub(concentration, 1), -1), 2), falling);
    const others = dim - 1;
    const alpha = add(concentration, 0.5 * others);
    const normal = sub(multivariateLgamma(sub(alpha, 0.5), others), mul(lgamma(alpha), others));
    return sub(sum(mul(orders, logs), -1), add(normal, 0.5 * others * Math.log(Math.PI)));
  }
}
