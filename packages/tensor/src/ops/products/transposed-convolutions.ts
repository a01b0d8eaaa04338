// convTranspose1d, 2d and 3d: each input element lays the kernel, multiplied by it, into the output. They are the images' gradients of
// convolutions, and by way of conv2d's (conv2d.ts), as in convolutions.ts.

import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { contiguous } from "../creation/clone.js";
import { zeros } from "../creation/creation.js";
import { add } from "../pointwise/add.js";
import { cat } from "../shapes/cat.js";
import { pad } from "../shapes/pad.js";
import { permute } from "../views/permute.js";
import { narrow } from "../views/slice.js";
import { foldWindows } from "../views/unfold.js";
import { reshape, reshapeResult, unsqueeze } from "../views/view.js";
import { convolveBack } from "./conv2d.js";
import {
  checkOperands,
  type Given,
  type GivenWindows,
  type Rank,
  sizesOf,
  type Windows,
  windowsOf,
} from "./convolution-checks.js";
import { inOneRow, withinSlice } from "./convolutions.js";

export interface ConvTranspose1dOptions {
  /** Added to every output channel. Shape: (out). */
  readonly bias?: Tensor | null;
  /** Steps of the kernel over the output. Default 1. */
  readonly stride?: number | readonly [number];
  /** What is cut off the output on each side. Default 0. */
  readonly padding?: number | readonly [number];
  /** What is added to the output's end; less than the stride or the dilation. Default 0. */
  readonly outputPadding?: number | readonly [number];
  /** Groups of channels that do not see each other. Default 1. */
  readonly groups?: number;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | readonly [number];
}

export interface ConvTranspose2dOptions {
  /** Added to every output channel. Shape: (out). */
  readonly bias?: Tensor | null;
  /** Steps of the kernel over the output, one for both directions or (vertical, horizontal), as all sizes here. Default 1. */
  readonly stride?: number | readonly [number, number];
  /** What is cut off the output on each side. Default 0. */
  readonly padding?: number | readonly [number, number];
  /** What is added to the output's end; less than the stride or the dilation. Default 0. */
  readonly outputPadding?: number | readonly [number, number];
  /** Groups of channels that do not see each other. Default 1. */
  readonly groups?: number;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | readonly [number, number];
}

export interface ConvTranspose3dOptions {
  /** Added to every output channel. Shape: (out). */
  readonly bias?: Tensor | null;
  /** Steps of the kernel over the output, one for all directions or (depth, height, width), as all sizes here. Default 1. */
  readonly stride?: number | readonly [number, number, number];
  /** What is cut off the output on each side. Default 0. */
  readonly padding?: number | readonly [number, number, number];
  /** What is added to the output's end; less than the stride or the dilation. Default 0. */
  readonly outputPadding?: number | readonly [number, number, number];
  /** Groups of channels that do not see each other. Default 1. */
  readonly groups?: number;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | readonly [number, number, number];
}

interface AnyOptions extends GivenWindows {
  readonly bias?: Tensor | null;
  readonly outputPadding?: number | readonly number[];
}

/**
 * Lays the kernel, multiplied by each element, into a line.
 * Shape: (N, in, L) or (in, L), weight (in, out / groups, k) → (N, out, L') or (out, L'), where
 * L' = (L − 1)·stride − 2·padding + dilation·(k − 1) + outputPadding + 1.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose1d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or nothing is left of the output; ArgumentError for options out of range;
 * DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { convTranspose1d, ones, tensor } from "@bernoulli/tensor";
 * convTranspose1d(tensor([[[1, 2]]]), ones(1, 1, 3), { stride: 2 }).toArray(); // → [[[1, 1, 3, 2, 2]]]
 * ```
 */
export function convTranspose1d(input: Tensor, weight: Tensor, options: ConvTranspose1dOptions = {}): Tensor {
  return transposed("convTranspose1d", 1, input, weight, options, (lines, windows, shape) => {
    const [batch, channels, length] = shape as unknown as readonly [number, number, number];
    const rows = [unsqueeze(lines, 2), unsqueeze(weight, 2)] as const;
    const output = convolveBack(...rows, inOneRow(windows), [batch, channels, 1, length]);
    return reshapeResult(output, shape);
  });
}

/**
 * Lays the kernel, multiplied by each element, into an image.
 * Shape: (N, in, H, W) or (in, H, W), weight (in, out / groups, kH, kW) → (N, out, H', W') or (out, H', W'), where
 * H' = (H − 1)·stride − 2·padding + dilation·(kH − 1) + outputPadding + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose2d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or nothing is left of the output; ArgumentError for options out of range;
 * DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { convTranspose2d, ones, tensor } from "@bernoulli/tensor";
 * convTranspose2d(tensor([[[1, 2]]]), ones(1, 1, 2, 2)).toArray(); // → [[[1, 3, 2], [1, 3, 2]]]
 * ```
 */
export function convTranspose2d(input: Tensor, weight: Tensor, options: ConvTranspose2dOptions = {}): Tensor {
  return transposed("convTranspose2d", 2, input, weight, options, (images, windows, shape) =>
    convolveBack(images, weight, windows, shape),
  );
}

