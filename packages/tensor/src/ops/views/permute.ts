// permute, transpose, movedim and t: the dimensions in another order.

import { describeAll } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineView, type Gradients } from "../../door/op.js";
import { formatShape, normalizeDim, normalizeEach } from "../../tensor/shape.js";
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
  const order = normalizeEach("permute", wanted, input.ndim);
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
  return exchanged("transpose", input, dim0, dim1);
}

function exchanged(op: string, input: Tensor, dim0: number, dim1: number): Tensor {
  checkTensor(op, "input", input);
  const first = normalizeDim(op, dim0, input.ndim);
  const second = normalizeDim(op, dim1, input.ndim);
  const dims = input.shape.map((_, dim) => (dim === first ? second : dim === second ? first : dim));
  return apply(permuteOp, [input], { dims });
}

/**
 * {@link transpose}, by NumPy's name. See https://pytorch.org/docs/stable/generated/torch.swapaxes.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3, 4).swapaxes(0, 2).shape; // → [4, 3, 2]
 * ```
 */
export function swapaxes(input: Tensor, axis0: number, axis1: number): Tensor {
  return exchanged("swapaxes", input, axis0, axis1);
}

/**
 * {@link transpose}, by another name. See https://pytorch.org/docs/stable/generated/torch.swapdims.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3, 4).swapdims(0, -1).shape; // → [4, 3, 2]
 * ```
 */
export function swapdims(input: Tensor, dim0: number, dim1: number): Tensor {
  return exchanged("swapdims", input, dim0, dim1);
}

/**
 * A view in which the dimensions `source` stand at the places `destination`, each one number or a list; the others keep their order.
 * Shape: (2, 3, 4) → (3, 4, 2) with `source` 0 and `destination` −1.
 * See https://pytorch.org/docs/stable/generated/torch.movedim.html.
 *
 * @throws ArgumentError for lists of different lengths, or one that names a dimension twice; IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3, 4).movedim(0, -1).shape; // → [3, 4, 2]
 * zeros(2, 3, 4).movedim([0, 1], [1, 2]).shape; // → [4, 2, 3]
 * ```
 */
export function movedim(input: Tensor, source: number | readonly number[], destination: number | readonly number[]) {
  return moved("movedim", input, source, destination);
}

/**
 * {@link movedim}, by NumPy's name. See https://pytorch.org/docs/stable/generated/torch.moveaxis.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3, 4).moveaxis(0, -1).shape; // → [3, 4, 2]
 * ```
 */
export function moveaxis(input: Tensor, source: number | readonly number[], destination: number | readonly number[]) {
  return moved("moveaxis", input, source, destination);
}

function moved(
  op: string,
  input: Tensor,
  source: number | readonly number[],
  destination: number | readonly number[],
): Tensor {
  checkTensor(op, "input", input);
  const [from, to] = [source, destination].map((dims) => (Array.isArray(dims) ? dims : [dims]) as readonly number[]);
  if (from!.length !== to!.length)
    throw new ArgumentError(
      `${op}: Invalid source or destination dims: source (${describeAll(from)} dims) should contain the same number of dims as destination (${describeAll(to)} dims)`,
    );
  const [taken, put] = [from!, to!].map((dims) => normalizeEach(op, dims, input.ndim));
  for (const [name, dims, own] of [["source", taken!, from!] as const, ["destination", put!, to!] as const])
    if (new Set(dims).size < dims.length)
      throw new ArgumentError(`${op}: repeated dim in \`${name}\` (${formatShape(own)})`);
  const others = input.shape.map((_, dim) => dim).filter((dim) => !taken!.includes(dim));
  const dims = input.shape.map((_, at) => (put!.includes(at) ? taken![put!.indexOf(at)]! : others.shift()!));
  return apply(permuteOp, [input], { dims });
}

/**
 * The transpose of a matrix, and a view of a tensor of fewer dimensions as it is.
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
  return transpose(input, 0, input.ndim < 2 ? 0 : 1);
}

/** `x.T`: the dimensions in the opposite order; of a matrix, its transpose. */
export function reversed(input: Tensor): Tensor {
  return apply(permuteOp, [input], { dims: input.shape.map((_, dim) => input.ndim - 1 - dim) });
}

/** `x.H`: the transpose of a matrix, whose numbers are real here. */
export function adjoint(input: Tensor): Tensor {
  if (input.ndim !== 2)
    throw new ShapeError(
      `H: tensor.H is only supported on matrices (2-D tensors). Got ${input.ndim}-D tensor.${input.ndim > 2 ? " For batches of matrices, consider using tensor.mT" : ""}`,
    );
  return exchanged("H", input, 0, 1);
}

/** `x.mT`: the transpose of a matrix, or of each of a batch; `x.mH` is the same of real numbers. */
export function matrixTranspose(input: Tensor, name: "mT" | "mH" = "mT"): Tensor {
  if (input.ndim < 2)
    throw new ShapeError(
      `${name}: tensor.${name} is only supported on matrices or batches of matrices. Got ${input.ndim}-D tensor.`,
    );
  return exchanged(name, input, -2, -1);
}

export const matrixAdjoint = (input: Tensor): Tensor => matrixTranspose(input, "mH");
