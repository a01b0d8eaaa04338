// Flipout: weights that are drawn once for a batch, of which each sample has other signs.

import { type DropoutFacts, Parameter } from "@bernoulli/nn";
import { checkOptions, full, type Generator, softplus, type Tensor, where } from "@bernoulli/tensor";
import { noiseFacts, normalNoise, uniformNoise } from "../drawing.js";
import {
  conv2dGeometry,
  convolutionKinds,
  type Geometry,
  linearGeometry,
  Variational,
  type VariationalConv2dOptions,
  type VariationalLinearOptions,
} from "./variational.js";

interface FlipoutOptions {
  /** The first ρ of all weights, of which the deviation is softplus. Default −3. */
  readonly rho?: number;
}

const kinds = { rho: "number", bias: "boolean", generator: "Generator" } as const;

abstract class FlipoutBase extends Variational {
  readonly rho: Parameter;

  constructor(geometry: Geometry, options: VariationalLinearOptions & FlipoutOptions) {
    super(geometry, options);
    this.rho = new Parameter(full(geometry.weightShape, options.rho ?? -3));
  }

  forward(input: Tensor): Tensor {
    const mean = this.meet(input, this.weight, this.bias);
    if (!this.training) return mean;
    const { generator } = this.drawing;
    const noise = softplus(this.rho).mul(normalNoise({ op: this.constructor.name, like: this.weight, generator }));
    const [before, behind] = [this.signs(input, generator), this.signs(mean, generator)];
    return mean.add(this.meet(input.mul(before), noise, null).mul(behind));
  }

  /** 1 or −1, each with probability ½. */
  protected signs(value: Tensor, generator: Generator | undefined): Tensor {
    const like = this.signed(value);
    return where(uniformNoise({ op: this.constructor.name, like, generator }).lt(0.5), -1, 1).to(like.dtype);
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
export class FlipoutLinear extends FlipoutBase {
  static override readonly name: string = "FlipoutLinear";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("weight", { evaluation: "mean" });
  readonly inFeatures: number;
  readonly outFeatures: number;

  constructor(inFeatures: number, outFeatures: number, options: VariationalLinearOptions & FlipoutOptions = {}) {
    checkOptions("FlipoutLinear", options, kinds);
    super(linearGeometry("FlipoutLinear", inFeatures, outFeatures), options);
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
  }
}

/**
 * {@link FlipoutLinear} as a convolution of images: one draw of the kernels for the batch, and signs for each sample and channel.
 * Shape: (N, in, H, W) → (N, out, H', W'), as nn.Conv2d's. See Wen et al., ICLR 2018 (https://arxiv.org/abs/1803.04386), §3.1.
 *
 * @throws ArgumentError if a size is none, or groups do not divide the channels.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { FlipoutConv2d } from "@bernoulli/dropout";
 * const layer = new FlipoutConv2d(2, 3, 3, { padding: 1 });
 * layer(ones(4, 2, 5, 5)).shape; // → [4, 3, 5, 5]
 * String(layer); // → "FlipoutConv2d(2, 3, kernel_size=(3, 3), bias=True)"
 * ```
 */
export class FlipoutConv2d extends FlipoutBase {
  static override readonly name: string = "FlipoutConv2d";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("weight", { evaluation: "mean" });

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | readonly [number, number],
    options: VariationalConv2dOptions & FlipoutOptions = {},
  ) {
    checkOptions("FlipoutConv2d", options, { ...convolutionKinds, ...kinds });
    super(conv2dGeometry("FlipoutConv2d", [inChannels, outChannels, kernelSize], options), options);
  }
}
