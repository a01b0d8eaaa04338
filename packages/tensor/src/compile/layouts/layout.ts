// How images may lie: in PyTorch's order or with channels last, which is the same shape under other strides.

import { isContiguous, type Layout, type Shape } from "../../tensor/shape.js";

type Four = readonly [number, number, number, number];

/** How images lie. Where sizes are one, strides do not tell a border: it is written down. */
export interface Images extends Layout {
  /** Rows above and below, and columns left and right, that are theirs too; absent where there are none. */
  readonly border?: readonly [number, number];
}

const noBorder = [0, 0] as const;

/** Images, [N, C, H, W], that lie as [N, H, W, C]; within so many rows above and below, and columns left and right, that are theirs too. */
export function channelsLast(shape: Shape, border: readonly [number, number] = noBorder): Images {
  const [, channels, height, width] = shape as Four;
  const row = channels * (width + 2 * border[1]);
  const image = row * (height + 2 * border[0]);
  const layout = { shape, strides: [image, 1, row, channels], offset: border[0] * row + border[1] * channels };
  return layout.offset === 0 ? layout : { ...layout, border };
}

/** The border of images: of rows and of columns. */
export function borderOf({ border = noBorder }: Images): readonly [number, number] {
  return border;
}

/** How many elements the memory of images has, border and all. */
export function elementsOf({ shape, strides }: Layout): number {
  return shape[0]! * strides[0]!;
}

/** Whether elements lie alike, wherever the first does, and within the same border. */
export function liesAs(layout: Images, other: Images): boolean {
  const { shape, strides } = layout;
  const [own, wanted] = [borderOf(layout), borderOf(other)];
  if (own[0] !== wanted[0] || own[1] !== wanted[1]) return false;
  return shape.every((size, dim) => size === 1 || strides[dim] === other.strides[dim]);
}

/** Whether images lie with channels last, and not in PyTorch's order too, as those of one channel do. */
export function liesChannelsLast(layout: Layout): boolean {
  return layout.shape.length === 4 && !isContiguous(layout) && liesAs(layout, channelsLast(layout.shape));
}
