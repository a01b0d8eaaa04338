// roll: elements moved on along dimensions, those that leave at the end coming in at the start.

import { describe, describeAll } from "../../checks/describe.js";
import { ArgumentError, IndexError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { normalizeEach } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { reshape, reshapeResult } from "../views/view.js";

const rollOp = defineOp({
  name: "roll",
  inputs: ["input"],
  kernel: kernels.roll,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad, attributes: { dims, shifts } }): Gradients => [
    apply(rollOp, [grad], {
      dims,
      shifts: shifts.map((shift, at) => (shift === 0 ? 0 : grad.shape[dims[at]!]! - shift)),
    }),
  ],
});

const listOf = (given: number | readonly number[]) => (Array.isArray(given) ? given : [given]) as readonly number[];

export interface RollOptions {
  /** By how many places, for each of `dims`. */
  readonly shifts: number | readonly number[];
  /** Along which dimensions; where left out, all elements in one row. */
  readonly dims?: number | readonly number[];
}

type RollArguments =
  | readonly [options: RollOptions]
  | readonly [shifts: RollOptions["shifts"], ...rest: Positional<Omit<RollOptions, "shifts">, ["dims"]>];

/**
 * A copy with the elements moved on by `shifts` along `dims`, one number each or lists of the same length; what leaves at the end comes in
 * at the start, and a negative shift moves backwards. Without `dims` all elements move as one row. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.roll.html.
 *
 * @throws ArgumentError for shifts that are no integers, or not as many as dimensions; IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2, 3], [4, 5, 6]]).roll(1, 1).toArray(); // → [[3, 1, 2], [6, 4, 5]]
 * tensor([[1, 2, 3], [4, 5, 6]]).roll(1).toArray(); // → [[6, 1, 2], [3, 4, 5]]
 * ```
 */
export function roll(input: Tensor, ...rest: RollArguments): Tensor {
  checkTensor("roll", "input", input);
  const options = optionsOf<Partial<RollOptions>>("roll", ["shifts", "dims"], rest);
  checkOptions("roll", options, ["shifts", "dims"]);
  const { shifts, dims } = options;
  if (shifts === undefined) throw new ArgumentError("roll: `shifts` required");
  const moved = listOf(shifts);
  if (moved.length === 0) throw new ArgumentError("roll: `shifts` required");
  if (!moved.every(Number.isSafeInteger))
    throw new ArgumentError(
      `roll: shifts must be integers, but got ${Array.isArray(shifts) ? describeAll(shifts) : describe(shifts)}`,
    );
  const along = dims === undefined ? [] : listOf(dims);
  if (along.length === 0 && moved.length === 1)
    return reshapeResult(rolled(reshape(input, input.numel()), moved, [0]), input.shape);
  if (along.length !== moved.length)
    throw new ArgumentError(`roll: shifts and dimensions must align. shifts: ${moved.length}, dims: ${along.length}`);
  if (input.ndim === 0) throw new IndexError(`roll: dimension specified as ${along[0]} but tensor has no dimensions`);
  return rolled(input, moved, normalizeEach("roll", along, input.ndim));
}

/** The shifts of one dimension together, each within its size. */
function rolled(input: Tensor, shifts: readonly number[], along: readonly number[]): Tensor {
  const total = new Map<number, number>();
  for (const [at, dim] of along.entries()) {
    const size = Math.max(input.shape[dim]!, 1);
    total.set(dim, ((((total.get(dim) ?? 0) + (shifts[at]! % size)) % size) + size) % size);
  }
  if ([...total.values()].every((shift) => shift === 0)) return clone(input);
  return apply(rollOp, [input], { dims: [...total.keys()], shifts: [...total.values()] });
}
