// A picture from a PNG or JPEG file as the net wants it: the square in its middle, 32 × 32, planes of red, green and blue.

import { readFileSync, statSync } from "node:fs";
import { DataFileError } from "@bernoulli/data";
import { decodeImage } from "@bernoulli/data/node";
import { UsageError } from "@bernoulli/programs";
import { scope } from "bernoulli";

export const pictureSize = 32;

/** Planes of red, green and blue. */
interface Pixels {
  readonly width: number;
  readonly height: number;
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
  try {
    return scope(() => {
      const image = decodeImage(file, "RGB", path);
      return { height: image.size(1), width: image.size(2), bytes: image.toTypedArray().slice() };
    });
  } catch (error) {
    if (error instanceof DataFileError) throw new UsageError(error.message);
    throw error;
  }
}

/** Averages the pixels that each of the 32 × 32 covers; a smaller picture's are repeated. */
function toPlanes({ width, height, bytes }: Pixels): Uint8Array {
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
          const pixel = (top + row) * width + left + column;
          for (const channel of [0, 1, 2]) sums[channel]! += bytes[channel * width * height + pixel]!;
        }
      }
      const count = (end(y) - begin(y)) * (end(x) - begin(x));
      for (const channel of [0, 1, 2])
        planes[channel * area + y * pictureSize + x] = Math.round(sums[channel]! / count);
    }
  }
  return planes;
}
