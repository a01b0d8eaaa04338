// Initial weights by their fans: He's and Glorot's, bit for bit PyTorch's draws.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  describe,
  optionsOf,
  type Positional,
  type Tensor,
  warnOnce,
} from "@bernoulli/tensor";
import { calculateFanInAndFanOut, calculateGain, type Nonlinearity } from "./fans.js";
import { normal_, uniform_ } from "./fills.js";
import { drawing, type InitOptions } from "./options.js";

/** Which of the two fans the variance is kept by: forward passes keep `"fan_in"`, backward passes `"fan_out"`. */
export type FanMode = "fan_in" | "fan_out";

export interface KaimingOptions extends InitOptions {
  /** The negative slope of the leaky ReLU behind the layer; 0 is ReLU. Default 0. */
  readonly a?: number;
  /** Default `"fan_in"`. */
  readonly mode?: FanMode;
  /** Default `"leaky_relu"`. */
  readonly nonlinearity?: Nonlinearity;
}

function kaimingOptionsOf(owner: string, tensor: Tensor, rest: readonly unknown[]): KaimingOptions {
  checkArgument(owner, "tensor", tensor, "Tensor");
  const options = optionsOf<KaimingOptions>(owner, ["a", "mode", "nonlinearity"], rest);
  checkOptions(owner, options, { a: "number", mode: "anything", nonlinearity: "anything", generator: "Generator" });
  return options;
}

function kaimingStd(tensor: Tensor, { a = 0, mode = "fan_in", nonlinearity = "leaky_relu" }: KaimingOptions): number {
  if (mode !== "fan_in" && mode !== "fan_out") {
    throw new ArgumentError(`init: Mode ${describe(mode)} not supported, please use one of ['fan_in', 'fan_out']`);
  }
  const { fanIn, fanOut } = calculateFanInAndFanOut(tensor);
  return calculateGain(nonlinearity, a) / Math.sqrt(mode === "fan_in" ? fanIn : fanOut);
}

function isEmpty(tensor: Tensor): boolean {
  if (tensor.numel() === 0) warnOnce("empty init", "Initializing zero-element tensors is a no-op");
  return tensor.numel() === 0;
}

/**
 * He initialisation, uniform: draws from [−bound, bound), bound = gain · √(3 / fan). Shape: (out, in, …).
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.kaiming_uniform_; He et al., arXiv:1502.01852.
 *
 * @throws ShapeError for a tensor of fewer than 2 dimensions; ArgumentError for an unknown mode or nonlinearity.
 * @example
 * ```ts
 * import { manualSeed, zeros } from "@bernoulli/tensor";
 * import { init } from "@bernoulli/nn";
 * manualSeed(0);
 * init.kaimingUniform_(zeros(1, 2), { a: Math.sqrt(5) }).toArray(); // → [[-0.005293981, 0.3793229]]
 * ```
 */
export function kaimingUniform_(
  tensor: Tensor,
  ...rest: Positional<KaimingOptions, ["a", "mode", "nonlinearity"]>
): Tensor {
  const options = kaimingOptionsOf("init.kaimingUniform_", tensor, rest);
  if (isEmpty(tensor)) return tensor;
  const bound = Math.sqrt(3) * kaimingStd(tensor, options);
  return uniform_(tensor, -bound, bound, drawing(options));
}

/**
 * He initialisation, normal: draws with standard deviation gain / √fan. Shape: (out, in, …).
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.kaiming_normal_; He et al., arXiv:1502.01852.
 *
 * @throws ShapeError for a tensor of fewer than 2 dimensions; ArgumentError for an unknown mode or nonlinearity.
 */
export function kaimingNormal_(
  tensor: Tensor,
  ...rest: Positional<KaimingOptions, ["a", "mode", "nonlinearity"]>
): Tensor {
  const options = kaimingOptionsOf("init.kaimingNormal_", tensor, rest);
  return isEmpty(tensor) ? tensor : normal_(tensor, 0, kaimingStd(tensor, options), drawing(options));
}

export interface XavierOptions extends InitOptions {
  /** A factor, as from {@link calculateGain}. Default 1. */
  readonly gain?: number;
}

function xavierOptionsOf(owner: string, tensor: Tensor, rest: readonly unknown[]): XavierOptions {
  checkArgument(owner, "tensor", tensor, "Tensor");
  const options = optionsOf<XavierOptions>(owner, ["gain"], rest);
  checkOptions(owner, options, { gain: "number", generator: "Generator" });
  return options;
}

function xavierStd(tensor: Tensor, { gain = 1 }: XavierOptions): number {
  const { fanIn, fanOut } = calculateFanInAndFanOut(tensor);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}

/**
 * Glorot initialisation, uniform: draws from [−a, a), a = gain · √(6 / (fanIn + fanOut)). Shape: (out, in, …).
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.xavier_uniform_; Glorot and Bengio, AISTATS 2010.
 *
 * @throws ShapeError for a tensor of fewer than 2 dimensions.
 */
export function xavierUniform_(tensor: Tensor, ...rest: Positional<XavierOptions, ["gain"]>): Tensor {
  const options = xavierOptionsOf("init.xavierUniform_", tensor, rest);
  const bound = Math.sqrt(3) * xavierStd(tensor, options);
  return uniform_(tensor, -bound, bound, drawing(options));
}

/**
 * Glorot initialisation, normal: draws with standard deviation gain · √(2 / (fanIn + fanOut)). Shape: (out, in, …).
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.xavier_normal_; Glorot and Bengio, AISTATS 2010.
 *
 * @throws ShapeError for a tensor of fewer than 2 dimensions.
 */
export function xavierNormal_(tensor: Tensor, ...rest: Positional<XavierOptions, ["gain"]>): Tensor {
  const options = xavierOptionsOf("init.xavierNormal_", tensor, rest);
  return normal_(tensor, 0, xavierStd(tensor, options), drawing(options));
}
