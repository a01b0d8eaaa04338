// unfold: windows along a dimension, seen in place. Not F.unfold, which lays image patches into columns.

import { describe } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, defineView, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { normalizeDim, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { narrow } from "./slice.js";
import { reshape } from "./view.js";

interface Windows {
  readonly dim: number;
  readonly size: number;
  readonly step: number;
}

const unfoldOp = defineView<Windows>({
  name: "unfold",
  layout: ({ shape, strides, offset }, { dim, size, step }) => ({
    shape: [...shape.with(dim, Math.floor((shape[dim]! - size) / step) + 1), size],
    strides: [...strides.with(dim, strides[dim]! * step), strides[dim]!],
    offset,
  }),
  backward: ({ grad, attributes, inputs: [input] }): Gradients => [
    apply(unfoldBackwardOp, [grad], { ...attributes, shape: input.shape }),
  ],
});

const unfoldBackwardOp = defineOp({
  extra: attributes<Windows & { readonly shape: Shape }>(),
  name: "unfoldBackward",
  inputs: ["grad"],
  kernel: kernels.fold,
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  backward: ({ grad, attributes }): Gradients => [apply(unfoldOp, [grad], attributes)],
});

/**
 * The opposite of unfold: windows along `dim`, whose elements lie along the last dimension, put together to a tensor of `shape`; where they overlap
 * they add up, and where none lies there are zeros.
 */
export function foldWindows(windows: Tensor, attributes: Windows & { readonly shape: Shape }): Tensor {
  return apply(unfoldBackwardOp, [windows], attributes);
}

/**
 * A view of all windows of `size` elements along `dimension`, from each `step`-th element on: they are counted there, and their elements lie
 * along a new last dimension. Windows that overlap share memory, so that such a view cannot be written in place.
 * Shape: (*, n, *) → (*, ⌊(n − size) / step⌋ + 1, *, size).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.unfold.html.
 *
 * @throws ArgumentError for a size that is negative or larger than the dimension, or a step below 1; IndexError for a dimension that is
 * not there.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(5).unfold(0, 3, 1).toArray(); // → [[0, 1, 2], [1, 2, 3], [2, 3, 4]]
 * ```
 */
export function unfold(input: Tensor, dimension: number, size: number, step: number): Tensor {
  checkTensor("unfold", "input", input);
  const dim = normalizeDim("unfold", dimension, input.ndim);
  if (!Number.isSafeInteger(size) || size < 0)
    throw new ArgumentError(`unfold: size is ${describe(size)} but must be an integer >= 0`);
  if (!Number.isSafeInteger(step) || step <= 0)
    throw new ArgumentError(`unfold: step is ${describe(step)} but must be an integer > 0`);
  const most = input.shape[dim] ?? 1;
  if (size > most)
    throw new ArgumentError(`unfold: maximum size for tensor at dimension ${dim} is ${most} but size is ${size}`);
  // As PyTorch does: a number is one window of itself.
  if (input.ndim === 0) return narrow(reshape(input, 1), 0, 0, size);
  return apply(unfoldOp, [input], { dim, size, step });
}
