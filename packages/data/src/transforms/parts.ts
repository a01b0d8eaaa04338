// How large a drawn part of an image is, by its area and the ratio of its sides: RandomErasing's and RandomResizedCrop's. Not where it lies, nor what
// becomes of it.

import { ArgumentError, type Generator, scope, tensor } from "@bernoulli/tensor";
import { drawBetween } from "./draws.js";
import { rounded } from "./sizes.js";

/** The least and the most. */
export type Ends = readonly [least: number, most: number];

/** Throws unless they are ends of parts of an area, and of ratios. torchvision warns of those in the wrong order, and draws nothing of use. */
export function checkParts(owner: string, scale: Ends, ratio: Ends, largest: number): void {
  for (const [name, ends] of Object.entries({ scale, ratio })) {
    if (ends.length !== 2 || !(ends[0] <= ends[1]))
      throw new ArgumentError(
        `${owner}: Scale and ratio should be of kind (min, max), but got a ${name} of [${ends.join(", ")}]`,
      );
  }
  if (!(scale[0] >= 0 && scale[1] <= largest))
    throw new ArgumentError(
      `${owner}: Scale should be ${largest === 1 ? "between 0 and 1" : "at least 0"}, but got [${scale.join(", ")}]`,
    );
  if (!(ratio[0] > 0 && ratio[1] < Number.POSITIVE_INFINITY))
    throw new ArgumentError(`${owner}: ratio should be positive and finite, but got [${ratio.join(", ")}]`);
}

/** The logarithms of ratios, in float32 as torch takes them. */
export function logarithmsOf(ratio: Ends): Ends {
  return scope(() => tensor(ratio).log().toArray() as [number, number]);
}

/** Two sides, the first of them the longer for a ratio above 1: an area and a ratio are drawn, the ratio evenly by its logarithm. */
export function drawSides(
  area: number,
  scale: Ends,
  logarithms: Ends,
  generator: Generator | undefined,
): [number, number] {
  const drawn = area * drawBetween(...scale, generator);
  const aspect = scope(() =>
    tensor(drawBetween(...logarithms, generator))
      .exp()
      .item(),
  );
  return [rounded(Math.sqrt(drawn * aspect)), rounded(Math.sqrt(drawn / aspect))];
}
