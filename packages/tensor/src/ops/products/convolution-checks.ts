// What all convolutions are asked before they are computed: sizes for each direction, and operands that fit one another.
// Texts are PyTorch's.

import { describeAll } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";

/** Directions in which a window moves. */
export type Rank = 1 | 2 | 3;

/** A convolution in any number of directions. */
export interface Windows {
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
}

export interface GivenWindows {
  readonly stride?: number | readonly number[];
  readonly padding?: number | readonly number[];
  readonly dilation?: number | readonly number[];
  readonly groups?: number;
}

const several = ["", " or an array of one", " or a pair of them", " or three of them"];

/** One number for all directions, or one for each; integers of at least `least`. */
export function sizesOf(
  op: string,
  name: string,
  value: number | readonly number[],
  rank: Rank,
  least: 0 | 1,
): readonly number[] {
  const sizes = typeof value === "number" ? Array.from({ length: rank }, () => value) : value;
  if (
    !Array.isArray(sizes) ||
    sizes.length !== rank ||
    [...sizes].some((size) => !Number.isInteger(size) || size < least)
  ) {
    throw new ArgumentError(
      `${op}: ${name} must be ${least === 0 ? "a non-negative" : "a positive"} integer${several[rank]}, but got ${describeAll(value)}`,
    );
  }
  return sizes;
}

export function windowsOf(op: string, rank: Rank, given: GivenWindows): Windows {
  return {
    stride: sizesOf(op, "stride", given.stride ?? 1, rank, 1),
    padding: sizesOf(op, "padding", given.padding ?? 0, rank, 0),
    dilation: sizesOf(op, "dilation", given.dilation ?? 1, rank, 1),
    groups: given.groups ?? 1,
  };
}

/** What a convolution is given, or a transposed one, whose weight is (in, out / groups, …). */
export interface Given {
  readonly op: string;
  readonly rank: Rank;
  readonly isTransposed: boolean;
  readonly input: Tensor;
  readonly weight: Tensor;
  readonly bias: Tensor | null;
}

/**
 * Throws unless input, weight and bias are tensors of fitting dimensions, channels and dtypes.
 *
 * @throws ArgumentError, ShapeError, DTypeError.
 */
export function checkOperands(given: Given, groups: number): void {
  const { op, rank, isTransposed, input, weight, bias } = given;
  checkTensor(op, "input", input);
  checkTensor(op, "weight", weight);
  if (bias !== null) checkTensor(op, "bias", bias);
  if (input.ndim !== rank + 1 && input.ndim !== rank + 2) {
    // PyTorch writes conv_transpose2d.
    const name = op.replace("Transpose", "_transpose");
    throw new ShapeError(
      `${op}: expected ${rank + 1}D (unbatched) or ${rank + 2}D (batched) input to ${name}, but got input of size: ${formatShape(input.shape)}`,
    );
  }
  if (weight.ndim !== rank + 2) {
    const channels = isTransposed ? "in, out / groups" : "out, in / groups";
    const sizes = [", length", ", height, width", ", depth, height, width"][rank - 1];
    throw new ShapeError(
      `${op}: expected a ${rank + 2}D weight [${channels}${sizes}], but got ${formatShape(weight.shape)}`,
    );
  }
  if (!Number.isInteger(groups) || groups < 1 || weight.shape[0]! % groups !== 0) {
    throw new ArgumentError(
      `${op}: groups must be a positive integer that divides the ${isTransposed ? "input" : "output"} channels, but got groups=${groups} with weight ${formatShape(weight.shape)}`,
    );
  }
  checkChannels(given, groups);
  for (const tensor of [weight, bias]) {
    if (tensor !== null && tensor.dtype !== input.dtype) {
      throw new DTypeError(
        `${op}: input type (${input.dtype}) and ${tensor === weight ? "weight" : "bias"} type (${tensor.dtype}) should be the same; convert with .to(…)`,
      );
    }
  }
}

function checkChannels({ op, rank, isTransposed, input, weight, bias }: Given, groups: number): void {
  const batched = input.ndim === rank + 2 ? input.shape : [1, ...input.shape];
  const [first, second] = weight.shape as unknown as readonly [number, number];
  const [inChannels, outChannels] = isTransposed ? [first, second * groups] : [second * groups, first];
  const kind = isTransposed ? "transposed=1" : `groups=${groups}`;
  if (batched[1] !== inChannels) {
    throw new ShapeError(
      `${op}: given ${kind}, weight of size ${formatShape(weight.shape)}, expected input${formatShape(batched)} to have ${inChannels} channels, but got ${batched[1]} channels instead`,
    );
  }
  if (bias !== null && (bias.ndim !== 1 || bias.size(0) !== outChannels)) {
    throw new ShapeError(
      `${op}: given ${isTransposed ? "transposed=1, " : ""}weight of size ${formatShape(weight.shape)}, expected bias to be 1-dimensional with ${outChannels} elements, but got bias of size ${formatShape(bias.shape)} instead`,
    );
  }
}

/**
 * Throws where not one window fits into the padded input.
 *
 * @throws ShapeError.
 */
export function checkFitting({ op, rank, input, weight }: Given, { padding, dilation }: Windows): void {
  const reach = weight.shape.slice(2).map((size, at) => dilation[at]! * (size - 1) + 1);
  const padded = input.shape.slice(-rank).map((size, at) => size + 2 * padding[at]!);
  if (reach.some((size, at) => size > padded[at]!)) {
    throw new ShapeError(
      `${op}: calculated padded input size per channel: (${padded.join(" x ")}). Kernel size: (${reach.join(" x ")}). Kernel size can't be greater than actual input size`,
    );
  }
}
