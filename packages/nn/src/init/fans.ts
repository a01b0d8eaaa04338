// How large initial weights should be: gains of nonlinearities, and how many elements a sum has.

import { ArgumentError, checkArgument, describe, ShapeError, type Tensor } from "@bernoulli/tensor";

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
