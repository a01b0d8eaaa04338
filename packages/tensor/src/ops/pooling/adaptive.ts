// Adaptive poolings: as many windows as are asked for, which share the input out among them: window i of n reaches from ⌊i · size / n⌋ to
// ⌈(i + 1) · size / n⌉. Where n divides the size they are plain windows; one window is a mean. Uneven windows are laid out by resample: their
// sums, or, for the largest, their elements side by side, the last one repeated where a window is short.

import { describeAll } from "../../checks/describe.js";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { type ByName, checkOptions, checkTensor, inPlace, optionsOf, type Positional } from "../../checks/options.js";
import { isFloating } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { tensor, zeros } from "../creation/creation.js";
import { take } from "../indexing/along.js";
import { quotient } from "../pointwise/div.js";
import { mean } from "../reductions/mean.js";
import { reshape } from "../views/view.js";
import { resample, type TableRow, tableFor } from "../vision/resample.js";
import { means } from "./average.js";
import { type MaxPoolResult, maxima, pooledPair, type WithIndices } from "./maximum.js";
import { type Dims, type Image, imageOf, type NoChannels, type Windows } from "./windows.js";

/** How many windows along each dimension; null as many as there are elements. */
export type AdaptiveSize1d = number | readonly [number | null];
export type AdaptiveSize2d = number | null | readonly [number | null, number | null];
export type AdaptiveSize3d = number | null | readonly [number | null, number | null, number | null];

/** How many windows there are along each dimension. */
function wantedOf(op: string, given: unknown, sizes: readonly number[]): readonly number[] {
  const list = Array.isArray(given) ? (given as readonly unknown[]) : sizes.map(() => given);
  const wanted = Array.from(list, (size, at) => (size === null ? sizes[at] : size)) as unknown as readonly number[];
  if (wanted.length !== sizes.length || !wanted.every((size) => Number.isInteger(size) && size >= 0))
    throw new ArgumentError(
      `${op}: elements of outputSize must be greater than or equal to 0, ${sizes.length === 1 ? "one" : `one number or ${sizes.length}`} of them, or null for the input's own, but got ${describeAll(given)}`,
    );
  return wanted;
}

interface Adaptive extends Image {
  readonly wanted: readonly number[];
}

function adaptiveOf(op: string, input: Tensor, outputSize: unknown, dims: Dims, noChannels: NoChannels): Adaptive {
  checkTensor(op, "input", input);
  const image = imageOf(op, input, dims, noChannels);
  if (!isFloating(input.dtype))
    throw new DTypeError(`${op}: expected a floating point input, but got ${input.dtype}; convert with .to("float32")`);
  return { ...image, wanted: wantedOf(op, outputSize, image.sizes) };
}

const startOf = (window: number, size: number, count: number) => Math.floor((window * size) / count);
const endOf = (window: number, size: number, count: number) => Math.ceil(((window + 1) * size) / count);

/** Plain windows, where the sizes are whole multiples; null where they are not. */
function evenWindows(sizes: readonly number[], wanted: readonly number[]): Windows | null {
  if (wanted.some((count, at) => count === 0 || sizes[at]! % count !== 0)) return null;
  const kernelSize = sizes.map((size, at) => size / wanted[at]!);
  const [padding, dilation] = [sizes.map(() => 0), sizes.map(() => 1)];
  return { kernelSize, stride: kernelSize, padding, dilation, ceilMode: false };
}

function adaptiveMeans(op: string, input: Tensor, given: unknown, dims: Dims): Tensor {
  const [outputSize, [others]] = inPlace<unknown, readonly unknown[]>(op, "outputSize", given, []);
  if (others !== undefined) checkOptions(op, others, []);
  const { batched, sizes, wanted, back } = adaptiveOf(op, input, outputSize, dims, "taken");
  if (wanted.every((count) => count === 1))
    return mean(
      input,
      sizes.map((_, at) => at - dims),
      { keepdim: true },
    );
  const even = evenWindows(sizes, wanted);
  if (even !== null) return back(means(batched, wanted, even));
  let sums = batched;
  let counts: readonly number[] = [1];
  for (const [at, size] of sizes.entries()) {
    const count = wanted[at]!;
    const own = Array.from({ length: count }, (_, window) => endOf(window, size, count) - startOf(window, size, count));
    counts = counts.flatMap((outer) => own.map((inner) => outer * inner));
    if (count === size) continue;
    const rows = () =>
      own.map((members, window): TableRow => {
        return Array.from({ length: members }, (_, member) => [startOf(window, size, count) + member, 1]);
      });
    sums = resample(sums, at + 2, tableFor(`windows ${size} ${count}`, size, rows));
  }
  return back(quotient(sums, reshape(tensor(counts, { dtype: input.dtype, device: input.device }), wanted)));
}

