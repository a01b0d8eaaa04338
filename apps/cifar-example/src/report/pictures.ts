// Images as data addresses: test images, and the first kernels as colours.

import { dataAddress } from "@bernoulli/programs";

/** An image given in planes of red, green and blue. */
export function pictureOf(planes: ArrayLike<number>, height: number, width: number): string {
  const count = height * width;
  const pixels = Uint8Array.from({ length: 3 * count }, (_, at) => planes[(at % 3) * count + Math.floor(at / 3)]!);
  return dataAddress(pixels, width, height);
}

type Kernel = readonly (readonly (readonly number[])[])[];

/** Kernels over red, green and blue, side by side with a pixel between; each is stretched from its least to its largest value. */
export function pictureOfKernels(
  kernels: readonly Kernel[],
  perRow: number,
): { address: string; width: number; height: number } {
  const size = kernels[0]![0]!.length;
  const rows = Math.ceil(kernels.length / perRow);
  const [width, height] = [perRow * (size + 1) - 1, rows * (size + 1) - 1];
  const pixels = new Uint8Array(3 * width * height).fill(128);
  for (const [at, kernel] of kernels.entries()) {
    const values = kernel.flat(2);
    const [least, largest] = [Math.min(...values), Math.max(...values)];
    const [top, left] = [Math.floor(at / perRow) * (size + 1), (at % perRow) * (size + 1)];
    for (const [channel, plane] of kernel.entries())
      for (const [y, row] of plane.entries())
        for (const [x, value] of row.entries()) {
          const share = largest > least ? (value - least) / (largest - least) : 0.5;
          pixels[3 * ((top + y) * width + left + x) + channel] = Math.round(255 * share);
        }
  }
  return { address: dataAddress(pixels, width, height), width, height };
}
