// How a window walks over an image: what convolutions and poolings share.

import { describeAll } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import type { Pair } from "../../kernels/contract.js";

/** One number for both directions, or (vertical, horizontal); each an integer of at least `least`. */
export function pair(op: string, name: string, value: number | Pair, least: 0 | 1): Pair {
  const both: Pair = typeof value === "number" ? [value, value] : value;
  if (!Array.isArray(both) || both.length !== 2 || [...both].some((size) => !Number.isInteger(size) || size < least)) {
    throw new ArgumentError(
      `${op}: ${name} must be ${least === 0 ? "a non-negative" : "a positive"} integer or a pair of them, but got ${describeAll(value)}`,
    );
  }
  return both;
}

/** How many windows fit: ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or ⌈ ⌉ with `ceilMode`. */
export function windowCount(
  size: number,
  kernel: number,
  stride: number,
  padding: number,
  dilation: number,
  ceilMode = false,
): number {
  const room = size + 2 * padding - dilation * (kernel - 1) - 1;
  if (!ceilMode) return Math.floor(room / stride) + 1;
  const count = Math.ceil(room / stride) + 1;
  // A window that would start in the padding behind the image is left out.
  return (count - 1) * stride >= size + padding ? count - 1 : count;
}
