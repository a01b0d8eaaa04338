// Plain data with tensors in it, such as a state dict: copied, and its tensors found.

import { isTensor, type Tensor } from "@bernoulli/tensor";

/** The same value with tensors of its own. */
export function copied(value: unknown): unknown {
  if (isTensor(value)) return value.detach().clone();
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member)]));
}

export function tensorsIn(value: unknown): Tensor[] {
  if (isTensor(value)) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(tensorsIn) : [];
}