/** Each dimension with its windows one behind the other, all as long as the longest, and where each element comes from. */
function laidOut(input: Tensor, sizes: readonly number[], wanted: readonly number[]) {
  let laid = input;
  const lengths: number[] = [];
  const places: number[][] = [];
  for (const [at, size] of sizes.entries()) {
    const count = wanted[at]!;
    const members = (window: number) => endOf(window, size, count) - startOf(window, size, count);
    const length = Math.max(0, ...Array.from({ length: count }, (_, window) => members(window)));
    const own = Array.from({ length: count * length }, (_, element) => {
      const window = Math.floor(element / length);
      return startOf(window, size, count) + Math.min(element % length, members(window) - 1);
    });
    lengths.push(length);
    places.push(own);
    if (count !== size)
      laid = resample(
        laid,
        at + 2,
        tableFor(`laid out ${size} ${count}`, size, () => own.map((place): TableRow => [[place, 1]])),
      );
  }
  return { laid, lengths, places };
}

function adaptiveMaxima(op: string, input: Tensor, outputSize: unknown, dims: Dims, rest: readonly unknown[]) {
  const options = optionsOf<AdaptiveMaxPoolOptions>(op, ["returnIndices"], rest);
  checkOptions(op, options, { returnIndices: "boolean" });
  const { batched, sizes, wanted, back } = adaptiveOf(op, input, outputSize, dims, "alone");
  const wantsIndices = options.returnIndices === true;
  const even = evenWindows(sizes, wanted);
  if (even !== null) {
    const { output, indices } = maxima(batched, wanted, even, wantsIndices);
    return indices === null ? back(output) : pooledPair(back(output), back(indices));
  }
  const { laid, lengths, places } = laidOut(batched, sizes, wanted);
  if (wanted.includes(0)) {
    const none = back(laid);
    return wantsIndices ? pooledPair(none, zeros(none.shape, { dtype: "int32", device: input.device })) : none;
  }
  const windows = evenWindows(
    lengths.map((length, at) => length * wanted[at]!),
    wanted,
  )!;
  const { output, indices } = maxima(laid, wanted, windows, wantsIndices);
  if (indices === null) return back(output);
  let origins: readonly number[] = [0];
  for (const [at, own] of places.entries())
    origins = origins.flatMap((outer) => own.map((place) => outer * sizes[at]! + place));
  const origin = tensor(Int32Array.from(origins), { dtype: "int32", device: input.device });
  return pooledPair(back(output), back(take(origin, indices)));
}

/**
 * Means of `outputSize` windows that share the input out among them. Shape: (N, C, L) → (N, C, outputSize) or (C, L) → (C, outputSize).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_avg_pool1d.html.
 *
 * @throws ShapeError for other dimensions; ArgumentError for a size that is no whole number; DTypeError for integers.
 * @example
 * ```ts
 * import { adaptiveAvgPool1d, tensor } from "@bernoulli/tensor";
 * adaptiveAvgPool1d(tensor([[1, 2, 3]]), 2).toArray(); // → [[1.5, 2.5]]
 * ```
 */
export function adaptiveAvgPool1d(
  input: Tensor,
  outputSize: AdaptiveSize1d | ByName<"outputSize", AdaptiveSize1d>,
): Tensor {
  return adaptiveMeans("adaptiveAvgPool1d", input, outputSize, 1);
}

/**
 * Means of windows that share the image out among them, `outputSize` of them along both dimensions, or [rows, columns]; null leaves a
 * dimension as it is. Shape: (N, C, H, W) → (N, C, rows, columns) or (C, H, W) → (C, rows, columns).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_avg_pool2d.html.
 *
 * @throws ShapeError for other dimensions; ArgumentError for a size that is no whole number; DTypeError for integers.
 * @example
 * ```ts
 * import { adaptiveAvgPool2d, arange } from "@bernoulli/tensor";
 * const image = arange(6).to("float32").view(1, 2, 3);
 * adaptiveAvgPool2d(image, 1).toArray(); // → [[[2.5]]]
 * adaptiveAvgPool2d(image, [null, 1]).toArray(); // → [[[1], [4]]]
 * ```
 */
export function adaptiveAvgPool2d(
  input: Tensor,
  outputSize: AdaptiveSize2d | ByName<"outputSize", AdaptiveSize2d>,
): Tensor {
  return adaptiveMeans("adaptiveAvgPool2d", input, outputSize, 2);
}

/**
 * Means of windows that share the volume out among them, as {@link adaptiveAvgPool2d}'s.
 * Shape: (N, C, D, H, W) → (N, C, …outputSize) or (C, D, H, W) → (C, …outputSize).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_avg_pool3d.html.
 *
 * @throws ShapeError for other dimensions; ArgumentError for a size that is no whole number; DTypeError for integers.
 * @example
 * ```ts
 * import { adaptiveAvgPool3d, arange } from "@bernoulli/tensor";
 * adaptiveAvgPool3d(arange(8).to("float32").view(1, 2, 2, 2), [2, 1, 1]).toArray(); // → [[[[1.5]], [[5.5]]]]
 * ```
 */
export function adaptiveAvgPool3d(
  input: Tensor,
  outputSize: AdaptiveSize3d | ByName<"outputSize", AdaptiveSize3d>,
): Tensor {
  return adaptiveMeans("adaptiveAvgPool3d", input, outputSize, 3);
}

