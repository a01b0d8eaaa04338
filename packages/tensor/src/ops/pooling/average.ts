// avgPool1d, avgPool2d and avgPool3d: the mean of each window, and the way back. Each is the other's gradient. One kernel, over images, serves
// them: a row is an image of one row, and in three dimensions sums over planes are summed along the depth.

import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { type ByName, checkOptions, checkTensor, inPlace, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import type { AveragePoolingAttributes, Pair } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating } from "../../tensor/dtype.js";
import type { Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { tensor } from "../creation/creation.js";
import { quotient } from "../pointwise/div.js";
import { windowCount } from "../products/geometry.js";
import { reshape, reshapeResult } from "../views/view.js";
import {
  behindChannels,
  checkedSizes,
  type Dims,
  imageOf,
  type Size1d,
  type Size2d,
  type Size3d,
  type Windows,
  windowsOf,
} from "./windows.js";

type Attributes = AveragePoolingAttributes & { readonly ceilMode: boolean };

const avgPool2dOp = defineOp({
  extra: attributes<Attributes>(),
  name: "avgPool2d",
  inputs: ["input"],
  kernel: kernels.avgPool2d,
  infer: ([{ shape, dtype }], attributes) => [{ shape: pooledShape(shape, attributes), dtype }],
  backward: ({ grad, attributes, inputs: [{ shape }] }): Gradients => [
    apply(backwardOp, [grad], { ...attributes, shape }),
  ],
});

const backwardOp = defineOp({
  extra: attributes<Attributes & { readonly shape: Shape }>(),
  name: "avgPool2dBackward",
  inputs: ["grad"],
  kernel: kernels.avgPool2dBackward,
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  backward: ({ grad, attributes }): Gradients => [apply(avgPool2dOp, [grad], attributes)],
});

function pooledShape(
  [batch, channels, height, width]: Shape,
  { kernelSize, stride, padding, ceilMode }: Attributes,
): number[] {
  const count = (size: number, at: 0 | 1) => windowCount(size, kernelSize[at], stride[at], padding[at], 1, ceilMode);
  return [batch!, channels!, count(height!, 0), count(width!, 1)];
}

interface AvgPoolOptions<Size> {
  /** Steps of the window. Default: its size. */
  readonly stride?: Size;
  /** Border of zeros on each side; at most half the window. Default 0. */
  readonly padding?: Size;
  /** Whether a last window may reach over the edge. Default false. */
  readonly ceilMode?: boolean;
  /** Whether the border counts when the mean is taken. Default true. */
  readonly countIncludePad?: boolean;
}

interface Divided {
  /** What every sum is divided by instead. */
  readonly divisorOverride?: number | null;
}

export interface AvgPool1dOptions extends AvgPoolOptions<Size1d> {}
export interface AvgPool2dOptions extends AvgPoolOptions<Size2d>, Divided {}
export interface AvgPool3dOptions extends AvgPoolOptions<Size3d>, Divided {}

type Places1d = ["stride", "padding", "ceilMode", "countIncludePad"];
type Places = [...Places1d, "divisorOverride"];

function averaged(op: string, dims: Dims, input: Tensor, given: unknown, places: readonly unknown[]): Tensor {
  checkTensor(op, "input", input);
  const [kernelSize, rest] = inPlace<number | readonly number[], readonly unknown[]>(op, "kernelSize", given, places);
  const names = [
    ...["stride", "padding", "ceilMode", "countIncludePad"],
    ...(dims === 1 ? [] : ["divisorOverride"]),
  ] as never;
  const options = optionsOf<AvgPoolOptions<number | readonly number[]> & Divided>(op, names, rest);
  checkOptions(op, options, names);
  const windows = windowsOf(op, kernelSize, options, dims);
  const divisor = options.divisorOverride ?? null;
  const image = imageOf(op, input, dims, "refused");
  if (!isFloating(input.dtype))
    throw new DTypeError(`${op}: expected a floating point input, but got ${input.dtype}; convert with .to("float32")`);
  if (divisor !== null && (!Number.isInteger(divisor) || divisor === 0))
    throw new ArgumentError(`${op}: divisorOverride must be an integer other than zero, but got ${divisor}`);
  const pooled = checkedSizes(op, image, windows);
  return image.back(means(image.batched, pooled, windows, options.countIncludePad ?? true, divisor));
}

/** The means of windows over [N, C, …sizes], `pooled` of them along each dimension. */
export function means(
  input: Tensor,
  pooled: readonly number[],
  windows: Windows,
  countIncludePad = true,
  divisorOverride: number | null = null,
): Tensor {
  const { ceilMode } = windows;
  const sizes = input.shape.slice(2);
  const over = (image: Tensor, at: number, divisor: number | null, rows = true) => {
    const pick = (from: readonly number[], none: number) =>
      (sizes.length === 1 ? [none, from[0]!] : rows ? from.slice(at, at + 2) : [from[at]!, none]) as unknown as Pair;
    const [kernelSize, stride, padding] = [
      pick(windows.kernelSize, 1),
      pick(windows.stride, 1),
      pick(windows.padding, 0),
    ];
    return apply(avgPool2dOp, [image], {
      ...{ kernelSize, stride, padding, ceilMode, countIncludePad },
      divisorOverride: divisor,
    });
  };
  if (sizes.length === 2) return over(input, 0, divisorOverride);
  if (sizes.length === 1) {
    const rows = over(reshape(input, behindChannels(input, 1, sizes[0]!)), 0, divisorOverride);
    return reshapeResult(rows, behindChannels(input, pooled[0]!));
  }
  const [batch, channels, depth, height, width] = input.shape as readonly [number, number, number, number, number];
  const planes = over(reshape(input, [batch, channels * depth, height, width]), 1, 1);
  const plane = pooled[1]! * pooled[2]!;
  const counts = pooled.map((count, at) => membersOf(count, sizes[at]!, at, windows, countIncludePad));
  const isUniform = counts.every((own) => own.every((count) => count === own[0]));
  const divisor = divisorOverride ?? (isUniform ? counts.reduce((product, own) => product * own[0]!, 1) : 1);
  const deep = over(reshape(planes, [batch, channels, depth, plane]), 0, divisor, false);
  const result = reshapeResult(deep, [batch, channels, ...pooled]);
  if (isUniform || divisorOverride !== null) return result;
  const [depths, rows, columns] = counts as [number[], number[], number[]];
  const products = depths.flatMap((d) => rows.flatMap((r) => columns.map((c) => d * r * c)));
  return quotient(result, reshape(tensor(products, { dtype: input.dtype, device: input.device }), pooled));
}

/** How many elements of each window count along one dimension. */
function membersOf(
  count: number,
  size: number,
  at: number,
  { kernelSize, stride, padding }: Windows,
  countIncludePad: boolean,
): number[] {
  const border = countIncludePad ? padding[at]! : 0;
  return Array.from({ length: count }, (_, window) => {
    const first = window * stride[at]! - padding[at]!;
    return Math.min(first + kernelSize[at]!, size + border) - Math.max(first, -border);
  });
}

/**
 * The mean of each window; options may stand behind it in PyTorch's order. Shape: (N, C, L) → (N, C, L') or (C, L) → (C, L'), with
 * L' = ⌊(L + 2·padding − kernel) / stride⌋ + 1.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool1d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window.
 * @example
 * ```ts
 * import { avgPool1d, tensor } from "@bernoulli/tensor";
 * avgPool1d(tensor([[1, 3, 5, 7]]), 2).toArray(); // → [[2, 6]]
 * ```
 */
export function avgPool1d(
  input: Tensor,
  kernelSize: Size1d | ByName<"kernelSize", Size1d, AvgPool1dOptions>,
  ...rest: Positional<AvgPool1dOptions, Places1d>
): Tensor {
  return averaged("avgPool1d", 1, input, kernelSize, rest);
}

/**
 * The mean of each window; options may stand behind it in PyTorch's order. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with
 * H' = ⌊(H + 2·padding − kernel) / stride⌋ + 1, and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool2d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window, or a divisor of 0.
 * @example
 * ```ts
 * import { arange, avgPool2d } from "@bernoulli/tensor";
 * avgPool2d(arange(16).to("float32").view(1, 4, 4), 2).toArray(); // → [[[2.5, 4.5], [10.5, 12.5]]]
 * ```
 */
export function avgPool2d(
  input: Tensor,
  kernelSize: Size2d | ByName<"kernelSize", Size2d, AvgPool2dOptions>,
  ...rest: Positional<AvgPool2dOptions, Places>
): Tensor {
  return averaged("avgPool2d", 2, input, kernelSize, rest);
}

/**
 * The mean of each window; options may stand behind it in PyTorch's order. Shape: (N, C, D, H, W) → (N, C, D', H', W') or (C, D, H, W) →
 * (C, D', H', W'), with D' = ⌊(D + 2·padding − kernel) / stride⌋ + 1, and H' and W' likewise.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool3d.html.
 *
 * @throws ShapeError if no window fits; ArgumentError for a padding of more than half the window, or a divisor of 0.
 * @example
 * ```ts
 * import { arange, avgPool3d } from "@bernoulli/tensor";
 * avgPool3d(arange(8).to("float32").view(1, 2, 2, 2), 2).toArray(); // → [[[[3.5]]]]
 * ```
 */
export function avgPool3d(
  input: Tensor,
  kernelSize: Size3d | ByName<"kernelSize", Size3d, AvgPool3dOptions>,
  ...rest: Positional<AvgPool3dOptions, Places>
): Tensor {
  return averaged("avgPool3d", 3, input, kernelSize, rest);
}
