// Which rows of transforms work on whole batches of bytes, and how: what moves pixels in one pass over the bytes, in any order, ToTensor and Normalize
// with it, and between them what draws apart from what it does. How pixels are moved is bytes.ts's.

import { elementsInPlace, empty, scope, type Tensor } from "@bernoulli/tensor";
import { type Placement, place, type Values, whole } from "./bytes.js";
import { Normalize } from "./normalize.js";
import { Compose, ToTensor } from "./tensors.js";
import { type Batching, batching, type ImageShape, type Placing, placing, Transform } from "./transform.js";

/** Transforms that move pixels, and what then becomes of bytes, by channel; null where they stay bytes. */
class Moves {
  readonly placings: Placing[] = [];
  fill: number | null = null;
  values: Values | null = null;

  /** Whether it can be moved in the same pass: borders of one pass are made of one value. */
  takes({ fill }: Placing): boolean {
    return this.values === null && (fill === null || this.fill === null || fill === this.fill);
  }

  add(moved: Placing): void {
    this.placings.push(moved);
    this.fill ??= moved.fill;
  }

  draw([, rows, columns]: ImageShape): Placement {
    return this.placings.reduce((before, each) => each.place(before), whole(rows, columns, this.fill ?? 0));
  }

  apply(images: readonly Uint8Array[], shape: ImageShape, placements: readonly Placement[]): Tensor {
    const { rows, columns } = placements[0]!;
    const each = shape[0] * rows * columns;
    const batch = empty([images.length, shape[0], rows, columns], {
      dtype: this.values === null ? "uint8" : "float32",
    });
    // Where the tensor has them: a batch in an array of its own would be copied once more.
    const target = elementsInPlace(batch, "write") as Uint8Array | Float32Array;
    images.forEach((image, at) => {
      place(image, shape, placements[at]!, this.values, target, at * each);
    });
    return batch;
  }
}

type Stage = Moves | Batching;

/** A row of transforms, taken apart: first comes what moves pixels, if nothing does, copies them. */
export type ByteRow = readonly [Moves, ...Stage[]];

/** The row that a transform is, for images of so many channels; null where it must be applied image by image. */
export function byteRow(transform: (image: never) => unknown, channels: number): ByteRow | null {
  const stages: [Moves, ...Stage[]] = [new Moves()];
  let [ownChannels, isScaled] = [channels, false];
  const moves = (isTaken: (last: Moves) => boolean): Moves => {
    const last = stages.at(-1)!;
    if (last instanceof Moves && isTaken(last)) return last;
    const next = new Moves();
    stages.push(next);
    return next;
  };
  const steps = flat(transform);
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at];
    if (step instanceof ToTensor || step instanceof Normalize) {
      const behind = step.constructor === ToTensor && steps[at + 1] instanceof Normalize ? 2 : 1;
      const values = isScaled ? undefined : valuesOf(steps.slice(at, at + behind), ownChannels);
      if (values === undefined) return null;
      moves(() => true).values = values;
      isScaled = true;
      at += behind - 1;
      continue;
    }
    const moved = step instanceof Transform ? step[placing] : null;
    const batched = step instanceof Transform ? step[batching] : null;
    if (moved !== null && !isScaled) {
      moves((last) => last.takes(moved)).add(moved);
    } else if (batched !== null && (!isScaled || batched.isOfFloats === true)) {
      stages.push(batched);
      ownChannels = batched.channels ?? ownChannels;
    } else {
      return null;
    }
  }
  return stages;
}

/** What a row makes of images, the draws of each behind those of the one before it, as they would be one by one. Shape: (N, C, H, W). */
export function applyRow(row: ByteRow, images: readonly Uint8Array[], shape: ImageShape): Tensor {
  const drawn = images.map(() => drawImage(row, shape));
  return scope(() => {
    const [first, ...rest] = row;
    const ofStage = (at: number) => drawn.map((ofImage) => ofImage[at]);
    return rest.reduce(
      (batch, stage, at) =>
        stage instanceof Moves
          ? stage.apply(imagesOf(batch), batch.shape.slice(1) as never, ofStage(at + 1) as Placement[])
          : stage.apply(batch, ofStage(at + 1)),
      first.apply(images, shape, ofStage(0) as Placement[]),
    );
  });
}

function drawImage(row: ByteRow, shape: ImageShape): readonly unknown[] {
  let [channels, rows, columns] = shape;
  return row.map((stage) => {
    const drawn = stage.draw([channels, rows, columns]);
    if (stage instanceof Moves) ({ rows, columns } = drawn as Placement);
    else {
      [rows, columns] = stage.sides?.(rows, columns) ?? [rows, columns];
      channels = stage.channels ?? channels;
    }
    return drawn;
  });
}

/** The bytes of each image of a batch. */
function imagesOf(batch: Tensor): readonly Uint8Array[] {
  const bytes = batch.toTypedArray() as Uint8Array;
  const each = bytes.length / batch.size(0);
  return Array.from({ length: batch.size(0) }, (_, at) => bytes.subarray(at * each, (at + 1) * each));
}

function flat(transform: unknown): readonly unknown[] {
  return transform instanceof Compose && transform.constructor === Compose
    ? transform.transforms.flatMap(flat)
    : [transform];
}

/** The values of all bytes under ToTensor, Normalize, or both in this order; undefined for anything else. */
function valuesOf(steps: readonly unknown[], channels: number): Values | undefined {
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
