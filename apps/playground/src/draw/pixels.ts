// Bytes of 3 × 32 × 32 as pixels, and pixels as those bytes.

const area = 32 * 32;

/** Planes of red, green and blue as RGBA. */
export function toRgba(planes: Uint8Array, target: Uint8ClampedArray, offset = 0): void {
  for (let at = 0; at < area; at++) {
    for (let channel = 0; channel < 3; channel++) target[offset + 4 * at + channel] = planes[channel * area + at]!;
    target[offset + 4 * at + 3] = 255;
  }
}

/** RGBA of 32 × 32 as planes; what is transparent shows white. */
export function toPlanes(rgba: Uint8ClampedArray): Uint8Array<ArrayBuffer> {
  const planes = new Uint8Array(3 * area);
  for (let at = 0; at < area; at++) {
    const alpha = rgba[4 * at + 3]! / 255;
    for (let channel = 0; channel < 3; channel++)
      planes[channel * area + at] = Math.round(alpha * rgba[4 * at + channel]! + (1 - alpha) * 255);
  }
  return planes;
}
