// Initial values: PyTorch's formulas over the tensor's own random fills, bit for bit its draws.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  describe,
  type Generator,
  gt,
  noGrad,
  ShapeError,
  scope,
  type Tensor,
  warnOnce,
  where,
  zerosLike,
} from "@bernoulli/tensor";

export interface InitOptions {
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

const initOptions = ["generator"] as const satisfies (keyof InitOptions)[];

/** The part of the options that the draws take. */
function drawing({ generator }: InitOptions): InitOptions {
  return generator === undefined ? {} : { generator };
}

/** Which of the two fans the variance is kept by: forward passes keep `"fan_in"`, backward passes `"fan_out"`. */
export type FanMode = "fan_in" | "fan_out";

/** The functions that `calculateGain` knows, by PyTorch's names. */
export type Nonlinearity =
  | "linear"
  | "conv1d"
  | "conv2d"
  | "conv3d"
  | "sigmoid"
  | "tanh"
  | "relu"
  | "leaky_relu"
  | "selu";

/** How much a nonlinearity shrinks the spread of its input; the slope is leaky_relu's. */
const gains: { readonly [Name in Nonlinearity]: (slope: number) => number } = {
  linear: () => 1,
  conv1d: () => 1,
  conv2d: () => 1,
  conv3d: () => 1,
  sigmoid: () => 1,
  tanh: () => 5 / 3,
  relu: () => Math.sqrt(2),
  leaky_relu: (slope) => Math.sqrt(2 / (1 + slope ** 2)),
  selu: () => 3 / 4,
};

/**
 * The recommended gain of a nonlinearity; `param` is the negative slope of `"leaky_relu"`, default 0.01.
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.calculate_gain.
 *
 * @throws ArgumentError for a nonlinearity that is not in the list.
 * @example
 * ```ts
 * import { init } from "@bernoulli/nn";
 * init.calculateGain("leaky_relu", 1); // → 1
 * ```
 */
export function calculateGain(nonlinearity: Nonlinearity, param = 0.01): number {
  if (typeof nonlinearity !== "string" || !Object.hasOwn(gains, nonlinearity)) {
    throw new ArgumentError(
      `calculateGain: Unsupported nonlinearity ${describe(nonlinearity)}; take one of ${Object.keys(gains).join(", ")}`,
    );
  }
  return gains[nonlinearity](param);
}

/**
 * How many inputs and outputs an element of the weight takes part in: sizes 1 and 0, times the kernel's area.
 * Shape: (out, in, …). See `_calculate_fan_in_and_fan_out` in torch/nn/init.py.
 *
 * @throws ShapeError for a tensor of fewer than 2 dimensions.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { init } from "@bernoulli/nn";
 * init.calculateFanInAndFanOut(zeros(32, 3, 3, 3)); // → { "fanIn": 27, "fanOut": 288 }
 * ```
 */
export function calculateFanInAndFanOut(tensor: Tensor): { readonly fanIn: number; readonly fanOut: number } {
  checkArgument("calculateFanInAndFanOut", "tensor", tensor, "Tensor");
  if (tensor.ndim < 2) {
    throw new ShapeError(
      `init: Fan in and fan out can not be computed for tensor with fewer than 2 dimensions; got shape [${tensor.shape.join(", ")}]`,
    );
  }
  const area = tensor.shape.slice(2).reduce((product, size) => product * size, 1);
  return { fanIn: tensor.size(1) * area, fanOut: tensor.size(0) * area };
}

/** Fills the tensor with uniform draws from [a, b). See https://pytorch.org/docs/stable/nn.init.html. */
export function uniform_(tensor: Tensor, a = 0, b = 1, options: InitOptions = {}): Tensor {
  checkArgument("init.uniform_", "tensor", tensor, "Tensor");
  checkOptions("init.uniform_", options, initOptions);
  return noGrad(() => tensor.uniform_(a, b, options));
}

/** Fills the tensor with draws from the normal distribution. See https://pytorch.org/docs/stable/nn.init.html. */
export function normal_(tensor: Tensor, mean = 0, std = 1, options: InitOptions = {}): Tensor {
  checkArgument("init.normal_", "tensor", tensor, "Tensor");
  checkOptions("init.normal_", options, initOptions);
  return noGrad(() => tensor.normal_(mean, std, options));
}

/** The share of the normal distribution below x. */
function normalShare(x: number): number {
  const z = Math.min(Math.abs(x), 9);
  // Abramowitz and Stegun 7.1.6: all terms are positive, so that none cancels another.
  let [term, sum] = [z, z];
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= z ** 2 / odd;
    sum += term;
  }
  const half = (sum * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
  return x < 0 ? 0.5 - half : 0.5 + half;
}

/**
 * Fills the tensor with draws from the normal distribution that lie in [a, b]: drawn anew where they do not, as PyTorch has done
 * since it left the inverse error function. Where less than 0.3 of the bell lies between the bounds, uniform draws are accepted by
 * the bell's height. See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.trunc_normal_.
 *
 * @throws ArgumentError unless std > 0 and a ≤ b.
 * @example
 * ```ts
 * import { manualSeed, zeros } from "@bernoulli/tensor";
 * import { init } from "@bernoulli/nn";
 * manualSeed(0);
 * init.truncNormal_(zeros(2), 0, 0.02).toArray(); // → [0.030819917, -0.0058685787]
 * ```
 */
export function truncNormal_(tensor: Tensor, mean = 0, std = 1, a = -2, b = 2, options: InitOptions = {}): Tensor {
  checkArgument("init.truncNormal_", "tensor", tensor, "Tensor");
  checkOptions("init.truncNormal_", options, initOptions);
  for (const [name, value] of Object.entries({ mean, std, a, b }))
    checkArgument("init.truncNormal_", name, value, "number");
  if (!(std > 0) || !(a <= b))
    throw new ArgumentError(`init.truncNormal_: expects std > 0 and a <= b, but got std=${std}, a=${a}, b=${b}`);
  if (mean < a - 2 * std || mean > b + 2 * std) {
    warnOnce(
      "far mean of truncNormal_",
      "mean is more than 2 std from [a, b] in init.truncNormal_. The distribution of values may be incorrect.",
    );
  }
  return noGrad(() => {
    const share = normalShare((b - mean) / std) - normalShare((a - mean) / std);
    return share > 0.3
      ? drawUntilWithin(tensor, mean, std, a, b, options)
      : acceptByHeight(tensor, mean, std, a, b, options);
  });
}

function drawUntilWithin(
  tensor: Tensor,
  mean: number,
  std: number,
  a: number,
  b: number,
  options: InitOptions,
): Tensor {
  // In the tensor's precision, so that a bound that is rounded is not drawn anew for ever.
  const [low, high] = tensor.dtype === "float32" ? [Math.fround(a), Math.fround(b)] : [a, b];
  tensor.normal_(mean, std, options);
  const drawAnew = () => {
    const outside = tensor.lt(low).add(tensor.gt(high));
    if (outside.sum().item() === 0) return false;
    tensor.copy_(where(outside, zerosLike(tensor).normal_(mean, std, options), tensor));
    return true;
  };
  while (scope(drawAnew));
  return tensor;
}

function acceptByHeight(tensor: Tensor, mean: number, std: number, a: number, b: number, options: InitOptions): Tensor {
  const mode = Math.max(a, Math.min(mean, b));
  const logOfPeak = -0.5 * ((mode - mean) / std) ** 2;
  scope(() => {
    const proposed = zerosLike(tensor);
    const isRefused = () => {
      const height = proposed.sub_(mean).div_(std).pow(2).mul_(-0.5).sub_(logOfPeak);
      return gt(zerosLike(tensor).uniform_(0, 1, options).log(), height);
    };
    proposed.copy_(tensor.uniform_(a, b, options));
    const pending = isRefused();
    const proposeAnew = () => {
      if (pending.sum().item() === 0) return false;
      tensor.copy_(where(pending, proposed.uniform_(a, b, options), tensor));
      pending.mul_(isRefused());
      return true;
    };
    while (scope(proposeAnew));
  });
  return tensor;
}

/** Fills the tensor with one value. See https://pytorch.org/docs/stable/nn.init.html. */
export function constant_(tensor: Tensor, value: number): Tensor {
  checkArgument("init.constant_", "tensor", tensor, "Tensor");
  return noGrad(() => tensor.fill_(value));
}

/** Fills the tensor with zeros. See https://pytorch.org/docs/stable/nn.init.html. */
export function zeros_(tensor: Tensor): Tensor {
  checkArgument("init.zeros_", "tensor", tensor, "Tensor");
  return constant_(tensor, 0);
}

/** Fills the tensor with ones. See https://pytorch.org/docs/stable/nn.init.html. */
export function ones_(tensor: Tensor): Tensor {
  checkArgument("init.ones_", "tensor", tensor, "Tensor");
  return constant_(tensor, 1);
}

export interface KaimingOptions extends InitOptions {
  /** The negative slope of the leaky ReLU behind the layer; 0 is ReLU. Default 0. */
  readonly a?: number;
  /** Default `"fan_in"`. */
  readonly mode?: FanMode;
  /** Default `"leaky_relu"`. */
  readonly nonlinearity?: Nonlinearity;
}

const kaimingOptions = ["a", "mode", "nonlinearity", ...initOptions] as const satisfies (keyof KaimingOptions)[];

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
export function kaimingUniform_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
  checkArgument("init.kaimingUniform_", "tensor", tensor, "Tensor");
  checkOptions("init.kaimingUniform_", options, kaimingOptions);
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
export function kaimingNormal_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
  checkArgument("init.kaimingNormal_", "tensor", tensor, "Tensor");
  checkOptions("init.kaimingNormal_", options, kaimingOptions);
  return isEmpty(tensor) ? tensor : normal_(tensor, 0, kaimingStd(tensor, options), drawing(options));
}

export interface XavierOptions extends InitOptions {
  /** A factor, as from {@link calculateGain}. Default 1. */
  readonly gain?: number;
}

const xavierOptions = ["gain", ...initOptions] as const satisfies (keyof XavierOptions)[];

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
export function xavierUniform_(tensor: Tensor, options: XavierOptions = {}): Tensor {
  checkArgument("init.xavierUniform_", "tensor", tensor, "Tensor");
  checkOptions("init.xavierUniform_", options, xavierOptions);
  const bound = Math.sqrt(3) * xavierStd(tensor, options);
  return uniform_(tensor, -bound, bound, drawing(options));
}

/**
 * Glorot initialisation, normal: draws with standard deviation gain · √(2 / (fanIn + fanOut)). Shape: (out, in, …).
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.xavier_normal_; Glorot and Bengio, AISTATS 2010.
 *
 * @throws ShapeError for a tensor of fewer than 2 dimensions.
 */
export function xavierNormal_(tensor: Tensor, options: XavierOptions = {}): Tensor {
  checkArgument("init.xavierNormal_", "tensor", tensor, "Tensor");
  checkOptions("init.xavierNormal_", options, xavierOptions);
  return normal_(tensor, 0, xavierStd(tensor, options), drawing(options));
}
