// Checks of options, in PyTorch's words.

import { ArgumentError } from "@bernoulli/tensor";

/** Throws unless the value is a finite number of at least 0: an infinite rate makes every weight infinite or no number. */
export function checkNotNegative(owner: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0))
    throw new ArgumentError(`${owner}: Invalid ${name}: ${String(value)}; it must be a finite number of at least 0`);
}

/** Throws unless the value is a finite number. */
export function checkNumber(owner: string, name: string, value: number): void {
  if (!Number.isFinite(value))
    throw new ArgumentError(`${owner}: Invalid ${name}: ${String(value)}; it must be a finite number`);
}

/** Throws unless the value is true or false: a text such as "no" would count as true. */
export function checkFlag(owner: string, name: string, value: boolean): void {
  if (typeof value !== "boolean")
    throw new ArgumentError(`${owner}: Invalid ${name} value: ${String(value)}; it must be true or false`);
}
