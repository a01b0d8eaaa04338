// flip, fliplr, flipud and rot90: elements in the opposite order along dimensions.

import { describe, describeAll } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkArgument, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { normalizeDims, normalizeEach } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { permuteResult } from "../views/permute.js";

const flipOp = defineOp({
  name: "flip",
  inputs: ["input"],
  kernel: kernels.flip,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad, attributes: { dims } }): Gradients => [apply(flipOp, [grad], { dims })],
});

/**
 * A copy with the elements along each of `dims` in the opposite order. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.flip.html.
 *
 * @throws IndexError for a dimension that is not there; ShapeError for one that is named twice.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).flip(1).toArray(); // → [[2, 1], [4, 3]]
 * ```
 */
export function flip(input: Tensor, ...dims: number[] | [readonly number[]]): Tensor {
  checkTensor("flip", "input", input);
  const wanted = (Array.isArray(dims[0]) ? dims[0] : dims) as readonly number[];
  return apply(flipOp, [input], { dims: normalizeDims("flip", wanted, input.ndim) });
}

/**
 * A copy with the columns, the elements of the second dimension, in the opposite order. Shape: (*, n) → (*, n), of two dimensions at least.
 * See https://pytorch.org/docs/stable/generated/torch.fliplr.html.
 *
 * @throws ShapeError for fewer than two dimensions.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).fliplr().toArray(); // → [[2, 1], [4, 3]]
 * ```
 */
export function fliplr(input: Tensor): Tensor {
  checkTensor("fliplr", "input", input);
  if (input.ndim < 2) throw new ShapeError(`fliplr: Input must be >= 2-d, but it is ${input.ndim}-d; use flip`);
  return apply(flipOp, [input], { dims: [1] });
}

/**
 * A copy with the rows, the elements of the first dimension, in the opposite order. Shape: (*) → (*), of one dimension at least.
 * See https://pytorch.org/docs/stable/generated/torch.flipud.html.
 *
 * @throws ShapeError for a 0-d tensor.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).flipud().toArray(); // → [[3, 4], [1, 2]]
 * ```
 */
export function flipud(input: Tensor): Tensor {
  checkTensor("flipud", "input", input);
  if (input.ndim < 1) throw new ShapeError("flipud: Input must be >= 1-d, but it is 0-d");
  return apply(flipOp, [input], { dims: [0] });
}

/**
 * A copy turned by `k` right angles in the plane of `dims`, from the first towards the second; backwards where k is negative.
 * Shape: (2, 3) → (3, 2) for an odd k. See https://pytorch.org/docs/stable/generated/torch.rot90.html.
 *
 * @throws ArgumentError unless `k` is an integer and `dims` are two different ones; ShapeError for fewer than two dimensions;
 * IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).rot90().toArray(); // → [[2, 4], [1, 3]]
 * ```
 */
export function rot90(input: Tensor, k = 1, dims: readonly number[] = [0, 1]): Tensor {
  checkTensor("rot90", "input", input);
  checkArgument("rot90", "dims", dims, "numbers");
  if (!Number.isSafeInteger(k)) throw new ArgumentError(`rot90: k must be an integer, but got ${describe(k)}`);
  if (dims.length !== 2)
    throw new ArgumentError(`rot90: expected total rotation dims == 2, but got dims = ${describeAll(dims)}`);
  if (input.ndim < 2) throw new ShapeError(`rot90: expected total dims >= 2, but got total dims = ${input.ndim}`);
  const [first, second] = normalizeEach("rot90", dims, input.ndim) as [number, number];
  if (first === second)
    throw new ArgumentError(
      `rot90: expected rotation dims to be different, but got dim0 = ${dims[0]} and dim1 = ${dims[1]}`,
    );
  const turns = ((k % 4) + 4) % 4;
  if (turns === 0) return clone(input);
  if (turns === 2) return apply(flipOp, [input], { dims: [first, second] });
  const flipped = apply(flipOp, [input], { dims: [turns === 1 ? second : first] });
  const exchanged = input.shape.map((_, dim) => (dim === first ? second : dim === second ? first : dim));
  return permuteResult(flipped, exchanged);
}
