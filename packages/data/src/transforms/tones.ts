// What is done to the values of images, channel by channel, and to their edges: inverted, solarized, posterized, stretched, equalized, sharpened, of
// torchvision.transforms.functional on tensors. Nothing is drawn here; augment.ts draws.

import {
  ArgumentError,
  arange,
  bincount,
  bitwiseAnd,
  checkArgument,
  conv2d,
  cumsum,
  DTypeError,
  gather,
  isfinite,
  pad,
  type Tensor,
  tensor,
  where,
} from "@bernoulli/tensor";
import { asFloats, blended, channelsOf, checkFactor, type Factor, ofEach } from "./color.js";

/** The largest value of an image of its dtype. */
const mostOf = (image: Tensor): 1 | 255 => (image.dtype === "uint8" ? 255 : 1);

/** Throws unless it is an image of bytes. */
export function checkBytes(owner: string, image: Tensor): void {
  channelsOf(owner, image);
  if (image.dtype !== "uint8")
    throw new DTypeError(
      `${owner}: Only torch.uint8 image tensors are supported, but found ${image.dtype}; put it in front of ToTensor`,
    );
}

/**
 * An image as its negative: 255 − x of bytes, 1 − x of floats. Shape: (*, 1 or 3, H, W) → the same.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.invert.html.
 *
 * @throws ShapeError for other than one or three channels; DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { invert } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * invert(tensor(Uint8Array.of(0, 200)).view(1, 1, 2)).toArray(); // → [[[255, 55]]]
 * ```
 */
export function invert(image: Tensor): Tensor {
  channelsOf("invert", image);
  // Of bytes this wraps around twice, to what was wanted.
  return image.neg().add(mostOf(image));
}

/**
 * An image with its values from `threshold` on inverted. Shape: (*, 1 or 3, H, W) → the same.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.solarize.html.
 *
 * @throws ArgumentError for a threshold above 255, of floats above 1; ShapeError for other than one or three channels; DTypeError for other integers than
 * bytes.
 * @example
 * ```ts
 * import { solarize } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * solarize(tensor(Uint8Array.of(10, 200)).view(1, 1, 2), 128).toArray(); // → [[[10, 55]]]
 * ```
 */
export function solarize(image: Tensor, threshold: number): Tensor {
  channelsOf("solarize", image);
  checkArgument("solarize", "threshold", threshold, "number");
  if (!(threshold <= mostOf(image)))
    throw new ArgumentError(
      `solarize: Threshold should be less than bound of img, ${mostOf(image)} of ${image.dtype}, but got ${threshold}`,
    );
  return toned.solarize(image, threshold);
}

/**
 * An image of bytes with fewer levels: the upper `bits` bits of each value, the others 0. Shape: (*, 1 or 3, H, W) → the same.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.posterize.html.
 *
 * @throws ArgumentError unless `bits` is a whole number from 0 to 8; ShapeError for other than one or three channels; DTypeError for other than bytes.
 * @example
 * ```ts
 * import { posterize } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * posterize(tensor(Uint8Array.of(63, 200)).view(1, 1, 2), 2).toArray(); // → [[[0, 192]]]
 * ```
 */
export function posterize(image: Tensor, bits: number): Tensor {
  checkBytes("posterize", image);
  checkArgument("posterize", "bits", bits, "number");
  if (!(Number.isInteger(bits) && bits >= 0 && bits <= 8))
    throw new ArgumentError(`posterize: The number of bits should be a whole one between 0 and 8. Got ${bits}`);
  return toned.posterize(image, bits);
}

/**
 * An image with the values of each channel stretched over the whole range: the least is 0, the most 255, or 1 of floats. A channel of one value stays.
 * Shape: (*, 1 or 3, H, W) → the same. See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.autocontrast.html.
 *
 * @throws ShapeError for other than one or three channels; DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { autocontrast } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * autocontrast(tensor(Uint8Array.of(100, 110, 120)).view(1, 1, 3)).toArray(); // → [[[0, 127, 255]]]
 * ```
 */
export function autocontrast(image: Tensor): Tensor {
  channelsOf("autocontrast", image);
  const values = asFloats(image);
  const [least, most] = [values.amin({ dim: [-2, -1], keepdim: true }), values.amax({ dim: [-2, -1], keepdim: true })];
  // torch divides a number by a tensor so, which a quotient is not to the last bit.
  const scale = most.sub(least).reciprocal().mul(mostOf(image));
  const isStretched = isfinite(scale);
  const constant = (value: number): Tensor => tensor(value, { dtype: values.dtype, device: image.device });
  return values
    .sub(where(isStretched, least, constant(0)))
    .mul(where(isStretched, scale, constant(1)))
    .clamp(0, mostOf(image))
    .to(image.dtype);
}

