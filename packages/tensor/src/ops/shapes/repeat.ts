// repeat, tile and repeatInterleave: elements over and over. A stretched view is copied once; only repeats that differ are looked up.

import { describe, describeAll } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { toTypedArray } from "../../tensor/reads.js";
import { normalizeDim, type Shape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { tensor } from "../creation/creation.js";
import { indexSelect } from "../indexing/gather.js";
import { expand } from "../reductions/sum.js";
import { reshape, reshapeResult, type Sizes, sizesOf } from "../views/view.js";

/** Each dimension `repeats` times: a dimension of that size before each, stretched. */
function repeated(input: Tensor, shape: Shape, repeats: readonly number[]): Tensor {
  const apart = shape.flatMap((size, dim) => (repeats[dim] === 1 ? [size] : [1, size]));
  const stretched = shape.flatMap((size, dim) => (repeats[dim] === 1 ? [size] : [repeats[dim]!, size]));
  return reshapeResult(
    clone(expand(reshape(input, apart), stretched)),
    shape.map((size, dim) => size * repeats[dim]!),
  );
}

/** The numbers, spread or as one array. */
function repeatsOf(op: string, sizes: Sizes): readonly number[] {
  const repeats = sizesOf(sizes);
  if (!Array.isArray(repeats) || !repeats.every(Number.isSafeInteger))
    throw new ArgumentError(`${op}: repeats must be integers, but got ${describeAll(repeats)}`);
  return repeats;
}

function checkRepeats(op: string, shape: Shape, repeats: readonly number[]): void {
  const negative = repeats.findIndex((times) => times < 0);
  if (negative < 0) return;
  const sizes = shape.map((size, dim) => size * repeats[dim]!);
  throw new ShapeError(
    `${op}: Trying to create tensor with negative dimension ${sizes[negative]}: ${describeAll(sizes)}; repeats must be non-negative`,
  );
}

/**
 * A copy in which each dimension comes `sizes` times one behind the other; sizes beyond the input's dimensions make new ones in front.
 * Shape: (2, 3) → (4, 2, 9) for 4, 1, 3. See https://pytorch.org/docs/stable/generated/torch.Tensor.repeat.html.
 *
 * @throws ShapeError for fewer sizes than dimensions, or a negative one.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).repeat(2).toArray(); // → [1, 2, 1, 2]
 * tensor([1, 2]).repeat(2, 1).toArray(); // → [[1, 2], [1, 2]]
 * ```
 */
export function repeat(input: Tensor, ...sizes: Sizes): Tensor {
  checkTensor("repeat", "input", input);
  const repeats = repeatsOf("repeat", sizes);
  if (repeats.length < input.ndim)
    throw new ShapeError(
      `repeat: number of dimensions of repeat dims can not be smaller than number of dimensions of tensor: got ${describeAll(repeats)} for ${input.ndim}`,
    );
  const shape = [...new Array<number>(repeats.length - input.ndim).fill(1), ...input.shape];
  checkRepeats("repeat", shape, repeats);
  return repeated(input, shape, repeats);
}

/**
 * As {@link repeat}, but fewer numbers than dimensions count for the last ones.
 * See https://pytorch.org/docs/stable/generated/torch.tile.html.
 *
 * @throws ShapeError for a negative number.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).tile(2).toArray(); // → [[1, 2, 1, 2], [3, 4, 3, 4]]
 * ```
 */
export function tile(input: Tensor, ...dims: Sizes): Tensor {
  checkTensor("tile", "input", input);
  const given = repeatsOf("tile", dims);
  const rank = Math.max(given.length, input.ndim);
  const repeats = [...new Array<number>(rank - given.length).fill(1), ...given];
  const shape = [...new Array<number>(rank - input.ndim).fill(1), ...input.shape];
  checkRepeats("tile", shape, repeats);
  return repeated(input, shape, repeats);
}

export interface RepeatInterleaveOptions {
  /** What the repeats add up to: refused where they do not. */
  readonly outputSize?: number;
}

/**
 * A copy in which each element along `dim` comes as often as `repeats` says before the next one: one number, or a tensor of one for each. Without
 * `dim` all elements are one row. Repeats of a tensor are read, which ends a plan of `compile`.
 * Of a vector of repeats alone: the indices, each as often. Shape: (2, 3) → (2, 6) for 2 and `dim` 1.
 * See https://pytorch.org/docs/stable/generated/torch.repeat_interleave.html.
 *
 * @throws ArgumentError for repeats that are negative or no integers, or that do not add up to `outputSize`; ShapeError unless there is one for each
 * element, or one alone; DTypeError for a tensor of repeats that is not int32; IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { repeatInterleave, tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).repeatInterleave(2).toArray(); // → [1, 1, 2, 2]
 * const times = tensor([1, 2], { dtype: "int32" });
 * tensor([[1, 2], [3, 4]]).repeatInterleave(times, 0).toArray(); // → [[1, 2], [3, 4], [3, 4]]
 * repeatInterleave(times).toArray(); // → [0, 1, 1]
 * ```
 */
export function repeatInterleave(
  input: Tensor,
  repeats?: number | Tensor,
  dim?: number | null,
  options: RepeatInterleaveOptions = {},
): Tensor {
  checkTensor("repeatInterleave", "input", input);
  checkOptions("repeatInterleave", options, { outputSize: "count" });
  if (repeats === undefined) return tensor(eachAsOften(timesOf(input), options), { device: input.device });
  const source = dim === undefined || dim === null ? reshape(input, input.numel()) : input;
  const at = normalizeDim("repeatInterleave", dim ?? 0, source.ndim);
  const size = source.shape[at] ?? 1;
  const times = isTensor(repeats) ? timesOf(repeats) : [repeats];
  if (times.length === 1) {
    const own = times[0]!;
    if (!Number.isSafeInteger(own) || own < 0)
      throw new ArgumentError(`repeatInterleave: Repeats must be non-negative integers, but got ${describe(own)}`);
    checkTotal(own * size, options);
    // Repeated is a dimension of size 1 behind each element.
    const apart = source.ndim === 0 ? [1, 1] : source.shape.toSpliced(at + 1, 0, 1);
    const stretched = apart.with(at + 1, own);
    const shape = source.ndim === 0 ? [own] : source.shape.with(at, own * size);
    return reshapeResult(clone(expand(reshape(source, apart), stretched)), shape);
  }
  if (times.length !== size)
    throw new ShapeError(
      `repeatInterleave: repeats must have the same size as input along dim, but got repeats.size(0) = ${times.length} and input.size(${at}) = ${size}`,
    );
  return indexSelect(source, at, tensor(eachAsOften(times, options), { device: input.device }));
}

function checkTotal(total: number, { outputSize = total }: RepeatInterleaveOptions): void {
  if (outputSize !== total)
    throw new ArgumentError(`repeatInterleave: Invalid outputSize, expected ${total} but got ${outputSize}`);
}

function timesOf(repeats: Tensor): readonly number[] {
  if (repeats.ndim > 1)
    throw new ShapeError(`repeatInterleave: repeats must be 0-dim or 1-dim tensor, but it has ${repeats.ndim}`);
  if (repeats.dtype !== "int32")
    throw new DTypeError(
      `repeatInterleave: repeats has to be of dtype int32, but got ${repeats.dtype}; convert with .to("int32")`,
    );
  return readFor("repeatInterleave", "shape", () => Array.from(toTypedArray(repeats)));
}

/** Each index as often as is said for it. */
function eachAsOften(times: readonly number[], options: RepeatInterleaveOptions): Int32Array {
  const negative = times.find((own) => own < 0);
  if (negative !== undefined)
    throw new ArgumentError(`repeatInterleave: repeats can not be negative, but got ${negative}`);
  const total = times.reduce((sum, own) => sum + own, 0);
  checkTotal(total, options);
  const indices = new Int32Array(total);
  let place = 0;
  for (const [index, own] of times.entries()) {
    indices.fill(index, place, place + own);
    place += own;
  }
  return indices;
}
