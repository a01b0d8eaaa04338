// The images that are learned from and looked at: the built-in shapes, or what files hold; as the net takes them, 3 × 32 × 32 bytes.
// Not how dropped files are read (files.ts).

import { ImageDataset, Normalize, SyntheticShapes } from "@bernoulli/data";
import type { Tensor } from "@bernoulli/tensor";
import type { TrainingSize } from "../state/settings.js";

export interface Images {
  readonly name: "shapes" | "cifar10" | "mnist";
  readonly train: ImageDataset;
  /** Never learned from. */
  readonly heldOut: ImageDataset;
  /** How many there are to learn from, of which `train` may be a part. */
  readonly available: number;
}

/** Of the held-out images so many are measured on. */
const mostHeldOut = 400;
/** Of drawn shapes there could be any number. */
const mostShapes = 5000;
const pixels = 3 * 32 * 32;

/** From −1 to 1, as in the post. */
export const normalize: (images: Tensor) => Tensor = new Normalize({ mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] });

export function shapes(size: TrainingSize): Images {
  const length = Math.min(size, mostShapes);
  return {
    name: "shapes",
    train: new SyntheticShapes({ length }),
    heldOut: new SyntheticShapes({ train: false, length: mostHeldOut }),
    available: mostShapes,
  };
}

/** What files held: all images with their labels. */
export interface Labelled {
  readonly name: "cifar10" | "mnist";
  readonly classes: readonly string[];
  /** Bytes of 3 × 32 × 32 each. */
  readonly images: Uint8Array;
  readonly labels: Int32Array;
}

/** Splits what files held: the last are held out, a fifth of them, and at most `mostHeldOut`. */
export function fromFiles(all: Labelled, size: TrainingSize): Images {
  const count = all.labels.length;
  const held = Math.min(mostHeldOut, Math.floor(count / 5));
  const part = (from: number, to: number) =>
    new ImageDataset({
      images: all.images.subarray(from * pixels, to * pixels),
      labels: all.labels.subarray(from, to),
      imageShape: [3, 32, 32],
      classes: all.classes,
    });
  return {
    name: all.name,
    train: part(0, Math.min(size, count - held)),
    heldOut: part(count - held, count),
    available: count - held,
  };
}
