// asStrided: a view of any sizes and strides, and the input with such a view written. narrow, select, diagonal and their like are safer.

import { placesIn } from "../../autograd/views.js";
import { describeAll } from "../../checks/describe.js";
import { ArgumentError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineView, type Gradients } from "../../door/op.js";
import { dtypeTraits } from "../../tensor/dtype.js";
import {
  checkSizes,
  formatShape,
  isContiguous,
  type Layout,
  numberOfElements,
  overlapsItself,
  type Shape,
} from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { copy_ } from "../creation/copy.js";
import { tensor } from "../creation/creation.js";
import { scatterAddOp, zeros } from "../indexing/gathering.js";
import { embeddedBy, embeddedInto } from "./embedded.js";
import { narrow } from "./slice.js";
import { reshape } from "./view.js";

interface Strided {
  readonly size: Shape;
  readonly stride: readonly number[];
  /** From the input's first element. */
  readonly distance: number;
  /** How the input lay. */
  readonly from: Layout;
}

const asStridedOp = defineView<Strided>({
  name: "asStrided",
  layout: ({ offset }, { size, stride, distance }) => ({ shape: size, strides: stride, offset: offset + distance }),
  // What the view shows beyond the input has no gradient: it is put behind its last element, and cut off.
  backward: ({ grad, attributes: { size, stride, distance, from } }): Gradients => {
    const count = numberOfElements(from.shape);
    const shown = placesIn(from, { shape: size, strides: stride, offset: from.offset + distance });
    const places = shown.map((place) => (place >= 0 && place < count ? place : count));
    const index = tensor(places, { dtype: "int32", device: grad.device });
    const attributes = { dim: 0, checks: "asStrided" };
    const sums = apply(scatterAddOp, [zeros(grad, [count + 1]), index, reshape(grad, -1)], attributes);
    return [reshape(narrow(sums, 0, 0, count), from.shape)];
  },
});

/**
 * A view of the storage by sizes and steps, both in elements, from a place in the storage on; by default where the input begins.
 * Shape: (*) → size. See https://pytorch.org/docs/stable/generated/torch.as_strided.html.
 *
 * @throws ArgumentError for sizes that are as many as there are strides, negative steps, or what reaches beyond the storage.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(5).asStrided([2, 3], [1, 1], 1).toArray(); // → [[1, 2, 3], [2, 3, 4]]
 * ```
 */
export function asStrided(input: Tensor, size: Shape, stride: readonly number[], storageOffset?: number): Tensor {
  checkTensor("asStrided", "input", input);
  checkSizes("asStrided", size);
  const offset = storageOffset ?? input.offset;
  if (!Array.isArray(stride) || stride.length !== size.length)
    throw new ArgumentError(
      `asStrided: mismatch in length of strides and shape: got ${describeAll(stride)} and ${formatShape(size)}`,
    );
  if (![...stride, offset].every((step) => Number.isSafeInteger(step) && step >= 0))
    throw new ArgumentError(
      `asStrided: Negative strides are not supported at the moment, got strides: ${formatShape(stride)} from ${offset}; all are integers from 0 on`,
    );
  const room = input.storage.byteLength / dtypeTraits[input.dtype].bytes;
  // Of a tensor without elements the memory has room for one, which nobody wrote.
  const most = room === 1 && input.numel() === 0 ? 0 : room;
  const last = size.reduce((at, count, dim) => at + (count - 1) * stride[dim]!, offset);
  if (numberOfElements(size) > 0 && last >= most)
    throw new ArgumentError(
      `asStrided: sizes ${formatShape(size)}, strides ${formatShape(stride)} and storage offset ${offset} require a storage of ${last + 1} elements, but there are ${most}`,
    );
  const { shape, strides, offset: start } = input;
  const from = { shape, strides, offset: start };
  return apply(asStridedOp, [input], { size: [...size], stride: [...stride], distance: offset - start, from });
}

/** Behind the last element in memory. */
function endOf({ shape, strides, offset }: Layout): number {
  if (numberOfElements(shape) === 0) return offset;
  return shape.reduce((at, count, dim) => at + (count - 1) * strides[dim]!, offset) + 1;
}

/**
 * A copy of the input in which what {@link asStrided} shows of it is `source`; what lies between the elements of an input with gaps is lost.
 * Shape: (*), source of that size → (*).
 * See https://pytorch.org/docs/stable/generated/torch.as_strided_scatter.html.
 *
 * @throws as {@link asStrided}; ShapeError unless the source has the view's shape.
 * @example
 * ```ts
 * import { asStridedScatter, ones, zeros } from "@bernoulli/tensor";
 * asStridedScatter(zeros(4), ones(2), [2], [2]).toArray(); // → [1, 0, 1, 0]
 * ```
 */
export function asStridedScatter(
  input: Tensor,
  source: Tensor,
  size: Shape,
  stride: readonly number[],
  storageOffset?: number,
): Tensor {
  checkTensor("asStridedScatter", "input", input);
  const { shape, strides, offset } = input;
  // Of elements that share memory PyTorch, too, copies each.
  if (isContiguous(input) && offset === 0)
    return embeddedBy("asStridedScatter", input, source, (whole) => asStrided(whole, size, stride, storageOffset));
  if (overlapsItself(input)) return asStridedScatter(clone(input), source, size, stride, storageOffset);
  const shown = asStrided(input, size, stride, storageOffset);
  const first = Math.min(offset, shown.offset);
  const end = Math.max(...[input, shown].map((one) => endOf(one)));
  // Its memory, gaps and all, from the first element that either shows.
  const memory = clone(zeros(input, [end - first]));
  const whole = asStrided(memory, shape, strides, offset - first);
  copy_(whole, input);
  embeddedInto("asStridedScatter", asStrided(memory, size, stride, shown.offset - first), source);
  return clone(asStrided(memory, shape, strides, offset - first));
}
