// F.unfold and F.fold: tensor's im2col and col2im, with PyTorch's places for the arguments.

import {
  type ColumnOptions,
  checkOptions,
  col2im,
  im2col,
  optionsOf,
  type Pair,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";

const places = ["dilation", "padding", "stride"] as const;
type Places = ["dilation", "padding", "stride"];

/**
 * What lies under each window of an image, as columns. Shape: (N, C, H, W) → (N, C·kH·kW, L) or (C, H, W) → (C·kH·kW, L), with L windows,
 * row by row. See https://pytorch.org/docs/stable/generated/torch.nn.functional.unfold.html.
 *
 * @throws ShapeError if the input is no image, or no window fits; ArgumentError for sizes out of range.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.unfold(arange(6).to("float32").view(1, 2, 3), [2, 2]).toArray(); // → [[0, 1], [1, 2], [3, 4], [4, 5]]
 * ```
 */
export function unfold(input: Tensor, kernelSize: number | Pair, ...rest: Positional<ColumnOptions, Places>): Tensor {
  const options = optionsOf<ColumnOptions>("unfold", places, rest);
  checkOptions("unfold", options, places);
  return im2col(input, kernelSize, options);
}

/**
 * Columns, as `F.unfold` gives them, added up to an image where they lie. Shape: (N, C·kH·kW, L) → (N, C, H, W) or (C·kH·kW, L) → (C, H, W),
 * (H, W) being `outputSize`. See https://pytorch.org/docs/stable/generated/torch.nn.functional.fold.html.
 *
 * @throws ShapeError if the columns are not those of such windows; ArgumentError for sizes out of range.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.fold(ones(4, 2), [2, 3], [2, 2]).toArray(); // → [[[1, 2, 1], [1, 2, 1]]]
 * ```
 */
export function fold(
  input: Tensor,
  outputSize: number | Pair,
  kernelSize: number | Pair,
  ...rest: Positional<ColumnOptions, Places>
): Tensor {
  const options = optionsOf<ColumnOptions>("fold", places, rest);
  checkOptions("fold", options, places);
  return col2im(input, outputSize, kernelSize, options);
}
