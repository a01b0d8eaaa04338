// makeGrid: many images side by side in one. How it becomes a file is in save.ts.

import {
  ArgumentError,
  cat,
  checkArgument,
  checkOptions,
  clamp,
  full,
  isTensor,
  type Kinds,
  noGrad,
  ShapeError,
  stack,
  type Tensor,
} from "@bernoulli/tensor";

export interface GridOptions {
  /** Images in a row. Default 8. */
  readonly nrow?: number;
  /** Pixels between images, and around all. Default 2. */
  readonly padding?: number;
  /** Whether values are brought to [0, 1], from `valueRange` or from the least and the largest. Default false. */
  readonly normalize?: boolean;
  /** What `normalize` brings to 0 and to 1; what lies beyond is cut. Default: the least and the largest value. */
  readonly valueRange?: readonly [low: number, high: number] | null;
  /** Whether each image has a least and largest value of its own. Default false. */
  readonly scaleEach?: boolean;
  /** What stands between images. Default 0. */
  readonly padValue?: number;
}

export const gridKinds: Kinds<GridOptions> = {
  nrow: "number",
  padding: "number",
  normalize: "boolean",
  valueRange: "anything",
  scaleEach: "boolean",
  padValue: "number",
};

/**
 * Images side by side in one, for looking at. Shape: (N, C, H, W), (C, H, W), (H, W), or a list of (C, H, W) → (C, rows, columns); grey images
 * get three channels. See https://pytorch.org/vision/stable/generated/torchvision.utils.make_grid.html.
 *
 * @throws ShapeError for tensors of other shapes; ArgumentError for options out of range.
 * @example
 * ```ts
 * import { makeGrid } from "@bernoulli/data";
 * import { ones } from "@bernoulli/tensor";
 * makeGrid(ones(10, 1, 28, 28), { nrow: 5 }).shape; // → [3, 62, 152]
 * ```
 */
export function makeGrid(images: Tensor | readonly Tensor[], options: GridOptions = {}): Tensor {
  checkOptions("makeGrid", options, gridKinds);
  const { nrow = 8, padding = 2, normalize = false, valueRange = null, scaleEach = false, padValue = 0 } = options;
  checkArgument("makeGrid", "nrow", nrow, "count");
  checkArgument("makeGrid", "padding", padding, "count");
  if (nrow === 0) throw new ArgumentError("makeGrid: nrow must be at least 1, but got 0");
  if (valueRange !== null && (!Array.isArray(valueRange) || valueRange.length !== 2))
    throw new ArgumentError("makeGrid: value_range has to be a pair (min, max) if specified");
  return noGrad(() => {
    const batch = batchOf(images);
    const scaled = normalize
      ? scaleEach
        ? stack([...batch].map((image) => brought(image, valueRange)))
        : brought(batch, valueRange)
      : batch;
    if (scaled.size(0) === 1) return scaled.squeeze(0);
    return laidOut(scaled, Math.min(nrow, scaled.size(0)), padding, padValue);
  });
}

/** (N, C, H, W), with three channels where there was one. */
function batchOf(images: Tensor | readonly Tensor[]): Tensor {
  if (!isTensor(images) && (!Array.isArray(images) || images.length === 0 || !images.every(isTensor)))
    throw new ArgumentError("makeGrid: tensor or list of tensors expected");
  const given = isTensor(images) ? images : stack(images);
  if (given.ndim < 2 || given.ndim > 4 || given.numel() === 0)
    throw new ShapeError(
      `makeGrid: expected images of shape (N, C, H, W), (C, H, W) or (H, W), got [${given.shape.join(", ")}]`,
    );
  const planes = given.ndim === 2 ? given.unsqueeze(0) : given;
  const batch = planes.ndim === 3 ? planes.unsqueeze(0) : planes;
  return batch.size(1) === 1 ? cat([batch, batch, batch], 1) : batch;
}

function brought(images: Tensor, range: readonly [number, number] | null): Tensor {
  const [low, high] = range ?? [images.min().item(), images.max().item()];
  return clamp(images, { min: low, max: high })
    .sub(low)
    .div(Math.max(high - low, 1e-5));
}

function laidOut(images: Tensor, columns: number, padding: number, padValue: number): Tensor {
  const [count, channels, height, width] = images.shape as [number, number, number, number];
  const rows = Math.ceil(count / columns);
  const [down, right] = [height + padding, width + padding];
  const shape = [channels, down * rows + padding, right * columns + padding];
  const grid = full(shape, padValue, { dtype: images.dtype, device: images.device });
  for (let at = 0; at < count; at++) {
    const top = Math.floor(at / columns) * down + padding;
    const left = (at % columns) * right + padding;
    grid.narrow(1, top, height).narrow(2, left, width).copy_(images.select(0, at));
  }
  return grid;
}
