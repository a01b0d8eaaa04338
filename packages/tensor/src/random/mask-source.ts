// Who gives dropout its masks: the generator, unless somebody is put in its place, who may look at what is drawn, or give masks of his own.
// Recording, replaying and drawing by counter are @bernoulli/dropout's.

import { describe } from "../checks/describe.js";
import { ArgumentError, ShapeError } from "../checks/errors.js";
import { checkArgument, checkTensor } from "../checks/options.js";
import { type Shape, sameShape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";

/** What a mask is wanted for. */
export interface MaskRequest {
  /** Which function: `dropout`, `dropout2d`, `scaledDotProductAttention`, … */
  readonly op: string;
  /** The mask's, which is stretched over the input. */
  readonly shape: Shape;
  /** The probability that what a draw decides for is DROPPED. */
  readonly p: number;
}

/** Gives masks: bool, true where something is kept. `draw` takes one from the generator, as if nobody had asked. */
export interface MaskSource {
  mask(request: MaskRequest, draw: () => Tensor): Tensor;
}

let current: MaskSource | null = null;

/**
 * Runs `body`, within which the masks of all kinds of PyTorch's dropout come from `source`: of the functions and the layers, of attention,
 * and between the layers of recurrent nets. Where p is 0 or 1 none is asked for.
 *
 * @throws ArgumentError for a source without a function `mask`; ShapeError for a mask of another shape or dtype.
 * @example
 * ```ts
 * import { dropout, ones, tensor, withMasks } from "@bernoulli/tensor";
 * const source = { mask: () => tensor([true, false, true]) };
 * withMasks(source, () => dropout(ones(3), 0.5, true)).toArray(); // → [2, 0, 2]
 * ```
 */
export function withMasks<Result>(source: MaskSource, body: () => Result): Result {
  if (typeof (source as MaskSource | null | undefined)?.mask !== "function")
    throw new ArgumentError(`withMasks: source must have a function mask, but got ${describe(source)}`);
  checkArgument("withMasks", "body", body, "function");
  const before = current;
  current = source;
  try {
    return body();
  } finally {
    current = before;
  }
}

/** Whether masks come from elsewhere than the generator. */
export const hasMaskSource = (): boolean => current !== null;

/** The mask of whom it comes from. */
export function maskFrom(request: MaskRequest, draw: () => Tensor): Tensor {
  if (current === null) return draw();
  const mask = current.mask(request, draw);
  checkTensor(request.op, "the mask", mask);
  if (mask.dtype !== "bool" || !sameShape(mask.shape, request.shape))
    throw new ShapeError(
      `${request.op}: expected a mask of bool of shape [${request.shape.join(", ")}], but got ${mask.dtype} of shape [${mask.shape.join(", ")}]`,
    );
  return mask;
}
