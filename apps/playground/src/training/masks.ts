// What a step's draws did to the first image of its batch: as masks for that image alone, to be played back, and as one byte an element, to
// be drawn. They are returned from the compiled step as tensors, of which that image's part is read behind it: recordMasks of @bernoulli/dropout
// copies those of the whole batch.

import type { RecordedMask, RecordedNoise } from "@bernoulli/dropout";
import { type MaskRequest, type NoiseRequest, type Tensor, withMasks } from "@bernoulli/tensor";
import { blockSize, type Place, places, shapeAt } from "../state/places.js";
import { layerAt } from "./net.js";

/** What was drawn for one image, in the order of places. */
export interface Drawn {
  readonly masks: readonly RecordedMask[];
  readonly noise: readonly RecordedNoise[];
}

export const nothingDrawn: Drawn = { masks: [], noise: [] };

/** Draws as tensors, by the place that asked: to be returned from a compiled function, and read behind it. */
export type Draws = readonly (
  | { readonly place: Place; readonly request: MaskRequest; readonly mask: Tensor }
  | { readonly place: Place; readonly request: NoiseRequest; readonly noise: Tensor }
)[];

/** Runs a pass in which each of these places draws once, in their order. */
export function drawing<Result>(drawn: readonly Place[], pass: () => Result): { result: Result; draws: Draws } {
  const draws: Draws[number][] = [];
  const place = () => drawn[draws.length]!;
  const result = withMasks(
    {
      mask(request, draw) {
        const mask = draw();
        draws.push({ place: place(), request, mask });
        return mask;
      },
      noise(request, draw) {
        const noise = draw();
        draws.push({ place: place(), request, noise });
        return noise;
      },
    },
    pass,
  );
  return { result, draws };
}

/** The part of the draws that the first image of the batch got. */
export function ofFirstImage(draws: Draws): Drawn {
  const [masks, noise]: [RecordedMask[], RecordedNoise[]] = [[], []];
  const own = (values: Tensor) => values.narrow(0, 0, 1).contiguous().toTypedArray();
  for (const draw of draws) {
    const { op, shape } = draw.request;
    const of = { module: layerAt[draw.place], op, shape: [1, ...shape.slice(1)] };
    if ("mask" in draw) masks.push({ ...of, p: draw.request.p, kept: Uint8Array.from(own(draw.mask) as Uint8Array) });
    else {
      const distribution = draw.request.distribution.name;
      noise.push({ ...of, distribution, values: Float32Array.from(own(draw.noise) as Float32Array), mask: null });
    }
  }
  return { masks, noise };
}

/** For each place, of each element: 0 where it was dropped, 255 where it was kept; of factors half of 255 for 1. Null where nothing is dropped. */
export type Kept = Readonly<Record<Place, Uint8Array<ArrayBuffer> | null>>;

/** @param drawn Of one image. @param p The rate at each place, for noise, which does not tell it. */
export function keptOf(drawn: Drawn, p: Readonly<Record<Place, number>>): Kept {
  const at = (place: Place): Uint8Array<ArrayBuffer> | null => {
    const mask = drawn.masks.find(({ module }) => module === layerAt[place]);
    if (mask !== undefined) return bytesOf(mask, place);
    const noise = drawn.noise.find(({ module }) => module === layerAt[place]);
    return noise === undefined ? null : factorsOf(noise, p[place]);
  };
  return Object.fromEntries(places.map((place) => [place, at(place)])) as Record<Place, Uint8Array<ArrayBuffer> | null>;
}

/** A mask stretched over its place: channels over their maps, a block over the elements around its centre. */
function bytesOf({ op, shape, kept }: RecordedMask, place: Place): Uint8Array<ArrayBuffer> {
  const [channels, height, width] = shapeAt[place];
  const bytes = new Uint8Array(channels * height * width).fill(255);
  if (kept.length === bytes.length) {
    for (const [element, isKept] of kept.entries()) bytes[element] = isKept * 255;
    return bytes;
  }
  const [, , rows = 1, columns = 1] = shape;
  const [high, wide] = op === "dropBlock2d" ? [blockSize, blockSize] : [height, width];
  for (const [element, isKept] of kept.entries()) {
    if (isKept === 1) continue;
    const channel = Math.floor(element / (rows * columns));
    const [top, left] = [Math.floor(element / columns) % rows, element % columns];
    for (let y = top; y < top + high; y++) {
      const start = (channel * height + y) * width + left;
      bytes.fill(0, start, start + wide);
    }
  }
  return bytes;
}

/** GaussianDropout's factors 1 + √(p/(1 − p)) z, of which 0 to 2 can be told apart. */
function factorsOf({ values }: RecordedNoise, p: number): Uint8Array<ArrayBuffer> {
  const deviation = Math.sqrt(p / (1 - p));
  return Uint8Array.from(values as Float32Array, (z) =>
    Math.round(127.5 * Math.min(2, Math.max(0, 1 + deviation * z))),
  );
}
