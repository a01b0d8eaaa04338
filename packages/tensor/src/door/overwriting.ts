// Which computation is to take the place of its own input: what the in-place form of a function (ops/in-place.ts) asks of the door.
// That it may, and what its history becomes, is apply-in-place.ts's.

import { BernoulliError } from "../checks/errors.js";
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
/** What has been written: from there on the body has nothing more to read of it. */
let spent: Overwriting | null = null;

/**
 * While `body` runs, the first op of this name on the target, if its result is as the target, is written over it. It has to be the
 * body's last: one that reads the target once more would see what is written there, and one behind it would leave its operand there.
 *
 * @throws BernoulliError where it was not.
 */
export function overwriting(overwriting: Overwriting, body: () => Tensor): Tensor {
  const before = [wanted, spent] as const;
  [wanted, spent] = [overwriting, null];
  try {
    const result = body();
    if (spent !== null && result !== overwriting.target) refuse(overwriting.op);
    return result;
  } finally {
    [wanted, spent] = before;
  }
}

function refuse(op: string): never {
  throw new BernoulliError(
    `${op}: written over its first operand, but more was computed behind it; the form that writes has to name the last op of its function, and nothing may read that operand after it`,
  );
}

/** The target, written, where that is what is wanted of this computation; null where it has a result of its own. */
export function overwritten(
  op: { readonly name: string },
  inputs: readonly (Tensor | null)[],
  [meta]: readonly TensorMeta[],
  attributes: unknown,
): Tensor | null {
  if (spent !== null && inputs.some((input) => input?.storage === spent?.target.storage)) refuse(spent.op);
  if (wanted === null || wanted.target !== inputs[0] || wanted.op !== op.name) return null;
  const { target } = wanted;
  if (meta!.dtype !== target.dtype || !sameShape(meta!.shape, target.shape)) return null;
  [wanted, spent] = [null, wanted];
  // What the write itself computes, such as a copy for backward, reads the target before that is written.
  const own = spent;
  spent = null;
  const written = own.write(op, inputs, attributes);
  spent = own;
  return written;
}
