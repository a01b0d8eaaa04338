// Which rows of transforms work on whole batches of bytes: those that move pixels, in any order, then ToTensor and Normalize, or neither.
// How pixels are moved is bytes.ts's.

import type { Placement, Values } from "./bytes.js";
import { Normalize } from "./normalize.js";
import { Compose, ToTensor } from "./tensors.js";
import { placing, Transform } from "./transform.js";

/** A row of transforms, taken apart. */
export interface ByteRow {
  /** What its borders are made of. */
  readonly fill: number;
  /** Where the pixels of one image come from: what is drawn is drawn anew. */
  place(before: Placement): Placement;
  /** What becomes of bytes, by channel; null where they stay bytes. */
  readonly values: Values | null;
}

/** The row that a transform is, for images of so many channels; null where it must be applied image by image. */
export function byteRow(transform: (image: never) => unknown, channels: number): ByteRow | null {
  const steps = flat(transform);
  const isScaled = (step: unknown) => step instanceof ToTensor || step instanceof Normalize;
  const moves = steps.findIndex(isScaled) < 0 ? steps : steps.slice(0, steps.findIndex(isScaled));
  const values = valuesOf(steps.slice(moves.length), channels);
  if (values === undefined) return null;
  const placings = moves.map((step) => (step instanceof Transform ? step[placing] : null));
  const fills = new Set(placings.map((each) => each?.fill ?? null).filter((fill) => fill !== null));
  if (placings.includes(null) || fills.size > 1) return null;
  return {
    fill: [...fills][0] ?? 0,
    place: (before) => placings.reduce((placement, each) => each!.place(placement), before),
    values,
  };
}

function flat(transform: unknown): readonly unknown[] {
  return transform instanceof Compose && transform.constructor === Compose
    ? transform.transforms.flatMap(flat)
    : [transform];
}

/** The values of all bytes under ToTensor, Normalize, or both in this order; undefined for anything else. */
function valuesOf(steps: readonly unknown[], channels: number): Values | null | undefined {
  if (steps.length === 0) return null;
  const [first, second] = steps;
  const isBoth = first instanceof ToTensor && second instanceof Normalize;
  if (steps.length > (isBoth ? 2 : 1)) return undefined;
  const normalize = isBoth ? second : first instanceof Normalize ? first : null;
  if ([ToTensor, Normalize].every((known) => (first as object).constructor !== known)) return undefined;
  if (normalize !== null && normalize.mean.length !== channels) return undefined;
  const { fround } = Math;
  return Array.from({ length: channels }, (_, channel) =>
    Float32Array.from({ length: 256 }, (_, byte) => {
      const scaled = fround(byte / 255);
      if (normalize === null) return scaled;
      return fround(fround(scaled - fround(normalize.mean[channel]!)) / fround(normalize.std[channel]!));
    }),
  );
}
