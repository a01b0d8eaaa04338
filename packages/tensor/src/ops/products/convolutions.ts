// conv1d and conv3d, by way of conv2d: a line is an image of one row, and of a solid the slices that one window sees are channels
// of an image. conv2d itself, and what is computed, is conv2d.ts.

import { checkOptions } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { contiguous } from "../creation/clone.js";
import { pad } from "../shapes/pad.js";
import { permute, permuteResult } from "../views/permute.js";
import { slice } from "../views/slice.js";
import { unfold } from "../views/unfold.js";
import { reshape, reshapeResult, unsqueeze } from "../views/view.js";
import { convolve } from "./conv2d.js";
import { checkFitting, checkOperands, type Given, type Windows, windowsOf } from "./convolution-checks.js";

export interface Conv1dOptions {
  /** Added to every output channel. Shape: (out). */
  readonly bias?: Tensor | null;
  /** Steps of the window. Default 1. */
  readonly stride?: number | readonly [number];
  /** Zeros put around the input on each side. Default 0. */
  readonly padding?: number | readonly [number];
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | readonly [number];
  /** Groups of channels that do not see each other. Default 1. */
  readonly groups?: number;
}

export interface Conv3dOptions {
  /** Added to every output channel. Shape: (out). */
  readonly bias?: Tensor | null;
  /** Steps of the window, one for all directions or (depth, height, width), as all sizes here. Default 1. */
  readonly stride?: number | readonly [number, number, number];
  /** Zeros put around the input on each side. Default 0. */
  readonly padding?: number | readonly [number, number, number];
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: number | readonly [number, number, number];
  /** Groups of channels that do not see each other. Default 1. */
  readonly groups?: number;
}

/**
 * Convolves each line with each kernel.
 * Shape: (N, in, L) or (in, L), weight (out, in / groups, k) → (N, out, L') or (out, L'), where
 * L' = ⌊(L + 2·padding − dilation·(k − 1) − 1) / stride⌋ + 1.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv1d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or the kernel is larger than the padded input; ArgumentError for a
 * stride, padding, dilation or groups out of range; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { conv1d, ones, tensor } from "@bernoulli/tensor";
 * conv1d(tensor([[[1, 2, 3, 4]]]), ones(1, 1, 2), { stride: 2 }).toArray(); // → [[[3, 7]]]
 * ```
 */
export function conv1d(input: Tensor, weight: Tensor, options: Conv1dOptions = {}): Tensor {
  checkOptions("conv1d", options, ["bias", "stride", "padding", "dilation", "groups"]);
  const given: Given = { op: "conv1d", rank: 1, isTransposed: false, input, weight, bias: options.bias ?? null };
  const windows = windowsOf("conv1d", 1, options);
  checkOperands(given, windows.groups);
  checkFitting(given, windows);
  const lines = input.ndim === 3 ? input : unsqueeze(input, 0);
  const output = convolve(unsqueeze(lines, 2), unsqueeze(weight, 2), given.bias, inOneRow(windows));
  const [batch, channels, , length] = output.shape as unknown as readonly [number, number, number, number];
  return reshapeResult(output, input.ndim === 3 ? [batch, channels, length] : [channels, length]);
}

/** Windows over a line, seen as those over an image of one row. */
export function inOneRow({ stride, padding, dilation, groups }: Windows): Windows {
  return { stride: [1, ...stride], padding: [0, ...padding], dilation: [1, ...dilation], groups };
}

/** The windows within one slice. */
export function withinSlice({ stride, padding, dilation, groups }: Windows): Windows {
  return { stride: stride.slice(1), padding: padding.slice(1), dilation: dilation.slice(1), groups };
}

/**
 * Convolves each solid with each kernel.
 * Shape: (N, in, D, H, W) or (in, D, H, W), weight (out, in / groups, kD, kH, kW) → (N, out, D', H', W') or (out, D', H', W'), where
 * D' = ⌊(D + 2·padding − dilation·(kD − 1) − 1) / stride⌋ + 1, and H' and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.conv3d.html.
 *
 * @throws ShapeError if channels or bias do not fit, or the kernel is larger than the padded input; ArgumentError for a
 * stride, padding, dilation or groups out of range; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { conv3d, ones } from "@bernoulli/tensor";
 * conv3d(ones(1, 1, 2, 2, 3), ones(1, 1, 2, 2, 2)).toArray(); // → [[[[[8, 8]]]]]
 * ```
 */
export function conv3d(input: Tensor, weight: Tensor, options: Conv3dOptions = {}): Tensor {
  checkOptions("conv3d", options, ["bias", "stride", "padding", "dilation", "groups"]);
  const given: Given = { op: "conv3d", rank: 3, isTransposed: false, input, weight, bias: options.bias ?? null };
  const windows = windowsOf("conv3d", 3, options);
  checkOperands(given, windows.groups);
  checkFitting(given, windows);
  const solids = input.ndim === 5 ? input : unsqueeze(input, 0);
  const [outChannels, groupChannels, depth, ...kernel] = weight.shape as unknown as readonly [number, number, number];
  // Each output slice is an image of which the channels are those of all slices that its windows see.
  const seen = slicesSeen(solids, depth, windows);
  const [batch, depths, channels, , height, width] = seen.shape as unknown as readonly number[];
  const images = reshape(seen, [batch! * depths!, channels! * depth, height!, width!]);
  const kernels = reshape(weight, [outChannels, groupChannels * depth, ...kernel]);
  const output = convolve(images, kernels, given.bias, withinSlice(windows));
  const slices = reshapeResult(output, [batch!, depths!, ...output.shape.slice(1)]);
  const solid = contiguous(permuteResult(slices, [0, 2, 1, 3, 4]));
  return input.ndim === 5 ? solid : reshapeResult(solid, solid.shape.slice(1));
}

/** [N, C, D, H, W] → [N, D', C, kD, H, W]: for each window along the depth the slices that it sees. */
function slicesSeen(solids: Tensor, depth: number, { stride, padding, dilation }: Windows): Tensor {
  const beside = padding[0]!;
  const padded = beside === 0 ? solids : pad(solids, [0, 0, 0, 0, beside, beside]);
  const seen = unfold(padded, 2, dilation[0]! * (depth - 1) + 1, stride[0]!);
  const apart = dilation[0] === 1 ? seen : slice(seen, -1, 0, seen.size(-1), dilation[0]!);
  return permute(apart, [0, 2, 1, 5, 3, 4]);
}
