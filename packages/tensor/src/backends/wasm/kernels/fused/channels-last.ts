// Images between PyTorch's order, channels first, and channels last, which fused convolutions want. On the side of channels
// last an image may have a border of zeros.

import type { Pair } from "../../../kernels.js";
import type { Runtime } from "../../runtime.js";
import { clear, copyFloats } from "../copy.js";
import type { Walked } from "../walk.js";

/** Images in memory, and the border that one side has around them. */
export interface Images {
  readonly from: number;
  readonly to: number;
  readonly batch: number;
  readonly channels: number;
  readonly size: Pair;
  readonly border: Pair;
}

interface Places {
  readonly shape: readonly number[];
  /** Steps to the next image, row, column and channel. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly bordered: readonly number[];
  /** From the first byte of a bordered image to the image itself. */
  readonly inset: number;
  readonly borderedBytes: number;
}

function placesOf({ batch, channels, size: [height, width], border: [vertical, horizontal] }: Images): Places {
  const row = channels * (width + 2 * horizontal);
  const image = row * (height + 2 * vertical);
  return {
    shape: [batch, height, width, channels],
    first: [channels * height * width, width, 1, height * width],
    last: [height * width * channels, width * channels, channels, 1],
    bordered: [image, row, channels, 1],
    inset: 4 * (vertical * row + horizontal * channels),
    borderedBytes: 4 * batch * image,
  };
}

const walk = (address: number, strides: readonly number[]): Walked => ({ address, bytes: 4, strides });

function withBorder(runtime: Runtime, images: Images, strides: (places: Places) => readonly number[]): void {
  const places = placesOf(images);
  if (images.border[0] + images.border[1] > 0) clear(runtime, images.to, places.borderedBytes);
  const to = walk(images.to + places.inset, places.bordered);
  copyFloats(runtime, places.shape, walk(images.from, strides(places)), to);
}

function withoutBorder(runtime: Runtime, images: Images, strides: (places: Places) => readonly number[]): void {
  const places = placesOf(images);
  const from = walk(images.from + places.inset, places.bordered);
  copyFloats(runtime, places.shape, from, walk(images.to, strides(places)));
}

/** From channels first to channels last, with a border. */
export const toChannelsLast = (runtime: Runtime, images: Images) => withBorder(runtime, images, ({ first }) => first);

/** From channels last, with a border that is left out, to channels first. */
export const toChannelsFirst = (runtime: Runtime, images: Images) =>
  withoutBorder(runtime, images, ({ first }) => first);

/** Channels last on both sides: the border is put around. */
export const addBorder = (runtime: Runtime, images: Images) => withBorder(runtime, images, ({ last }) => last);

/** Channels last on both sides: the border is left out. */
export const dropBorder = (runtime: Runtime, images: Images) => withoutBorder(runtime, images, ({ last }) => last);
