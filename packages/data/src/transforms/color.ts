// What is done to the colours of images: grey, brightness, contrast, saturation, hue, of torchvision.transforms.functional on tensors. Nothing is
// drawn here; jitter.ts draws. What is done to single values, whatever their colour, is tones.ts's.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  DTypeError,
  isFloating,
  optionsOf,
  type Positional,
  ShapeError,
  stack,
  type Tensor,
  tensor,
  where,
  zerosLike,
} from "@bernoulli/tensor";

/** Throws unless it is an image of one or three channels, of bytes or floats; gives how many channels. */
export function channelsOf(owner: string, image: Tensor): 1 | 3 {
  checkArgument(owner, "image", image, "Tensor");
  if (image.ndim < 3)
    throw new ShapeError(
      `${owner}: Input image tensor should have at least 3 dimensions, (…, C, H, W), but found ${image.ndim}`,
    );
  if (image.dtype !== "uint8" && !isFloating(image.dtype))
    throw new DTypeError(
      `${owner}: expected an image of dtype uint8 or of floats, got ${image.dtype}; convert with .to("float32")`,
    );
  const channels = image.size(-3);
  if (channels !== 1 && channels !== 3)
    throw new ShapeError(`${owner}: Input image tensor permitted channel values are [1, 3], but found ${channels}`);
  return channels;
}

/** Throws unless it is a factor that torchvision takes. */
export function checkFactor(owner: string, name: string, factor: number, low: number, high: number): void {
  checkArgument(owner, name, factor, "number");
  if (factor >= low && factor <= high) return;
  throw new ArgumentError(
    `${owner}: ${name} (${factor}) is not ${high === Number.POSITIVE_INFINITY ? "non-negative" : `in [${low}, ${high}]`}`,
  );
}

/** Bytes as float32, which a whole factor would leave bytes: they would wrap around. */
export const asFloats = (image: Tensor): Tensor => (image.dtype === "uint8" ? image.to("float32") : image);

/** One factor for all images, or one for each of (N, C, H, W). */
export type Factor = number | readonly number[];

/** As it is multiplied by: in front of this many dimensions of each image. */
export function ofEach(factor: Factor, dims: number, { dtype, device }: Tensor): number | Tensor {
  if (typeof factor === "number") return factor;
  return tensor(factor, { dtype, device }).view(-1, ...Array<number>(dims).fill(1));
}

/** Between two images, or beyond the first, in the first's range and dtype. */
export function blended(image: Tensor, other: Tensor, ratio: Factor): Tensor {
  const values = asFloats(image);
  const rest = typeof ratio === "number" ? 1 - ratio : ratio.map((each) => 1 - each);
  return values
    .mul(ofEach(ratio, 3, values))
    .add(asFloats(other).mul(ofEach(rest, 3, values)))
    .clamp(0, image.dtype === "uint8" ? 255 : 1)
    .to(image.dtype);
}

function grey(image: Tensor): Tensor {
  if (image.size(-3) === 1) return image.clone();
  const [red, green, blue] = asFloats(image).unbind(-3) as [Tensor, Tensor, Tensor];
  return red.mul(0.2989).add(green.mul(0.587)).add(blue.mul(0.114)).to(image.dtype).unsqueeze(-3);
}

export interface GrayscaleOptions {
  /** One channel, or three of the same. Default 1. */
  readonly numOutputChannels?: 1 | 3;
}

/** The option, checked. */
export function outputChannelsOf(owner: string, rest: Positional<GrayscaleOptions, ["numOutputChannels"]>): 1 | 3 {
  const options = optionsOf<GrayscaleOptions>(owner, ["numOutputChannels"], rest);
  checkOptions(owner, options, { numOutputChannels: "number" });
  const { numOutputChannels = 1 } = options;
  if (numOutputChannels !== 1 && numOutputChannels !== 3)
    throw new ArgumentError(
      `${owner}: num_output_channels should be either 1 or 3, but got ${String(numOutputChannels)}`,
    );
  return numOutputChannels;
}

/**
 * An image in grey: 0.2989 R + 0.587 G + 0.114 B, of bytes cut off below the point. Shape: (*, 3, H, W) → (*, 1, H, W), or (*, 3, H, W) of one
 * plane seen thrice; an image of one channel stays one.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.rgb_to_grayscale.html.
 *
 * @throws ShapeError for other than one or three channels; DTypeError for other integers than bytes; ArgumentError for another number of channels asked.
 * @example
 * ```ts
 * import { rgbToGrayscale } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * rgbToGrayscale(tensor(Uint8Array.of(255, 0, 0)).view(3, 1, 1)).toArray(); // → [[[76]]]
 * ```
 */
export function rgbToGrayscale(image: Tensor, ...rest: Positional<GrayscaleOptions, ["numOutputChannels"]>): Tensor {
  channelsOf("rgbToGrayscale", image);
  const channels = outputChannelsOf("rgbToGrayscale", rest);
  return channels === 3 ? grey(image).expand(image.shape) : grey(image);
}

/**
 * An image darker (a factor of 0 is black) or brighter (2 is twice as bright), in its range: 0 to 255 of bytes, 0 to 1 of floats.
 * Shape: (*, 1 or 3, H, W) → the same.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.adjust_brightness.html.
 *
 * @throws ArgumentError for a negative factor; ShapeError for other than one or three channels; DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { adjustBrightness } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * adjustBrightness(tensor(Uint8Array.of(10, 200)).view(1, 1, 2), 1.5).toArray(); // → [[[15, 255]]]
 * ```
 */
export function adjustBrightness(image: Tensor, brightnessFactor: number): Tensor {
  channelsOf("adjustBrightness", image);
  checkFactor("adjustBrightness", "brightness_factor", brightnessFactor, 0, Number.POSITIVE_INFINITY);
  return adjusted.brightness(image, brightnessFactor);
}

