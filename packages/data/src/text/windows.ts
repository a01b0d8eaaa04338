// The windows of a text's numbers, of which each knows what comes next: what datasets for language models have in common. Not how a text
// becomes numbers (characters.ts, words.ts).

import { ArgumentError, type Tensor, tensor } from "@bernoulli/tensor";
import { checkIndex, type Dataset } from "../dataset.js";

/** What windows are made of. */
export interface Windowed {
  /** What errors call the dataset, and the pieces of the text. */
  readonly owner: string;
  readonly pieces: string;
  readonly numbers: readonly number[];
  readonly blockSize: number;
}

/** Sample i is `[x, y]`: `blockSize` numbers from the i-th on as int32, and those one further. */
export abstract class Windows implements Dataset<[x: Tensor, y: Tensor]> {
  readonly blockSize: number;
  /** The whole text: (pieces) of int32. */
  readonly data: Tensor;
  readonly #owner: string;

  /** @throws ArgumentError for a block size that is not positive, or a text that has no window. */
  constructor({ owner, pieces, numbers, blockSize }: Windowed) {
    checkBlockSize(owner, blockSize);
    if (numbers.length <= blockSize)
      throw new ArgumentError(
        `${owner}: a window is ${blockSize} ${pieces} and the one behind them, but the text has ${numbers.length}`,
      );
    this.blockSize = blockSize;
    this.data = tensor(numbers, { dtype: "int32" });
    this.#owner = owner;
  }

  /** The number of windows. */
  get length(): number {
    return this.data.size(0) - this.blockSize;
  }

  get(index: number): [x: Tensor, y: Tensor] {
    checkIndex(this.#owner, index, this.length);
    const { data, blockSize } = this;
    return [data.narrow(0, index, blockSize), data.narrow(0, index + 1, blockSize)];
  }
}

/** Throws unless a window has pieces. */
export function checkBlockSize(owner: string, blockSize: number): void {
  if (!Number.isInteger(blockSize) || blockSize < 1)
    throw new ArgumentError(`${owner}: blockSize must be a positive integer, but got ${blockSize}`);
}

/** Numbers as they are given: a list, or a tensor of any shape. */
export function numbersOf(given: Iterable<number> | Tensor): readonly number[] {
  const list = "toTypedArray" in (given as object) ? (given as Tensor).toTypedArray() : (given as Iterable<number>);
  return Array.from(list as Iterable<number>);
}
