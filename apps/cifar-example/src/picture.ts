// A picture from a PNG or JPEG file as the net wants it: the square in its middle, 32 × 32, planes of red, green and blue.

import { readFileSync, statSync } from "node:fs";
import { UsageError } from "@bernoulli/programs";
import { convertIndexedToRgb, decode as decodePng } from "fast-png";
import jpeg from "jpeg-js";
import { checkedPng, checkJpeg, checkSize } from "./picture-header.js";

export const pictureSize = 32;

/** Rows of pixels, `channels` bytes each: grey, grey and alpha, colours, colours and alpha. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bytes: ArrayLike<number>;
}

/**
 * Reads a file. Shape: 3 × 32 × 32 bytes.
 *
 * @throws UsageError if it cannot be read, or is neither a PNG nor a JPEG that can be decoded.
 */
export function readPicture(path: string): Uint8Array {
  return toPlanes(decode(path, readFile(path)));
}

/** More than any picture that can be decoded takes. */
const mostBytes = 1 << 30;

function readFile(path: string): Uint8Array {
  try {
    // Looked at before: to open a named pipe is to wait for who writes to it.
    const found = statSync(path);
    if (!found.isFile())
      throw new UsageError(`${path} is ${found.isDirectory() ? "a directory" : "no file"}; name a PNG or JPEG file`);
    if (found.size > mostBytes)
      throw new UsageError(
        `${path} has ${found.size.toLocaleString("en")} bytes, too many for a picture; scale it down`,
      );
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function decode(path: string, file: Uint8Array): Pixels {
  const startsWith = (...bytes: readonly number[]) => bytes.every((byte, at) => file[at] === byte);
  try {
    if (startsWith(0x89, 0x50, 0x4e, 0x47)) return fromPng(file);
    if (startsWith(0xff, 0xd8)) {
      checkJpeg(file);
      const { width, height, data } = jpeg.decode(file, {
        useTArray: true,
        maxResolutionInMP: 100,
        maxMemoryUsageInMB: 1024,
      });
      checkSize(width, height);
      return { width, height, channels: 4, bytes: data };
    }
  } catch (error) {
    throw new UsageError(`${path} cannot be decoded: ${(error as Error).message}`);
  }
  throw new UsageError(`${path} is neither a PNG nor a JPEG; convert it to one of them`);
}

function fromPng(file: Uint8Array): Pixels {
  const png = decodePng(checkedPng(file));
  const { width, height, depth } = png;
  if (png.palette) return { width, height, channels: png.palette[0]!.length, bytes: convertIndexedToRgb(png) };
  if (depth !== 8 && depth !== 16) throw new Error(`it has ${depth} bits a channel, and 8 or 16 can be read`);
  const bytes = depth === 8 ? png.data : Uint8Array.from(png.data, (value) => value >> 8);
  return { width, height, channels: png.channels, bytes };
}

/** Averages the pixels that each of the 32 × 32 covers; a smaller picture's are repeated. */
function toPlanes({ width, height, channels, bytes }: Pixels): Uint8Array {
  const side = Math.min(width, height);
  const [left, top] = [(width - side) >> 1, (height - side) >> 1];
  const area = pictureSize ** 2;
  const planes = new Uint8Array(3 * area);
  const begin = (at: number) => Math.floor((at * side) / pictureSize);
  const end = (at: number) => Math.max(begin(at) + 1, begin(at + 1));
  for (let y = 0; y < pictureSize; y++) {
    for (let x = 0; x < pictureSize; x++) {
      const sums = [0, 0, 0];
      for (let row = begin(y); row < end(y); row++) {
        for (let column = begin(x); column < end(x); column++) {
          const pixel = channels * ((top + row) * width + left + column);
          for (const channel of [0, 1, 2]) sums[channel]! += bytes[pixel + (channels < 3 ? 0 : channel)]!;
        }
      }
      const count = (end(y) - begin(y)) * (end(x) - begin(x));
      for (const channel of [0, 1, 2])
        planes[channel * area + y * pictureSize + x] = Math.round(sums[channel]! / count);
    }
  }
  return planes;
}
