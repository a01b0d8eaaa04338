// decodeImage, readImage: PNG and JPEG files as tensors, in Node. How JPEGs are decoded is jpeg.ts's; what is checked of a file before, headers.ts's.

import { ArgumentError, checkArgument, describe, type Tensor, tensor } from "@bernoulli/tensor";
import { convertIndexedToRgb, decode as decodePng } from "fast-png";
import { DataFileError } from "../errors.js";
import { readDataFile } from "../files.js";
import { checkedPng, checkJpeg, jpegFrame } from "./headers.js";
import { decodeJpeg } from "./jpeg.js";

/** What an image becomes: as it is, one channel of grey, or red, green and blue. */
export type ImageReadMode = "UNCHANGED" | "GRAY" | "RGB";

const modes: readonly ImageReadMode[] = ["UNCHANGED", "GRAY", "RGB"];

/** Rows of pixels, `channels` bytes each: grey, grey and alpha, colours, colours and alpha. */
interface Rows {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
  readonly bytes: ArrayLike<number>;
}

/** More than any picture that is decoded takes. */
const mostImageBytes = 2 ** 29;

/**
 * The pixels of a PNG or JPEG file, as uint8. Alpha is left out in the modes `GRAY` and `RGB`, as PIL's `convert` does; grey is made of colours by the
 * weights 0.299, 0.587 and 0.114. Of 16 bits the higher 8 are taken. Colour profiles, gamma and EXIF's orientation have no effect, as in PIL.
 * JPEGs are decoded as libjpeg-turbo does, to the bit. See https://pytorch.org/vision/stable/generated/torchvision.io.decode_image.html.
 *
 * Shape: (channels, height, width).
 *
 * @param mode Default `"UNCHANGED"`.
 * @param source What errors call the bytes: a path or an address.
 * @throws DataFileError for bytes that are neither, are cut or damaged, or say that they have more than 67 million pixels.
 * @example
 * ```ts
 * import { readFileSync, rmSync } from "node:fs";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { decodeImage, saveImage } from "@bernoulli/data/node";
 * import { tensor } from "@bernoulli/tensor";
 * const path = join(tmpdir(), "bernoulli-decode-example.png");
 * saveImage(tensor(Uint8Array.of(255, 0, 0, 0, 0, 255)).view(3, 1, 2), path);
 * const file = readFileSync(path);
 * rmSync(path);
 * decodeImage(file).toArray(); // → [[[255, 0]], [[0, 0]], [[0, 255]]]
 * decodeImage(file, "GRAY").toArray(); // → [[[76, 29]]]
 * ```
 */
export function decodeImage(bytes: Uint8Array, mode: ImageReadMode = "UNCHANGED", source = "the image"): Tensor {
  if (!(bytes instanceof Uint8Array))
    throw new ArgumentError(`decodeImage: expected the bytes as a Uint8Array, but got ${describe(bytes)}`);
  checkArgument("decodeImage", "source", source, "string");
  checkMode("decodeImage", mode);
  const { data, shape } = decoded(bytes, mode, source);
  return tensor(data).view(...shape);
}

/**
 * {@link decodeImage} of a file. See https://pytorch.org/vision/stable/generated/torchvision.io.decode_image.html.
 *
 *     const image = readImage("cat.jpg", "RGB");
 *
 * Shape: (channels, height, width).
 *
 * @throws DataFileError that names the file, where it cannot be read or decoded.
 */
export function readImage(path: string, mode: ImageReadMode = "UNCHANGED"): Tensor {
  checkArgument("readImage", "path", path, "string");
  checkMode("readImage", mode);
  return decodeImage(readDataFile("readImage", path, "name another file"), mode, path);
}

function checkMode(owner: string, mode: ImageReadMode): void {
  if (!modes.includes(mode))
    throw new ArgumentError(`${owner}: mode must be one of ${modes.join(", ")}, but got ${describe(mode)}`);
}

function decoded(
  bytes: Uint8Array,
  mode: ImageReadMode,
  source: string,
): { readonly data: Uint8Array; readonly shape: readonly [number, number, number] } {
  const startsWith = (...wanted: readonly number[]) => wanted.every((byte, at) => bytes[at] === byte);
  const isPng = startsWith(0x89, 0x50, 0x4e, 0x47);
  if (!isPng && !startsWith(0xff, 0xd8))
    throw new DataFileError(`${source} is neither a PNG nor a JPEG; convert it to one of them`);
  if (bytes.length > mostImageBytes)
    throw new DataFileError(
      `${source} has ${bytes.length.toLocaleString("en")} bytes, too many for a picture; scale it down`,
    );
  try {
    return planes(isPng ? fromPng(bytes) : fromJpeg(bytes), mode);
  } catch (cause) {
    throw new DataFileError(`${source} cannot be decoded: ${(cause as Error).message}`, { cause });
  }
}

function fromJpeg(file: Uint8Array): Rows {
  checkJpeg(file);
  const { width, height, data } = decodeJpeg(file);
  const channels = jpegFrame(file)?.components === 1 ? 1 : 3;
  return { width, height, channels, bytes: dropped(data, channels) };
}

/** The first channels of pixels of four. */
function dropped(pixels: Uint8ClampedArray, channels: 1 | 3): Uint8Array {
  const bytes = new Uint8Array((pixels.length / 4) * channels);
  for (let from = 0, to = 0; from < pixels.length; from += 4)
    for (let channel = 0; channel < channels; channel++) bytes[to++] = pixels[from + channel]!;
  return bytes;
}

function fromPng(file: Uint8Array): Rows {
  const png = decodePng(checkedPng(file));
  const { width, height, depth } = png;
  if (png.palette) {
    const channels = png.palette[0]!.length as 3 | 4;
    return { width, height, channels, bytes: convertIndexedToRgb(png) };
  }
  return { width, height, channels: png.channels as Rows["channels"], bytes: ofEightBits(png.data, width, depth) };
}

/** Grey of 1, 2 or 4 bits fills the range of bytes; of 16 bits the higher 8 count. */
function ofEightBits(data: ArrayLike<number>, width: number, depth: number): ArrayLike<number> {
  if (depth === 8) return data;
  if (depth === 16) return Uint8Array.from(data, (value) => value >> 8);
  const perByte = 8 / depth;
  const rowBytes = Math.ceil(width / perByte);
  const most = 2 ** depth - 1;
  return Uint8Array.from({ length: (data.length / rowBytes) * width }, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    const byte = data[row * rowBytes + Math.floor(column / perByte)]!;
    const value = (byte >> (8 - depth * ((column % perByte) + 1))) & most;
    return (value * 255) / most;
  });
}

/** Channel by channel, as the mode has it. */
function planes({ width, height, channels, bytes }: Rows, mode: ImageReadMode) {
  const area = width * height;
  const isGrey = channels < 3;
  const count = mode === "UNCHANGED" ? channels : mode === "RGB" ? 3 : 1;
  const data = new Uint8Array(count * area);
  for (let pixel = 0; pixel < area; pixel++) {
    const from = pixel * channels;
    if (count === 1 && !isGrey) {
      // PIL's weights of 16 bits.
      data[pixel] = (bytes[from]! * 19595 + bytes[from + 1]! * 38470 + bytes[from + 2]! * 7471 + 0x8000) >> 16;
      continue;
    }
    for (let channel = 0; channel < count; channel++)
      data[channel * area + pixel] = bytes[from + (isGrey && mode !== "UNCHANGED" ? 0 : channel)]!;
  }
  return { data, shape: [count, height, width] as const };
}
