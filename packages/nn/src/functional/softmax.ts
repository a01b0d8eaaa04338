// F.softmin and F.gumbelSoftmax: softmax of other scores.

import {
  checkArgument,
  checkOptions,
  type Generator,
  optionsOf,
  type Positional,
  type SoftmaxOptions,
  softmax,
  type Tensor,
  zerosLike,
} from "@bernoulli/tensor";

/**
 * exp(−xᵢ) / Σⱼ exp(−xⱼ) along `dim`, which may be left out as in `softmax`. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.softmin.html.
 *
 * @throws IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.softmin(tensor([0, 1]), 0).toArray(); // → [0.7310586, 0.2689414]
 * ```
 */
export function softmin(input: Tensor, ...rest: Positional<SoftmaxOptions, ["dim"]>): Tensor {
  checkArgument("softmin", "input", input, "Tensor");
  return softmax(input.neg(), ...rest);
}

export interface GumbelSoftmaxOptions {
  /** The temperature: the smaller, the closer to one-hot. Default 1. */
  readonly tau?: number;
  /** Whether the result is one-hot, with the gradient of what is not. Default false. */
  readonly hard?: boolean;
  /** Unused, as PyTorch's. */
  readonly eps?: number;
  /** Along which the draws compete. Default −1. */
  readonly dim?: number;
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

/**
 * Draws from the Gumbel-Softmax distribution: shares near to one-hot, of which each place has the chance that softmax gives it.
 * Shape: (*) → (*). The same draws as PyTorch's.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.gumbel_softmax.html; Jang et al., 2016.
 *
 * @throws IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * manualSeed(0);
 * F.gumbelSoftmax(ones(2, 3), 1, true).sum(1).toArray(); // → [1, 1]
 * ```
 */
export function gumbelSoftmax(
  logits: Tensor,
  ...rest: Positional<GumbelSoftmaxOptions, ["tau", "hard", "eps", "dim"]>
): Tensor {
  checkArgument("gumbelSoftmax", "logits", logits, "Tensor");
  const options = optionsOf<GumbelSoftmaxOptions>("gumbelSoftmax", ["tau", "hard", "eps", "dim"], rest);
  checkOptions("gumbelSoftmax", options, {
    tau: "number",
    hard: "boolean",
    eps: "number",
    dim: "number",
    generator: "Generator",
  });
  const { tau = 1, hard = false, dim = -1, generator } = options;
  const drawn = zerosLike(logits).exponential_(1, generator === undefined ? {} : { generator });
  const soft = logits.add(drawn.log().neg()).div(tau).softmax(dim);
  if (!hard) return soft;
  const one = zerosLike(logits).scatter_(dim, soft.detach().max(dim, { keepdim: true }).indices, 1);
  return one.sub(soft.detach()).add(soft);
}
