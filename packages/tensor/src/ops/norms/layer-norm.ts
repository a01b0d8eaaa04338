// layerNorm, groupNorm and rmsNorm: each sample by its own mean and spread, over its last dimensions or over groups of its channels; and
// localResponseNorm, by its neighbouring channels. What runs on from batch to batch is batch-norm.ts's.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { finfo } from "../../tensor/limits.js";
import { formatShape, type Shape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { add } from "../pointwise/add.js";
import { quotient } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { pow } from "../pointwise/pow.js";
import { avgPool2d } from "../pooling/average.js";
import { pad } from "../shapes/pad.js";
import { reshape } from "../views/view.js";
import { checkValues } from "./batch-norm.js";
import { inverseSpread, momentsOf, standardized, standardizedOverLast } from "./standardize.js";

export interface LayerNormOptions {
  /** What each place is multiplied by, of the normalized shape; of group norm each channel, (C). Default: nothing. */
  readonly weight?: Tensor | null;
  /** What is added to each. Default: nothing. */
  readonly bias?: Tensor | null;
  /** Added to the variance. Default 1e-5. */
  readonly eps?: number;
}

export interface RmsNormOptions {
  /** What each place is multiplied by, of the normalized shape. Default: nothing. */
  readonly weight?: Tensor | null;
  /** Added to the mean of squares. Default: the dtype's `finfo(…).eps`. */
  readonly eps?: number | null;
}

export interface LocalResponseNormOptions {
  /** How much the mean of squares counts. Default 1e-4. */
  readonly alpha?: number;
  /** The power. Default 0.75. */
  readonly beta?: number;
  /** What the mean of squares is added to. Default 1. */
  readonly k?: number;
}

/** A number is the shape of vectors. */
function shapeOf(op: string, normalizedShape: number | Shape): Shape {
  const shape = typeof normalizedShape === "number" ? [normalizedShape] : normalizedShape;
  if (Array.isArray(shape) && shape.length > 0 && [...shape].every((size) => Number.isInteger(size))) return shape;
  throw new ArgumentError(
    `${op}: Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = ${formatShape(Array.isArray(shape) ? shape : [])}`,
  );
}

/** Of inputs that end in the normalized shape. */
function overLast(
  op: string,
  input: Tensor,
  shape: Shape,
  { weight = null, bias = null, eps }: LayerNormOptions & { readonly eps: number },
  isCentred: boolean,
): Tensor {
  for (const [name, tensor] of Object.entries({ weight, bias })) {
    if (tensor === null) continue;
    checkTensor(op, name, tensor);
    if (!sameShape(tensor.shape, shape))
      throw new ShapeError(
        `${op}: Expected ${name} to be of same shape as normalized_shape, but got ${name} of shape ${formatShape(tensor.shape)} and normalized_shape = ${formatShape(shape)}`,
      );
  }
  const rank = input.ndim - shape.length;
  if (rank < 0 || !sameShape(input.shape.slice(rank), shape))
    throw new ShapeError(
      `${op}: Given normalized_shape=${formatShape(shape)}, expected input with shape [*, ${shape.join(", ")}], but got input of size${formatShape(input.shape)}`,
    );
  return standardizedOverLast(op, input, { weight, bias }, { rank, eps, isCentred });
}

/**
 * Each sample's last dimensions less their mean, divided by √(variance + eps), times `weight`, plus `bias`, place by place.
 * Shape: (*, normalizedShape) → the same. A number is the shape of vectors.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.layer_norm.html; Ba, Kiros and Hinton, 2016.
 *
 * @throws ShapeError if the input does not end in the normalized shape, or weight or bias are not of it.
 * @example
 * ```ts
 * import { layerNorm, tensor } from "@bernoulli/tensor";
 * layerNorm(tensor([[1, 3], [10, 30]]), 2, { bias: tensor([1, 1]), eps: 0 }).toArray(); // → [[0, 2], [0, 2]]
 * ```
 */
export function layerNorm(
  input: Tensor,
  normalizedShape: number | Shape,
  ...rest: Positional<LayerNormOptions, ["weight", "bias", "eps"]>
): Tensor {
  checkTensor("layerNorm", "input", input);
  const options = optionsOf<LayerNormOptions>("layerNorm", ["weight", "bias", "eps"], rest);
  checkOptions("layerNorm", options, { weight: "anything", bias: "anything", eps: "number" });
  const shape = shapeOf("layerNorm", normalizedShape);
  return overLast("layerNorm", input, shape, { ...options, eps: options.eps ?? 1e-5 }, true);
}

/**
 * Each sample's last dimensions divided by the root of their mean square, times `weight`, place by place.
 * Shape: (*, normalizedShape) → the same. A number is the shape of vectors.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.rms_norm.html; Zhang and Sennrich, 2019.
 *
 * @throws ShapeError if the input does not end in the normalized shape, or the weight is not of it.
 * @example
 * ```ts
 * import { rmsNorm, tensor } from "@bernoulli/tensor";
 * rmsNorm(tensor([1, 7]), 2).toArray(); // → [0.2, 1.4]
 * ```
 */
export function rmsNorm(
  input: Tensor,
  normalizedShape: number | Shape,
  ...rest: Positional<RmsNormOptions, ["weight", "eps"]>
): Tensor {
  checkTensor("rmsNorm", "input", input);
  const { weight = null, eps, ...others } = optionsOf<RmsNormOptions>("rmsNorm", ["weight", "eps"], rest);
  checkOptions("rmsNorm", { weight, ...(eps !== null && { eps }), ...others }, { weight: "anything", eps: "number" });
  const shape = shapeOf("rmsNorm", normalizedShape);
  return overLast("rmsNorm", input, shape, { weight, eps: eps ?? finfo(input.dtype).eps }, false);
}

/**
 * The channels in `numGroups` groups, each group of each image less its mean, divided by √(variance + eps), times `weight`, plus
 * `bias`, channel by channel. Shape: (N, C, *) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.group_norm.html; Wu and He, 2018.
 *
 * @throws ShapeError if the groups do not divide the channels, or weight or bias have not one element a channel; ArgumentError if a group has but
 * one value.
 * @example
 * ```ts
 * import { groupNorm, tensor } from "@bernoulli/tensor";
 * groupNorm(tensor([[1, 3, 10, 30]]), 2, { eps: 0 }).toArray(); // → [[-1, 1, -1, 1]]
 * ```
 */
export function groupNorm(
  input: Tensor,
  numGroups: number,
  ...rest: Positional<LayerNormOptions, ["weight", "bias", "eps"]>
): Tensor {
  checkTensor("groupNorm", "input", input);
  const options = optionsOf<LayerNormOptions>("groupNorm", ["weight", "bias", "eps"], rest);
  checkOptions("groupNorm", options, { weight: "anything", bias: "anything", eps: "number" });
  const { weight = null, bias = null, eps = 1e-5 } = options;
  const { shape } = input;
  if (input.ndim < 2)
    throw new ShapeError(`groupNorm: Expected at least 2 dimensions for input tensor but received ${input.ndim}`);
  if (!Number.isInteger(numGroups) || numGroups <= 0)
    throw new ArgumentError(`groupNorm: Expected num groups to be greater than 0, got ${describe(numGroups)}`);
  const [images, channels] = shape as [number, number];
  const places = shape.slice(2).reduce((product, size) => product * size, 1);
  if (channels === 0) throw new ShapeError("groupNorm: Expected number of channels to be greater than 0, got 0");
  if (places === 0) throw new ShapeError("groupNorm: Expected HxW to be greater than 0, got 0");
  if (channels % numGroups !== 0)
    throw new ShapeError(
      `groupNorm: Expected number of channels in input to be divisible by num_groups, but got input of shape ${formatShape(shape)} and num_groups=${numGroups}`,
    );
  for (const [name, tensor] of Object.entries({ weight, bias })) {
    if (tensor === null) continue;
    checkTensor("groupNorm", name, tensor);
    if (!sameShape(tensor.shape, [channels]))
      throw new ShapeError(
        `groupNorm: Expected ${name} to be a vector of size equal to the number of channels in input, but got ${name} of shape ${formatShape(tensor.shape)} and input of shape ${formatShape(shape)}`,
      );
  }
  const ofGroup = channels / numGroups;
  checkValues(
    "groupNorm",
    [Math.floor((images * channels) / numGroups), numGroups, ...shape.slice(2)],
    images * ofGroup * places,
  );
  const grouped = reshape(input, [images, numGroups, ofGroup, places]);
  const moments = momentsOf(grouped, [2, 3]);
  const statistics = { mean: moments.mean, spread: inverseSpread(moments, eps) };
  const grouping = { dims: [2, 3], scaleShape: [1, numGroups, ofGroup, 1], eps, isGiven: false };
  return reshape(standardized("groupNorm", grouped, statistics, { weight, bias }, grouping), shape);
}

/**
 * Each element divided by (k + alpha · the mean of squares of the `size` channels around its own)^beta; channels beyond the ends
 * count as zeros. Shape: (N, C, *) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.local_response_norm.html; Krizhevsky et al., 2012.
 *
 * @throws ShapeError for fewer than three dimensions; ArgumentError if the size is no positive integer.
 * @example
 * ```ts
 * import { localResponseNorm, tensor } from "@bernoulli/tensor";
 * localResponseNorm(tensor([[[3], [4]]]), 2, { alpha: 2, beta: 1, k: 0 }).toArray(); // → [[[0.33333334], [0.16]]]
 * ```
 */
export function localResponseNorm(
  input: Tensor,
  size: number,
  ...rest: Positional<LocalResponseNormOptions, ["alpha", "beta", "k"]>
): Tensor {
  checkTensor("localResponseNorm", "input", input);
  const options = optionsOf<LocalResponseNormOptions>("localResponseNorm", ["alpha", "beta", "k"], rest);
  checkOptions("localResponseNorm", options, { alpha: "number", beta: "number", k: "number" });
  const { alpha = 1e-4, beta = 0.75, k = 1 } = options;
  if (input.ndim < 3)
    throw new ShapeError(
      `localResponseNorm: Expected 3D or higher dimensionality input (got ${input.ndim} dimensions)`,
    );
  if (!Number.isInteger(size) || size <= 0)
    throw new ArgumentError(`localResponseNorm: size must be a positive integer, but got ${size}`);
  if (input.numel() === 0) return clone(input);
  const [images, channels] = input.shape as [number, number];
  const places = input.shape.slice(2).reduce((product, one) => product * one, 1);
  const squares = reshape(mul(input, input), [images, 1, channels, places]);
  const padded = pad(squares, [0, 0, Math.floor(size / 2), Math.floor((size - 1) / 2)]);
  const means = reshape(avgPool2d(padded, [size, 1], { stride: 1 }), input.shape);
  return quotient(input, pow(add(mul(means, alpha), k), beta));
}
