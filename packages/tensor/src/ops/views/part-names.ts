// narrowCopy, splitWithSizes, unsafeSplit and their like: parts by PyTorch's other names for them.

import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { chunk, split } from "./parts.js";
import { narrow } from "./slice.js";

/**
 * {@link narrow}, copied. See https://pytorch.org/docs/stable/generated/torch.narrow_copy.html.
 *
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(5).narrowCopy(0, 1, 3).toArray(); // → [1, 2, 3]
 * ```
 */
export function narrowCopy(input: Tensor, dim: number, start: number | Tensor, length: number): Tensor {
  return clone(narrow(input, dim, start, length));
}

/** {@link split} into parts of those sizes. See https://pytorch.org/docs/stable/generated/torch.Tensor.split.html. */
export const splitWithSizes: (input: Tensor, splitSizes: readonly number[], dim?: number) => Tensor[] = split;

/** {@link split}, by another name: writes to the parts are followed here. See https://pytorch.org/docs/stable/generated/torch.unsafe_split.html. */
export const unsafeSplit: (input: Tensor, splitSize: number, dim?: number) => Tensor[] = split;

/** {@link splitWithSizes}, by another name. See https://pytorch.org/docs/stable/generated/torch.unsafe_split.html. */
export const unsafeSplitWithSizes: typeof splitWithSizes = split;

/** {@link chunk}, by another name. See https://pytorch.org/docs/stable/generated/torch.unsafe_chunk.html. */
export const unsafeChunk: (input: Tensor, chunks: number, dim?: number) => Tensor[] = chunk;
