// Whole numbers as they were written down: JavaScript has one kind of number, so `tensor([2, 0])` is float32, but whoever takes it for
// indices need not be refused. Its views and what merely moves its elements are literals too; what is computed, or written to since, is none.

import type { Storage } from "../memory/storage.js";
import type { Tensor } from "./tensor.js";

/** The version at which a storage held the whole numbers that were written down. */
const versions = new WeakMap<Storage, number>();

/** Beyond it float32 has not all of them. */
const largest = 2 ** 24;

/** Notes the numbers that a float32 tensor was made of, if they are whole. */
export function noteLiteral({ storage }: Tensor, numbers: readonly number[]): void {
  if (numbers.every((number) => Number.isInteger(number) && Math.abs(number) <= largest))
    versions.set(storage, storage.version);
}

/** A result whose elements are some of its sources': a literal if they all are. */
export function moved(result: Tensor, sources: readonly Tensor[]): Tensor {
  if (sources.every(isWholeLiteral)) versions.set(result.storage, result.storage.version);
  return result;
}

/** Whether a tensor holds whole numbers that were written down for it, without a dtype. */
export function isWholeLiteral({ dtype, storage }: Tensor): boolean {
  return dtype === "float32" && versions.get(storage) === storage.version;
}
