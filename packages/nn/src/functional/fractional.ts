// F.fractionalMaxPool2d, F.fractionalMaxPool3d: windows whose distances are drawn, so that an image shrinks by any factor. Where the windows lie is
// computed as PyTorch computes it, in the input's dtype, from a draw for each channel and dimension.

import {
  ArgumentError,
  arange,
  cat,
  checkArgument,
  checkOptions,
  describeAll,
  gather,
  type Kinds,
  type MaxPoolResult,
  max,
  optionsOf,
  type Positional,
  rand,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";

type Sizes = number | readonly number[];

export interface FractionalMaxPoolOptions {
  /** The result's sizes: one for all, or one for each dimension. This, or `outputRatio`. */
  readonly outputSize?: Sizes | null;
  /** The result's sizes as shares of the input's, in (0, 1), rounded down: one for all, or one for each dimension. */
  readonly outputRatio?: Sizes | null;
  /** Whether where the largest stood is given too. Default false. */
  readonly returnIndices?: boolean;
  /** What the windows' places follow from, in [0, 1): (N, C, 2) of images, (N, C, 3) of volumes. Default: drawn. */
  readonly randomSamples?: Tensor | null;
}

export const fractionalPlaces = ["outputSize", "outputRatio", "returnIndices", "randomSamples"] as const;
export type FractionalPlaces = ["outputSize", "outputRatio", "returnIndices", "randomSamples"];

export const fractionalKinds: Kinds<FractionalMaxPoolOptions> = {
  outputSize: "anything",
  outputRatio: "anything",
  returnIndices: "boolean",
  randomSamples: "anything",
};

/**
 * The largest element of each of `outputSize` windows, whose distances are drawn for each image and channel. With `returnIndices: true` it gives
 * `{ output, indices }`, which {@link maxUnpool2d} takes. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.fractional_max_pool2d.html; Graham, 2014.
 *
 * @throws ArgumentError unless there is either a size or a ratio; ShapeError for other dimensions, or if the windows do not fit.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.fractionalMaxPool2d(arange(1 * 5 * 7).float().view(1, 5, 7), 2, { outputSize: [2, 3] }).shape; // → [1, 2, 3]
 * ```
 */
export function fractionalMaxPool2d(
  input: Tensor,
  kernelSize: Sizes,
  options: FractionalMaxPoolOptions & { readonly returnIndices: true },
): MaxPoolResult;
export function fractionalMaxPool2d(
  input: Tensor,
  kernelSize: Sizes,
  ...rest: Positional<FractionalMaxPoolOptions & { readonly returnIndices?: false }, FractionalPlaces>
): Tensor;
export function fractionalMaxPool2d(
  input: Tensor,
  kernelSize: Sizes,
  ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>
): Tensor | MaxPoolResult;
export function fractionalMaxPool2d(
  input: Tensor,
  kernelSize: Sizes,
  ...rest: readonly unknown[]
): Tensor | MaxPoolResult {
  return pooled("fractionalMaxPool2d", 2, input, kernelSize, rest);
}

/**
 * The largest element of each of `outputSize` windows of volumes, as {@link fractionalMaxPool2d} of images. Shape: (N, C, D, H, W) →
 * (N, C, D', H', W') or (C, D, H, W) → (C, D', H', W').
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.fractional_max_pool3d.html; Graham, 2014.
 *
 * @throws ArgumentError unless there is either a size or a ratio; ShapeError for other dimensions, or if the windows do not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.fractionalMaxPool3d(ones(1, 6, 6, 6), 2, { outputRatio: 0.5 }).shape; // → [1, 3, 3, 3]
 * ```
 */
export function fractionalMaxPool3d(
  input: Tensor,
  kernelSize: Sizes,
  options: FractionalMaxPoolOptions & { readonly returnIndices: true },
): MaxPoolResult;
export function fractionalMaxPool3d(
  input: Tensor,
  kernelSize: Sizes,
  ...rest: Positional<FractionalMaxPoolOptions & { readonly returnIndices?: false }, FractionalPlaces>
): Tensor;
export function fractionalMaxPool3d(
  input: Tensor,
  kernelSize: Sizes,
  ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>
): Tensor | MaxPoolResult;
export function fractionalMaxPool3d(
  input: Tensor,
  kernelSize: Sizes,
  ...rest: readonly unknown[]
): Tensor | MaxPoolResult {
  return pooled("fractionalMaxPool3d", 3, input, kernelSize, rest);
}

function pooled(
  op: string,
  dims: 2 | 3,
  input: Tensor,
  kernelSize: Sizes,
  rest: readonly unknown[],
): Tensor | MaxPoolResult {
  checkArgument(op, "input", input, "Tensor");
  const options = optionsOf<FractionalMaxPoolOptions>(op, fractionalPlaces, rest);
  checkOptions(op, options, fractionalKinds);
  const { outputSize, outputRatio, returnIndices = false, randomSamples } = options;
  if (input.ndim !== dims + 1 && input.ndim !== dims + 2)
    throw new ShapeError(`${op}: Expected ${dims + 1}D or ${dims + 2}D tensor, but got: [${input.shape.join(", ")}]`);
  const batch = input.ndim === dims + 1 ? input.unsqueeze(0) : input;
  const [count, channels, ...sizes] = batch.shape as readonly [number, number, ...number[]];
  const kernel = numbersFor(op, "kernelSize", kernelSize, dims);
  const wanted = sizesWanted(op, dims, sizes, outputSize, outputRatio);
  for (const [at, size] of sizes.entries())
    if (wanted[at]! + kernel[at]! - 1 > size)
      throw new ShapeError(
        `${op}: pool ${names[dims][at]} ${kernel[at]} too large relative to input ${names[dims][at]} ${size}, for an output of ${wanted[at]}`,
      );
  const samples = randomSamples ?? rand([count, channels, dims], { dtype: input.dtype, device: input.device });
  if (samples.ndim !== 3 || samples.size(0) !== count || samples.size(1) !== channels || samples.size(2) !== dims)
    throw new ShapeError(
      `${op}: Expect _random_samples of shape [${count}, ${channels}, ${dims}], but got [${samples.shape.join(", ")}]`,
    );
  const places = placesOf(samples, sizes, wanted, kernel);
  // Said in numbers, since a batch may be empty.
  const [plane, window, windows] = [sizes, kernel, wanted].map((all) =>
    all.reduce((product, size) => product * size, 1),
  ) as [number, number, number];
  const elements = batch.reshape(count, channels, plane);
  const inWindows = gather(elements, 2, places.reshape(count, channels, windows * window)).view(
    count,
    channels,
    windows,
    window,
  );
  const { values, indices: inWindow } = max(inWindows, -1);
  const shape = input.ndim === dims + 1 ? [channels, ...wanted] : [count, channels, ...wanted];
  const output = values.view(shape);
  if (!returnIndices) return output;
  const chosen = gather(places.view(count, channels, windows, window), -1, inWindow.unsqueeze(-1));
  const indices = chosen.reshape(shape);
  return { output, indices, [Symbol.iterator]: () => [output, indices][Symbol.iterator]() };
}

/** PyTorch takes the draws of images from the last dimension on, those of volumes from the first. */
const names = { 2: ["height", "width"], 3: ["time", "height", "width"] } as const;

/** Where each element of each window stands in its flattened plane: (N, C, …windows, …elements). */
function placesOf(
  samples: Tensor,
  sizes: readonly number[],
  wanted: readonly number[],
  kernel: readonly number[],
): Tensor {
  const { device } = samples;
  const dims = sizes.length;
  let places: Tensor | null = null;
  for (const [at, size] of sizes.entries()) {
    const draw = samples.narrow(2, dims === 2 ? 1 - at : at, 1);
    const starts = startsOf(draw, size, wanted[at]!, kernel[at]!);
    const along = starts.unsqueeze(-1).add(arange(kernel[at]!, { dtype: "int32", device }));
    // Windows in front, elements behind, each dimension in a place of its own.
    const shape = [...along.shape.slice(0, 2), ...Array.from({ length: 2 * dims }, () => 1)];
    shape[2 + at] = wanted[at]!;
    shape[2 + dims + at] = kernel[at]!;
    const own = along.view(shape);
    places = places === null ? own : places.mul(size).add(own);
  }
  return places!.contiguous();
}

/** Where windows begin: ⌊(i + u)·α⌋ − ⌊u·α⌋, with α such that the last fits; the last lies at the end. (N, C, 1) → (N, C, wanted). */
function startsOf(draw: Tensor, size: number, wanted: number, kernel: number): Tensor {
  const { dtype, device } = draw;
  const last = size - kernel;
  const end = draw.mul(0).add(last).to("int32");
  if (wanted === 1) return end;
  const alpha = last / (wanted - 1);
  const first = draw.mul(alpha).to("int32");
  const others = draw
    .add(arange(wanted - 1, { dtype, device }))
    .mul(alpha)
    .to("int32");
  return cat([others.sub(first), end], -1);
}

function sizesWanted(
  op: string,
  dims: 2 | 3,
  sizes: readonly number[],
  outputSize: Sizes | null | undefined,
  outputRatio: Sizes | null | undefined,
): readonly number[] {
  if (outputSize != null) return numbersFor(op, "outputSize", outputSize, dims);
  if (outputRatio == null) throw new ArgumentError(`${op} requires specifying either an outputSize or an outputRatio`);
  const ratios = numbersFor(op, "outputRatio", outputRatio, dims, false);
  return sizes.map((size, at) => Math.trunc(size * ratios[at]!));
}

/** One number for each dimension: positive integers, or any. */
export function numbersFor(
  owner: string,
  name: string,
  value: Sizes,
  dims: number,
  areSizes = true,
): readonly number[] {
  const all = typeof value === "number" ? Array.from({ length: dims }, () => value) : value;
  const fits = (size: unknown) => typeof size === "number" && (!areSizes || (Number.isInteger(size) && size > 0));
  if (!Array.isArray(all) || all.length !== dims || !all.every(fits))
    throw new ArgumentError(
      `${owner}: ${name} must be ${areSizes ? "a positive integer" : "a number"}, or ${dims} of them, but got ${describeAll(value)}`,
    );
  return all;
}
