// cat, concat, concatenate and stack: tensors side by side, along a dimension there is or a new one.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { cureOf, type DimArgument, namedArgument } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineVariadic, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { promoteTypes } from "../../tensor/dtype.js";
import { moved } from "../../tensor/literals.js";
import { formatShape, normalizeDim, sameShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { narrow } from "../views/slice.js";
import { reshape, unsqueeze } from "../views/view.js";

const catOp = defineVariadic({
  name: "cat",
  kernel: kernels.cat,
  infer: (inputs, { dim }) => {
    const { shape, dtype } = inputs[0]!;
    return [
      {
        shape: shape.with(
          dim,
          inputs.reduce((total, input) => total + input.shape[dim]!, 0),
        ),
        dtype,
      },
    ];
  },
  backward: ({ grad, attributes: { dim }, inputs }): Gradients => {
    let start = 0;
    return inputs.map(({ shape }) => {
      const part = narrow(grad, dim, start, shape[dim]!);
      start += shape[dim]!;
      return part;
    });
  },
});

/**
 * The tensors side by side along `dim`, in their promoted dtype.
 * See https://pytorch.org/docs/stable/generated/torch.cat.html.
 *
 * @throws ShapeError for no tensors, 0-d tensors, or sizes that differ elsewhere than along `dim`.
 * @example
 * ```ts
 * import { cat, tensor } from "@bernoulli/tensor";
 * cat([tensor([[1, 2]]), tensor([[3, 4]])], 0).toArray(); // → [[1, 2], [3, 4]]
 * cat([tensor([[1, 2]]), tensor([[3, 4]])], { dim: 1 }).toArray(); // → [[1, 2, 3, 4]]
 * ```
 */
export function cat(tensors: readonly Tensor[], ...rest: DimArgument): Tensor {
  return joined("cat", tensors, namedArgument("cat", "dim", rest) ?? 0);
}

/**
 * {@link cat}, by another name. See https://pytorch.org/docs/stable/generated/torch.concat.html.
 *
 * @throws as {@link cat}.
 * @example
 * ```ts
 * import { concat, tensor } from "@bernoulli/tensor";
 * concat([tensor([1, 2]), tensor([3])]).toArray(); // → [1, 2, 3]
 * ```
 */
export function concat(tensors: readonly Tensor[], ...rest: DimArgument): Tensor {
  return joined("concat", tensors, namedArgument("concat", "dim", rest) ?? 0);
}

/**
 * {@link cat}, by NumPy's name. See https://pytorch.org/docs/stable/generated/torch.concatenate.html.
 *
 * @throws as {@link cat}.
 * @example
 * ```ts
 * import { concatenate, tensor } from "@bernoulli/tensor";
 * concatenate([tensor([1, 2]), tensor([3])]).toArray(); // → [1, 2, 3]
 * ```
 */
export function concatenate(tensors: readonly Tensor[], ...rest: DimArgument): Tensor {
  return joined("concatenate", tensors, namedArgument("concatenate", "dim", rest) ?? 0);
}

/** {@link cat}, on behalf of the op that is named where it refuses. */
export function joined(op: string, tensors: readonly Tensor[], dim: number): Tensor {
  checkTensors(op, tensors);
  const first = tensors[0]!;
  const scalar = tensors.findIndex((tensor) => tensor.ndim === 0);
  if (scalar >= 0)
    throw new ShapeError(`${op}: zero-dimensional tensor (at position ${scalar}) cannot be concatenated; use stack`);
  // PyTorch lets an empty 1-D tensor stand beside anything.
  const counted = tensors.filter(({ shape }) => !(shape.length === 1 && shape[0] === 0));
  const model = counted[0] ?? first;
  const at = normalizeDim(op, dim, model.ndim);
  for (const tensor of counted) {
    if (tensor.ndim !== model.ndim)
      throw new ShapeError(`${op}: tensors must have same number of dimensions: got ${model.ndim} and ${tensor.ndim}`);
    if (!sameShape(tensor.shape.with(at, 0), model.shape.with(at, 0))) {
      throw new ShapeError(
        `${op}: sizes of tensors must match except in dimension ${at}. Expected ${formatShape(model.shape)} but got ${formatShape(tensor.shape)} for tensor number ${tensors.indexOf(tensor)} in the list.`,
      );
    }
  }
  const dtype = tensors.map((tensor) => tensor.dtype).reduce(promoteTypes);
  // An empty vector has no place in the result, but a part in its history.
  const emptied = (tensor: Tensor) =>
    counted.length === 0 || counted.includes(tensor) ? tensor : reshape(tensor, model.shape.with(at, 0));
  const result = apply(
    catOp,
    tensors.map((tensor) => to(emptied(tensor), dtype)),
    { dim: at },
  );
  return moved(result, tensors);
}

function checkTensors(op: string, tensors: readonly Tensor[]): void {
  if (!Array.isArray(tensors) || tensors.length === 0)
    throw new ShapeError(`${op}: expected a non-empty list of Tensors`);
  for (let at = 0; at < tensors.length; at++) {
    if (!isTensor(tensors[at]))
      throw new ArgumentError(
        `${op}: expected Tensor as element ${at} of the list, but got ${describe(tensors[at])}${cureOf(tensors[at])}`,
      );
  }
}

/**
 * The tensors, all of one shape, along a new dimension.
 * See https://pytorch.org/docs/stable/generated/torch.stack.html.
 *
 * @throws ShapeError for no tensors, or shapes that differ.
 * @example
 * ```ts
 * import { stack, tensor } from "@bernoulli/tensor";
 * stack([tensor([1, 2]), tensor([3, 4])], 1).toArray(); // → [[1, 3], [2, 4]]
 * ```
 */
export function stack(tensors: readonly Tensor[], ...rest: DimArgument): Tensor {
  checkTensors("stack", tensors);
  const dim = namedArgument<number>("stack", "dim", rest) ?? 0;
  const first = tensors[0]!;
  const other = tensors.findIndex((tensor) => !sameShape(tensor.shape, first.shape));
  if (other >= 0) {
    throw new ShapeError(
      `stack: expects each tensor to be equal size, but got ${formatShape(first.shape)} at entry 0 and ${formatShape(tensors[other]!.shape)} at entry ${other}`,
    );
  }
  const at = normalizeDim("stack", dim, first.ndim + 1);
  // The last first: backward goes from the newest on, and so leaves hear of theirs in the tensors' order, as behind cat.
  const rows = tensors.toReversed().map((tensor) => unsqueeze(tensor, at));
  return cat(rows.reverse(), at);
}
