// Emits copies of images into the inside of a work space where they have a border, and out of it, row by row.

import type { Pair } from "../../../../kernels/contract.js";
import type { FunctionBuilder, ModuleBuilder } from "../../assembler/index.js";
import { floatBytes, imageBytesOf, type PooledConvolution, plainSizeOf } from "./pooled-sizes.js";

/** `surround(image, around, images)`: from the images to their places in the work space; `take out(…)`: back. */
export function emitInset(
  module: ModuleBuilder,
  sizes: PooledConvolution,
  border: Pair,
  isInwards: boolean,
): FunctionBuilder {
  const bytes = imageBytesOf(sizes);
  const position = floatBytes * sizes.inputChannels;
  const [height, width] = plainSizeOf(sizes, border);
  const parameters = { image: "i32", around: "i32", images: "i32" } as const;
  return module.define(isInwards ? "surround" : "take out", parameters, (f, { image, around, images }) => {
    f.increase(around, border[0] * bytes.row + border[1] * position);
    f.repeat(images, () => {
      f.repeat(height, () => {
        if (isInwards) f.copy(around, image, width * position);
        else f.copy(image, around, width * position);
        f.increase(image, width * position);
        f.increase(around, bytes.row);
      });
      f.increase(around, bytes.image - height * bytes.row);
    });
  });
}
