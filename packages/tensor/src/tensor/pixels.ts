// Pictures of a page as tensors, and tensors as pictures. Not a form of `tensor`: that is in every bundle, knows no channels, and
// takes numbers as they lie, where a picture's colours lie beside each other and a tensor's one plane behind the other. Files of
// pictures are decoded by the browser: createImageBitmap.

import { describe } from "../checks/describe.js";
import { ArgumentError, ShapeError } from "../checks/errors.js";
import { checkOptions, checkTensor } from "../checks/options.js";
import { tensor } from "../ops/creation/creation.js";
import { reshape } from "../ops/views/view.js";
import { type DeviceName, deviceOf } from "./device.js";
import { isFloating } from "./dtype.js";
import { toTypedArray } from "./reads.js";
import { formatShape } from "./shape.js";
import type { Tensor } from "./tensor.js";

/** What has pixels on a page. `ImageData`, or anything with its members, can be read everywhere. */
export type PixelSource = Pick<ImageData, "data" | "width" | "height"> | CanvasImageSource;

export interface FromImageOptions {
  /** 3 for red, green and blue, 4 with alpha behind, 1 for grey. Default: 3. */
  readonly channels?: 1 | 3 | 4;
  /** Default: the default device. */
  readonly device?: DeviceName;
}

interface Pixels {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/**
 * A picture as a tensor of bytes, plane by plane as nets want it: of `ImageData`, a canvas, an `ImageBitmap`, a `VideoFrame`, an image or
 * a video element. Shape: (channels, height, width), uint8; red, green and blue first, alpha last and not multiplied in. Grey is PIL's:
 * 0.299 red, 0.587 green, 0.114 blue, rounded. For floats in [0, 1] take `.to("float32").div(255)`.
 * A dropped file is a picture by `await createImageBitmap(file)`. Compare
 * https://pytorch.org/vision/stable/generated/torchvision.transforms.functional.pil_to_tensor.html.
 *
 * @throws ArgumentError for what has no pixels (yet), for a picture of another site that may not be read, and outside of browsers for
 * all but what is like `ImageData`.
 * @example
 * ```ts
 * import { fromImage } from "@bernoulli/tensor";
 * const data = Uint8ClampedArray.of(255, 0, 0, 255, 0, 128, 0, 255);
 * fromImage({ data, width: 2, height: 1 }).toArray(); // → [[[255, 0]], [[0, 128]], [[0, 0]]]
 * fromImage({ data, width: 2, height: 1 }, { channels: 1 }).toArray(); // → [[[76, 75]]]
 * ```
 */
export function fromImage(image: PixelSource, options: FromImageOptions = {}): Tensor {
  checkOptions("fromImage", options, ["channels", "device"]);
  const { channels = 3, device } = options;
  if (![1, 3, 4].includes(channels))
    throw new ArgumentError(`fromImage: channels must be 1, 3 or 4, but got ${describe(channels)}`);
  deviceOf("fromImage", device);
  const { data, width, height } = isPixels(image) ? image : drawn(image);
  const count = width * height;
  if (!(count > 0) || data.length !== 4 * count)
    throw new ArgumentError(
      `fromImage: expected four bytes a pixel, but got ${data.length} for ${width} × ${height} pixels`,
    );
  const planes = new Uint8Array(channels * count);
  if (channels === 1)
    for (let at = 0; at < count; at++)
      planes[at] = (19595 * data[4 * at]! + 38470 * data[4 * at + 1]! + 7471 * data[4 * at + 2]! + 0x8000) >> 16;
  else
    for (let channel = 0; channel < channels; channel++)
      for (let at = 0; at < count; at++) planes[channel * count + at] = data[4 * at + channel]!;
  return reshape(tensor(planes, device === undefined ? {} : { device }), [channels, height, width]);
}

/** Whether it is ImageData, of this realm or another, or like it. Those with halves for bytes are not. */
function isPixels(image: unknown): image is Pixels {
  const data: unknown = (image as { readonly data?: unknown } | null | undefined)?.data;
  return (
    data instanceof Uint8ClampedArray || /^\[object Uint8(Clamped)?Array\]$/.test(Object.prototype.toString.call(data))
  );
}

/** The pixels of what can be drawn. It is drawn on a canvas of its own: one that has been drawn on by WebGL gives no others. */
function drawn(image: Exclude<PixelSource, Pixels>): Pixels {
  const sizes = image as unknown as Readonly<Record<string, unknown>> | null | undefined;
  const sizeOf = (...names: string[]): number =>
    names.map((name) => sizes?.[name]).find((size): size is number => typeof size === "number") ?? Number.NaN;
  const width = sizeOf("displayWidth", "naturalWidth", "videoWidth", "width");
  const height = sizeOf("displayHeight", "naturalHeight", "videoHeight", "height");
  if (typeof image !== "object" || image === null || Number.isNaN(width * height))
    throw new ArgumentError(
      `fromImage: expected ImageData, a canvas, an ImageBitmap, a VideoFrame, an image or a video, but got ${describe(image)}; ` +
        "of a file or a Blob await createImageBitmap(file), of numbers take tensor(numbers)",
    );
  if (width * height === 0)
    throw new ArgumentError(
      `fromImage: the ${describe(image).replace(/^an? /, "")} has no pixels: await image.decode() before, and close nothing that is still read`,
    );
  if (typeof OffscreenCanvas !== "function")
    throw new ArgumentError("fromImage: only browsers draw pictures; give the pixels as { data, width, height }");
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
  try {
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } catch (cause) {
    const isForeign = (cause as { readonly name?: unknown }).name === "SecurityError";
    const why = isForeign
      ? "it came from another site, which does not allow it to be read: load it with crossOrigin set, from a site that allows it"
      : String(cause);
    throw new ArgumentError(`fromImage: the picture cannot be read: ${why}`, { cause });
  }
}

/**
 * A tensor as `ImageData`, to be put on a canvas: `context.putImageData(toImageData(x), 0, 0)`. Bytes are taken as they are; floats count
 * from 0 to 1, are rounded to bytes, and cut beyond. Shape: (3, H, W), (4, H, W) with alpha, or (1, H, W) and (H, W), which are grey. Outside of
 * browsers it is an object with the same members.
 *
 * @throws ShapeError for other shapes and no pixels; ArgumentError for int32 and bool.
 * @example
 * ```ts
 * import { tensor, toImageData } from "@bernoulli/tensor";
 * const { data, width, height } = toImageData(tensor([[0, 0.5], [1, 7]]));
 * [...data.subarray(0, 8)]; // → [0, 0, 0, 255, 128, 128, 128, 255]
 * [width, height]; // → [2, 2]
 * ```
 */
export function toImageData(image: Tensor): ImageData {
  checkTensor("toImageData", "image", image);
  const shape = image.ndim === 2 ? [1, ...image.shape] : image.shape;
  const [channels, height, width] = shape as [number, number, number];
  if (shape.length !== 3 || ![1, 3, 4].includes(channels) || width * height === 0)
    throw new ShapeError(
      `toImageData: expected (1, H, W), (3, H, W), (4, H, W) or (H, W), but got ${formatShape(image.shape)}; of a batch take one image, x.select(0, 0)`,
    );
  if (image.dtype !== "uint8" && !isFloating(image.dtype))
    throw new ArgumentError(
      `toImageData: expected bytes, or floats from 0 to 1, but got ${image.dtype}; take .to("uint8")`,
    );
  const scale = image.dtype === "uint8" ? 1 : 255;
  const values = toTypedArray(image);
  const count = width * height;
  const data = new Uint8ClampedArray(4 * count);
  for (let at = 0; at < count; at++)
    for (let channel = 0; channel < 4; channel++) {
      const plane = channels === 1 && channel < 3 ? 0 : channel;
      // Half up, as saveImage rounds; the array itself would take halves to even.
      data[4 * at + channel] = plane < channels ? Math.floor(values[plane * count + at]! * scale + 0.5) : 255;
    }
  if (typeof ImageData === "function") return new ImageData(data, width, height);
  return { data, width, height, colorSpace: "srgb" } as ImageData;
}
