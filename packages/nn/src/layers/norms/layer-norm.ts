// LayerNorm, RMSNorm, GroupNorm and LocalResponseNorm: each sample by itself, whatever else is in its batch. Nothing runs on.

import {
  ArgumentError,
  type ByName,
  checkOptions,
  type DeviceName,
  type DType,
  groupNorm,
  inPlace,
  layerNorm,
  localResponseNorm,
  ones,
  optionsOf,
  type Positional,
  rmsNorm,
  type Shape,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { python } from "../../print.js";
import { checkParameters } from "../../walk.js";
import { checkSize } from "../options.js";

interface MadeOptions {
  /** The parameters' dtype, float32 or float64. Default float32. */
  readonly dtype?: DType;
  /** Their device. Default: what `setDefaultDevice` said. */
  readonly device?: DeviceName;
}

export interface LayerNormLayerOptions extends MadeOptions {
  /** Added to the variance, ≥ 0. Default 1e-5. */
  readonly eps?: number;
  /** Whether a weight, ones at first, and a bias, zeros, are learnt for each place. Default true. */
  readonly elementwiseAffine?: boolean;
  /** Whether there is a bias beside the weight. Default true. */
  readonly bias?: boolean;
}

export interface RMSNormOptions extends MadeOptions {
  /** Added to the mean of squares, ≥ 0. Default: the input's dtype's `finfo(…).eps`. */
  readonly eps?: number | null;
  /** Whether a weight, ones at first, is learnt for each place. Default true. */
  readonly elementwiseAffine?: boolean;
}

export interface GroupNormOptions extends MadeOptions {
  /** Added to the variance, ≥ 0. Default 1e-5. */
  readonly eps?: number;
  /** Whether a weight, ones at first, and a bias, zeros, are learnt for each channel. Default true. */
  readonly affine?: boolean;
  /** Whether there is a bias beside the weight. Default true. */
  readonly bias?: boolean;
}

export interface LocalResponseNormLayerOptions {
  /** How much the mean of squares counts. Default 1e-4. */
  readonly alpha?: number;
  /** The power. Default 0.75. */
  readonly beta?: number;
  /** What the mean of squares is added to. Default 1. */
  readonly k?: number;
}

function checkNormalizedShape(owner: string, given: number | Shape): Shape {
  const shape = typeof given === "number" ? [given] : given;
  if (!Array.isArray(shape) || shape.length === 0)
    throw new ArgumentError(
      `${owner}: Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element`,
    );
  for (const size of shape) checkSize(owner, "normalizedShape", size, 0);
  return [...shape];
}

/**
 * Each sample's last dimensions less their mean, divided by √(variance + eps), times a learnt weight, plus a learnt bias, place by
 * place. Shape: (*, normalizedShape) → the same. A number is the shape of vectors.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html; Ba, Kiros and Hinton, 2016.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, if the input does not end in the normalized shape.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { LayerNorm } from "@bernoulli/nn";
 * const norm = new LayerNorm(2, { eps: 0 });
 * norm(tensor([[1, 3], [10, 30]])).toArray(); // → [[-1, 1], [-1, 1]]
 * String(new LayerNorm([2, 3])); // → "LayerNorm((2, 3), eps=1e-05, elementwise_affine=True, bias=True)"
 * ```
 */
export class LayerNorm extends Module {
  static override readonly name: string = "LayerNorm";
  readonly normalizedShape: Shape;
  eps: number;
  readonly elementwiseAffine: boolean;
  weight: Parameter | null;
  bias: Parameter | null;

  constructor(
    normalizedShape: number | Shape | ByName<"normalizedShape", number | Shape, LayerNormLayerOptions>,
    ...rest: Positional<LayerNormLayerOptions, ["eps", "elementwiseAffine", "bias"]>
  ) {
    [normalizedShape, rest] = inPlace<number | Shape, typeof rest>(
      "LayerNorm",
      "normalizedShape",
      normalizedShape,
      rest,
    );
    super();
    const options = optionsOf<LayerNormLayerOptions>("LayerNorm", ["eps", "elementwiseAffine", "bias"], rest);
    checkOptions("LayerNorm", options, {
      eps: "number",
      elementwiseAffine: "boolean",
      bias: "boolean",
      dtype: "anything",
      device: "anything",
    });
    const { eps = 1e-5, elementwiseAffine = true, bias = true, ...made } = options;
    this.normalizedShape = checkNormalizedShape("LayerNorm", normalizedShape);
    this.eps = eps;
    this.elementwiseAffine = elementwiseAffine;
    this.weight = elementwiseAffine ? new Parameter(ones(this.normalizedShape, made)) : null;
    this.bias = elementwiseAffine && bias ? new Parameter(zeros(this.normalizedShape, made)) : null;
    checkParameters(this);
  }

  forward(input: Tensor): Tensor {
    const { normalizedShape, weight, bias, eps } = this;
    return layerNorm(input, normalizedShape, { weight, bias, eps });
  }

  override extraRepr(): string {
    const { normalizedShape, eps, elementwiseAffine, bias } = this;
    return `${python(normalizedShape)}, eps=${python(eps)}, elementwise_affine=${python(elementwiseAffine)}, bias=${python(bias !== null)}`;
  }
}

/**
 * Each sample's last dimensions divided by the root of their mean square, times a learnt weight, place by place.
 * Shape: (*, normalizedShape) → the same. A number is the shape of vectors.
 * See https://pytorch.org/docs/stable/generated/torch.nn.RMSNorm.html; Zhang and Sennrich, 2019.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, if the input does not end in the normalized shape.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { RMSNorm } from "@bernoulli/nn";
 * new RMSNorm(2)(tensor([1, 7])).toArray(); // → [0.2, 1.4]
 * String(new RMSNorm(2)); // → "RMSNorm((2,), eps=None, elementwise_affine=True)"
 * ```
 */
export class RMSNorm extends Module {
  static override readonly name: string = "RMSNorm";
  readonly normalizedShape: Shape;
  eps: number | null;
  readonly elementwiseAffine: boolean;
  weight: Parameter | null;

  constructor(
    normalizedShape: number | Shape | ByName<"normalizedShape", number | Shape, RMSNormOptions>,
    ...rest: Positional<RMSNormOptions, ["eps", "elementwiseAffine"]>
  ) {
    [normalizedShape, rest] = inPlace<number | Shape, typeof rest>("RMSNorm", "normalizedShape", normalizedShape, rest);
    super();
    const { eps = null, ...others } = optionsOf<RMSNormOptions>("RMSNorm", ["eps", "elementwiseAffine"], rest);
    const options = eps === null ? others : { eps, ...others };
    checkOptions("RMSNorm", options, {
      eps: "number",
      elementwiseAffine: "boolean",
      dtype: "anything",
      device: "anything",
    });
    const { elementwiseAffine = true, ...made } = others;
    this.normalizedShape = checkNormalizedShape("RMSNorm", normalizedShape);
    this.eps = eps;
    this.elementwiseAffine = elementwiseAffine;
    this.weight = elementwiseAffine ? new Parameter(ones(this.normalizedShape, made)) : null;
    checkParameters(this);
  }

  forward(input: Tensor): Tensor {
    const { normalizedShape, weight, eps } = this;
    return rmsNorm(input, normalizedShape, { weight, eps });
  }

  override extraRepr(): string {
    const { normalizedShape, eps, elementwiseAffine } = this;
    return `${python(normalizedShape)}, eps=${python(eps)}, elementwise_affine=${python(elementwiseAffine)}`;
  }
}

/**
 * The channels in groups, each group of each sample less its mean, divided by √(variance + eps), times a learnt weight, plus a learnt
 * bias, channel by channel. Shape: (N, C, *) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html; Wu and He, 2018.
 *
 * @throws ArgumentError if the groups do not divide the channels, or, when called, if a group has but one value; ShapeError, when called, if the
 * input does not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { GroupNorm } from "@bernoulli/nn";
 * new GroupNorm(2, 4, { eps: 0 })(tensor([[1, 3, 10, 30]])).toArray(); // → [[-1, 1, -1, 1]]
 * String(new GroupNorm(3, 6)); // → "GroupNorm(3, 6, eps=1e-05, affine=True, bias=True)"
 * ```
 */
export class GroupNorm extends Module {
  static override readonly name: string = "GroupNorm";
  readonly numGroups: number;
  readonly numChannels: number;
  eps: number;
  readonly affine: boolean;
  weight: Parameter | null;
  bias: Parameter | null;

  constructor(
    numGroups: number,
    numChannels: number | ByName<"numChannels", number, GroupNormOptions>,
    ...rest: Positional<GroupNormOptions, ["eps", "affine"]>
  ) {
    [numChannels, rest] = inPlace<number, typeof rest>("GroupNorm", "numChannels", numChannels, rest);
    super();
    const options = optionsOf<GroupNormOptions>("GroupNorm", ["eps", "affine"], rest);
    checkOptions("GroupNorm", options, {
      eps: "number",
      affine: "boolean",
      bias: "boolean",
      dtype: "anything",
      device: "anything",
    });
    const { eps = 1e-5, affine = true, bias = true, ...made } = options;
    checkSize("GroupNorm", "numGroups", numGroups);
    checkSize("GroupNorm", "numChannels", numChannels);
    if (numChannels % numGroups !== 0)
      throw new ArgumentError(
        `GroupNorm: num_channels (${numChannels}) must be divisible by num_groups (${numGroups})`,
      );
    this.numGroups = numGroups;
    this.numChannels = numChannels;
    this.eps = eps;
    this.affine = affine;
    this.weight = affine ? new Parameter(ones([numChannels], made)) : null;
    this.bias = affine && bias ? new Parameter(zeros([numChannels], made)) : null;
    checkParameters(this);
  }

  forward(input: Tensor): Tensor {
    const { numGroups, weight, bias, eps } = this;
    return groupNorm(input, numGroups, { weight, bias, eps });
  }

  override extraRepr(): string {
    const { numGroups, numChannels, eps, affine, bias } = this;
    return `${numGroups}, ${numChannels}, eps=${python(eps)}, affine=${python(affine)}, bias=${python(bias !== null)}`;
  }
}

/**
 * Each element divided by (k + alpha · the mean of squares of the `size` channels around its own)^beta. Shape: (N, C, *) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LocalResponseNorm.html; Krizhevsky et al., 2012.
 *
 * @throws ArgumentError for a size that is no positive integer; ShapeError, when called, for fewer than three dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LocalResponseNorm } from "@bernoulli/nn";
 * const norm = new LocalResponseNorm(5);
 * norm(ones(1, 8, 4, 4)).shape; // → [1, 8, 4, 4]
 * String(norm); // → "LocalResponseNorm(5, alpha=0.0001, beta=0.75, k=1.0)"
 * ```
 */
export class LocalResponseNorm extends Module {
  static override readonly name: string = "LocalResponseNorm";
  readonly size: number;
  alpha: number;
  beta: number;
  k: number;

  constructor(
    size: number | ByName<"size", number, LocalResponseNormLayerOptions>,
    ...rest: Positional<LocalResponseNormLayerOptions, ["alpha", "beta", "k"]>
  ) {
    [size, rest] = inPlace<number, typeof rest>("LocalResponseNorm", "size", size, rest);
    super();
    const options = optionsOf<LocalResponseNormLayerOptions>("LocalResponseNorm", ["alpha", "beta", "k"], rest);
    checkOptions("LocalResponseNorm", options, { alpha: "number", beta: "number", k: "number" });
    checkSize("LocalResponseNorm", "size", size);
    const { alpha = 1e-4, beta = 0.75, k = 1 } = options;
    this.size = size;
    this.alpha = alpha;
    this.beta = beta;
    this.k = k;
  }

  forward(input: Tensor): Tensor {
    const { size, alpha, beta, k } = this;
    return localResponseNorm(input, size, { alpha, beta, k });
  }

  override extraRepr(): string {
    const { size, alpha, beta, k } = this;
    // Python's k is a float, 1.0.
    const written = Number.isInteger(k) ? `${k}.0` : python(k);
    return `${size}, alpha=${python(alpha)}, beta=${python(beta)}, k=${written}`;
  }
}
