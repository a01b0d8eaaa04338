// Linear layers whose weights are drawn: Gaussian and sparse variational dropout, by the local reparametrisation of their outputs, and
// Flipout, which draws a sign for each sample instead of a weight.

import { type DropoutFacts, F, init, Parameter } from "@bernoulli/nn";
import {
  ArgumentError,
  checkOptions,
  full,
  type Generator,
  softplus,
  type Tensor,
  where,
  zeros,
} from "@bernoulli/tensor";
import {
  checkRateBelowOne,
  DrawingModule,
  type DrawOptions,
  drawsOf,
  noiseFacts,
  normalNoise,
  uniformNoise,
} from "../drawing.js";

export interface VariationalLinearOptions extends DrawOptions {
  /** Whether there is a bias, which is not drawn. Default true. */
  readonly bias?: boolean;
}

/** A weight and a bias as nn.Linear draws them. */
abstract class VariationalLinear extends DrawingModule {
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly weight: Parameter;
  readonly bias: Parameter | null;

  constructor(op: string, inFeatures: number, outFeatures: number, options: VariationalLinearOptions) {
    super(options);
    for (const [name, value] of Object.entries({ inFeatures, outFeatures }))
      if (!Number.isSafeInteger(value) || value < 1)
        throw new ArgumentError(`${op}: ${name} must be a whole number of 1 or more, but got ${String(value)}`);
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    const draws = drawsOf(options.generator);
    this.weight = new Parameter(zeros(outFeatures, inFeatures));
    init.kaimingUniform_(this.weight, { a: Math.sqrt(5), ...draws });
    const bound = 1 / Math.sqrt(inFeatures);
    this.bias = options.bias === false ? null : new Parameter(zeros(outFeatures));
    if (this.bias !== null) init.uniform_(this.bias, -bound, bound, draws);
  }

  /** What an output is drawn from: its mean, and its variance by the weights'. */
  protected drawn(input: Tensor, weight: Tensor, variance: Tensor): Tensor {
    const mean = F.linear(input, weight, this.bias);
    const spread = F.linear(input.square(), variance).add(1e-8).sqrt();
    return mean.add(
      spread.mul(normalNoise({ op: this.constructor.name, like: mean, generator: this.drawing.generator })),
    );
  }

  override extraRepr(): string {
    return `in_features=${this.inFeatures}, out_features=${this.outFeatures}, bias=${this.bias === null ? "False" : "True"}`;
  }
}

/**
 * A linear layer whose weights are multiplied by noise of mean 1 and a variance α that is learned, one for the layer; α stands in
 * `logAlpha`, at most 0. Outputs are drawn instead of weights; in evaluation the mean is given. Add `kl()`, over the count of samples, to
 * the loss. Shape: (*, in) → (*, out).
 * See Kingma, Salimans and Welling, NeurIPS 2015 (https://arxiv.org/abs/1506.02557), §3.1 and appendix C.
 *
 * @throws ArgumentError if p is outside [0, 1) or a size is none.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { GaussianVariationalLinear } from "@bernoulli/dropout";
 * const layer = new GaussianVariationalLinear(4, 2, { p: 0.5 });
 * layer(ones(3, 4)).shape; // → [3, 2]
 * layer.kl().shape; // → []
 * ```
 */
export class GaussianVariationalLinear extends VariationalLinear {
  static override readonly name: string = "GaussianVariationalLinear";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("element", { evaluation: "mean" });
  readonly logAlpha: Parameter;

  constructor(
    inFeatures: number,
    outFeatures: number,
    options: VariationalLinearOptions & { readonly p?: number } = {},
  ) {
    checkOptions("GaussianVariationalLinear", options, { p: "number", bias: "boolean", generator: "Generator" });
    const { p = 0.5 } = options;
    checkRateBelowOne("GaussianVariationalLinear", p);
    if (p <= 0 || p > 0.5)
      throw new ArgumentError(
        `GaussianVariationalLinear: p has to be above 0 and at most 0.5, where α = p/(1 − p) is 1, but got ${p}`,
      );
    super("GaussianVariationalLinear", inFeatures, outFeatures, options);
    this.logAlpha = new Parameter(full([1], Math.log(p / (1 - p))));
  }

  forward(input: Tensor): Tensor {
    if (!this.training) return F.linear(input, this.weight, this.bias);
    const alpha = this.logAlpha.clamp({ max: 0 }).exp();
    return this.drawn(input, this.weight, this.weight.square().mul(alpha));
  }

  /**
   * The divergence of all weights from the prior that is uniform in their logarithms, up to a constant. Shape: ().
   * See Kingma et al., NeurIPS 2015, eq. 14.
   *
   * @example
   * ```ts
   * import { GaussianVariationalLinear } from "@bernoulli/dropout";
   * new GaussianVariationalLinear(2, 1).kl().shape; // → []
   * ```
   */
  kl(): Tensor {
    const log = this.logAlpha.clamp({ max: 0 });
    const alpha = log.exp();
    const [first, second, third] = [1.16145124, -1.50204118, 0.58629921];
    const negative = log.mul(0.5).add(alpha.mul(first)).add(alpha.square().mul(second)).add(alpha.pow(3).mul(third));
    return negative.neg().mul(this.weight.numel()).sum();
  }
}