/**
 * An image of bytes whose channels have each about as many pixels at one value as at another. Channels of a few values, of which all but the largest
 * make up fewer than 255 pixels, stay. Shape: (*, 1 or 3, H, W) → the same.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.equalize.html.
 *
 * @throws ShapeError for other than one or three channels; DTypeError for other than bytes.
 * @example
 * ```ts
 * import { equalize } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * const image = tensor(Uint8Array.from({ length: 512 }, (_, at) => 100 + at / 8)).view(1, 16, 32);
 * equalize(image).amax().item() - equalize(image).amin().item(); // → 255
 * ```
 */
export function equalize(image: Tensor): Tensor {
  checkBytes("equalize", image);
  const pixels = image.size(-2) * image.size(-1);
  if (image.numel() === 0) return image.clone();
  const planes = image.reshape(-1, pixels).to("int32");
  const count = planes.size(0);
  // All planes are counted at once, each in 256 places of its own.
  const places = planes.add(arange(count, { dtype: "int32", device: image.device }).mul(256).unsqueeze(-1));
  const counts = bincount(places.flatten(), { minlength: 256 * count }).view(count, 256);
  const ofMost = gather(counts, 1, planes.amax({ dim: 1, keepdim: true }));
  const step = ofMost.neg().add(pixels).floorDivide(255);
  const divisor = step.clamp({ min: 1 });
  const levels = cumsum(counts, 1).add(step.floorDivide(2)).floorDivide(divisor);
  const table = pad(levels.narrow(1, 0, 255), [1, 0]).clamp(0, 255);
  return where(step.eq(0), planes, gather(table, 1, planes))
    .to("uint8")
    .view(...image.shape);
}

/**
 * An image softer (a factor of 0 is blurred) or sharper (2 is twice as sharp); pixels at the border stay, and so do images of at most two rows or columns.
 * Shape: (*, 1 or 3, H, W) → the same.
 * See https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.adjust_sharpness.html.
 *
 * @throws ArgumentError for a negative factor; ShapeError for other than one or three channels; DTypeError for other integers than bytes.
 * @example
 * ```ts
 * import { adjustSharpness } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * const dot = tensor(Uint8Array.of(0, 0, 0, 0, 130, 0, 0, 0, 0)).view(1, 3, 3);
 * adjustSharpness(dot, 0).max().item(); // → 50
 * ```
 */
export function adjustSharpness(image: Tensor, sharpnessFactor: number): Tensor {
  channelsOf("adjustSharpness", image);
  checkFactor("adjustSharpness", "sharpness_factor", sharpnessFactor, 0, Number.POSITIVE_INFINITY);
  return toned.sharpness(image, sharpnessFactor);
}

const maskOf = (bits: number): number => 256 - 2 ** (8 - bits);

/** Those that take a number, by one for all images or one for each of (N, C, H, W), none of them checked. */
export const toned = {
  solarize: (image, threshold) => {
    const values = asFloats(image);
    return where(values.ge(ofEach(threshold, 3, values)), invert(image), image);
  },
  posterize: (image, bits) =>
    bitwiseAnd(image, typeof bits === "number" ? maskOf(bits) : ofEach(bits.map(maskOf), 3, image)),
  sharpness: (image, factor) => {
    const [rows, columns] = image.shape.slice(-2) as [number, number];
    return rows <= 2 || columns <= 2 ? image : blended(image, blurred(image, rows, columns), factor);
  },
} as const satisfies Record<string, (image: Tensor, by: Factor) => Tensor>;

/** Each pixel but those at the border as the mean of nine, its own five times. Bytes are rounded. */
function blurred(image: Tensor, rows: number, columns: number): Tensor {
  const values = asFloats(image);
  const kernel = tensor([1, 1, 1, 1, 5, 1, 1, 1, 1], { dtype: values.dtype, device: image.device }).div(13);
  const inner = conv2d(values.reshape(-1, 1, rows, columns), kernel.view(1, 1, 3, 3));
  const result = image.clone();
  const within = result.narrow(-2, 1, rows - 2).narrow(-1, 1, columns - 2);
  within.copy_((image.dtype === "uint8" ? inner.round() : inner).view(...within.shape));
  return result;
}
