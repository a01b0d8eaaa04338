// narrow, select and slice: a part of a tensor, seen in place. One view op serves the three.

import { ArgumentError, IndexError } from "../../checks/errors.js";
import { checkNumber, checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, defineView, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating } from "../../tensor/dtype.js";
import { item } from "../../tensor/reads.js";
import { contiguousStrides, formatShape, type Layout, normalizeDim, type Shape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { squeeze } from "./view.js";

interface SliceAttributes {
  readonly dim: number;
  readonly start: number;
  readonly length: number;
  readonly step: number;
}

const sliceOp = defineView<SliceAttributes>({
  name: "slice",
  layout: part,
  backward: ({ grad, attributes, inputs: [input] }): Gradients => [sliceBackward(grad, input.shape, attributes)],
});

function part({ shape, strides, offset }: Layout, { dim, start, length, step }: SliceAttributes): Layout {
  const stride = strides[dim]!;
  return { shape: shape.with(dim, length), strides: strides.with(dim, stride * step), offset: offset + start * stride };
}

/** Zeros of the whole's shape with `grad` written into the part; its own gradient is the part again. */
function sliceBackward(grad: Tensor, shape: Shape, slice: SliceAttributes): Tensor {
  const { strides, offset } = part({ shape, strides: contiguousStrides(shape), offset: 0 }, slice);
  return apply(sliceBackwardOp, [grad], { strides, start: offset, shape, slice });
}

const sliceBackwardOp = defineOp({
  extra: attributes<{ readonly shape: Shape; readonly slice: SliceAttributes }>(),
  name: "sliceBackward",
  inputs: ["grad"],
  kernel: kernels.embed,
  infer: ([{ dtype }], { shape }) => [{ shape, dtype }],
  backward: ({ grad, attributes: { slice } }): Gradients => [apply(sliceOp, [grad], slice)],
});

/** The one integer in a 0-d tensor. */
function integerIn(op: string, start: Tensor): number {
  if (start.ndim === 0 && !isFloating(start.dtype) && start.dtype !== "bool")
    return readFor(op, "values", () => item(start) as number);
  throw new ArgumentError(
    `${op}: start must be an 0-dim integral Tensor, or a number, but got ${start.dtype} of shape ${formatShape(start.shape)}`,
  );
}

/**
 * A view of `length` elements from `start`, a number or a 0-d tensor of one, along `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.narrow.html.
 *
 * @throws IndexError if the part reaches beyond the dimension.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(5).narrow(0, 1, 3).toArray(); // → [1, 2, 3]
 * ```
 */
export function narrow(input: Tensor, dim: number, startOrTensor: number | Tensor, length: number): Tensor {
  checkTensor("narrow", "input", input);
  if (input.ndim === 0) throw new IndexError("narrow: cannot be applied to a 0-dim tensor");
  const start = isTensor(startOrTensor) ? integerIn("narrow", startOrTensor) : startOrTensor;
  const at = normalizeDim("narrow", dim, input.ndim);
  const size = input.shape[at]!;
  checkNumber("narrow", "start", start);
  const first = start < 0 ? start + size : start;
  if (!Number.isInteger(first) || first < 0 || first > size) {
    throw new IndexError(
      `narrow: start out of range (expected to be in range of [${-size}, ${size}], but got ${start})`,
    );
  }
  checkNumber("narrow", "length", length);
  if (!Number.isInteger(length) || length < 0 || first + length > size) {
    throw new IndexError(`narrow: start (${first}) + length (${length}) exceeds dimension size (${size})`);
  }
  return apply(sliceOp, [input], { dim: at, start: first, length, step: 1 });
}

/**
 * A view of one index along `dim`, which is removed: `x.select(0, 2)` is Python's `x[2]`.
 * See https://pytorch.org/docs/stable/generated/torch.select.html.
 *
 * @throws IndexError if the index is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).select(0, -1).toArray(); // → [3, 4]
 * ```
 */
export function select(input: Tensor, dim: number, index: number): Tensor {
  checkTensor("select", "input", input);
  if (input.ndim === 0) throw new IndexError("select: cannot be applied to a 0-dim tensor");
  checkNumber("select", "index", index);
  const at = normalizeDim("select", dim, input.ndim);
  const size = input.shape[at]!;
  if (!Number.isInteger(index) || index < -size || index >= size) {
    throw new IndexError(
      `select: index ${index} out of range for tensor of size [${input.shape.join(", ")}] at dimension ${at}`,
    );
  }
  const start = index < 0 ? index + size : index;
  return squeeze(apply(sliceOp, [input], { dim: at, start, length: 1, step: 1 }), at);
}

/**
 * A view from `start` to before `end` in steps along `dim`, as Python's `x[start:end:step]`: negative bounds count from
 * the end and bounds are clamped. See https://pytorch.org/docs/stable/notes/indexing.html.
 *
 * @throws ArgumentError if a bound is no integer, or `step` no positive one.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(6).slice(0, 1, 6, 2).toArray(); // → [1, 3, 5]
 * ```
 */
export function slice(input: Tensor, dim = 0, start = 0, end = Number.POSITIVE_INFINITY, step = 1): Tensor {
  checkTensor("slice", "input", input);
  if (input.ndim === 0) throw new IndexError("slice: cannot be applied to a 0-dim tensor");
  const at = normalizeDim("slice", dim, input.ndim);
  for (const [name, bound] of Object.entries({ start, end, step })) checkNumber("slice", name, bound);
  if (!Number.isInteger(step) || step < 1)
    throw new ArgumentError(`slice: step must be greater than zero, but got ${step}`);
  const size = input.shape[at]!;
  for (const [name, bound] of Object.entries({ start, end })) {
    if (!Number.isInteger(bound) && Math.abs(bound) !== Number.POSITIVE_INFINITY)
      throw new ArgumentError(`slice: ${name} must be an integer, or infinite for the very end, but got ${bound}`);
  }
  const clamp = (bound: number) => Math.min(Math.max(bound < 0 ? bound + size : bound, 0), size);
  const first = clamp(start);
  const length = Math.max(0, Math.ceil((clamp(end) - first) / step));
  return apply(sliceOp, [input], { dim: at, start: first, length, step });
}
