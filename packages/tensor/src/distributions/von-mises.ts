// VonMises: the normal distribution of angles.

import { noGrad } from "../autograd/grad-mode.js";
import { fullLike, zeros } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { abs, sign } from "../ops/pointwise/abs.js";
import { add, sub } from "../ops/pointwise/add.js";
import { ge, gt, lt } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { exp, log } from "../ops/pointwise/exp.js";
import { logicalOr } from "../ops/pointwise/logical.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { sqrt } from "../ops/pointwise/pow.js";
import { remainder } from "../ops/pointwise/remainder.js";
import { reciprocal, square } from "../ops/pointwise/roots.js";
import { acos, cos } from "../ops/pointwise/trigonometric.js";
import { where } from "../ops/pointwise/where.js";
import { rand } from "../ops/random/random.js";
import { all } from "../ops/reductions/truths.js";
import { unbind } from "../ops/views/parts.js";
import { item } from "../tensor/reads.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, positive, real } from "./constraints.js";
import { ByParameters, type DistributionOptions, type SampleOptions } from "./distribution.js";
import type { ParameterValue } from "./parameters.js";

type Coefficients = readonly [readonly number[], readonly number[]];

/** Of I₀ and I₁, below 3.75 (Abramowitz and Stegun, 9.8.1 and 9.8.3). */
const small: Coefficients = [
  [1.0, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.360768e-1, 0.45813e-2],
  [0.5, 0.87890594, 0.51498869, 0.15084934, 0.2658733e-1, 0.301532e-2, 0.32411e-3],
];
/** Above. */
const large: Coefficients = [
  [
    0.39894228, 0.1328592e-1, 0.225319e-2, -0.157565e-2, 0.916281e-2, -0.2057706e-1, 0.2635537e-1, -0.1647633e-1,
    0.392377e-2,
  ],
  [
    0.39894228, -0.3988024e-1, -0.362018e-2, 0.163801e-2, -0.1031555e-1, 0.2282967e-1, -0.2895312e-1, 0.1787654e-1,
    -0.420059e-2,
  ],
];

function polynomial(y: Tensor, coefficients: readonly number[]): Tensor {
  const [last, ...others] = coefficients.toReversed();
  return others.reduce((value, coefficient) => add(mul(y, value), coefficient), fullLike(y, last!));
}

/** log I₀ or log I₁. */
function logBessel(x: Tensor, order: 0 | 1): Tensor {
  const near = polynomial(square(div(x, 3.75)), small[order]);
  const below = log(order === 1 ? mul(abs(x), near) : near);
  const above = add(sub(x, mul(log(x), 0.5)), log(polynomial(mul(reciprocal(x), 3.75), large[order])));
  return where(lt(x, 3.75), below, above);
}

/**
 * Angles in [−π, π] about `loc`, the nearer the larger the concentration.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.von_mises.VonMises; Best and Fisher, Applied Statistics 28 (1979).
 *
 * @throws ArgumentError unless concentration > 0.
 * @example
 * ```ts
 * import { VonMises } from "@bernoulli/tensor/distributions";
 * new VonMises(0, 1).logProb(0).item(); // → -1.0737914
 * ```
 */
export class VonMises extends ByParameters<"loc" | "concentration"> {
  declare readonly loc: Tensor;
  declare readonly concentration: Tensor;
  readonly support: Constraint = real;

  constructor(loc: ParameterValue, concentration: ParameterValue, options: DistributionOptions = {}) {
    super({ loc, concentration }, { loc: real, concentration: positive }, options);
  }

  override get mean(): Tensor {
    return this.loc;
  }
  override get mode(): Tensor {
    return this.loc;
  }
  /** The circular one. */
  override get variance(): Tensor {
    const { concentration } = this;
    return add(neg(exp(sub(logBessel(concentration, 1), logBessel(concentration, 0)))), 1);
  }

  /** By rejection, in float64, all of them anew until each was taken once; the last that was taken is the draw. */
  override sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() => {
      const shape = this.extendedShape(sampleShape);
      const { device, dtype } = this.loc;
      const [loc, kappa] = [to(this.loc, "float64"), to(this.concentration, "float64")];
      const tau = add(sqrt(add(mul(square(kappa), 4), 1)), 1);
      const rho = div(sub(tau, sqrt(mul(tau, 2))), mul(kappa, 2));
      const exact = div(add(square(rho), 1), mul(rho, 2));
      const r = where(lt(kappa, 1e-5), add(reciprocal(kappa), kappa), exact);
      const drawing = { dtype: "float64", device, ...this.generatorOf(options) } as const;
      let angles = zeros(shape, { dtype: "float64", device });
      let done = zeros(shape, { dtype: "bool", device });
      while (!item(all(done))) {
        const [one, two, three] = unbind(rand([3, ...shape], drawing)) as [Tensor, Tensor, Tensor];
        const z = cos(mul(one, Math.PI));
        const f = div(add(mul(z, r), 1), add(r, z));
        const c = mul(kappa, sub(r, f));
        const isInside = gt(sub(mul(c, add(neg(c), 2)), two), 0);
        const isBelow = ge(sub(add(log(div(c, two)), 1), c), 0);
        const taken = logicalOr(isInside, isBelow);
        angles = where(taken, mul(sign(sub(three, 0.5)), acos(f)), angles);
        done = logicalOr(done, taken);
      }
      const turned = remainder(add(add(angles, Math.PI), loc), 2 * Math.PI);
      return to(sub(turned, Math.PI), dtype);
    });
  }

  logProb(value: ParameterValue): Tensor {
    const { concentration, loc } = this;
    const near = mul(concentration, cos(sub(this.checkValue(value, loc), loc)));
    return sub(sub(near, Math.log(2 * Math.PI)), logBessel(concentration, 0));
  }
}
