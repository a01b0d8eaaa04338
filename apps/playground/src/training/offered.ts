// The held-out images that one may choose from, as pixels to show, and as the net takes them.

import type { ImageDataset } from "@bernoulli/data";
import { scope } from "@bernoulli/tensor";
import { toRgba } from "../draw/pixels.js";
import { offered } from "../state/settings.js";
import type { Images } from "./images.js";
import type { Begun } from "./protocol.js";

const area = 32 * 32;

/** 3 × 32 × 32 bytes of a held-out image; where there are fewer, of the last. */
export function pixelsOf({ heldOut }: Images, index: number): Uint8Array {
  return bytesOf(heldOut, Math.min(index, heldOut.length - 1));
}

const bytesOf = (images: ImageDataset, index: number): Uint8Array =>
  scope(() => Uint8Array.from(images.get(index)[0].contiguous().toTypedArray() as Uint8Array));

export function begunWith(images: Images, threads: number): Begun {
  const { name, train, heldOut, available } = images;
  const count = Math.min(offered, heldOut.length);
  const pixels = new Uint8ClampedArray(count * area * 4);
  for (let index = 0; index < count; index++) toRgba(bytesOf(heldOut, index), pixels, index * area * 4);
  return {
    type: "begun",
    data: { name, classes: heldOut.classes },
    counts: { train: train.length, heldOut: heldOut.length, available },
    offered: pixels,
    labels: [...heldOut.targets.subarray(0, count)],
    threads,
    isIsolated: (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated === true,
  };
}