export interface AdaptiveMaxPoolOptions {
  /** Whether where the largest stood is given too. Default false. */
  readonly returnIndices?: boolean;
}

type IndicesPlace = [options: WithIndices] | [returnIndices: true];

/**
 * The largest elements of `outputSize` windows that share the input out among them. With `returnIndices: true` also where they stood.
 * Shape: (N, C, L) → (N, C, outputSize) or (C, L) → (C, outputSize).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool1d.html.
 *
 * @throws ShapeError for other dimensions; ArgumentError for a size that is no whole number; DTypeError for integers.
 * @example
 * ```ts
 * import { adaptiveMaxPool1d, tensor } from "@bernoulli/tensor";
 * adaptiveMaxPool1d(tensor([[1, 3, 2]]), 2).toArray(); // → [[3, 3]]
 * ```
 */
export function adaptiveMaxPool1d(input: Tensor, outputSize: AdaptiveSize1d, ...rest: IndicesPlace): MaxPoolResult;
export function adaptiveMaxPool1d(
  input: Tensor,
  outputSize: AdaptiveSize1d,
  ...rest: Positional<{ readonly returnIndices?: false }, ["returnIndices"]>
): Tensor;
export function adaptiveMaxPool1d(
  input: Tensor,
  outputSize: AdaptiveSize1d,
  ...rest: Positional<AdaptiveMaxPoolOptions, ["returnIndices"]>
): Tensor | MaxPoolResult;
export function adaptiveMaxPool1d(
  input: Tensor,
  outputSize: AdaptiveSize1d,
  ...rest: readonly unknown[]
): Tensor | MaxPoolResult {
  return adaptiveMaxima("adaptiveMaxPool1d", input, outputSize, 1, rest);
}

/**
 * The largest elements of windows that share the image out among them, as {@link adaptiveAvgPool2d}'s. With `returnIndices: true` also where
 * they stood. Shape: (N, C, H, W) → (N, C, rows, columns) or (C, H, W) → (C, rows, columns).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool2d.html.
 *
 * @throws ShapeError for other dimensions; ArgumentError for a size that is no whole number; DTypeError for integers.
 * @example
 * ```ts
 * import { adaptiveMaxPool2d, arange } from "@bernoulli/tensor";
 * const { output, indices } = adaptiveMaxPool2d(arange(6).to("float32").view(1, 2, 3), [1, 2], { returnIndices: true });
 * output.toArray(); // → [[[4, 5]]]
 * indices.toArray(); // → [[[4, 5]]]
 * ```
 */
export function adaptiveMaxPool2d(input: Tensor, outputSize: AdaptiveSize2d, ...rest: IndicesPlace): MaxPoolResult;
export function adaptiveMaxPool2d(
  input: Tensor,
  outputSize: AdaptiveSize2d,
  ...rest: Positional<{ readonly returnIndices?: false }, ["returnIndices"]>
): Tensor;
export function adaptiveMaxPool2d(
  input: Tensor,
  outputSize: AdaptiveSize2d,
  ...rest: Positional<AdaptiveMaxPoolOptions, ["returnIndices"]>
): Tensor | MaxPoolResult;
export function adaptiveMaxPool2d(
  input: Tensor,
  outputSize: AdaptiveSize2d,
  ...rest: readonly unknown[]
): Tensor | MaxPoolResult {
  return adaptiveMaxima("adaptiveMaxPool2d", input, outputSize, 2, rest);
}

/**
 * The largest elements of windows that share the volume out among them, as {@link adaptiveAvgPool2d}'s. With `returnIndices: true` also where
 * they stood. Shape: (N, C, D, H, W) → (N, C, …outputSize) or (C, D, H, W) → (C, …outputSize).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool3d.html.
 *
 * @throws ShapeError for other dimensions; ArgumentError for a size that is no whole number; DTypeError for integers.
 * @example
 * ```ts
 * import { adaptiveMaxPool3d, arange } from "@bernoulli/tensor";
 * adaptiveMaxPool3d(arange(8).to("float32").view(1, 2, 2, 2), 1).toArray(); // → [[[[7]]]]
 * ```
 */
export function adaptiveMaxPool3d(input: Tensor, outputSize: AdaptiveSize3d, ...rest: IndicesPlace): MaxPoolResult;
export function adaptiveMaxPool3d(
  input: Tensor,
  outputSize: AdaptiveSize3d,
  ...rest: Positional<{ readonly returnIndices?: false }, ["returnIndices"]>
): Tensor;
export function adaptiveMaxPool3d(
  input: Tensor,
  outputSize: AdaptiveSize3d,
  ...rest: Positional<AdaptiveMaxPoolOptions, ["returnIndices"]>
): Tensor | MaxPoolResult;
export function adaptiveMaxPool3d(
  input: Tensor,
  outputSize: AdaptiveSize3d,
  ...rest: readonly unknown[]
): Tensor | MaxPoolResult {
  return adaptiveMaxima("adaptiveMaxPool3d", input, outputSize, 3, rest);
}