/**
 * A linear layer whose weights each have a rate of their own, by `logSigma2`: those whose α = σ²/w² grows without bound may be left out.
 * Outputs are drawn instead of weights; in evaluation weights whose log α is over `threshold` are zero. Add `kl()`, over the count of
 * samples, to the loss. Shape: (*, in) → (*, out).
 * See Molchanov, Ashukha and Vetrov, ICML 2017 (https://arxiv.org/abs/1701.05369).
 *
 * @throws ArgumentError if a size is none.
 * @example
 * ```ts
 * import { SparseVariationalLinear } from "@bernoulli/dropout";
 * new SparseVariationalLinear(4, 2).sparsity(); // → 0
 * ```
 */
export class SparseVariationalLinear extends VariationalLinear {
  static override readonly name: string = "SparseVariationalLinear";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("element", { evaluation: "thinned" });
  readonly logSigma2: Parameter;
  readonly threshold: number;

  constructor(
    inFeatures: number,
    outFeatures: number,
    options: VariationalLinearOptions & { readonly threshold?: number; readonly logSigma2?: number } = {},
  ) {
    checkOptions("SparseVariationalLinear", options, {
      threshold: "number",
      logSigma2: "number",
      bias: "boolean",
      generator: "Generator",
    });
    const { threshold = 3, logSigma2 = -10 } = options;
    super("SparseVariationalLinear", inFeatures, outFeatures, options);
    this.logSigma2 = new Parameter(full([outFeatures, inFeatures], logSigma2));
    this.threshold = threshold;
  }

  /** log α of each weight, within [−10, 10]. Shape: (out, in). */
  logAlpha(): Tensor {
    return this.logSigma2.sub(this.weight.abs().add(1e-16).log().mul(2)).clamp({ min: -10, max: 10 });
  }

  /** The share of weights that evaluation leaves out, in [0, 1]. */
  sparsity(): number {
    return this.logAlpha().gt(this.threshold).to("float32").mean().item();
  }

  forward(input: Tensor): Tensor {
    if (this.training) return this.drawn(input, this.weight, this.logSigma2.exp());
    return F.linear(input, where(this.logAlpha().lt(this.threshold), this.weight, 0), this.bias);
  }

  /**
   * The divergence of all weights from the prior that is uniform in their logarithms. Shape: ().
   * See Molchanov et al., ICML 2017, eq. 14.
   *
   * @example
   * ```ts
   * import { SparseVariationalLinear } from "@bernoulli/dropout";
   * new SparseVariationalLinear(2, 1).kl().item() > 0; // → true
   * ```
   */
  kl(): Tensor {
    const [first, second, third] = [0.63576, 1.8732, 1.48695];
    const log = this.logAlpha();
    const negative = log
      .mul(third)
      .add(second)
      .sigmoid()
      .mul(first)
      .sub(log.neg().exp().add(1).log().mul(0.5))
      .sub(first);
    return negative.sum().neg();
  }
}

/**
 * A linear layer whose weights are normal, of mean `weight` and deviation softplus(`rho`): one draw for the batch, of which each sample has
 * other signs, so that the samples' noises are not correlated. In evaluation the mean is given. Shape: (N, in) → (N, out).
 * See Wen et al., ICLR 2018 (https://arxiv.org/abs/1803.04386), eq. 3 and 4.
 *
 * @throws ArgumentError if a size is none.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { FlipoutLinear } from "@bernoulli/dropout";
 * new FlipoutLinear(4, 2)(ones(3, 4)).shape; // → [3, 2]
 * ```
 */
export class FlipoutLinear extends VariationalLinear {
  static override readonly name: string = "FlipoutLinear";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("weight", { evaluation: "mean" });
  readonly rho: Parameter;

  constructor(
    inFeatures: number,
    outFeatures: number,
    options: VariationalLinearOptions & { readonly rho?: number } = {},
  ) {
    checkOptions("FlipoutLinear", options, { rho: "number", bias: "boolean", generator: "Generator" });
    super("FlipoutLinear", inFeatures, outFeatures, options);
    this.rho = new Parameter(full([outFeatures, inFeatures], options.rho ?? -3));
  }

  forward(input: Tensor): Tensor {
    const mean = F.linear(input, this.weight, this.bias);
    if (!this.training) return mean;
    const { generator } = this.drawing;
    const noise = softplus(this.rho).mul(normalNoise({ op: "FlipoutLinear", like: this.weight, generator }));
    const [before, behind] = [signs(input, generator), signs(mean, generator)];
    return mean.add(F.linear(input.mul(before), noise).mul(behind));
  }
}

/** 1 or −1, each with probability ½. */
function signs(like: Tensor, generator: Generator | undefined): Tensor {
  return where(uniformNoise({ op: "FlipoutLinear", like, generator }).lt(0.5), -1, 1).to(like.dtype);
}