/**
 * An image nearer to the mean of its grey (a factor of 0 is that mean) or farther from it. Shape: (*, 1 or 3, H, W) → the same, each image of a batch
 * with a mean of its own. See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.adjust_contrast.html.
 *
 * @throws ArgumentError for a negative factor; ShapeError for other than one or three channels; DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { adjustContrast } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * adjustContrast(tensor(Uint8Array.of(80, 120)).view(1, 1, 2), 2).toArray(); // → [[[60, 140]]]
 * ```
 */
export function adjustContrast(image: Tensor, contrastFactor: number): Tensor {
  channelsOf("adjustContrast", image);
  checkFactor("adjustContrast", "contrast_factor", contrastFactor, 0, Number.POSITIVE_INFINITY);
  return adjusted.contrast(image, contrastFactor);
}

/**
 * An image nearer to its grey (a factor of 0 is grey) or farther from it. Shape: (*, 3, H, W) → the same; one of one channel comes back as it is.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.adjust_saturation.html.
 *
 * @throws ArgumentError for a negative factor; ShapeError for other than one or three channels; DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { adjustSaturation } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * adjustSaturation(tensor(Uint8Array.of(255, 0, 0)).view(3, 1, 1), 0).flatten().toArray(); // → [76, 76, 76]
 * ```
 */
export function adjustSaturation(image: Tensor, saturationFactor: number): Tensor {
  channelsOf("adjustSaturation", image);
  checkFactor("adjustSaturation", "saturation_factor", saturationFactor, 0, Number.POSITIVE_INFINITY);
  return adjusted.saturation(image, saturationFactor);
}

/**
 * An image with its colours turned around the circle of hues, by a part of a full turn from −0.5 to 0.5: red by 1/3 is green. Values are taken to be
 * in range. Shape: (*, 3, H, W) → the same; one of one channel comes back as it is.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.adjust_hue.html.
 *
 * @throws ArgumentError for a factor outside of [−0.5, 0.5]; ShapeError for other than one or three channels; DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { adjustHue } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * adjustHue(tensor(Uint8Array.of(255, 0, 0)).view(3, 1, 1), 0.5).flatten().toArray(); // → [0, 255, 255]
 * ```
 */
export function adjustHue(image: Tensor, hueFactor: number): Tensor {
  channelsOf("adjustHue", image);
  checkFactor("adjustHue", "hue_factor", hueFactor, -0.5, 0.5);
  return adjusted.hue(image, hueFactor);
}

/** The four adjustments, by one factor for all images or one for each, none of them checked. */
export const adjusted = {
  brightness: (image, factor) => blended(image, zerosLike(image), factor),
  contrast: (image, factor) => blended(image, asFloats(grey(image)).mean({ dim: [-3, -2, -1], keepdim: true }), factor),
  saturation: (image, factor) => (image.size(-3) === 1 ? image : blended(image, grey(image), factor)),
  hue: (image, factor) => (image.size(-3) === 1 ? image : turnedHue(image, factor)),
} as const satisfies Record<string, (image: Tensor, factor: Factor) => Tensor>;

function turnedHue(image: Tensor, factor: Factor): Tensor {
  const isBytes = image.dtype === "uint8";
  const scaled = isBytes ? image.to("float32").div(255) : image.to("float32");
  const [hue, saturation, value] = hsvOf(scaled);
  const turned = rgbOf(hue.add(ofEach(factor, 2, hue)).remainder(1), saturation, value);
  // Not 256: one that a rounding brought above 1 would be 0.
  return isBytes ? turned.mul(256 - 1e-3).to("uint8") : turned.to(image.dtype);
}

/** Hue, saturation and value, each in [0, 1]. Grey has a hue and a saturation of 0. */
function hsvOf(image: Tensor): readonly [hue: Tensor, saturation: Tensor, value: Tensor] {
  const [red, green, blue] = image.unbind(-3) as [Tensor, Tensor, Tensor];
  const [most, least] = [image.amax({ dim: -3 }), image.amin({ dim: -3 })];
  const isGrey = most.eq(least);
  const range = most.sub(least);
  const one = tensor(1, { dtype: image.dtype, device: image.device });
  const divisor = where(isGrey, one, range);
  const away = (channel: Tensor): Tensor => most.sub(channel).div(divisor);
  const [fromRed, fromGreen, fromBlue] = [away(red), away(green), away(blue)];
  const sixths = where(
    most.eq(red),
    fromBlue.sub(fromGreen),
    where(most.eq(green), fromRed.add(2).sub(fromBlue), fromGreen.add(4).sub(fromRed)),
  );
  return [sixths.div(6).add(1).fmod(1), range.div(where(isGrey, one, most)), most];
}

function rgbOf(hue: Tensor, saturation: Tensor, value: Tensor): Tensor {
  const sixths = hue.mul(6);
  const sixth = sixths.floor();
  const within = sixths.sub(sixth);
  const less = (part: Tensor): Tensor => value.mul(part.neg().add(1)).clamp(0, 1);
  const low = less(saturation);
  const falling = less(saturation.mul(within));
  const rising = less(saturation.mul(within.neg().add(1)));
  // A hue of a rounded 1 is in the first sixth.
  const index = sixth.to("int32").remainder(6).unsqueeze(-3);
  const chosen = (...ofSixths: Tensor[]): Tensor => stack(ofSixths, { dim: -3 }).gather(-3, index).squeeze(-3);
  return stack(
    [
      chosen(value, falling, low, low, rising, value),
      chosen(rising, value, value, falling, low, low),
      chosen(low, low, rising, value, value, falling),
    ],
    { dim: -3 },
  );
}
