// im2col and col2im, PyTorch's F.unfold and F.fold: what lies under each window of an image as a column, and columns added up to an
// image. Each is the other's gradient. Not Tensor.unfold (views/unfold.ts), which shows windows along one dimension.

import { ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import type { Pair, PoolingAttributes } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import { formatShape, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { reshapeResult, unsqueeze } from "../views/view.js";
import { pair, windowCount } from "./geometry.js";

const im2colOp = defineOp({
  name: "im2col",
  inputs: ["input"],
  kernel: kernels.im2col,
  infer: ([{ shape, dtype }], attributes) => {
    const { kernelSize } = attributes;
    const [rows, columns] = blocksOf(shape.slice(2), attributes);
    return [{ shape: [shape[0]!, shape[1]! * kernelSize[0] * kernelSize[1], rows * columns], dtype }];
  },
  backward: ({ grad, attributes, inputs: [{ shape }] }): Gradients => [
    apply(col2imOp, [grad], { ...attributes, shape }),
  ],
});

const col2imOp = defineOp({
  extra: attributes<PoolingAttributes & { readonly shape: Shape }>(),
  name: "col2im",
  inputs: ["columns"],
  kernel: kernels.col2im,
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  backward: ({ grad, attributes }): Gradients => [apply(im2colOp, [grad], attributes)],
});

/** Places of a window over an image: rows and columns of them. */
function blocksOf(size: readonly number[], { kernelSize, stride, padding, dilation }: PoolingAttributes): Pair {
  const count = (at: 0 | 1) => windowCount(size[at]!, kernelSize[at], stride[at], padding[at], dilation[at]);
  return [count(0), count(1)];
}

export interface ColumnOptions {
  /** Distance between a window's elements. Default 1. */
  readonly dilation?: number | Pair;
  /** Zeros put around the image on each side. Default 0. */
  readonly padding?: number | Pair;
  /** Steps of the window. Default 1. */
  readonly stride?: number | Pair;
}

function windowsOf(op: string, kernelSize: number | Pair, options: ColumnOptions): PoolingAttributes {
  checkOptions(op, options, ["dilation", "padding", "stride"]);
  return {
    kernelSize: pair(op, "kernelSize", kernelSize, 1),
    dilation: pair(op, "dilation", options.dilation ?? 1, 1),
    padding: pair(op, "padding", options.padding ?? 0, 0),
    stride: pair(op, "stride", options.stride ?? 1, 1),
  };
}

const listed = (sizes: readonly number[]) => `(${sizes.join(", ")})`;

/**
 * What lies under each window of an image, as columns: PyTorch's `F.unfold`, and `F.unfold` of `@bernoulli/nn`.
 * Shape: (N, C, H, W) → (N, C·kH·kW, L) or (C, H, W) → (C·kH·kW, L), with L windows, row by row.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.unfold.html.
 *
 * @throws ShapeError if the input is no image, or no window fits; ArgumentError for sizes out of range.
 * @example
 * ```ts
 * import { arange, im2col } from "@bernoulli/tensor";
 * im2col(arange(6).to("float32").view(1, 2, 3), 2).toArray(); // → [[0, 1], [1, 2], [3, 4], [4, 5]]
 * ```
 */
export function im2col(input: Tensor, kernelSize: number | Pair, options: ColumnOptions = {}): Tensor {
  checkTensor("im2col", "input", input);
  const attributes = windowsOf("im2col", kernelSize, options);
  const { shape } = input;
  if ((shape.length !== 3 && shape.length !== 4) || shape.slice(shape.length === 4 ? 1 : 0).includes(0)) {
    throw new ShapeError(
      `im2col: expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: ${formatShape(shape)}`,
    );
  }
  const size = shape.slice(-2);
  const blocks = blocksOf(size, attributes);
  if (blocks.some((count) => count < 1)) {
    const { kernelSize: kernel, dilation, padding } = attributes;
    throw new ShapeError(
      `im2col: given input with spatial size ${listed(size)}, kernelSize=${listed(kernel)}, dilation=${listed(dilation)}, padding=${listed(padding)}, calculated shape of the array of sliding blocks as ${listed(blocks)}, but its components must be at least one`,
    );
  }
  const output = apply(im2colOp, [shape.length === 4 ? input : unsqueeze(input, 0)], attributes);
  return shape.length === 4 ? output : reshapeResult(output, output.shape.slice(1));
}

/**
 * Columns, as `im2col` gives them, added up to an image where they lie: PyTorch's `F.fold`, and `F.fold` of `@bernoulli/nn`.
 * Shape: (N, C·kH·kW, L) → (N, C, H, W) or (C·kH·kW, L) → (C, H, W), (H, W) being `outputSize`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.fold.html.
 *
 * @throws ShapeError if the columns are not those of such windows; ArgumentError for sizes out of range.
 * @example
 * ```ts
 * import { col2im, ones } from "@bernoulli/tensor";
 * col2im(ones(4, 2), [2, 3], 2).toArray(); // → [[[1, 2, 1], [1, 2, 1]]]
 * ```
 */
export function col2im(
  columns: Tensor,
  outputSize: number | Pair,
  kernelSize: number | Pair,
  options: ColumnOptions = {},
): Tensor {
  checkTensor("col2im", "columns", columns);
  const attributes = windowsOf("col2im", kernelSize, options);
  const size = pair("col2im", "outputSize", outputSize, 1);
  checkColumns(columns.shape, size, attributes);
  const [elements, batch] = [columns.shape.at(-2)!, columns.ndim === 3 ? columns.shape[0]! : 1];
  const channels = elements / (attributes.kernelSize[0] * attributes.kernelSize[1]);
  const batched = columns.ndim === 3 ? columns : unsqueeze(columns, 0);
  const output = apply(col2imOp, [batched], { ...attributes, shape: [batch, channels, ...size] });
  return columns.ndim === 3 ? output : reshapeResult(output, output.shape.slice(1));
}

function checkColumns(shape: Shape, size: Pair, attributes: PoolingAttributes): void {
  if ((shape.length !== 2 && shape.length !== 3) || shape.slice(-2).includes(0)) {
    throw new ShapeError(
      `col2im: expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: ${formatShape(shape)}`,
    );
  }
  const { kernelSize, dilation, padding, stride } = attributes;
  const [elements, length] = shape.slice(-2) as unknown as readonly [number, number];
  if (elements % (kernelSize[0] * kernelSize[1]) !== 0) {
    throw new ShapeError(
      `col2im: expected size of input's dimension ${shape.length - 2} to be divisible by the product of kernelSize, but got input.size(${shape.length - 2})=${elements} and kernelSize=${listed(kernelSize)}`,
    );
  }
  const [rows, columns] = blocksOf(size, attributes);
  if (rows < 1 || columns < 1 || rows * columns !== length) {
    throw new ShapeError(
      `col2im: given outputSize=${listed(size)}, kernelSize=${listed(kernelSize)}, dilation=${listed(dilation)}, padding=${listed(padding)}, stride=${listed(stride)}, expected size of input's dimension ${shape.length - 1} to match the calculated number of sliding blocks ${rows} * ${columns} = ${rows * columns}, but got input.size(${shape.length - 1})=${length}`,
    );
  }
}
