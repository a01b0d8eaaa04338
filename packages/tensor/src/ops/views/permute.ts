// permute, transpose and t: the dimensions in another order.

import { ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineView, type Gradients } from "../../door/op.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";

const permuteOp = defineView<{ readonly dims: readonly number[] }>({
  name: "permute",
  layout: ({ shape, strides, offset }, { dims }) => ({
    shape: dims.map((dim) => shape[dim]!),
    strides: dims.map((dim) => strides[dim]!),
    offset,
  }),
  backward: ({ grad, attributes: { dims } }): Gradients => {
    const inverse = new Array<number>(dims.length);
    for (const [at, dim] of dims.entries()) inverse[dim] = at;
    return [apply(permuteOp, [grad], { dims: inverse })];
  },
});

/**
 * A view with the dimensions in the given order.
 * See https://pytorch.org/docs/stable/generated/torch.permute.html.
 *
 * @throws ShapeError unless every dimension is named once.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3, 4).permute(2, 0, 1).shape; // → [4, 2, 3]
 * ```
 */
export function permute(input: Tensor, ...dims: number[] | [readonly number[]]): Tensor {
  checkTensor("permute", "input", input);
  const wanted = (Array.isArray(dims[0]) ? dims[0] : dims) as readonly number[];
  if (wanted.length !== input.ndim) {
    throw new ShapeError(
      `permute: number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${input.ndim} is not equal to len(dims) = ${wanted.length}`,
    );
  }
  const order = wanted.map((dim) => normalizeDim("permute", dim, input.ndim));
  const repeated = order.find((dim, at) => order.indexOf(dim) !== at);
  if (repeated !== undefined)
    throw new ShapeError(`permute: duplicate dims are not allowed, but dimension ${repeated} is named twice`);
  return apply(permuteOp, [input], { dims: order });
}

/** {@link permute} of a result that nobody else holds: what it gives is a result of its own, no view of another. */
export function permuteResult(result: Tensor, dims: readonly number[]): Tensor {
  return apply(permuteOp, [result], { dims }, { inPlaceOfInput: true });
}

/**
 * A view with two dimensions exchanged.
 * See https://pytorch.org/docs/stable/generated/torch.transpose.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).transpose(0, 1).toArray(); // → [[1, 3], [2, 4]]
 * ```
 */
export function transpose(input: Tensor, dim0: number, dim1: number): Tensor {
  checkTensor("transpose", "input", input);
  const first = normalizeDim("transpose", dim0, input.ndim);
  const second = normalizeDim("transpose", dim1, input.ndim);
  const dims = input.shape.map((_, dim) => (dim === first ? second : dim === second ? first : dim));
  return apply(permuteOp, [input], { dims });
}

/**
 * The transpose of a matrix; tensors of fewer dimensions come back as they are.
 * See https://pytorch.org/docs/stable/generated/torch.t.html.
 *
 * @throws ShapeError for more than two dimensions.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3).t().shape; // → [3, 2]
 * ```
 */
export function t(input: Tensor): Tensor {
  checkTensor("t", "input", input);
  if (input.ndim > 2)
    throw new ShapeError(
      `t: expects a tensor with <= 2 dimensions, but this one has ${input.ndim}; use .transpose(dim0, dim1)`,
    );
  return input.ndim < 2 ? input : transpose(input, 0, 1);
}
