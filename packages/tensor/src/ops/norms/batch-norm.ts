// batchNorm and instanceNorm: each channel less its mean, divided by its spread, over a batch or for each image alone, with running
// averages of both. layerNorm and its kin, which keep none, are layer-norm.ts's.

import { noGrad } from "../../autograd/grad-mode.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, type Kinds, optionsOf, type Positional } from "../../checks/options.js";
import type { KernelOp } from "../../door/op.js";
import { constant, type Value } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import { formatShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { expand, sum } from "../reductions/sum.js";
import { reshape } from "../views/view.js";
import { applyInPlace } from "../write.js";
import { inverseSpread, type Moments, momentsOf, standardized } from "./standardize.js";

export interface BatchNormOptions {
  /** What each channel is multiplied by, (C). Default: nothing. */
  readonly weight?: Tensor | null;
  /** What is added to each channel, (C). Default: nothing. */
  readonly bias?: Tensor | null;
  /** Whether the batch's own mean and variance are taken, and go into the running ones. Default false. */
  readonly training?: boolean;
  /** The share of the batch's in the running averages, a number or a 0-d tensor. Default 0.1. */
  readonly momentum?: number | Tensor;
  /** Added to the variance, ≥ 0. Default 1e-5. */
  readonly eps?: number;
}

export interface InstanceNormOptions extends Omit<BatchNormOptions, "training"> {
  /** Updated where the input's own statistics are taken; taken where not. Default: none. */
  readonly runningMean?: Tensor | null;
  readonly runningVar?: Tensor | null;
  /** Whether each image's own mean and variance are taken. Default true. */
  readonly useInputStats?: boolean;
}

const averageOf = (running: Value, value: Value, scale: Value, momentum: Value): Value =>
  momentum.mul(value.mul(scale)).add(constant(1).sub(momentum).mul(running));

const movedOp = pointwise({
  name: "runningAverage",
  inputs: ["running", "value"],
  numbers: ["scale", "momentum"],
  dtypes: floatingDTypes,
  formula: ({ running, value, scale, momentum }) => averageOf(running, value, scale, momentum),
});

const movedByTensorOp = pointwise({
  name: "runningAverage",
  inputs: ["running", "value", "momentum"],
  numbers: ["scale"],
  dtypes: floatingDTypes,
  formula: ({ running, value, momentum, scale }) => averageOf(running, value, scale, momentum),
});

interface Running {
  readonly mean: Tensor | null;
  readonly variance: Tensor | null;
  readonly momentum: number | Tensor;
}

/** Moves the running averages towards the moments, (C) or, of each image, (N, C); variances as of samples. */
function move(op: string, { mean, variance, momentum }: Running, moments: Moments, images: number): void {
  noGrad(() => {
    const towards = (running: Tensor | null, value: Tensor, share: number): void => {
      if (running === null) return;
      const [channels] = running.shape as [number];
      const all = images === 1 ? value : sum(reshape(value, [images, channels]), 0);
      const inputs = [running, reshape(all, [channels])];
      const scale = share / images;
      if (!isTensor(momentum)) applyInPlace(op, movedOp as KernelOp, inputs as never, { scale, momentum } as never);
      else
        applyInPlace(
          op,
          movedByTensorOp as KernelOp,
          [...inputs, expand(momentum, [channels])] as never,
          { scale } as never,
        );
    };
    towards(mean, moments.mean!, 1);
    towards(variance, moments.squares, 1 / (moments.count - 1));
  });
}

/** Refuses what is no vector with an element a channel. */
function checkChannels(op: string, name: string, tensor: Tensor | null, channels: number): void {
  if (tensor === null) return;
  checkTensor(op, name, tensor);
  if (tensor.ndim === 1 && tensor.numel() === channels) return;
  throw new ShapeError(`${op}: ${name} should contain ${channels} elements not ${tensor.numel()}`);
}

function checkEps(op: string, eps: number): void {
  if (!(eps >= 0)) throw new ArgumentError(`${op}: eps must be at least 0, but got ${eps}`);
}

interface Given extends Omit<InstanceNormOptions, "useInputStats"> {
  readonly usesInput: boolean;
}

function normalized(op: string, input: Tensor, given: Given, ofImages: boolean): Tensor {
  const { weight = null, bias = null, runningMean: mean = null, runningVar: variance = null } = given;
  const { momentum = 0.1, eps = 1e-5, usesInput } = given;
  checkEps(op, eps);
  const [images, channels] = input.shape as [number, number];
  for (const [name, tensor] of Object.entries({ running_mean: mean, running_var: variance, weight, bias }))
    checkChannels(op, name, tensor, channels);
  const scaleShape = input.shape.map((_, dim) => (dim === 1 ? channels : 1));
  const dims = input.shape.flatMap((_, dim) => (dim === 1 || (ofImages && dim === 0) ? [] : [dim]));
  const scale = { weight, bias };
  if (!usesInput) {
    if (mean === null || variance === null)
      throw new ArgumentError(
        `${op}: running_mean and running_var must be defined in evaluation mode; give them, or training: true`,
      );
    const statistics = {
      mean: noGrad(() => reshape(mean, scaleShape)),
      spread: noGrad(() => reshape(inverseSpread({ squares: variance, count: 1 }, eps), scaleShape)),
    };
    return standardized(op, input, statistics, scale, { dims, scaleShape, eps, isGiven: true });
  }
  const moments = momentsOf(input, dims);
  // An empty batch has no moments, and leaves the averages as they are.
  const isTracking = input.numel() > 0 && (mean !== null || variance !== null);
  if (isTracking) move(op, { mean, variance, momentum }, moments, ofImages ? images : 1);
  const statistics = { mean: moments.mean, spread: inverseSpread(moments, eps) };
  return standardized(op, input, statistics, scale, { dims, scaleShape, eps, isGiven: false });
}

const batchNormKinds: Kinds<BatchNormOptions> = {
  weight: "anything",
  bias: "anything",
  training: "boolean",
  momentum: "anything",
  eps: "number",
};

/**
 * Each channel less its mean, divided by √(variance + eps), times `weight`, plus `bias`. In training mean and variance are the batch's, and go into
 * the running ones, which are written in place, the variance as that of a sample; else they are the running ones.
 * Shape: (N, C) or (N, C, *), running mean and variance (C), or null → as the input.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.batch_norm.html; Ioffe and Szegedy, 2015.
 *
 * @throws ShapeError if a vector has not one element a channel; ArgumentError if there is but one value a channel in training, or no
 * running statistics else.
 * @example
 * ```ts
 * import { batchNorm, ones, tensor, zeros } from "@bernoulli/tensor";
 * const [mean, variance] = [zeros(1), ones(1)];
 * batchNorm(tensor([[1], [3]]), mean, variance, { training: true, eps: 0 }).toArray(); // → [[-1], [1]]
 * [mean.item(), variance.item()]; // → [0.2, 1.1]
 * batchNorm(tensor([[1], [3]]), null, null, null, null, true).toArray(); // → [[-0.999995], [0.999995]]
 * ```
 */
export function batchNorm(
  input: Tensor,
  runningMean: Tensor | null = null,
  runningVar: Tensor | null = null,
  ...rest: Positional<BatchNormOptions, ["weight", "bias", "training", "momentum", "eps"]>
): Tensor {
  checkTensor("batchNorm", "input", input);
  const options = optionsOf<BatchNormOptions>("batchNorm", ["weight", "bias", "training", "momentum", "eps"], rest);
  checkOptions("batchNorm", options, batchNormKinds);
  const { training = false, ...given } = options;
  // A vector of no elements is one of no channels.
  if (input.ndim === 1 && input.numel() === 0) return clone(input);
  if (input.ndim < 2) throw new ShapeError(`batchNorm: expected at least 2D input (got ${input.ndim}D input)`);
  if (training) checkValues("batchNorm", input.shape, input.numel() / input.shape[1]!);
  return normalized("batchNorm", input, { ...given, runningMean, runningVar, usesInput: training }, false);
}

/** Refuses channels of one value, of which there would be no variance. */
export function checkValues(op: string, shape: readonly number[], values: number): void {
  if (values !== 1) return;
  throw new ArgumentError(
    `${op}: Expected more than 1 value per channel when training, got input size ${formatShape(shape)}; take a larger batch, or .eval()`,
  );
}

const instanceNormKinds: Kinds<InstanceNormOptions> = {
  runningMean: "anything",
  runningVar: "anything",
  weight: "anything",
  bias: "anything",
  useInputStats: "boolean",
  momentum: "anything",
  eps: "number",
};

/**
 * Each channel of each image less its mean, divided by √(variance + eps), times `weight`, plus `bias`. Running statistics, where given,
 * take in the mean over the images, or, with `useInputStats: false`, stand in for each image's own.
 * Shape: (N, C, *) → as the input.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.instance_norm.html.
 *
 * @throws ShapeError if a vector has not one element a channel; ArgumentError if an image has but one place, or no running
 * statistics are there where they are to be taken.
 * @example
 * ```ts
 * import { instanceNorm, tensor } from "@bernoulli/tensor";
 * instanceNorm(tensor([[[1, 3]], [[10, 30]]]), { eps: 0 }).toArray(); // → [[[-1, 1]], [[-1, 1]]]
 * ```
 */
export function instanceNorm(
  input: Tensor,
  ...rest: Positional<
    InstanceNormOptions,
    ["runningMean", "runningVar", "weight", "bias", "useInputStats", "momentum", "eps"]
  >
): Tensor {
  checkTensor("instanceNorm", "input", input);
  const options = optionsOf<InstanceNormOptions>(
    "instanceNorm",
    ["runningMean", "runningVar", "weight", "bias", "useInputStats", "momentum", "eps"],
    rest,
  );
  checkOptions("instanceNorm", options, instanceNormKinds);
  const { useInputStats = true, ...given } = options;
  if (input.ndim < 3) throw new ShapeError(`instanceNorm: expected at least 3D input (got ${input.ndim}D input)`);
  if (useInputStats && input.shape.slice(2).reduce((product, size) => product * size, 1) === 1)
    throw new ArgumentError(
      `instanceNorm: Expected more than 1 spatial element when training, got input size ${formatShape(input.shape)}`,
    );
  return normalized("instanceNorm", input, { ...given, usesInput: useInputStats }, true);
}
