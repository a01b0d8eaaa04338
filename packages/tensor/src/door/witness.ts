// Whoever wants to know which ops a function runs, with their operands and results: for what writes a net down in another form, as
// formats do. It sees the calls of ops that other ops are made of, not those of JavaScript functions. It changes nothing.

import { checkArgument } from "../checks/options.js";
import type { Tensor } from "../tensor/tensor.js";
import type { AnyOp, ViewsOp } from "./op.js";

/** An op that ran. */
export interface WitnessedCall {
  readonly op: AnyOp | ViewsOp;
  readonly inputs: readonly (Tensor | null)[];
  readonly attributes: unknown;
  readonly outputs: readonly Tensor[];
  /** Whether the first input was written, and is the output. */
  readonly inPlace: boolean;
}

let current: ((call: WitnessedCall) => void) | null = null;

/** Tells of a call that has been made. */
export function tell(
  op: AnyOp | ViewsOp,
  inputs: readonly (Tensor | null)[],
  attributes: unknown,
  outputs: readonly Tensor[],
  inPlace = false,
): void {
  current?.({ op, inputs, attributes, outputs, inPlace });
}

/**
 * Runs `body`, and tells of each op that it runs, in order, when it has run. Those that run to compute gradients are among them.
 * Inside of another witness only this one is told.
 *
 * @example
 * ```ts
 * import { mul, tensor, witness } from "@bernoulli/tensor";
 * const names: string[] = [];
 * witness(({ op }) => names.push(op.name), () => mul(tensor([1, 2]), tensor([3, 4])).sum());
 * names; // → ["mul", "sum", "view"]
 * ```
 */
export function witness<Result>(see: (call: WitnessedCall) => void, body: () => Result): Result {
  checkArgument("witness", "see", see, "function");
  checkArgument("witness", "body", body, "function");
  const before = current;
  current = see;
  try {
    return body();
  } finally {
    current = before;
  }
}
