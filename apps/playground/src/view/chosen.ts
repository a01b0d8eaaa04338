// The image that is looked at, as pixels.

import { toRgba } from "../draw/pixels.js";
import type { Store } from "./store.js";

export const side = 32;

/** RGBA of the picture of one's own, or of the held-out image that was chosen; null before there is any. */
export function chosenPixels(store: Store): ImageData | null {
  const [picture, begun] = [store.picture.value, store.begun.value];
  if (picture !== null) {
    const image = new ImageData(side, side);
    toRgba(picture, image.data);
    return image;
  }
  return begun === null
    ? null
    : offeredPixels(begun.offered, Math.min(store.settings.value.image, begun.labels.length - 1));
}

export function offeredPixels(offered: Uint8ClampedArray<ArrayBuffer>, index: number): ImageData {
  const bytes = side * side * 4;
  return new ImageData(offered.slice(index * bytes, (index + 1) * bytes), side, side);
}
