// PackedSequence: sequences of several lengths without padding, time step by time step.

import {
  ArgumentError,
  arange,
  type DeviceName,
  type DType,
  describe,
  isTensor,
  ShapeError,
  scatter,
  type Tensor,
  tensor,
  zerosLike,
} from "@bernoulli/tensor";

/**
 * Sequences of several lengths, packed: at each time step the elements of those that are not over, the longest first. Of sequences
 * `abc` and `x` the data are `axbc`, with batch sizes `[2, 1, 1]`. Made by `packPaddedSequence` and `packSequence`; all recurrent layers
 * take it. Iterating gives `data, batchSizes, sortedIndices, unsortedIndices`, as PyTorch's tuple does.
 * See https://pytorch.org/docs/stable/generated/torch.utils.rnn.PackedSequence.html.
 *
 * @throws ArgumentError unless data and batch sizes are tensors; ShapeError where the sizes grow or their sum is not the data's.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const packed = utils.rnn.packSequence([tensor([1, 2, 3]), tensor([4])]);
 * packed.data.toArray(); // → [1, 4, 2, 3]
 * packed.batchSizes.toArray(); // → [2, 1, 1]
 * ```
 */
export class PackedSequence {
  /** (all elements, *). */
  readonly data: Tensor;
  /** How many sequences reach each time step, int32. */
  readonly batchSizes: Tensor;
  /** Which of the given sequences stands at each place, int32; null where they came in order. */
  readonly sortedIndices: Tensor | null;
  /** At which place each given sequence stands. */
  readonly unsortedIndices: Tensor | null;
  readonly #sizes: readonly number[];

  constructor(
    data: Tensor,
    batchSizes: Tensor | readonly number[],
    sortedIndices: Tensor | null = null,
    unsortedIndices: Tensor | null = null,
  ) {
    if (!isTensor(data))
      throw new ArgumentError(`PackedSequence: expected data to be a Tensor, but got ${describe(data)}`);
    const sizes = isTensor(batchSizes) ? (batchSizes.toArray() as number[]) : batchSizes;
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (sizes.some((size, at) => size <= 0 || size > (sizes[at - 1] ?? size)) || total !== data.size(0))
      throw new ShapeError(
        `PackedSequence: batch sizes must be positive, never grow, and add up to the ${data.size(0)} elements, but got [${sizes.join(", ")}]; make it with packSequence or packPaddedSequence`,
      );
    this.data = data;
    this.#sizes = sizes;
    this.batchSizes = isTensor(batchSizes) ? batchSizes : tensor(sizes, { dtype: "int32" });
    this.sortedIndices = sortedIndices;
    this.unsortedIndices = unsortedIndices ?? invertPermutation(sortedIndices);
  }

  /** @internal The batch sizes as numbers. */
  get sizes(): readonly number[] {
    return this.#sizes;
  }

  /** Other data of the same lengths. */
  with(data: Tensor): PackedSequence {
    return new PackedSequence(data, this.#sizes, this.sortedIndices, this.unsortedIndices);
  }

  /** The data in another dtype or on another device; itself where they are already. */
  to(target: DType | DeviceName): PackedSequence {
    const data = this.data.to(target as DType);
    return data === this.data ? this : this.with(data);
  }

  *[Symbol.iterator](): Generator<Tensor | null> {
    yield* [this.data, this.batchSizes, this.sortedIndices, this.unsortedIndices];
  }
}

/**
 * Where each place went: the inverse of a permutation; null for null. Shape: (n) → (n), int32.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * utils.rnn.invertPermutation(tensor([2, 0, 1], { dtype: "int32" }))?.toArray(); // → [1, 2, 0]
 * ```
 */
export function invertPermutation(permutation: Tensor | null): Tensor | null {
  if (permutation === null) return null;
  const places = arange(permutation.numel(), { dtype: "int32", device: permutation.device });
  return scatter(zerosLike(permutation), 0, permutation, places);
}
