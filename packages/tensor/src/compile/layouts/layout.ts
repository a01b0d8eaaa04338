// How images may lie: in PyTorch's order or with channels last, which is the same shape under other strides.

import { isContiguous, type Layout, type Shape } from "../../tensor/shape.js";

type Four = readonly [number, number, number, number];

/** Images, [N, C, H, W], that lie as [N, H, W, C]; within so many rows above and below, and columns left and right, that are theirs too. */
export function channelsLast(shape: Shape, border: readonly [number, number] = [0, 0]): Layout {
  const [, channels, height, width] = shape as Four;
  const row = channels * (width + 2 * border[1]);
  const image = row * (height + 2 * border[0]);
  return { shape, strides: [image, 1, row, channels], offset: border[0] * row + border[1] * channels };
}

/** The border of images with channels last, as their strides tell it: of rows and of columns. */
export function borderOf({ shape, strides }: Layout): readonly [number, number] {
  const [[, channels, height, width], [image, , row]] = [shape as Four, strides as Four];
  return [(image / row - height) / 2, (row / channels - width) / 2];
}

/** How many elements the memory of images has, border and all. */
export function elementsOf({ shape, strides }: Layout): number {
  return shape[0]! * strides[0]!;
}

/** Whether elements lie alike, wherever the first does. */
export function liesAs({ shape, strides }: Layout, other: Layout): boolean {
  return shape.every((size, dim) => size === 1 || strides[dim] === other.strides[dim]);
}

/** Whether images lie with channels last, and not in PyTorch's order too, as those of one channel do. */
export function liesChannelsLast(layout: Layout): boolean {
  return layout.shape.length === 4 && !isContiguous(layout) && liesAs(layout, channelsLast(layout.shape));
}
