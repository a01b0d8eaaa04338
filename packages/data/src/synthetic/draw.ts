// Draws one picture of the synthetic set. Not the choice of what is drawn, nor how many (synthetic.ts).
// Only + − × ÷ and floor, each exactly rounded by IEEE 754: every engine draws the same bytes. No sine or cosine,
// whose last bits differ between engines.

import type { PictureRandom } from "./random.js";
import { type ShapeName, shapes } from "./shapes.js";

export const imageSize = 32;
const planeSize = imageSize * imageSize;
const channels = 3;

/** How hard the pictures are to tell apart. */
export interface Difficulty {
  /** The least and greatest radius of a shape, in pixels. */
  readonly radius: readonly [least: number, greatest: number];
  /** How far its centre may lie from the middle of the picture, in pixels, along each axis. */
  readonly shift: number;
  /** The least distance of the shape's colour from the background's: the sum over channels, 0 to 765. */
  readonly contrast: number;
  /** The greatest deviation of the smooth texture, in levels of 0 to 255. */
  readonly texture: number;
  /** The greatest deviation of the noise of each pixel, in levels. */
  readonly noise: number;
  /** How many rectangles may cover parts of the picture; each picture draws 0 to this many. */
  readonly occluders: number;
  /** The least and greatest side of such a rectangle, in pixels. */
  readonly occluderSide: readonly [least: number, greatest: number];
}

type Colour = readonly [red: number, green: number, blue: number];

function drawColour(random: PictureRandom, least: number, greatest: number): Colour {
  const level = () => least + random.below(greatest - least + 1);
  return [level(), level(), level()];
}

const brightness = ([red, green, blue]: Colour): number => red + green + blue;

const clampToByte = (level: number): number => (level <= 0 ? 0 : level >= 255 ? 255 : Math.floor(level + 0.5));

/** The share of each pixel that the shape covers, in quarters (2 × 2 points a pixel), placed and turned at random. */
function drawCoverage(name: ShapeName, random: PictureRandom, { radius, shift }: Difficulty): Uint8Array {
  const inside = shapes[name];
  const size = random.between(radius[0], radius[1]);
  const aspect = random.between(0.9, 1.1);
  const middle = imageSize / 2;
  const centreX = middle + random.between(-shift, shift);
  const centreY = middle + random.between(-shift, shift);
  // A turn by 2·arctan(t) has the rational cosine (1 − t²)/(1 + t²) and sine 2t/(1 + t²); |t| < 0.4 is up to 44 degrees.
  const t = random.between(-0.4, 0.4);
  const cosine = (1 - t * t) / (1 + t * t);
  const sine = (2 * t) / (1 + t * t);
  const mirrored = random.below(2) === 0 ? 1 : -1;

  const coverage = new Uint8Array(planeSize);
  for (let row = 0; row < 2 * imageSize; row++) {
    const y = (row + 0.5) / 2 - centreY;
    for (let column = 0; column < 2 * imageSize; column++) {
      const x = (column + 0.5) / 2 - centreX;
      const along = ((cosine * x + sine * y) / size) * mirrored * aspect;
      const across = (cosine * y - sine * x) / (size * aspect);
      if (inside(along, across)) coverage[(row >> 1) * imageSize + (column >> 1)]! += 1;
    }
  }
  return coverage;
}

/** A smooth field over the picture: bilinear interpolation of random values on a lattice of 8 pixels. */
function drawTexture(random: PictureRandom, amplitude: number): Float64Array {
  const cells = 4;
  const lattice = Array.from({ length: (cells + 1) * (cells + 1) }, () => random.between(-amplitude, amplitude));
  const field = new Float64Array(planeSize);
  for (let row = 0; row < imageSize; row++) {
    const cellRow = row >> 3;
    const down = (row & 7) / 8;
    for (let column = 0; column < imageSize; column++) {
      const corner = cellRow * (cells + 1) + (column >> 3);
      const right = (column & 7) / 8;
      const above = lattice[corner]! * (1 - right) + lattice[corner + 1]! * right;
      const below = lattice[corner + cells + 1]! * (1 - right) + lattice[corner + cells + 2]! * right;
      field[row * imageSize + column] = above * (1 - down) + below * down;
    }
  }
  return field;
}

/**
 * Draws the shape into `pixels` at `offset`: 3,072 bytes, the red, green and blue planes, as CIFAR-10 lays them out.
 * The picture is fixed by the state of `random`.
 */
export function drawPicture(
  name: ShapeName,
  random: PictureRandom,
  difficulty: Difficulty,
  pixels: Uint8Array,
  offset: number,
): void {
  // The shape is brighter than the background, else a net needs many more pictures to learn anything at all.
  const background = drawColour(random, 0, 160);
  let foreground = drawColour(random, 96, 255);
  while (brightness(foreground) - brightness(background) < difficulty.contrast)
    foreground = drawColour(random, 96, 255);
  const coverage = drawCoverage(name, random, difficulty);

  const picture = new Float64Array(channels * planeSize);
  for (let channel = 0; channel < channels; channel++) {
    const field = drawTexture(random, difficulty.texture);
    const from = background[channel]!;
    const to = foreground[channel]!;
    for (let at = 0; at < planeSize; at++) {
      picture[channel * planeSize + at] = from + ((to - from) * coverage[at]!) / 4 + field[at]!;
    }
  }
  for (let left = random.below(difficulty.occluders + 1); left > 0; left--) drawOccluder(random, difficulty, picture);
  for (let at = 0; at < picture.length; at++) {
    // Two uniform draws of 16 bits from one of 32: their difference is triangular over (−1, 1).
    const bits = random.bits();
    const noise = ((bits >>> 16) - (bits & 0xffff)) / 65536;
    pixels[offset + at] = clampToByte(picture[at]! + noise * difficulty.noise);
  }
}

function drawOccluder(random: PictureRandom, { occluderSide }: Difficulty, picture: Float64Array): void {
  const colour = drawColour(random, 0, 255);
  const [least, greatest] = occluderSide;
  const height = least + random.below(greatest - least + 1);
  const width = least + random.below(greatest - least + 1);
  const top = random.below(imageSize - height + 1);
  const left = random.below(imageSize - width + 1);
  for (let channel = 0; channel < channels; channel++) {
    for (let row = top; row < top + height; row++) {
      const start = channel * planeSize + row * imageSize + left;
      picture.fill(colour[channel]!, start, start + width);
    }
  }
}
