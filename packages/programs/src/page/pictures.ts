// Pictures inside a page.

import { encode } from "fast-png";

/** A PNG for an `src` attribute: pixels row by row, one byte each, or three of red, green and blue. */
export function dataAddress(pixels: Uint8Array, width: number, height: number, channels: 1 | 3 = 3): string {
  const png = encode({ width, height, data: pixels, channels, depth: 8 });
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}
