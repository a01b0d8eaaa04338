// Sparse variational dropout: each weight has a rate of its own, and those that grow without bound are left out in evaluation.

import { type DropoutFacts, Parameter } from "@bernoulli/nn";
import { checkOptions, full, type Tensor, where } from "@bernoulli/tensor";
import { noiseFacts } from "../drawing.js";
import {
  conv2dGeometry,
  convolutionKinds,
  type Geometry,
  linearGeometry,
  Variational,
  type VariationalConv2dOptions,
  type VariationalLinearOptions,
} from "./variational.js";

interface SparseOptions {
  /** Evaluation leaves out weights whose log α is over it. Default 3. */
  readonly threshold?: number;
  /** The first log σ² of all weights. Default −10. */
  readonly logSigma2?: number;
}

const kinds = { threshold: "number", logSigma2: "number", bias: "boolean", generator: "Generator" } as const;

abstract class SparseVariationalBase extends Variational {
  readonly logSigma2: Parameter;
  readonly threshold: number;

  constructor(geometry: Geometry, options: VariationalLinearOptions & SparseOptions) {
    const { threshold = 3, logSigma2 = -10 } = options;
    super(geometry, options);
    this.logSigma2 = new Parameter(full(geometry.weightShape, logSigma2));
    this.threshold = threshold;
  }

  /** log α of each weight, within [−10, 10]. Shape: the weight's. */
  logAlpha(): Tensor {
    return this.logSigma2.sub(this.weight.abs().add(1e-16).log().mul(2)).clamp({ min: -10, max: 10 });
  }

  /** The share of weights that evaluation leaves out, in [0, 1]. */
  sparsity(): number {
    return this.logAlpha().gt(this.threshold).to("float32").mean().item();
  }

  forward(input: Tensor): Tensor {
    if (this.training) return this.drawn(input, this.weight, this.logSigma2.exp());
    return this.meet(input, where(this.logAlpha().lt(this.threshold), this.weight, 0), this.bias);
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
export class SparseVariationalLinear extends SparseVariationalBase {
  static override readonly name: string = "SparseVariationalLinear";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("element", { evaluation: "thinned" });
  readonly inFeatures: number;
  readonly outFeatures: number;

  constructor(inFeatures: number, outFeatures: number, options: VariationalLinearOptions & SparseOptions = {}) {
    checkOptions("SparseVariationalLinear", options, kinds);
    super(linearGeometry("SparseVariationalLinear", inFeatures, outFeatures), options);
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
  }
}

/**
 * {@link SparseVariationalLinear} as a convolution of images: each weight of a kernel has a rate of its own.
 * Shape: (N, in, H, W) → (N, out, H', W'), as nn.Conv2d's. See Molchanov, Ashukha and Vetrov, ICML 2017 (https://arxiv.org/abs/1701.05369).
 *
 * @throws ArgumentError if a size is none, or groups do not divide the channels.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { SparseVariationalConv2d } from "@bernoulli/dropout";
 * const layer = new SparseVariationalConv2d(2, 3, 3, { padding: 1 });
 * layer(ones(4, 2, 5, 5)).shape; // → [4, 3, 5, 5]
 * String(layer); // → "SparseVariationalConv2d(2, 3, kernel_size=(3, 3), bias=True)"
 * ```
 */
export class SparseVariationalConv2d extends SparseVariationalBase {
  static override readonly name: string = "SparseVariationalConv2d";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("element", { evaluation: "thinned" });

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | readonly [number, number],
    options: VariationalConv2dOptions & SparseOptions = {},
  ) {
    checkOptions("SparseVariationalConv2d", options, { ...convolutionKinds, ...kinds });
    super(conv2dGeometry("SparseVariationalConv2d", [inChannels, outChannels, kernelSize], options), options);
  }
}
