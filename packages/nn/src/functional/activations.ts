// F.relu, which takes `inplace` as PyTorch's, and the twins in place of what are functions of F alone.

import {
  celu,
  checkOptions,
  type EluOptions,
  type HardtanhOptions,
  hardtanh,
  type InPlaceOption,
  optionsOf,
  type Positional,
  type RreluOptions,
  relu_,
  relu as reluOf,
  rrelu,
  selu,
  type Tensor,
  threshold,
} from "@bernoulli/tensor";

/**
 * max(input, 0), element by element, as a new tensor or written over the input. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.relu.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.relu(tensor([-1, 0, 2])).toArray(); // → [0, 0, 2]
 * const x = tensor([-1, 2]);
 * F.relu(x, { inplace: true }) === x; // → true
 * ```
 */
export function relu(input: Tensor, ...rest: Positional<InPlaceOption, ["inplace"]>): Tensor {
  if (rest.length === 0) return reluOf(input);
  const options = optionsOf<InPlaceOption>("relu", ["inplace"], rest);
  checkOptions("relu", options, { inplace: "boolean" });
  return options.inplace === true ? relu_(input) : reluOf(input);
}

/** `selu` in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.nn.functional.selu.html. */
export function selu_(input: Tensor): Tensor {
  return selu(input, { inplace: true });
}

/** `celu` in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.nn.functional.celu.html. */
export function celu_(input: Tensor, ...rest: Positional<Omit<EluOptions, "inplace">, ["alpha"]>): Tensor {
  return celu(input, { ...optionsOf<EluOptions>("celu_", ["alpha"], rest), inplace: true });
}

/** `hardtanh` in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.nn.functional.hardtanh_.html. */
export function hardtanh_(
  input: Tensor,
  ...rest: Positional<Omit<HardtanhOptions, "inplace">, ["minVal", "maxVal"]>
): Tensor {
  return hardtanh(input, { ...optionsOf<HardtanhOptions>("hardtanh_", ["minVal", "maxVal"], rest), inplace: true });
}

/** `rrelu` in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.nn.functional.rrelu_.html. */
export function rrelu_(
  input: Tensor,
  ...rest: Positional<Omit<RreluOptions, "inplace">, ["lower", "upper", "training"]>
): Tensor {
  return rrelu(input, {
    ...optionsOf<RreluOptions>("rrelu_", ["lower", "upper", "training"], rest),
    inplace: true,
  });
}

/** `threshold` in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.nn.functional.threshold_.html. */
export function threshold_(input: Tensor, bound: number, value: number): Tensor {
  return threshold(input, bound, value, { inplace: true });
}
