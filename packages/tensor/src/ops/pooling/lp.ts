// lpPool1d, lpPool2d and lpPool3d: the p-norm of each window, as PyTorch composes it: the mean of powers, times how many there are, to the 1/p.

import { ArgumentError } from "../../checks/errors.js";
import { checkNumber, checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { abs, sign } from "../pointwise/abs.js";
import { mul } from "../pointwise/mul.js";
import { neg } from "../pointwise/neg.js";
import { pow } from "../pointwise/pow.js";
import { relu } from "../pointwise/relu.js";
import { avgPool1d, avgPool2d, avgPool3d } from "./average.js";
import { maxPool1d, maxPool2d, maxPool3d } from "./maximum.js";
import { type Dims, type Size1d, type Size2d, type Size3d, sizesAlong } from "./windows.js";

interface LpPoolOptions<Size> {
  /** Steps of the window. Default: its size. */
  readonly stride?: Size;
  /** Whether a last window may reach over the edge. Default false. */
  readonly ceilMode?: boolean;
}

export interface LpPool1dOptions extends LpPoolOptions<Size1d> {}
export interface LpPool2dOptions extends LpPoolOptions<Size2d> {}
export interface LpPool3dOptions extends LpPoolOptions<Size3d> {}

type Places = ["stride", "ceilMode"];

/** The poolings of as many dimensions. */
interface Pools {
  readonly dims: Dims;
  readonly means: (input: Tensor, kernelSize: never, options: never) => Tensor;
  readonly maxima: (input: Tensor, kernelSize: never, options: never) => Tensor;
}

function lpPool(
  op: string,
  input: Tensor,
  normType: number,
  kernelSize: number | readonly number[],
  rest: readonly unknown[],
  { dims, means, maxima }: Pools,
): Tensor {
  checkTensor(op, "input", input);
  checkNumber(op, "normType", normType);
  const options = optionsOf<LpPoolOptions<number>>(op, ["stride", "ceilMode"], rest);
  checkOptions(op, options, ["stride", "ceilMode"]);
  if (normType === 0) throw new ArgumentError(`${op}: norm_type must be a non-zero value, but got ${normType}`);
  const window = sizesAlong(op, "kernelSize", kernelSize, dims, 1);
  if (normType === Number.POSITIVE_INFINITY) return maxima(abs(input), window as never, options as never);
  if (normType === Number.NEGATIVE_INFINITY) return neg(maxima(neg(abs(input)), window as never, options as never));
  const mean = means(pow(input, normType), window as never, options as never);
  const count = window.reduce((product, size) => product * size, 1);
  return pow(mul(mul(sign(mean), relu(abs(mean))), count), 1 / normType);
}

/**
 * The p-norm of each window, p being `normType`: (Σ xᵖ)^(1/p). A window that reaches over the edge counts as if what lies behind it were the mean of
 * what it has. Shape: (N, C, L) → (N, C, L') or (C, L) → (C, L'), with L' = ⌊(L − kernel) / stride⌋ + 1.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.lp_pool1d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a norm of 0.
 * @example
 * ```ts
 * import { lpPool1d, tensor } from "@bernoulli/tensor";
 * lpPool1d(tensor([[3, 4, 6, 8]]), 2, 2).toArray(); // → [[5, 10]]
 * ```
 */
export function lpPool1d(
  input: Tensor,
  normType: number,
  kernelSize: Size1d,
  ...rest: Positional<LpPool1dOptions, Places>
): Tensor {
  return lpPool("lpPool1d", input, normType, kernelSize, rest, { dims: 1, means: avgPool1d, maxima: maxPool1d });
}

/**
 * The p-norm of each window, as {@link lpPool1d}. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with
 * H' = ⌊(H − kernel) / stride⌋ + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.lp_pool2d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a norm of 0.
 * @example
 * ```ts
 * import { lpPool2d, ones } from "@bernoulli/tensor";
 * lpPool2d(ones(1, 4, 4), 2, 2).toArray(); // → [[[2, 2], [2, 2]]]
 * ```
 */
export function lpPool2d(
  input: Tensor,
  normType: number,
  kernelSize: Size2d,
  ...rest: Positional<LpPool2dOptions, Places>
): Tensor {
  return lpPool("lpPool2d", input, normType, kernelSize, rest, { dims: 2, means: avgPool2d, maxima: maxPool2d });
}

/**
 * The p-norm of each window, as {@link lpPool1d}. Shape: (N, C, D, H, W) → (N, C, D', H', W') or (C, D, H, W) → (C, D', H', W'), with
 * D' = ⌊(D − kernel) / stride⌋ + 1, and H' and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.lp_pool3d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a norm of 0.
 * @example
 * ```ts
 * import { lpPool3d, ones } from "@bernoulli/tensor";
 * lpPool3d(ones(1, 2, 2, 2), 3, 2).toArray(); // → [[[[2]]]]
 * ```
 */
export function lpPool3d(
  input: Tensor,
  normType: number,
  kernelSize: Size3d,
  ...rest: Positional<LpPool3dOptions, Places>
): Tensor {
  return lpPool("lpPool3d", input, normType, kernelSize, rest, { dims: 3, means: avgPool3d, maxima: maxPool3d });
}
