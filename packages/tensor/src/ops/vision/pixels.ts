// pixelShuffle, pixelUnshuffle and channelShuffle: elements that change places between channels and their neighbours.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { permute } from "../views/permute.js";
import { reshape, reshapeResult } from "../views/view.js";

function checkFactor(op: string, name: string, factor: number): void {
  if (!Number.isSafeInteger(factor) || factor < 1)
    throw new ArgumentError(`${op}: expects a positive ${name}, but got ${describe(factor)}`);
}

function checkDimensions(op: string, input: Tensor): void {
  checkTensor(op, "input", input);
  if (input.ndim < 3)
    throw new ShapeError(
      `${op}: expects input to have at least 3 dimensions, but got input with ${input.ndim} dimension(s)`,
    );
}

/** A copy in another order of dimensions, as a tensor of a shape. */
function laid(input: Tensor, parts: readonly number[], order: readonly number[], shape: readonly number[]): Tensor {
  return reshapeResult(clone(permute(reshape(input, parts), order)), shape);
}

/**
 * Channels as pixels between pixels: sub-pixel convolution's last step. Shape: (*, C · r², H, W) → (*, C, H · r, W · r), r being `upscaleFactor`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.pixel_shuffle.html.
 *
 * @throws ShapeError for fewer than three dimensions, or channels that r² does not divide; ArgumentError for a factor that is no positive integer.
 * @example
 * ```ts
 * import { arange, pixelShuffle } from "@bernoulli/tensor";
 * pixelShuffle(arange(4).view(4, 1, 1), 2).toArray(); // → [[[0, 1], [2, 3]]]
 * ```
 */
export function pixelShuffle(input: Tensor, upscaleFactor: number): Tensor {
  checkDimensions("pixelShuffle", input);
  checkFactor("pixelShuffle", "upscale_factor", upscaleFactor);
  const [factor, square] = [upscaleFactor, upscaleFactor ** 2];
  const [channels, height, width] = input.shape.slice(-3) as [number, number, number];
  if (channels % square !== 0)
    throw new ShapeError(
      `pixelShuffle: expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=${channels} is not divisible by ${square}`,
    );
  const front = input.shape.slice(0, -3);
  const own = front.map((_, at) => at);
  const order = [0, 3, 1, 4, 2].map((dim) => front.length + dim);
  const parts = [...front, channels / square, factor, factor, height, width];
  return laid(input, parts, [...own, ...order], [...front, channels / square, height * factor, width * factor]);
}

/**
 * The opposite of {@link pixelShuffle}: squares of pixels as channels. Shape: (*, C, H · r, W · r) → (*, C · r², H, W), r being `downscaleFactor`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.pixel_unshuffle.html.
 *
 * @throws ShapeError for fewer than three dimensions, or a height or width that r does not divide; ArgumentError for a factor that is no positive integer.
 * @example
 * ```ts
 * import { arange, pixelUnshuffle } from "@bernoulli/tensor";
 * pixelUnshuffle(arange(4).view(1, 2, 2), 2).toArray(); // → [[[0]], [[1]], [[2]], [[3]]]
 * ```
 */
export function pixelUnshuffle(input: Tensor, downscaleFactor: number): Tensor {
  checkDimensions("pixelUnshuffle", input);
  checkFactor("pixelUnshuffle", "downscale_factor", downscaleFactor);
  const factor = downscaleFactor;
  const [channels, height, width] = input.shape.slice(-3) as [number, number, number];
  for (const [name, size, dim] of [
    ["height", height, -2],
    ["width", width, -1],
  ] as const)
    if (size % factor !== 0)
      throw new ShapeError(
        `pixelUnshuffle: expects ${name} to be divisible by downscale_factor, but input.size(${dim})=${size} is not divisible by ${factor}`,
      );
  const front = input.shape.slice(0, -3);
  const own = front.map((_, at) => at);
  const order = [0, 2, 4, 1, 3].map((dim) => front.length + dim);
  const parts = [...front, channels, height / factor, factor, width / factor, factor];
  const shape = [...front, channels * factor * factor, height / factor, width / factor];
  return laid(input, parts, [...own, ...order], shape);
}

/**
 * Channels in another order: the first of each of `groups` groups, then the second ones. Shape: (N, C, *) → (N, C, *).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.channel_shuffle.html.
 *
 * @throws ShapeError for fewer than three dimensions, or channels that `groups` does not divide; ArgumentError for groups that are no positive integer.
 * @example
 * ```ts
 * import { arange, channelShuffle } from "@bernoulli/tensor";
 * channelShuffle(arange(4).view(1, 4, 1), 2).flatten().toArray(); // → [0, 2, 1, 3]
 * ```
 */
export function channelShuffle(input: Tensor, groups: number): Tensor {
  checkTensor("channelShuffle", "input", input);
  if (input.ndim < 3)
    throw new ShapeError(
      `channelShuffle: expects input with > 2 dims, but got input with sizes ${formatShape(input.shape)}`,
    );
  if (!Number.isSafeInteger(groups) || groups < 1)
    throw new ArgumentError(
      `channelShuffle: Number of groups to divide channels in must be positive. Value of groups: ${describe(groups)}`,
    );
  const [batch, channels, ...rest] = input.shape as readonly [number, number, ...number[]];
  if (channels % groups !== 0)
    throw new ShapeError(
      `channelShuffle: Number of channels must be divisible by groups. Got ${channels} channels and ${groups} groups.`,
    );
  const order = [0, 2, 1, ...rest.map((_, at) => at + 3)];
  return laid(input, [batch, groups, channels / groups, ...rest], order, input.shape);
}
