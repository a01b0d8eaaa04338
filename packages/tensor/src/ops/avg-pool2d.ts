// avgPool2d: the mean of each window of an image. Windows that lie side by side are summed, others are a convolution with ones;
// divided by how many elements were added up. No kernel of its own.

import { ArgumentError, DTypeError, ShapeError } from "../checks/errors.js";
import { checkOptions, checkTensor } from "../checks/options.js";
import type { Pair } from "../kernels/contract.js";
import { isFloating } from "../tensor/dtype.js";
import { formatShape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { conv2d } from "./conv2d.js";
import { ones, tensor } from "./creation.js";
import { div } from "./div.js";
import { pair, windowCount } from "./geometry.js";
import { pad } from "./pad.js";
import { select } from "./slice.js";
import { sum } from "./sum.js";
import { reshape, reshapeResult } from "./view.js";

export interface AvgPool2dOptions {
  /** Steps of the window. Default: its size. */
  readonly stride?: number | Pair;
  /** Border of zeros on each side; at most half the window. Default 0. */
  readonly padding?: number | Pair;
  /** Whether a last window may reach over the edge. Default false. */
  readonly ceilMode?: boolean;
  /** Whether the border counts when the mean is taken. Default true. */
  readonly countIncludePad?: boolean;
  /** What every sum is divided by instead. */
  readonly divisorOverride?: number;
}

/**
 * The mean of each window. Shape: (N, C, H, W) → (N, C, H', W') or (C, H, W) → (C, H', W'), with
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
export function avgPool2d(input: Tensor, kernelSize: number | Pair, options: AvgPool2dOptions = {}): Tensor {
  checkTensor("avgPool2d", "input", input);
  checkOptions("avgPool2d", options, ["stride", "padding", "ceilMode", "countIncludePad", "divisorOverride"]);
  const { ceilMode = false, countIncludePad = true, divisorOverride } = options;
  const window = pair("avgPool2d", "kernelSize", kernelSize, 1);
  const stride = pair("avgPool2d", "stride", options.stride ?? window, 1);
  const padding = pair("avgPool2d", "padding", options.padding ?? 0, 0);
  if (input.ndim !== 3 && input.ndim !== 4)
    throw new ShapeError(
      `avgPool2d: expected 3D (unbatched) or 4D (batched) input, but got input of size: ${formatShape(input.shape)}`,
    );
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `avgPool2d: expected a floating point input, but got ${input.dtype}; convert with .to("float32")`,
    );
  if (padding.some((size, at) => size > window[at]! / 2)) {
    throw new ArgumentError(
      `avgPool2d: pad should be at most half of effective kernel size, but got padding=${padding.join("x")} and kernelSize=${window.join("x")}`,
    );
  }
  if (divisorOverride !== undefined && (!Number.isInteger(divisorOverride) || divisorOverride === 0))
    throw new ArgumentError(
      `avgPool2d: divisorOverride must be an integer other than zero, but got ${divisorOverride}`,
    );
  const [height, width] = input.shape.slice(-2) as [number, number];
  if (height === 0 || width === 0)
    throw new ShapeError(
      `avgPool2d: expected images with non-zero height and width, but got input of size: ${formatShape(input.shape)}`,
    );
  const rows = axis(height, window[0], stride[0], padding[0], ceilMode, countIncludePad);
  const columns = axis(width, window[1], stride[1], padding[1], ceilMode, countIncludePad);
  const pooled = [...input.shape.slice(0, -2), rows.count, columns.count];
  if (rows.count < 1 || columns.count < 1) {
    throw new ShapeError(
      `avgPool2d: given input size: (${input.shape.slice(-3).join("x")}). Calculated output size: (${pooled.slice(-3).join("x")}). Output size is too small`,
    );
  }
  const planes = reshape(input, -1, 1, height, width);
  const padded = pad(planes, [padding[1], columns.after, padding[0], rows.after]);
  const like = { dtype: input.dtype, device: input.device };
  const isSideBySide = stride[0] === window[0] && stride[1] === window[1];
  const sums = isSideBySide
    ? sum(reshape(padded, -1, rows.count, window[0], columns.count, window[1]), [2, 4])
    : select(conv2d(padded, ones([1, 1, ...window], like), { stride }), 1, 0);
  return reshapeResult(div(sums, divisorOverride ?? divisors(rows, columns, like)), pooled);
}

interface Axis {
  readonly count: number;
  /** The border behind the image, so that the last window fits; what no window reaches is cut off. */
  readonly after: number;
  /** How many elements of each window count. */
  readonly members: readonly number[];
}

function axis(
  size: number,
  kernel: number,
  stride: number,
  padding: number,
  ceilMode: boolean,
  countIncludePad: boolean,
): Axis {
  const count = windowCount(size, kernel, stride, padding, 1, ceilMode);
  const border = countIncludePad ? padding : 0;
  const members = Array.from({ length: Math.max(count, 0) }, (_, at) => {
    const start = at * stride - padding;
    return Math.min(start + kernel, size + border) - Math.max(start, -border);
  });
  return { count, after: (count - 1) * stride + kernel - size - padding, members };
}

function divisors(rows: Axis, columns: Axis, like: Pick<Tensor, "dtype" | "device">): number | Tensor {
  const products = rows.members.map((height) => columns.members.map((width) => height * width));
  const [first] = products[0]!;
  return products.flat().every((product) => product === first) ? first! : tensor(products, like);
}
