// Gamma, Dirichlet and Beta: sampled by rejection; their gradients are those of the draws at a constant probability (random/slopes.ts).

import { AutogradFunction, type FunctionContext } from "../autograd/function.js";
import { ArgumentError } from "../checks/errors.js";
import { apply } from "../door/apply.js";
import { defineOp, type Gradients } from "../door/op.js";
import * as kernels from "../kernels/kernels.js";
import { to } from "../ops/creation/to.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { div } from "../ops/pointwise/div.js";
import { log } from "../ops/pointwise/exp.js";
import { digamma, lgamma } from "../ops/pointwise/gamma.js";
import { xlogy } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { pow } from "../ops/pointwise/pow.js";
import { drawEach } from "../ops/random/each.js";
import { expandTo, sum } from "../ops/reductions/sum.js";
import { stack } from "../ops/shapes/cat.js";
import { select } from "../ops/views/slice.js";
import type { Generator } from "../random/generator.js";
import type { Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, nonNegative, positive, positiveVector, simplex, unitInterval } from "./constraints.js";
import {
  broadcastAll,
  Distribution,
  type DistributionOptions,
  finfo,
  type ParameterValue,
  type SampleOptions,
} from "./distribution.js";

const gammaSlopeOp = defineOp({
  name: "gammaSlope",
  inputs: ["alpha", "draw"],
  kernel: kernels.gammaSlope,
  infer: ([alpha]) => [alpha],
});

const dirichletSlopeOp = defineOp({
  name: "dirichletSlope",
  inputs: ["draw", "alpha", "total"],
  kernel: kernels.dirichletSlope,
  infer: ([draw]) => [draw],
});

const standardGammaOp = defineOp({
  name: "standardGamma",
  inputs: ["alpha"],
  kernel: kernels.sampledEach,
  save: { alpha: ["alpha"], output: ["alpha"] },
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad, alpha, output }): Gradients => [mul(grad, apply(gammaSlopeOp, [alpha, output]))],
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
 * The gamma distribution of shape `concentration` and `rate`, the inverse of a scale.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.gamma.Gamma; Marsaglia and Tsang, ACM TOMS 26 (2000).
 *
 * @throws ArgumentError unless both > 0.
 * @example
 * ```ts
 * import { manualSeed } from "@bernoulli/tensor";
 * import { Gamma } from "@bernoulli/tensor/distributions";
 * manualSeed(0);
 * new Gamma(1, 1).sample().item(); // → 2.8824327
 * ```
 */
export class Gamma extends Distribution {
  readonly concentration: Tensor;
  readonly rate: Tensor;
  override readonly hasRsample: boolean = true;
  protected readonly support: Constraint = nonNegative;
  protected readonly parameters: Readonly<Record<string, Tensor>>;

  constructor(concentration: ParameterValue, rate: ParameterValue, options: DistributionOptions = {}) {
    const parameters = broadcastAll("Gamma", { concentration, rate });
    super(parameters.rate.shape, [], options);
    this.concentration = parameters.concentration;
    this.rate = parameters.rate;
    this.parameters = parameters;
    this.checkParameters({ concentration: positive, rate: positive });
  }

  get mean(): Tensor {
    return div(this.concentration, this.rate);
  }
  get mode(): Tensor {
    return clamp(div(sub(this.concentration, 1), this.rate), { min: 0 });
  }
  get variance(): Tensor {
    return div(this.concentration, pow(this.rate, 2));
  }

  override rsample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    const alpha = expandTo("Gamma", this.concentration, this.extendedShape(sampleShape));
    const drawing = { ...this.generatorOf(options), sampler: "gamma", op: "Gamma" } as const;
    return div(apply(standardGammaOp, [alpha], drawing), this.rate);
  }

  logProb(given: ParameterValue): Tensor {
    const value = to(this.checkValue(given, this.rate), this.rate.dtype);
    const { concentration, rate } = this;
    const powers = add(xlogy(concentration, rate), xlogy(sub(concentration, 1), value));
    return sub(sub(powers, mul(rate, value)), lgamma(concentration));
  }

  override entropy(): Tensor {
    const { concentration, rate } = this;
    const own = add(sub(concentration, log(rate)), lgamma(concentration));
    return add(own, mul(add(neg(concentration), 1), digamma(concentration)));
  }

  override klTo(other: this): Tensor {
    const rates = mul(other.concentration, log(div(this.rate, other.rate)));
    const gammas = sub(lgamma(other.concentration), lgamma(this.concentration));
    const shapes = mul(sub(this.concentration, other.concentration), digamma(this.concentration));
    const scales = mul(sub(other.rate, this.rate), div(this.concentration, this.rate));
    return add(add(add(rates, gammas), shapes), scales);
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
  readonly concentration: Tensor;
  override readonly hasRsample: boolean = true;
  protected readonly support: Constraint = simplex;
  protected readonly parameters: Readonly<Record<string, Tensor>>;

  constructor(concentration: Tensor, options: DistributionOptions = {}) {
    const parameters = broadcastAll("Dirichlet", { concentration });
    const { shape } = parameters.concentration;
    if (shape.length < 1)
      throw new ArgumentError("Dirichlet: `concentration` parameter must be at least one-dimensional.");
    super(shape.slice(0, -1), shape.slice(-1), options);
    this.concentration = parameters.concentration;
    this.parameters = parameters;
    this.checkParameters({ concentration: positiveVector });
  }

  get #total(): Tensor {
    return sum(this.concentration, -1, { keepdim: true });
  }
  get mean(): Tensor {
    return div(this.concentration, this.#total);
  }
  get variance(): Tensor {
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
export class Beta extends Distribution {
  readonly concentration1: Tensor;
  readonly concentration0: Tensor;
  override readonly hasRsample: boolean = true;
  readonly #dirichlet: Dirichlet;
  protected readonly support: Constraint = unitInterval;
  protected readonly parameters: Readonly<Record<string, Tensor>>;

  constructor(concentration1: ParameterValue, concentration0: ParameterValue, options: DistributionOptions = {}) {
    const parameters = broadcastAll("Beta", { concentration1, concentration0 });
    super(parameters.concentration1.shape, [], options);
    this.concentration1 = parameters.concentration1;
    this.concentration0 = parameters.concentration0;
    this.parameters = parameters;
    this.#dirichlet = new Dirichlet(stack([this.concentration1, this.concentration0], -1), { validateArgs: false });
    this.checkParameters({ concentration1: positive, concentration0: positive });
  }

  get mean(): Tensor {
    return div(this.concentration1, add(this.concentration1, this.concentration0));
  }
  get variance(): Tensor {
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
