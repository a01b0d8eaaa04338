// Sizes of layers along one, two or three dimensions, checked when they are made.

import { ArgumentError, describeAll } from "@bernoulli/tensor";
import { checkSize } from "../options.js";

export type Dims = 1 | 2 | 3;

/** A number, or one for each dimension. */
export type Size = number | readonly number[];

const several = { 1: "", 2: " or a pair of them", 3: " or three of them" } as const;

/** One number for each dimension, checked to be integers of at least `least`. */
export function checkSizes(owner: string, name: string, value: Size, dims: Dims, least = 1): readonly number[] {
  const all = typeof value === "number" ? Array.from({ length: dims }, () => value) : value;
  if (!Array.isArray(all) || all.length !== dims)
    throw new ArgumentError(`${owner}: ${name} must be an integer${several[dims]}, but got ${describeAll(value)}`);
  for (const size of all) checkSize(owner, name, size, least);
  return all;
}
