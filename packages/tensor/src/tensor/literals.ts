// Whole numbers as they were written down: JavaScript has one kind of number, so `tensor([2, 0])` is float32, but whoever takes it for
// indices need not be refused. What is computed, or written to since, is no literal.

import type { Tensor } from "./tensor.js";

/** The version of its storage at which a tensor held the whole numbers that were written down. */
const versions = new WeakMap<Tensor, number>();

/** Beyond it float32 has not all of them. */
const largest = 2 ** 24;

/** Notes the numbers that a float32 tensor was made of, if they are whole. */
export function noteLiteral(tensor: Tensor, numbers: readonly number[]): void {
  if (numbers.every((number) => Number.isInteger(number) && Math.abs(number) <= largest))
    versions.set(tensor, tensor.storage.version);
}

/** Whether a tensor holds whole numbers that were written down for it, without a dtype. */
export function isWholeLiteral(tensor: Tensor): boolean {
  return versions.get(tensor) === tensor.storage.version;
}
