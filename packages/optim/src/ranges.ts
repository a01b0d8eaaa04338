// Checks of options, in PyTorch's words.

import { ArgumentError } from "@bernoulli/tensor";

/** Throws unless the value is a number of at least 0. */
export function checkNotNegative(owner: string, name: string, value: number): void {
  if (!(typeof value === "number" && value >= 0))
    throw new ArgumentError(`${owner}: Invalid ${name}: ${String(value)}; it must be a number of at least 0`);
}
