// fillDiagonal_ and diagflat: one value on a diagonal, and all elements along one.

import { ShapeError } from "../../checks/errors.js";
import { inNameOf } from "../../checks/in-name-of.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { fill_ } from "../creation/fill-in-place.js";
import { asStrided } from "./as-strided.js";
import { diag } from "./diagonal.js";
import { reshape } from "./view.js";

export interface FillDiagonalOptions {
  /** Whether the diagonal of a tall matrix begins anew below each square. Default false. */
  readonly wrap?: boolean;
}

/**
 * Writes a number on the main diagonal, where all indices are alike, in place; returns the input. With more than two dimensions they must
 * be of one size. See https://pytorch.org/docs/stable/generated/torch.Tensor.fill_diagonal_.html.
 *
 * @throws ShapeError for less than two dimensions, or more that are not of one size; AutogradError on a leaf that requires a gradient, unless
 * inside `noGrad`.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 2).fillDiagonal_(5).toArray(); // → [[5, 0], [0, 5]]
 * ```
 */
export function fillDiagonal_(input: Tensor, fillValue: number | boolean, options: FillDiagonalOptions = {}): Tensor {
  checkTensor("fillDiagonal_", "input", input);
  checkOptions("fillDiagonal_", options, { wrap: "boolean" });
  const { shape, strides, offset } = input;
  if (shape.length < 2)
    throw new ShapeError(`fillDiagonal_: dimensions must be larger than 1, but got shape ${formatShape(shape)}`);
  if (shape.length > 2 && shape.some((size) => size !== shape[0]))
    throw new ShapeError(
      `fillDiagonal_: all dimensions of input must be of equal length, but got ${formatShape(shape)}`,
    );
  const step = strides.reduce((sum, stride) => sum + stride, 0);
  const length = Math.min(...shape);
  inNameOf("fillDiagonal_", ["fill_"], () => fill_(asStrided(input, [length], [step]), fillValue));
  const [rows, columns] = shape as [number, number];
  if (options.wrap === true && shape.length === 2 && rows > columns + 1) {
    const rest = Math.ceil(input.numel() / step) - length;
    fill_(asStrided(input, [rest], [step], offset + strides[0]! * (columns + 1)), fillValue);
  }
  return input;
}

/**
 * The matrix of zeros whose diagonal all elements are, in their order. `offset` 0 is the main one, 1 the next to the right, −1 to the left.
 * Shape: (*) → (n, n), n their number, larger by an offset. See https://pytorch.org/docs/stable/generated/torch.diagflat.html.
 *
 * @throws ArgumentError unless the offset is an integer.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1], [2]]).diagflat().toArray(); // → [[1, 0], [0, 2]]
 * ```
 */
export function diagflat(input: Tensor, offset = 0): Tensor {
  checkTensor("diagflat", "input", input);
  return diag(reshape(input, -1), offset);
}
