// saveImage: a tensor as a PNG file, in Node. How several images become one is in grid.ts.

import { writeFileSync } from "node:fs";
import { checkArgument, checkOptions, noGrad, ShapeError, scope, type Tensor } from "@bernoulli/tensor";
import { encode } from "fast-png";
import { DataFileError } from "../errors.js";
import { type GridOptions, gridKinds, makeGrid } from "./grid.js";

/**
 * Writes images as one PNG: {@link makeGrid} of them, floats in [0, 1] as bytes, rounded, what lies beyond cut. Shape: as makeGrid's.
 * See https://pytorch.org/vision/stable/generated/torchvision.utils.save_image.html.
 *
 *     saveImage(generated, "samples.png", { nrow: 8, normalize: true });
 *
 * @throws ShapeError for images of two or more than four channels; DataFileError if the file cannot be written.
 */
export function saveImage(images: Tensor | readonly Tensor[], path: string, options: GridOptions = {}): void {
  checkArgument("saveImage", "path", path, "string");
  checkOptions("saveImage", options, gridKinds);
  const { data, channels, height, width } = noGrad(() =>
    scope(() => {
      const grid = makeGrid(images, options);
      const [planes, rows, columns] = grid.shape as [number, number, number];
      if (planes !== 3 && planes !== 4)
        throw new ShapeError(`saveImage: expected images of 1, 3 or 4 channels, got ${planes}`);
      const isBytes = grid.dtype === "uint8";
      const bytes = (isBytes ? grid : grid.mul(255).add(0.5).clamp({ min: 0, max: 255 }).to("uint8")).permute(1, 2, 0);
      return { data: Uint8Array.from(bytes.toTypedArray()), channels: planes, height: rows, width: columns };
    }),
  );
  const file = encode({ data, channels, height, width, depth: 8 });
  try {
    writeFileSync(path, file);
  } catch (error) {
    throw new DataFileError(`saveImage: ${path} cannot be written (${(error as Error).message}); name another file`);
  }
}
