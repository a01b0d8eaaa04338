// Gaussian variational dropout: weights of multiplicative noise whose variance is learned, by the local reparametrisation of outputs.

import { type DropoutFacts, Parameter } from "@bernoulli/nn";
import { ArgumentError, checkOptions, full, type Tensor } from "@bernoulli/tensor";
import { checkRateBelowOne, noiseFacts } from "../drawing.js";
import {
  conv2dGeometry,
  convolutionKinds,
  type Geometry,
  linearGeometry,
  Variational,
  type VariationalConv2dOptions,
  type VariationalLinearOptions,
} from "./variational.js";

interface RateOptions {
  /** The first rate, above 0 and at most 0.5, where α = p/(1 − p) is 1. Default 0.5. */
  readonly p?: number;
}

const kinds = { p: "number", bias: "boolean", generator: "Generator" } as const;

abstract class GaussianVariationalBase extends Variational {
  readonly logAlpha: Parameter;

  constructor(op: string, geometry: Geometry, options: VariationalLinearOptions & RateOptions) {
    const { p = 0.5 } = options;
    checkRateBelowOne(op, p);
    if (p <= 0 || p > 0.5)
      throw new ArgumentError(`${op}: p has to be above 0 and at most 0.5, where α = p/(1 − p) is 1, but got ${p}`);
    super(geometry, options);
    this.logAlpha = new Parameter(full([1], Math.log(p / (1 - p))));
  }

  forward(input: Tensor): Tensor {
    if (!this.training) return this.meet(input, this.weight, this.bias);
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
export class GaussianVariationalLinear extends GaussianVariationalBase {
  static override readonly name: string = "GaussianVariationalLinear";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("element", { evaluation: "mean" });
  readonly inFeatures: number;
  readonly outFeatures: number;

  constructor(inFeatures: number, outFeatures: number, options: VariationalLinearOptions & RateOptions = {}) {
    checkOptions("GaussianVariationalLinear", options, kinds);
    super("GaussianVariationalLinear", linearGeometry("GaussianVariationalLinear", inFeatures, outFeatures), options);
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
  }
}

/**
 * {@link GaussianVariationalLinear} as a convolution of images: one α for the layer; outputs are drawn instead of weights.
 * Shape: (N, in, H, W) → (N, out, H', W'), as nn.Conv2d's. See Kingma, Salimans and Welling, NeurIPS 2015
 * (https://arxiv.org/abs/1506.02557), §3.1.
 *
 * @throws ArgumentError if a size is none, or groups do not divide the channels.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { GaussianVariationalConv2d } from "@bernoulli/dropout";
 * const layer = new GaussianVariationalConv2d(2, 3, 3, { padding: 1 });
 * layer(ones(4, 2, 5, 5)).shape; // → [4, 3, 5, 5]
 * String(layer); // → "GaussianVariationalConv2d(2, 3, kernel_size=(3, 3), bias=True)"
 * ```
 */
export class GaussianVariationalConv2d extends GaussianVariationalBase {
  static override readonly name: string = "GaussianVariationalConv2d";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("element", { evaluation: "mean" });

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | readonly [number, number],
    options: VariationalConv2dOptions & RateOptions = {},
  ) {
    checkOptions("GaussianVariationalConv2d", options, { ...convolutionKinds, ...kinds });
    super(
      "GaussianVariationalConv2d",
      conv2dGeometry("GaussianVariationalConv2d", [inChannels, outChannels, kernelSize], options),
      options,
    );
  }
}
