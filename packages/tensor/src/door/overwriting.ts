// Which computation is to take the place of its own input: what the in-place form of a function (ops/in-place.ts) asks of the door.
// That it may, and what its history becomes, is apply-in-place.ts's.

import { sameShape } from "../tensor/shape.js";
import type { Tensor, TensorMeta } from "../tensor/tensor.js";

interface Overwriting {
  /** The op's name: what a function computes on the way to its last op has other names. */
  readonly op: string;
  readonly target: Tensor;
  /** Computes over the target, and returns it. */
  write(op: unknown, inputs: readonly unknown[], attributes: unknown): Tensor;
}

let wanted: Overwriting | null = null;

/** While `body` runs, the first op of this name on the target, if its result is as the target, is written over it. */
export function overwriting<Result>(overwriting: Overwriting, body: () => Result): Result {
  const before = wanted;
  wanted = overwriting;
  try {
    return body();
  } finally {
    wanted = before;
  }
}

/** The target, written, where that is what is wanted of this computation; null where it has a result of its own. */
export function overwritten(
  op: { readonly name: string },
  inputs: readonly unknown[],
  [meta]: readonly TensorMeta[],
  attributes: unknown,
): Tensor | null {
  if (wanted === null || wanted.target !== inputs[0] || wanted.op !== op.name) return null;
  const { target } = wanted;
  if (meta!.dtype !== target.dtype || !sameShape(meta!.shape, target.shape)) return null;
  const { write } = wanted;
  wanted = null;
  return write(op, inputs, attributes);
}
