// blockDiag and combinations: matrices along a diagonal, and all choices of a vector's elements.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { type DType, promoteTypes } from "../../tensor/dtype.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { tensor, zeros } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { indexSelect } from "../indexing/gather.js";
import { reshape } from "../views/view.js";
import { cat } from "./cat.js";
import { pad } from "./pad.js";

/**
 * The matrix of zeros with the given ones along its diagonal; a vector is a row, a number a matrix of one. Shape: (n, m), … → (sums of n, of m).
 * See https://pytorch.org/docs/stable/generated/torch.block_diag.html.
 *
 * @throws ShapeError for more than two dimensions.
 * @example
 * ```ts
 * import { blockDiag, tensor } from "@bernoulli/tensor";
 * blockDiag(tensor([[1], [2]]), tensor([3, 4])).toArray(); // → [[1, 0, 0], [2, 0, 0], [0, 3, 4]]
 * ```
 */
export function blockDiag(...tensors: readonly Tensor[]): Tensor {
  for (const [at, given] of tensors.entries()) {
    checkTensor("blockDiag", `input ${at}`, given);
    if (given.ndim > 2)
      throw new ShapeError(
        `blockDiag: Input tensors must have 2 or fewer dimensions. Input ${at} has ${given.ndim} dimensions`,
      );
  }
  if (tensors.length === 0) return zeros(1, 0);
  const dtype = tensors.map((given) => given.dtype).reduce<DType>(promoteTypes, "bool");
  const blocks = tensors.map((given) => to(given.ndim === 2 ? given : reshape(given, 1, -1), dtype));
  const width = blocks.reduce((sum, { shape }) => sum + shape[1]!, 0);
  let left = 0;
  const rows = blocks.map((block) => {
    const row = pad(block, [left, width - left - block.shape[1]!]);
    left += block.shape[1]!;
    return row;
  });
  return cat(rows);
}

export interface CombinationsOptions {
  /** Whether an element may be chosen again. Default false. */
  readonly withReplacement?: boolean;
}

/**
 * All choices of `r` elements of a vector, in the order of their places. Shape: (n) → (how many, r).
 * See https://pytorch.org/docs/stable/generated/torch.combinations.html.
 *
 * @throws ShapeError for anything but a vector; ArgumentError for a negative r.
 * @example
 * ```ts
 * import { combinations, tensor } from "@bernoulli/tensor";
 * combinations(tensor([1, 2, 3])).toArray(); // → [[1, 2], [1, 3], [2, 3]]
 * combinations(tensor([1, 2]), 2, { withReplacement: true }).toArray(); // → [[1, 1], [1, 2], [2, 2]]
 * ```
 */
export function combinations(input: Tensor, r = 2, options: CombinationsOptions = {}): Tensor {
  checkTensor("combinations", "input", input);
  checkOptions("combinations", options, { withReplacement: "boolean" });
  if (input.ndim !== 1)
    throw new ShapeError(`combinations: Expect a 1D vector, but got shape ${formatShape(input.shape)}`);
  if (!Number.isInteger(r) || r < 0)
    throw new ArgumentError(`combinations: Expect a non-negative number, but got ${describe(r)}`);
  const step = options.withReplacement === true ? 0 : 1;
  const places: number[] = [];
  let count = 0;
  const choose = (first: number, chosen: readonly number[]): void => {
    if (chosen.length === r) {
      places.push(...chosen);
      count += 1;
      return;
    }
    for (let place = first; place < input.shape[0]!; place++) choose(place + step, [...chosen, place]);
  };
  if (r > 0) choose(0, []);
  const index = tensor(Int32Array.from(places), { device: input.device });
  return reshape(indexSelect(input, 0, index), r === 0 ? [0] : [count, r]);
}
