// truncNormal_: the bell between two bounds.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  gt,
  noGrad,
  optionsOf,
  type Positional,
  scope,
  type Tensor,
  warnOnce,
  where,
  zerosLike,
} from "@bernoulli/tensor";
import type { NormalOptions } from "./fills.js";
import { drawing, type InitOptions, initOptions } from "./options.js";

export interface TruncNormalOptions extends NormalOptions {
  /** The lower bound. Default −2. */
  readonly a?: number;
  /** The upper bound. Default 2. */
  readonly b?: number;
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
export function truncNormal_(
  tensor: Tensor,
  ...rest: Positional<TruncNormalOptions, ["mean", "std", "a", "b"]>
): Tensor {
  checkArgument("init.truncNormal_", "tensor", tensor, "Tensor");
  const given = optionsOf<TruncNormalOptions>("init.truncNormal_", ["mean", "std", "a", "b"], rest);
  checkOptions("init.truncNormal_", given, ["mean", "std", "a", "b", ...initOptions]);
  const { mean = 0, std = 1, a = -2, b = 2 } = given;
  const options = drawing(given);
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
