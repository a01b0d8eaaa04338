// Dirichlet and Beta: shares of gamma draws; their gradients are those of the draws at a constant probability (random/slopes.ts).

import { AutogradFunction, type FunctionContext } from "../autograd/function.js";
import { ArgumentError } from "../checks/errors.js";
import { apply } from "../door/apply.js";
import { defineOp } from "../door/op.js";
import * as kernels from "../kernels/kernels.js";
import { to } from "../ops/creation/to.js";
import { oneHot } from "../ops/indexing/one-hot.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { lt } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { digamma, lgamma } from "../ops/pointwise/gamma.js";
import { xlogy } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { pow } from "../ops/pointwise/pow.js";
import { where } from "../ops/pointwise/where.js";
import { drawEach } from "../ops/random/each.js";
import { argmax } from "../ops/reductions/max.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import { all } from "../ops/reductions/truths.js";
import { stack } from "../ops/shapes/cat.js";
import { select } from "../ops/views/slice.js";
import type { Generator } from "../random/generator.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, positive, positiveVector, simplex, unitInterval } from "./constraints.js";
import { ByParameters, Distribution, type DistributionOptions, type SampleOptions } from "./distribution.js";
import { broadcastAll, finfo, type ParameterValue } from "./parameters.js";

const dirichletSlopeOp = defineOp({
  name: "dirichletSlope",
  inputs: ["draw", "alpha", "total"],
  kernel: kernels.dirichletSlope,
  infer: ([draw]) => [draw],
});

class DirichletDraw extends AutogradFunction {
  static forward(context: FunctionContext, alpha: Tensor, generator: Generator): Tensor {
    // In float64, in which small ones do not vanish.
    const parts = drawEach("Dirichlet", to(alpha, "float64"), "gammaPart", generator);
    const { tiny, eps } = finfo(alpha);
    const draw = clamp(to(div(parts, sum(parts, -1, { keepdim: true })), alpha.dtype), tiny, 1 - eps / 2);
    context.saveForBackward(draw, alpha);
    return draw;
  }
  static backward(context: FunctionContext, grad: Tensor): (Tensor | null)[] {
    const [draw, alpha] = context.savedTensors as [Tensor, Tensor];
    const total = expandTo("Dirichlet", sum(alpha, -1, { keepdim: true }), alpha.shape);
    const slope = apply(dirichletSlopeOp, [draw, alpha, total]);
    return [mul(slope, sub(grad, sum(mul(draw, grad), -1, { keepdim: true }))), null];
  }
}

/**
 * Probabilities of categories, in the last dimension, spread by their concentrations.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.dirichlet.Dirichlet.
 *
 * @throws ArgumentError unless every concentration > 0, and for none.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Dirichlet } from "@bernoulli/tensor/distributions";
 * new Dirichlet(tensor([1, 3])).mean.toArray(); // → [0.25, 0.75]
 * ```
 */
export class Dirichlet extends Distribution {
  declare readonly concentration: Tensor;
  readonly support: Constraint = simplex;

  constructor(concentration: Tensor, options: DistributionOptions = {}) {
    const parameters = broadcastAll("Dirichlet", { concentration });
    const { shape } = parameters.concentration;
    if (shape.length < 1)
      throw new ArgumentError("Dirichlet: `concentration` parameter must be at least one-dimensional.");
    super(shape.slice(0, -1), shape.slice(-1), options);
    this.keep(parameters, { concentration: positiveVector });
  }

  get #total(): Tensor {
    return sum(this.concentration, -1, { keepdim: true });
  }
  override get mean(): Tensor {
    return div(this.concentration, this.#total);
  }
  /** Of concentrations that are all below 1 a corner. */
  override get mode(): Tensor {
    const { concentration } = this;
    const above = clamp(sub(concentration, 1), { min: 0 });
    const inside = div(above, sum(above, -1, { keepdim: true }));
    const corner = to(oneHot(argmax(inside, -1), concentration.size(-1)), concentration.dtype);
    return where(all(lt(concentration, 1), -1, { keepdim: true }), corner, inside);
  }
  override get variance(): Tensor {
    const total = this.#total;
    return div(mul(this.concentration, sub(total, this.concentration)), mul(pow(total, 2), add(total, 1)));
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const alpha = expandTo("Dirichlet", this.concentration, this.extendedShape(sampleShape));
    return DirichletDraw.apply(alpha, this.generatorOf(options).generator);
  }

  logProb(value: ParameterValue): Tensor {
    const { concentration } = this;
    const powers = sum(xlogy(sub(concentration, 1), this.checkValue(value, concentration)), -1);
    return sub(add(powers, lgamma(sum(concentration, -1))), sum(lgamma(concentration), -1));
  }

  override entropy(): Tensor {
    const { concentration } = this;
    const k = this.eventShape[0]!;
    const total = sum(concentration, -1);
    const own = sub(sum(lgamma(concentration), -1), lgamma(total));
    const spread = mul(add(neg(total), k), digamma(total));
    return sub(sub(own, spread), sum(mul(sub(concentration, 1), digamma(concentration)), -1));
  }

  override klTo(other: this): Tensor {
    const [own, others] = [this.concentration, other.concentration];
    const totals = sub(lgamma(sum(own, -1)), lgamma(sum(others, -1)));
    const parts = sum(sub(lgamma(own), lgamma(others)), -1);
    const moved = mul(sub(own, others), sub(digamma(own), digamma(this.#total)));
    return add(sub(totals, parts), sum(moved, -1));
  }
}

/**
 * A probability in [0, 1], spread by `concentration1` of successes and `concentration0` of failures.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.beta.Beta.
 *
 * @throws ArgumentError unless both > 0.
 * @example
 * ```ts
 * import { Beta } from "@bernoulli/tensor/distributions";
 * new Beta(1, 3).mean.item(); // → 0.25
 * ```
 */
export class Beta extends ByParameters<"concentration1" | "concentration0"> {
  override readonly family: string = "Beta";
  declare readonly concentration1: Tensor;
  declare readonly concentration0: Tensor;
  readonly support: Constraint = unitInterval;

  constructor(concentration1: ParameterValue, concentration0: ParameterValue, options: DistributionOptions = {}) {
    super({ concentration1, concentration0 }, { concentration1: positive, concentration0: positive }, options);
  }

  get #dirichlet(): Dirichlet {
    return new Dirichlet(stack([this.concentration1, this.concentration0], -1), { validateArgs: false });
  }
  override get mean(): Tensor {
    return div(this.concentration1, add(this.concentration1, this.concentration0));
  }
  override get mode(): Tensor {
    return select(this.#dirichlet.mode, -1, 0);
  }
  override get variance(): Tensor {
    const total = add(this.concentration1, this.concentration0);
    return div(mul(this.concentration1, this.concentration0), mul(pow(total, 2), add(total, 1)));
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return select(this.#dirichlet.rsample(sampleShape, options), -1, 0);
  }

  logProb(given: ParameterValue): Tensor {
    const value = this.checkValue(given, this.concentration1);
    return this.#dirichlet.logProb(stack([value, add(neg(value), 1)], -1));
  }

  override entropy(): Tensor {
    return this.#dirichlet.entropy();
  }

  override klTo(other: this): Tensor {
    return this.#dirichlet.klTo(other.#dirichlet);
  }
}