/**
 * Lays the kernel, multiplied by each element, into a solid.
 * Shape: (N, in, D, H, W) or (in, D, H, W), weight (in, out / groups, kD, kH, kW) → (N, out, D', H', W') or (out, D', H', W'), where
 * D' = (D − 1)·stride − 2·padding + dilation·(kD − 1) + outputPadding + 1, and H' and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose3d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or nothing is left of the output; ArgumentError for options out of range;
 * DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { convTranspose3d, ones } from "@bernoulli/tensor";
 * convTranspose3d(ones(1, 1, 1, 2), ones(1, 1, 1, 1, 2)).toArray(); // → [[[[1, 2, 1]]]]
 * ```
 */
export function convTranspose3d(input: Tensor, weight: Tensor, options: ConvTranspose3dOptions = {}): Tensor {
  return transposed("convTranspose3d", 3, input, weight, options, (solids, windows, shape) =>
    solidOf(solids, weight, windows, shape),
  );
}

/** [N, in, D, H, W] → `shape`, [N, out, D', H', W']: each slice gives kD slices, which are added up where they lie. */
function solidOf(solids: Tensor, weight: Tensor, windows: Windows, shape: readonly number[]): Tensor {
  const [batch, inChannels, depths, height, width] = solids.shape as unknown as readonly number[];
  const [, outChannels, outDepths, ...plane] = shape as unknown as readonly [number, number, number, number, number];
  const [, groupChannels, depth, ...kernel] = weight.shape as unknown as readonly [number, number, number];
  const [step, apart] = [windows.stride[0]!, windows.dilation[0]!];
  const slices = reshape(permute(solids, [0, 2, 1, 3, 4]), [batch! * depths!, inChannels!, height!, width!]);
  const kernels = reshape(weight, [inChannels!, groupChannels * depth, ...kernel]);
  const laid = convolveBack(slices, kernels, withinSlice(windows), [batch! * depths!, outChannels * depth, ...plane]);
  const ofEach = reshapeResult(laid, [batch!, depths!, outChannels, depth, ...plane]);
  const ends = withZerosBetween(permute(ofEach, [0, 2, 1, 4, 5, 3]), apart);
  // With what is cut off at both ends, and what is added behind.
  const whole = outDepths + 2 * windows.padding[0]!;
  const sum = foldWindows(ends, { dim: 2, size: ends.size(-1), step, shape: [batch!, outChannels, whole, ...plane] });
  return whole === outDepths ? sum : contiguous(narrow(sum, 2, windows.padding[0]!, outDepths));
}

/** The elements of the last dimension `apart` places from each other. */
function withZerosBetween(input: Tensor, apart: number): Tensor {
  if (apart === 1) return input;
  const between = zeros([...input.shape, apart - 1], { dtype: input.dtype, device: input.device });
  const spread = cat([unsqueeze(input, -1), between], -1);
  const size = input.size(-1);
  return narrow(reshape(spread, [...input.shape.slice(0, -1), size * apart]), -1, 0, (size - 1) * apart + 1);
}

function transposed(
  op: string,
  rank: Rank,
  input: Tensor,
  weight: Tensor,
  options: AnyOptions,
  compute: (batched: Tensor, windows: Windows, shape: readonly number[]) => Tensor,
): Tensor {
  checkOptions(op, options, ["bias", "stride", "padding", "outputPadding", "groups", "dilation"]);
  const bias = options.bias ?? null;
  const windows = windowsOf(op, rank, options);
  const outputPadding = sizesOf(op, "outputPadding", options.outputPadding ?? 0, rank, 0);
  checkOperands({ op, rank, isTransposed: true, input, weight, bias } satisfies Given, windows.groups);
  checkOutputPadding(op, outputPadding, windows);
  const batched = input.ndim === rank + 2 ? input : unsqueeze(input, 0);
  // What is added behind may have room for more windows than there are elements, if it is no less than a step: there are zeros.
  const behind = outputPadding.map((size, at) => Math.floor(size / windows.stride[at]!));
  const all = behind.every((count) => count === 0)
    ? batched
    : pad(batched, behind.flatMap((count) => [count, 0]).reverse());
  const sizes = batched.shape.slice(2).map((size, at) => {
    const reach = windows.dilation[at]! * (weight.shape[at + 2]! - 1);
    return (size - 1) * windows.stride[at]! - 2 * windows.padding[at]! + reach + outputPadding[at]! + 1;
  });
  if (sizes.some((size) => size < 1)) {
    throw new ShapeError(
      `${op}: given input size per channel: (${batched.shape.slice(2).join(" x ")}). Calculated output size per channel: (${sizes.join(" x ")}). Output size is too small`,
    );
  }
  const outChannels = weight.shape[1]! * windows.groups;
  const output = compute(all, windows, [batched.shape[0]!, outChannels, ...sizes]);
  const biased = bias === null ? output : add(output, reshape(bias, [outChannels, ...sizes.map(() => 1)]));
  return input.ndim === rank + 2 ? biased : reshapeResult(biased, biased.shape.slice(1));
}

function checkOutputPadding(op: string, outputPadding: readonly number[], { stride, dilation }: Windows): void {
  if (outputPadding.every((size, at) => size < stride[at]! || size < dilation[at]!)) return;
  throw new ArgumentError(
    `${op}: output padding must be smaller than either stride or dilation, but got outputPadding [${outputPadding.join(", ")}], stride [${stride.join(", ")}] and dilation [${dilation.join(", ")}]`,
  );
}
